/** What the arguments of ex08 share. */
import { named, scalar, vector } from "../../grader/exercise/form.ts";
import type { FunctionValue } from "../../grader/value.ts";

export type Vector = number[];

/** The gradient of a known function, as a function. */
export const slopesOf = (fn: string): FunctionValue => named("gradientOf", named(fn));

export const x = vector("n", "the place");
export const lr = scalar("learning rate η", {
  // Not 1, where a rate that is forgotten does not show.
  draw: (draw) => (draw.family === "quarters" ? draw.pick([0.25, 0.5, 0.75, 1.5]) : draw.between(0.02, 0.9)),
});

/** The place with one entry moved. */
export const along = (x: Vector, i: number, by: number): Vector => x.map((xj, j) => (j === i ? xj + by : xj));
