/**
 * One number of a domain: near 0, in the middle, or far out.
 */
import type { Random } from "../../reference/randomness/random.ts";
import type { Domain } from "./symbols.ts";

export type Spread = "middle" | "near" | "far" | "round";

/** From where to where the numbers of a domain go, for a search. */
export interface Ends {
  readonly low: number;
  readonly high: number;
}

/** Beyond this, exponentials of products leave floating point too often to say something. */
const FAR = 50;

const ends: Readonly<Partial<Record<Domain, Ends>>> = {
  real: { low: -FAR, high: FAR },
  symmetric: { low: -FAR, high: FAR },
  positive: { low: 1e-6, high: FAR },
  small: { low: 5e-4, high: 0.05 },
  probability: { low: 1e-6, high: 1 - 1e-6 },
};

/** The ends of a domain whose numbers can be moved a little; undefined for others. */
export const endsOf = (domain: Domain): Ends | undefined => ends[domain];

/** A number between two positive ones, on a scale of powers. */
const scaled = (rng: Random, low: number, high: number): number => low * (high / low) ** rng();

export function drawnNumber(domain: Domain, spread: Spread, rng: Random): number {
  const between = (low: number, high: number): number => low + (high - low) * rng();
  switch (domain) {
    case "positive":
      return spread === "near"
        ? scaled(rng, 1e-3, 0.3)
        : spread === "far"
          ? scaled(rng, 2, FAR)
          : spread === "round"
            ? 1 + Math.floor(3 * rng())
            : between(0.3, 2);
    case "small":
      return spread === "near" ? scaled(rng, 1e-3, 0.01) : between(0.01, 0.05);
    case "probability": {
      if (spread !== "near" && spread !== "far") return between(0.15, 0.85);
      const gap = scaled(rng, 1e-3, 0.15);
      return rng() < 0.5 ? gap : 1 - gap;
    }
    case "sign":
      return rng() < 0.5 ? -1 : 1;
    case "bit":
      return rng() < 0.5 ? 0 : 1;
    default: {
      const sign = rng() < 0.5 ? -1 : 1;
      if (spread === "round") return sign * Math.floor(3 * rng());
      return (
        sign *
        (spread === "near"
          ? scaled(rng, 1e-3, 0.25)
          : spread === "far"
            ? scaled(rng, 2, FAR)
            : between(0.25, 1.75))
      );
    }
  }
}
