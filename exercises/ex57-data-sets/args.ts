/** What the arguments of ex57 share. */
import { generator, scalar } from "../../grader/exercise/form.ts";

export const n = (low: number, high: number) =>
  scalar("number of points", { domain: "integer", draw: (draw) => draw.integer(low, high) });

/** Neither 0 nor 1, where a spread does not show. */
export const spread = (says: string) =>
  scalar(says, {
    draw: (draw) => (draw.family === "quarters" ? draw.pick([0.25, 0.75]) : draw.between(0.05, 0.45)),
  });

export const gauss = generator("gauss", "gives the next standard normal number");

/** Where no noise is asked for, and where it is always the same. */
export const still = { fn: "always", args: [0] } as const;
export const steady = { fn: "always", args: [1] } as const;

/** A point with noise on it, of the size `by`: each coordinate by itself, or all by the same. */
export type Noisy = (point: readonly number[], by: number, next: () => number) => number[];
export const eachMoved: Noisy = (point, by, next) => point.map((x) => x + by * next());
export const asOne: Noisy = (point, by, next) => {
  const same = by * next();
  return point.map((x) => x + same);
};
