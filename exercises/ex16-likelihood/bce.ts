/** The mean surprise at the labels: the loss of logistic regression. */
import {
  type ArgsOf,
  args,
  atMost,
  equal,
  optional,
  scalar,
  times,
  vector,
} from "../../grader/exercise/form.ts";
import { binaryCrossEntropy, EPS } from "../../reference/linear-models/likelihood.ts";
import { type Num, num } from "../../reference/numbers/num.ts";
import { total } from "../../reference/numbers/plain.ts";
import { each, labels, logChance, mirrored, sizes, type Vector } from "./args.ts";
import { likelihood } from "./likelihoods.ts";

const data = args(
  {
    yTrue: labels,
    yPred: vector("n", "predicted probabilities of class 1, ŷ", { domain: "probability" }),
    eps: optional(
      scalar("predictions are clipped to the interval from eps to 1 − eps", {
        domain: "positive",
        draw: (draw) =>
          draw.family === "quarters" ? draw.pick([0.0625, 0.125, 0.25]) : 10 ** draw.between(-3, -1),
      }),
      EPS,
    ),
  },
  {
    sizes,
    // Clipped in each logarithm or before both: where a right prediction is surer than eps allows, that differs.
    accepts: ({ yTrue, yPred, eps = EPS }) =>
      yPred.every(
        (p, i) => isInside(p, eps) || (yTrue[i] === 1 && p < eps) || (yTrue[i] === 0 && p > 1 - eps),
      ),
  },
);
type Data = ArgsOf<typeof data>;

const isInside = (p: number, eps: number): boolean => p >= eps && p <= 1 - eps;
const clip = (p: number, eps = EPS): number => Math.min(Math.max(p, eps), 1 - eps);
/** −(1/n) Σ of something of each example, with predictions clipped. */
const meanLoss = ({ yTrue, yPred, eps }: Data, of: (y: number, p: number) => number): number =>
  -total(
    each(
      yTrue,
      yPred.map((p) => clip(p, eps)),
      of,
    ),
  ) / yTrue.length;
const twofold = (list: Vector): number[] => [...list, ...list];

export const bce = data.answer({
  says: "Binary cross-entropy, a mean over the examples. Predictions are clipped to the interval from eps to 1 − eps, so that no logarithm is infinite.",
  formula: String.raw`L = -\frac{1}{n} \sum_i [y_i \ln \hat y_i + (1 - y_i) \ln(1 - \hat y_i)]`,
  returns: scalar("L, at least 0"),
  is: ({ yTrue, yPred, eps }) => binaryCrossEntropy(yTrue, yPred, eps),
  example: { yTrue: [1, 1, 0], yPred: [0.5, 0.75, 0.25], eps: undefined },
  edges: {
    "one example": {
      given: { yTrue: [0], yPred: [0.25], eps: undefined },
      says: "The mean of one term is that term.",
    },
    "certain and right": {
      given: { yTrue: [1, 0, 1], yPred: [1, 0, 1], eps: undefined },
      holds: (loss: Num) => [atMost(0, loss), atMost(loss, 1e-11)],
      says: "There is no surprise: the loss is 0, or 1e-12 by the clipping.",
      ifNaN: "0·ln 0 is 0·(−Infinity), and that is NaN. Clip first.",
    },
    "certain and wrong, label 1": {
      given: { yTrue: [1], yPred: [0], eps: undefined },
      says: "ŷ = 0 counts as 1e-12, and the loss is −ln 1e-12, about 27.6.",
      ifNaN: "ln 0 is −Infinity, and times 0 it is NaN. Clip first.",
      ifInfinite: "ln 0 is −Infinity. Clip first.",
    },
    "certain and wrong, label 0": {
      given: { yTrue: [0, 0], yPred: [1, 0.5], eps: undefined },
      says: "ŷ = 1 counts as 1 − 1e-12: the upper end is clipped as the lower one is.",
      ifNaN: "ln(1 − 1) is −Infinity, and times 0 it is NaN. Clip first.",
      ifInfinite: "ln(1 − 1) is −Infinity. Clip first.",
    },
    "an eps of 0.125": {
      given: { yTrue: [1, 0], yPred: [0, 1], eps: 0.125 },
      says: "Both predictions are clipped by eps, and the loss is −ln 0.125.",
    },
    "soft labels": {
      given: { yTrue: [0.5, 0.25], yPred: [0.5, 0.25], eps: undefined },
      says: "A share weighs both logarithms. The best prediction is the share itself, and its loss is not 0.",
      ifNumber: "To choose one logarithm by the label is right for the labels 0 and 1 alone.",
    },
    "a prediction that is NaN": {
      given: { yTrue: [1, 0], yPred: [Number.NaN, 0.5], eps: undefined },
      says: "The loss is NaN: clipping hides no NaN.",
    },
  },
  laws: {
    "where nothing is clipped, the loss is −ln(likelihood)/n": (f, { yTrue, yPred, eps = EPS }, { ask }) =>
      yPred.every((p) => isInside(p, eps)) &&
      equal(f(), ask(likelihood, { y: yTrue, p: yPred }).log().over(-yTrue.length)),
    "both classes exchanged, 1 − y and 1 − ŷ, change nothing": (f, { yTrue, yPred }) =>
      equal(f({ yTrue: mirrored(yTrue), yPred: mirrored(yPred) }), f()),
    "predictions of 1/2 have the loss ln 2, whatever the labels": (f, { yPred }) =>
      equal(f({ yPred: yPred.map(() => 0.5) }), Math.LN2),
    "of all constant predictions the mean of the labels has the least loss": (f, { yTrue }) => {
      const share = total(yTrue) / yTrue.length;
      const at = (p: number): Num => f({ yPred: yTrue.map(() => p), eps: undefined });
      return 0 < share && share < 1 && [share / 2, (1 + share) / 2].map((p) => atMost(at(share), at(p)));
    },
    "duplicating the data leaves the loss unchanged": {
      claims: (f, { yTrue, yPred }) => equal(f({ yTrue: twofold(yTrue), yPred: twofold(yPred) }), f()),
      ifBroken: "Is there a 1/n?",
    },
    "the loss lies above its tangents: by ŷᵢ the slope is (ŷᵢ − yᵢ)/(n·ŷᵢ(1 − ŷᵢ))": (
      f,
      { yTrue, yPred: [p = 0.5, ...others] },
    ) => {
      const at = (first: number): Num => f({ yPred: [first, ...others], eps: undefined });
      const slope = num(p)
        .minus(yTrue[0]!)
        .over(num(p).times(num(1).minus(p)).times(yTrue.length));
      return [(1 - p) / 8, -p / 8].map((step) => atMost(at(p).plus(slope.times(step)), at(p + step)));
    },
  },
  mistakes: {
    "sum-for-mean": {
      is: times("n"),
      step: 5,
      says: "The 1/n is missing. A sum grows with the number of examples, so that losses of two data sets cannot be compared.",
    },
    "zeros-do-not-count": {
      is: (given) => meanLoss(given, (y, p) => y * Math.log(p)),
      step: 4,
      says: "The term (1 − y) ln(1 − ŷ) is missing. Predicting 1 everywhere would cost nothing.",
    },
    "arguments-swapped": {
      is: ({ yTrue, yPred, eps }) => meanLoss({ yTrue: yPred, yPred: yTrue, eps }, logChance),
      step: 8,
      says: "Labels and predictions have changed places. The logarithm is taken of the prediction, never of a label, which is 0 or 1.",
    },
    "base-2": {
      is: times(Math.LOG2E),
      step: 3,
      says: "The logarithm has the base 2. This one is natural, with the base e: Math.log.",
    },
    "labels-exchanged": {
      is: (given) => meanLoss({ ...given, yTrue: mirrored(given.yTrue) }, logChance),
      step: 4,
      says: "y and 1 − y have changed places: this rewards predicting the wrong class. A label 1 weighs ln ŷ.",
    },
    "sign-flipped": {
      is: times(-1),
      step: 5,
      says: "The minus is missing. Logarithms of probabilities are negative, and descent would go for the worst model.",
    },
    "sign-between-the-terms": {
      is: (given) => meanLoss(given, (y, p) => y * Math.log(p) - (1 - y) * Math.log(1 - p)),
      step: 4,
      says: "The second term is subtracted. Both logarithms are negative and both are added; the one minus stands before the whole sum.",
    },
    "squared-error": {
      is: (given) => -meanLoss(given, (y, p) => (p - y) ** 2),
      step: 5,
      says: "This is the mean squared error. The cross-entropy is the mean of −ln of the probability that the label had.",
    },
    "eps-added": {
      is: ({ yTrue, yPred, eps = EPS }) =>
        -total(each(yTrue, yPred, (y, p) => y * Math.log(p + eps) + (1 - y) * Math.log(1 - p + eps))) /
        yTrue.length,
      step: 8,
      says: "eps is added in every logarithm. That moves all predictions; clipping moves only those outside the interval from eps to 1 − eps.",
    },
    "upper-end-unclipped": {
      is: ({ yTrue, yPred, eps = EPS }) =>
        -total(
          each(
            yTrue,
            yPred.map((p) => Math.max(p, eps)),
            logChance,
          ),
        ) / yTrue.length,
      step: 8,
      says: "Predictions are clipped below and not above. What is above 1 − eps counts as 1 − eps.",
    },
    "lower-end-unclipped": {
      is: ({ yTrue, yPred, eps = EPS }) =>
        -total(
          each(
            yTrue,
            yPred.map((p) => Math.min(p, 1 - eps)),
            logChance,
          ),
        ) / yTrue.length,
      step: 8,
      says: "Predictions are clipped above and not below. What is below eps counts as eps.",
    },
    "eps-ignored": {
      is: (given) => meanLoss({ ...given, eps: EPS }, logChance),
      step: 8,
      says: "Whatever eps is, predictions are clipped at 1e-12 or not at all. All below eps count as eps, and all above 1 − eps as that.",
    },
  },
});
