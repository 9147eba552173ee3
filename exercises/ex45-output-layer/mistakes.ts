/** Wrong errors of the output layer, and what each makes of its gradients. */
import { type Mistakes, times } from "../../grader/exercise/form.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { product, total } from "../../reference/numbers/plain.ts";
import { sigmoid } from "../../reference/numbers/sigmoid.ts";
import type { Gradients, Layer, Outputs } from "./args.ts";

type Matrix = number[][];
const slope = (a: number): number => a * (1 - a);

const entries =
  (of: (a: number, y: number, n: number, t: number) => number) =>
  ({ Aout, Y }: Outputs): Matrix =>
    Aout.map((row, i) => row.map((a, j) => of(a, Y[i]![j]!, Aout.length, row.length)));

/** Errors that go wrong before they are summed: the same in both functions. */
const errors: Readonly<Record<string, { is: (given: Outputs) => Matrix; step: number; says: string }>> = {
  "sign-and-factors-lost": {
    is: entries((a, y, n) => ((y - a) * slope(a)) / n),
    step: 5,
    says: "This is (1/n)(y − a)·a(1 − a), as a source prints it. Its sign is turned, and the factor 2/t is missing: a step with it raises the loss.",
  },
  "outputs-not-averaged": {
    is: entries((a, y, n) => (2 / n) * (a - y) * slope(a)),
    step: 3,
    says: "The 1/t is missing. The loss is a mean over all n·t entries, so each has the factor 2/(n·t).",
  },
  "examples-not-averaged": {
    is: entries((a, y, _, t) => (2 / t) * (a - y) * slope(a)),
    step: 3,
    says: "The 1/n is missing. The loss is a mean over all n·t entries, so each has the factor 2/(n·t).",
  },
  "slope-forgotten": {
    is: entries((a, y, n, t) => (2 / (n * t)) * (a - y)),
    step: 4,
    says: "The slope a(1 − a) is missing: this is the derivative by the output. The error belongs to the net input, before the sigmoid.",
  },
  "sigmoid-applied-twice": {
    is: entries((a, y, n, t) => (2 / (n * t)) * (a - y) * slope(sigmoid(a))),
    step: 4,
    says: "The slope is σ′ taken at the output. Aout is behind the sigmoid already, and written with it the slope is a(1 − a).",
  },
  "output-for-slope": {
    is: entries((a, y, n, t) => (2 / (n * t)) * (a - y) * a),
    step: 4,
    says: "The error is multiplied by a where the slope a(1 − a) belongs.",
  },
};

export const deltaMistakes: Mistakes<Outputs, Matrix> = {
  ...errors,
  "sign-flipped": {
    is: times(-1),
    step: 3,
    says: "The sign is turned: the difference is a − y. An output above its target has to come down, so its derivative is positive.",
  },
};

/** All three, from an error. */
const gradientsFrom = (delta: Matrix, A1: Matrix): Gradients => ({
  delta,
  dW: product(transpose(delta), A1),
  db: transpose(delta).map(total),
});

export const gradientsMistakes: Mistakes<Layer, Gradients> = {
  ...Object.fromEntries(
    Object.entries(errors).map(([name, { is, ...text }]) => [
      name,
      { is: (given: Layer) => gradientsFrom(is(given), given.A1), ...text },
    ]),
  ),
  "sign-flipped": {
    is: times(-1),
    step: 3,
    says: "All signs are turned: the difference is a − y. A step against these gradients raises the loss.",
  },
  "weights-transposed": {
    is: ({ right }) => ({ ...right, dW: transpose(right.dW) }),
    step: 7,
    says: "dW is in × out. The weights are out × in here, so dW has one row an output unit: δᵀA₁.",
  },
  "bias-averaged-again": {
    is: ({ right, A1 }) => ({ ...right, db: right.db.map((b) => b / A1.length) }),
    step: 8,
    says: "db is divided by n once more. The mean of the loss is in δ already; over the examples it is a sum.",
  },
  "weights-averaged-again": {
    is: ({ right, A1 }) => ({
      delta: right.delta,
      dW: right.dW.map((row) => row.map((w) => w / A1.length)),
      db: right.db.map((b) => b / A1.length),
    }),
    step: 6,
    says: "dW and db are divided by n once more. The mean of the loss is in δ already; over the examples they are sums.",
  },
  "bias-of-the-first-example": {
    is: ({ right }) => ({ ...right, db: right.delta[0]! }),
    step: 8,
    says: "db is that of the first example alone. A bias takes part in every example, so its gradient sums over the rows of δ.",
  },
  "outputs-for-inputs": {
    is: ({ right, Aout }) => ({ ...right, dW: product(transpose(right.delta), Aout) }),
    step: 6,
    says: "dW is built with the outputs of the layer. Its weights multiply what comes into it, A₁.",
  },
};
