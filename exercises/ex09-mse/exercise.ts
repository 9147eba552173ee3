import {
  define,
  defineExercise,
  type InputsOf,
  type CallsLaw as Law,
} from "../../grader/exercise/exercise.ts";
import { aNumber, aVector } from "../../grader/exercise/inputs.ts";
import { claim, equal } from "../../grader/exercise/relations.ts";
import { scalar, vector } from "../../grader/exercise/types.ts";
import { mseLoss, predictLine } from "../../reference/line.ts";
import { mean, type Num } from "../../reference/num.ts";
import { lift } from "../../reference/tracked.ts";

const inputs = { x: aVector("n"), w: aNumber(), b: aNumber() };
export type Line = InputsOf<typeof inputs>;

const data = { x: aVector("n"), y: aVector("n"), w: aNumber(), b: aNumber() };
export type Data = InputsOf<typeof data>;

const residualsOf = (given: Data): Num[] => {
  const { x, y, w, b } = lift(given);
  const prediction = predictLine(x, w, b);
  return y.map((yi, i) => yi.minus(prediction[i]!));
};
const predictionOf = ({ x, w, b }: Line): number[] => x.map((xi) => w * xi + b);
const reversed = (v: readonly number[]): number[] => [...v].reverse();

/** Any factor but 1 and −1: those leave the square as it is. */
const FACTOR = -3;
const SHIFT = 2.5;

const zeroOnTheLine: Law<Data> = {
  says: "the loss is 0 if all points lie on the line",
  calls: (given) => [{ ...given, y: predictionOf(given) }],
  holds: ([loss]: Num[]) => equal(loss!, 0),
};

const positiveOffTheLine: Law<Data> = {
  says: "the loss is above 0 as soon as one point leaves the line",
  calls: (given) => [{ ...given, y: predictionOf(given).map((p, i) => (i === 0 ? p - 1 : p)) }],
  holds: ([loss]: Num[]) => claim(loss!.value > 0, "above 0", loss!.value),
};

const anyOrder: Law<Data> = {
  says: "the order of the examples does not matter",
  calls: (given) => [given, { ...given, x: reversed(given.x), y: reversed(given.y) }],
  holds: ([forward, backward]: Num[]) => equal(backward!, forward!),
};

const unchangedByDuplication: Law<Data> = {
  says: "duplicating the data leaves the loss unchanged",
  calls: (given) => [given, { ...given, x: [...given.x, ...given.x], y: [...given.y, ...given.y] }],
  holds: ([once, twice]: Num[]) => equal(twice!, once!),
};

const shiftsTogether: Law<Data> = {
  says: "raising all targets and the intercept by the same amount leaves the loss unchanged",
  calls: (given) => [given, { ...given, y: given.y.map((yi) => yi + SHIFT), b: given.b + SHIFT }],
  holds: ([before, after]: Num[]) => equal(after!, before!),
};

const scalesWithTheSquare: Law<Data> = {
  says: "scaling y, w and b by k scales the loss by k²",
  calls: (given) => [
    given,
    { ...given, y: given.y.map((yi) => FACTOR * yi), w: FACTOR * given.w, b: FACTOR * given.b },
  ],
  holds: ([before, after]: Num[]) => equal(after!, before!.times(FACTOR ** 2)),
};

const varianceAndBias: Law<Data> = {
  says: "the loss is the variance of the residuals plus the square of their mean",
  calls: (given) => [given],
  holds: ([loss]: Num[], given) => {
    const e = residualsOf(given);
    const centre = mean(e);
    const variance = mean(e.map((ei) => ei.minus(centre).squared()));
    return equal(loss!, variance.plus(centre.squared()));
  },
};

export default defineExercise({
  title: "Mean squared error of a line",
  unit: 2,
  unitTitle: "Linear regression",
  source: "Machine Learning Visualized, 0.1.2",
  requires: ["ex01"],
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
    predictLine: define<Line>({
      inputs,
      returns: vector("n"),
      sizes: { n: [3, 7] },
      reference: ({ x, w, b }) => predictLine(lift(x), lift(w), lift(b)),
      edges: {
        "one example": { given: { x: [2], w: 0.5, b: -1 } },
        "slope 0": { given: { x: [-2, 0, 3], w: 0, b: 1.5 }, says: "A flat line predicts b everywhere." },
        "huge inputs": { given: { x: [1e200, -1e200, 1], w: 0.5, b: 1 } },
      },
      laws: [
        {
          says: "one step to the right changes every prediction by w",
          calls: (given) => [given, { ...given, x: given.x.map((xi) => xi + 1) }],
          holds: ([here, right]: Num[][], { w }) =>
            equal(
              right!,
              here!.map((p) => p.plus(w)),
            ),
        },
        {
          says: "at x = 0 the prediction is b",
          calls: (given) => [{ ...given, x: given.x.map(() => 0) }],
          holds: ([atZero]: Num[][], { x, b }) =>
            equal(
              atZero!,
              x.map(() => b),
            ),
        },
      ],
    }),
    mseLoss: define<Data>({
      inputs: data,
      returns: scalar(),
      sizes: { n: [3, 7] },
      reference: ({ x, y, w, b }) => mseLoss(lift(x), lift(y), lift(w), lift(b)),
      edges: {
        "one example": { given: { x: [2], y: [5], w: 0.5, b: 1 } },
        "exact fit": { given: { x: [-1, 0, 2], y: [-1, 1, 5], w: 2, b: 1 } },
        "no examples": {
          given: { x: [], y: [], w: 1, b: 0 },
          throws: true,
          says: "No examples have no mean: the function throws.",
          ifNaN: "0/0 is NaN, which would travel on unseen.",
        },
        overflow: {
          given: { x: [1, 2, 3], y: [1e200, 0, -1e200], w: 1, b: 0 },
          expected: Number.POSITIVE_INFINITY,
          says: "The square of 1e200 is beyond the largest number: Infinity is right.",
          ifNaN: "No square is negative, so that no two infinities can cancel.",
        },
      },
      laws: [
        zeroOnTheLine,
        positiveOffTheLine,
        anyOrder,
        unchangedByDuplication,
        shiftsTogether,
        scalesWithTheSquare,
        varianceAndBias,
      ],
    }),
  },
  hints: [
    "What does the line say for one xᵢ, and how far is that from yᵢ? Why would adding up these distances as they are hide a bad line?",
    "Three steps for each example: predict, subtract, square. What turns the total into a number that does not grow with n, and what becomes of it when there are no examples?",
    "Add up (yᵢ − (w xᵢ + b))² with the brackets in place, divide once by n, and throw before that if n is 0.",
  ],
});
