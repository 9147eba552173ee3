import {
  define,
  defineExercise,
  type InputsOf,
  type CallsLaw as Law,
} from "../../grader/exercise/exercise.ts";
import { aNumber, aVector } from "../../grader/exercise/inputs.ts";
import { equal } from "../../grader/exercise/relations.ts";
import { scalar } from "../../grader/exercise/types.ts";
import { leastSquaresLine } from "../../reference/least-squares.ts";
import { mseLoss } from "../../reference/line.ts";
import { mean, Num } from "../../reference/num.ts";

const line = { x: aVector("n"), y: aVector("n"), w: aNumber(), b: aNumber() };
export type Line = InputsOf<typeof line>;

const zeroAtLeastSquares: Law<Line> = {
  says: "the gradient is 0 at the least-squares line",
  when: ({ x }) => new Set(x).size > 1,
  calls: (data) => [{ ...data, ...leastSquaresLine(data.x, data.y) }],
  holds: ([atOptimum]: Num[]) => equal(atOptimum!, 0),
};

const unchangedByDuplication: Law<Line> = {
  says: "duplicating the data leaves the gradient unchanged",
  calls: (data) => [data, { ...data, x: [...data.x, ...data.x], y: [...data.y, ...data.y] }],
  holds: ([once, twice]: Num[]) => equal(twice!, once!),
};

const affine: Law<Line> = {
  says: "a step in (w, b) changes the gradient by the same amount wherever it starts",
  calls: (data) => [
    data,
    { ...data, w: data.w + 1, b: data.b - 0.5 },
    { ...data, w: 0, b: 0 },
    { ...data, w: 1, b: -0.5 },
  ],
  holds: ([here, stepped, origin, fromOrigin]: Num[]) =>
    equal(stepped!.minus(here!), fromOrigin!.minus(origin!)),
};

const SHIFT = 1.5;

const meanResidual = ({ x, y, w, b }: Line): Num =>
  mean(x.map((xi, i) => new Num(y[i]!).minus(new Num(w).times(xi).plus(b))));

const movesWithTheOrigin: Law<Line> = {
  says: "moving the origin, x + c with b − w·c, adds c times the gradient by b",
  calls: (data) => [data, { ...data, x: data.x.map((xi) => xi + SHIFT), b: data.b - data.w * SHIFT }],
  holds: ([before, after]: Num[], data) => equal(after!, before!.plus(meanResidual(data).times(-2 * SHIFT))),
};

const isTwiceTheMeanError: Law<Line> = {
  says: "the gradient is −2 times the mean of the residuals",
  calls: (data) => [data],
  holds: ([answer]: Num[], data) => equal(answer!, meanResidual(data).times(-2)),
};

const edges = {
  "one example": { given: { x: [2], y: [5], w: 0.5, b: 1 } },
  "all x equal": {
    given: { x: [3, 3, 3], y: [1, -2, 0.5], w: 0.5, b: 1 },
    says: "w and b cannot be told apart, yet the gradient is defined.",
  },
  "exact fit": {
    given: { x: [-1, 0, 2], y: [-1, 1, 5], w: 2, b: 1 },
    says: "Every residual is 0, so the gradient is 0.",
  },
};

export default defineExercise({
  title: "Gradients of the mean squared error",
  unit: 2,
  unitTitle: "Linear regression",
  source: "Machine Learning Visualized, 0.1.4 and 0.1.5",
  requires: ["ex09", "ex02"],
  derivation: "mse-line",
  symbols: {
    x: "inputs, one number an example",
    y: "targets, one number an example",
    w: "slope of the line",
    b: "intercept of the line",
    n: "number of examples",
    L: "mean squared error, (1/n) Σ (yᵢ − (w xᵢ + b))²",
  },
  functions: {
    mseLossDw: define<Line>({
      inputs: line,
      returns: scalar(),
      gradient: { name: "mseLoss", of: ({ x, y, w, b }) => mseLoss(x, y, w, b), by: ({ w }) => w },
      edges,
      laws: [zeroAtLeastSquares, unchangedByDuplication, affine, movesWithTheOrigin],
    }),
    mseLossDb: define<Line>({
      inputs: line,
      returns: scalar(),
      gradient: { name: "mseLoss", of: ({ x, y, w, b }) => mseLoss(x, y, w, b), by: ({ b }) => b },
      edges,
      laws: [
        zeroAtLeastSquares,
        unchangedByDuplication,
        affine,
        isTwiceTheMeanError,
        {
          says: "raising every target by 1 lowers the gradient by 2",
          calls: (data) => [data, { ...data, y: data.y.map((yi) => yi + 1) }],
          holds: ([before, after]: Num[]) => equal(after!, before!.minus(2)),
        },
      ],
    }),
  },
  hints: [
    "Which part of the loss depends on w? Write L for a single example first and ask what changes when w grows a little.",
    "The square has an outer derivative, 2·(residual), and an inner one. What is the derivative of yᵢ − (w xᵢ + b) by w? And by b?",
    "∂L/∂w = −(2/n) Σ xᵢ (yᵢ − (w xᵢ + b)). The one by b is the same sum without the factor xᵢ.",
  ],
});
