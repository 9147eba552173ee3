/** Second right answers to ex08 and ex51, by other routes: they agree with the reference at every seed. */
import { describe, expect, it } from "vitest";
import ex08 from "../../exercises/ex08-gradient-descent/exercise.ts";
import ex51 from "../../exercises/ex51-gradient-descent-optimizer/exercise.ts";
import * as played from "../../exercises/ex51-gradient-descent-optimizer/scenarios.ts";
import { handed } from "../../reference/functions/handed.ts";
import type { FunctionName } from "../../reference/functions/known.ts";
import { type Answering, worstOf } from "./agreement.ts";

type Vector = number[];
type Matrix = number[][];
const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);

/** Moves one array to and fro, and puts each entry back. */
function measured(f: (x: Vector) => number, x: Vector, h = 1e-5): Vector {
  const place = Float64Array.from(x);
  const slopes: Vector = [];
  place.forEach((xi, i) => {
    place[i] = xi - h;
    const below = f([...place]);
    place[i] = xi + h;
    slopes.push((f([...place]) - below) / h / 2);
    place[i] = xi;
  });
  return slopes;
}

/** Adds the opposite. */
const stepped = (x: Vector, grad: Vector, lr: number): Vector => grad.map((g, i) => -lr * g + x[i]!);

/** By recursion, from the end. */
function walked(gradF: (x: Vector) => Vector, x0: Vector, lr: number, steps: number): Vector[] {
  if (steps === 0) return [[...x0]];
  const before = walked(gradF, x0, lr, steps - 1);
  const last = before[steps - 1]!;
  return [...before, stepped(last, gradF(last), lr)];
}

/** The first argument is a function by its name. */
const named =
  (answer: (f: never, ...rest: never[]) => unknown): Answering =>
  (f: FunctionName, ...rest: never[]) =>
    answer(handed(f) as never, ...rest);

const lower = (X: Matrix, G: Matrix, lr: number): Matrix => {
  const Y = structuredClone(X);
  for (let i = 0; i < Y.length; i++) for (let j = 0; j < Y[i]!.length; j++) Y[i]![j]! -= G[i]![j]! * lr;
  return Y;
};

class GradientDescentOptimizer {
  private readonly lower: (X: Matrix, G: Matrix) => Matrix;
  constructor(learningRate: number) {
    this.lower = (X, G) => lower(X, G, learningRate);
  }
  backward(W: Matrix, dW: Matrix, b: Matrix, dz: Matrix): [Matrix, Matrix] {
    return [this.lower(W, dW), this.lower(b, dz)];
  }
}

type Network = Record<"W" | "b", Matrix>;
const onClass = (scenario: (...args: never[]) => unknown): Answering =>
  scenario.bind(undefined, { GradientDescentOptimizer } as never);

describe("another right answer", () => {
  it.each([
    ["numericalGradient, one array put back", ex08.functions.numericalGradient!, named(measured)],
    ["gradientStep, the opposite added", ex08.functions.gradientStep!, stepped],
    ["minimize, by recursion", ex08.functions.minimize!, named(walked)],
    [
      "sgdStep, on a copy in place",
      ex51.functions.sgdStep!,
      (params: Network, grads: Network, lr: number) => ({
        W: lower(params.W, grads.W, lr),
        b: lower(params.b, grads.b, lr),
      }),
    ],
    ["backward, the rate in a closure", ex51.functions.backward!, onClass(played.backward)],
    ["steps, the rate in a closure", ex51.functions.steps!, onClass(played.steps)],
    ["twoOptimizers, the rate in a closure", ex51.functions.twoOptimizers!, onClass(played.twoOptimizers)],
  ] as [string, Parameters<typeof worstOf>[0], Answering][])(
    "%s, agrees with seeds 1 to 20",
    (_, fn, answer) => {
      for (const seed of SEEDS) expect(worstOf(fn, answer, seed), `seed ${seed}`).toBeLessThanOrEqual(1);
    },
  );
});
