/** A ball on a rough road: descent with momentum on a loss of one number, its gradient disturbed by noise. */
import { momentumStep } from "../../../reference/differentiation/momentum.ts";
import { num, unrecorded } from "../../../reference/numbers/num.ts";
import { normal, random } from "../../../reference/randomness/random.ts";
import { remembered } from "../frame/remembered.ts";

export const STEPS = 200;
export const ENDS = [-8, 8] as const;
/** Waves on the bowl x²/20: height, number of waves, and where they begin. */
const WAVES = [
  [0.9, 1.7, 0.4],
  [0.35, 4.3, 1.2],
] as const;

/** A bowl with waves on it. */
export const lossAt = (x: number): number =>
  WAVES.reduce((sum, [a, k, at]) => sum + a * Math.sin(k * x + at), (x * x) / 20);
export const slopeAt = (x: number): number =>
  WAVES.reduce((sum, [a, k, at]) => sum + a * k * Math.cos(k * x + at), x / 10);

/** Where the loss is lowest, and how low. */
export const lowest = remembered(() => {
  let best = 0;
  for (let x = ENDS[0]; x <= ENDS[1]; x += 1e-3) if (lossAt(x) < lossAt(best)) best = x;
  return { x: best, loss: lossAt(best) };
});

export interface Settings {
  readonly eta: number;
  readonly mu: number;
  /** Standard deviation of what the gradient is off by. */
  readonly noise: number;
  readonly start: number;
  readonly seed: number;
}

/** Places of the ball, one a step; it cannot leave the picture by more than a width. */
export function placesOf({ eta, mu, noise, start, seed }: Settings): readonly number[] {
  const rng = random(seed, "fig40");
  const places = [start];
  let M = num(0);
  return unrecorded(() => {
    for (let t = 0; t < STEPS; t++) {
      const x = places[t] as number;
      M = momentumStep(M, num(slopeAt(x) + noise * normal(rng)), num(mu), num(eta));
      places.push(Math.max(-24, Math.min(24, x + M.value)));
    }
    return places;
  });
}
