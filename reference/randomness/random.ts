/**
 * Seeded random numbers: the only source of randomness of the course.
 */

/** A stream of numbers in [0, 1). */
export type Random = () => number;

/** 32-bit hash of a text (FNV-1a with a final avalanche); spreads "ex10/mseLossDw/value/17" over the seeds. */
export const hash = (text: string): number => avalanche(mixed(text));

/** FNV-1a, from what a text before it came to. */
function mixed(text: string, from = 0x811c9dc5): number {
  let h = from;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

function avalanche(of: number): number {
  let h = Math.imul(of ^ (of >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A generator with 128 bits of state (sfc32 by Chris Doty-Humphrey) from a seed and the name of what it is for.
 * The same seed and name give the same stream on every engine: it uses 32-bit integer operations only.
 */
export const random = (seed: number, name = ""): Random => randomsUnder(seed, name)("");

/** The generators of all names that begin alike: the beginning, which may be long, is gone through once. */
export function randomsUnder(seed: number, beginning: string): (end: string) => Random {
  const [before, behind] = [mixed(`${seed}/${beginning}`), mixed(beginning)];
  return (end) => stream(seed, avalanche(mixed(end, before)), avalanche(mixed(`${end}#${seed}`, behind)));
}

function stream(seed: number, first: number, second: number): Random {
  let [a, b] = [first, second];
  let c = seed >>> 0;
  let d = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** A whole number from low to high, both included. */
export const integer = (rng: Random, low: number, high: number): number =>
  low + Math.floor(rng() * (high - low + 1));

/** One of a list's entries. */
export function pick<T>(rng: Random, choices: readonly T[]): T {
  if (choices.length === 0) throw new RangeError("pick: at least one choice, got none");
  return choices[Math.floor(rng() * choices.length)] as T;
}

/** A standard normal number (Box–Muller; the second of the pair is discarded to keep the stream simple). */
export function normal(rng: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - rng()));
  return radius * Math.cos(2 * Math.PI * rng());
}

/** A random order of 0 … n−1 (Fisher–Yates). */
export function permutation(rng: Random, n: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = integer(rng, 0, i);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}
