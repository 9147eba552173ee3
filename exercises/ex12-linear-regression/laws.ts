/** What holds for all examples and weights. */
import { equal, type Laws } from "../../grader/exercise/form.ts";
import { mseLoss } from "../../reference/linear-models/line.ts";
import { linearForward } from "../../reference/linear-models/linear-regression.ts";
import { settledFit } from "../../reference/linear-models/settled-fit.ts";
import { type Num, num } from "../../reference/numbers/num.ts";
import { gradient, lift } from "../../reference/numbers/tracked.ts";
import {
  type Backward,
  backwardOf,
  column,
  type Forward,
  type Info,
  type Matrix,
  type Weights,
} from "./args.ts";

const SHIFT = 1.5;
const numbersIn = (A: Matrix): number[] => A.map(([a]) => a!);
const first = (X: Matrix): Matrix => X.map(([x]) => [x!]);
const twice = (A: Matrix): Matrix => [...A, ...A];

export const forwardLaws: Laws<Forward, { info: Info; loss: number }> = {
  "targets that are predicted exactly have the loss 0": (f, { X, y, weights }) => {
    const { P } = linearForward(lift(X), lift(y), lift(weights));
    return equal(f({ y: P }).loss, 0);
  },
  "P is above N by the same B in every row": (f, { weights }) => {
    const { N, P } = f().info;
    return equal(
      P.map(([p], i) => p!.minus(N[i]![0]!)),
      P.map(() => weights.B[0]![0]!),
    );
  },
  "raising all targets and the bias by the same amount leaves the loss unchanged": (
    f,
    { y, weights: { W, B } },
  ) => {
    const raised = (A: Matrix): Matrix => A.map((row) => row.map((a) => a + SHIFT));
    return equal(f({ y: raised(y), weights: { W, B: raised(B) } }).loss, f().loss);
  },
  "a further input that is 0 everywhere changes no prediction": (f, { X, weights: { W, B } }) =>
    equal(f({ X: X.map((row) => [...row, 0]), weights: { W: [...W, [2.5]], B } }).info.P, f().info.P),
  "examples in another order are predicted in that order, with the same loss": (f, { X, y }) => {
    const [turned, straight] = [f({ X: X.toReversed(), y: y.toReversed() }), f()];
    return [equal(turned.info.P.toReversed(), straight.info.P), equal(turned.loss, straight.loss)];
  },
  "with one input it is the line of ex09": (f, { X, y, weights: { W, B } }) => {
    const [w, b] = [W[0]![0]!, B[0]![0]!];
    const loss = mseLoss(lift(numbersIn(X)), lift(numbersIn(y)), num(w), num(b));
    return equal(f({ X: first(X), weights: { W: [[w]], B } }).loss, loss);
  },
};

export const gradientLaws: Laws<Backward, Weights> = {
  "both gradients are 0 at the least-squares weights": (f, { info }) => {
    const best = settledFit(info.X, numbersIn(info.y));
    if (best === undefined) return false;
    const { W, B } = f(backwardOf({ ...info, weights: { W: column(...best.w), B: [[best.b]] } }));
    return [equal(W.flat(), new Array(W.length).fill(0)), equal(B[0]![0]!, 0)];
  },
  "duplicating the data changes nothing": {
    claims: (f, { info, weights }) =>
      equal(f(backwardOf({ X: twice(info.X), y: twice(info.y), weights })), f()),
    ifBroken: "Is there a 1/n?",
  },
  "the order of the examples does not matter": (f, { info, weights }) =>
    equal(f(backwardOf({ X: info.X.toReversed(), y: info.y.toReversed(), weights })), f()),
  "the weight of an input that is 1 everywhere has the gradient of the bias": (f, { info, weights }) => {
    const X = info.X.map(([_, ...others]) => [1, ...others]);
    const { W, B } = f(backwardOf({ X, y: info.y, weights }));
    return equal(W[0]![0]!, B[0]![0]!);
  },
  "an input in units half as large, with half the weight, has twice the gradient": (f, { info, weights }) => {
    const X = info.X.map(([x, ...others]) => [2 * x!, ...others]);
    const W = weights.W.map(([w], j) => [j === 0 ? w! / 2 : w!]);
    const [halved, whole] = [f(backwardOf({ X, y: info.y, weights: { ...weights, W } })), f()];
    return [
      equal(
        halved.W.flat(),
        whole.W.flat().map((slope, j) => slope.times(j === 0 ? 2 : 1)),
      ),
      equal(halved.B, whole.B),
    ];
  },
  "with one input they are the gradients of the line": (f, { info, weights }) => {
    const line = lift({ w: weights.W[0]![0]!, b: weights.B[0]![0]! });
    const loss = mseLoss(lift(numbersIn(first(info.X))), lift(numbersIn(info.y)), line.w, line.b);
    const [dw, db] = gradient(loss, [line.w, line.b]) as Num[];
    const one = { W: [[weights.W[0]![0]!]], B: weights.B };
    const { W, B } = f(backwardOf({ X: first(info.X), y: info.y, weights: one }));
    return [equal(W[0]![0]!, dw!), equal(B[0]![0]!, db!)];
  },
};
