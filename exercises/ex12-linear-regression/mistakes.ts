/** Wrong formulas of linear regression, in plain numbers. */
import { curedBy, type Mistakes, scaled, times } from "../../grader/exercise/form.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { mean } from "../../reference/numbers/plain.ts";
import type { Backward, Forward, Info, Matrix, Weights } from "./args.ts";

type Passed = { info: Info; loss: number };

const residualsOf = ({ y, P }: Pick<Info, "y" | "P">): number[] => y.map(([yi], i) => yi! - P[i]![0]!);

/** −(2/n) Xᵀ e and −(2/n) Σ e for what stands for the residuals e. */
const gradientsOf = (X: Matrix, e: readonly number[]): Weights => ({
  W: transpose(X).map((column) => [-2 * mean(column.map((x, i) => x * e[i]!))]),
  B: [[-2 * mean(e)]],
});

const lossOnly =
  (loss: (given: Forward & { right: Passed }) => number) =>
  (given: Forward & { right: Passed }): Passed => ({ info: given.right.info, loss: loss(given) });

export const forwardMistakes: Mistakes<Forward, Passed> = curedBy(2, {
  "bias-forgotten": {
    is: ({ right: { info } }) => ({
      info: { ...info, P: info.N },
      loss: mean(residualsOf({ y: info.y, P: info.N }).map((e) => e ** 2)),
    }),
    step: 1,
    says: "The bias is missing from the predictions: P is N + B, with the same B in every row.",
  },
  "bias-in-the-weighted-inputs": {
    is: ({ right: { info, loss } }) => ({ info: { ...info, N: info.P }, loss }),
    step: 1,
    says: "N has the bias in it. The first part of the graph gives N = XW; the bias comes after it, in P.",
  },
  "sum-for-mean": {
    is: lossOnly(({ right, X }) => right.loss * X.length),
    says: "The loss is the sum of the squared residuals. It is their mean: divide by the number of examples.",
  },
  "half-mean": {
    is: lossOnly(({ right }) => right.loss / 2),
    says: "There is an extra factor ½. Some texts use it to cancel the 2 of the derivative; this loss is the plain mean.",
  },
  "root-of-the-mean": {
    is: lossOnly(({ right }) => Math.sqrt(right.loss)),
    says: "The loss is the root of the mean squared residual. It is the mean itself.",
  },
  "square-of-the-mean": {
    is: lossOnly(({ right }) => mean(residualsOf(right.info)) ** 2),
    says: "The mean is taken before the square, so residuals of opposite sign cancel. Each residual is squared by itself.",
  },
  "every-target-with-every-prediction": {
    is: lossOnly(({ right: { info } }) =>
      mean(info.y.flatMap(([yi]) => info.P.map(([p]) => (yi! - p!) ** 2))),
    ),
    says: "Every target is set against every prediction, n × n differences. Each target belongs to the prediction in its own row.",
  },
  "mean-over-the-inputs": {
    is: lossOnly(({ right, X }) => (right.loss * X.length) / X[0]!.length),
    says: "The sum of the squares is divided by the number of inputs. There is one residual an example: divide by n, the number of rows.",
  },
});

export const gradientMistakes: Mistakes<Backward, Weights> = {
  "sum-for-mean": {
    is: times("n"),
    step: 3,
    says: "The 1/n is missing. This is the gradient of the summed squares; the loss is a mean, so its gradient is one too.",
  },
  "sign-flipped": {
    is: times(-1),
    step: 3,
    says: "The sign is flipped. The prediction is subtracted in y − P, so the derivative by P has a minus.",
  },
  "factor-two-forgotten": {
    is: times(1 / 2),
    step: 3,
    says: "The factor 2 is missing. It is the derivative of the square.",
  },
  "divided-by-n-twice": {
    is: times("1/n"),
    step: 4,
    says: "It is divided by n once more. The 1/n of the mean is in the derivative by P already; over the examples it is a sum.",
  },
  "bias-for-each-example": {
    is: ({ info, right: { W } }) => ({ W, B: residualsOf(info).map((e) => [(-2 * e) / info.X.length]) }),
    step: 4,
    says: "The derivative by B has a row for each example. B is one number that takes part in every row, so the rows are summed: [[Σ gᵢ]].",
  },
  "bias-of-the-first-example": {
    is: ({ info, right: { W } }) => ({ W, B: [[(-2 * residualsOf(info)[0]!) / info.X.length]] }),
    step: 4,
    says: "The derivative by B is that of the first example alone. B takes part in every row, so the rows are summed.",
  },
  "bias-summed": {
    is: ({ info, right: { W, B } }) => ({ W, B: scaled(B, info.X.length) }),
    step: 4,
    says: "The derivative by B has no 1/n, that by W has it. Both begin with the derivative by P, where the 1/n is.",
  },
  "weights-summed": {
    is: ({ info, right: { W, B } }) => ({ W: scaled(W, info.X.length), B }),
    step: 5,
    says: "The derivative by W has no 1/n, that by B has it. Both begin with the derivative by P, where the 1/n is.",
  },
  "bias-averaged": {
    is: ({ info, right: { W, B } }) => ({ W, B: scaled(B, 1 / info.X.length) }),
    step: 4,
    says: "The derivative by B is divided by n once more. The 1/n of the mean is in the derivative by P already; over the examples it is a sum.",
  },
  "square-kept": {
    is: ({ info }) =>
      gradientsOf(
        info.X,
        residualsOf(info).map((e) => e ** 2),
      ),
    step: 3,
    says: "The residual is still squared. The derivative of (y − P)² by P is −2(y − P), with the residual to the first power.",
  },
  "bias-left-out-of-the-residual": {
    is: ({ info }) => gradientsOf(info.X, residualsOf({ y: info.y, P: info.N })),
    step: 1,
    says: "The residual is taken as y − N. N is without the bias; the prediction is P.",
  },
  "predictions-for-residuals": {
    is: ({ info }) =>
      gradientsOf(
        info.X,
        info.P.map(([p]) => p!),
      ),
    step: 3,
    says: "The predictions stand where the residuals belong. What counts is how far they are from the targets: y − P.",
  },
};
