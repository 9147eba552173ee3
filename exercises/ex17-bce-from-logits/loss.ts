/** The loss of logistic regression from its logits, which no sigmoid has rounded. */
import {
  type ArgsOf,
  args,
  atMost,
  curedBy,
  equal,
  scalar,
  times,
  vector,
} from "../../grader/exercise/form.ts";
import { binaryCrossEntropy } from "../../reference/linear-models/likelihood.ts";
import { bceWithLogits as lossOf } from "../../reference/linear-models/logistic.ts";
import { sigmoid } from "../../reference/linear-models/sigmoid.ts";
import { mean, num } from "../../reference/numbers/num.ts";
import { sigmoid as plainSigmoid, softplus } from "../../reference/numbers/sigmoid.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { overflowed } from "./args.ts";

const data = args(
  {
    yTrue: vector("n", "labels y; a share in between is a soft label", { domain: "binary" }),
    // To 5 either way a loss by way of σ is right; what it loses further out, the edge cases tell.
    z: vector("n", "logits, any numbers", { between: [-5, 5] }),
  },
  { sizes: { n: [3, 7] } },
);
type Data = ArgsOf<typeof data>;

/** The mean of something of each example. */
const meanOf = ({ yTrue, z }: Data, term: (y: number, z: number) => number): number =>
  mean(z.map((zi, i) => num(term(yTrue[i]!, zi)))).value;
const twofold = (list: readonly number[]): number[] => [...list, ...list];
/** The list with another first entry. */
const firstAs = (first: number, [, ...others]: readonly number[]): number[] => [first, ...others];

const infinite = "e^1000 is Infinity, and σ(1000) is 1, so that ln(1 − σ) is −Infinity.";
const timesZero = "σ(1000) is 1, and 0·ln(1 − 1) is NaN. Stay with the logit.";

export const bceWithLogits = data.answer({
  says: "Binary cross-entropy from logits, a mean over the examples. No logit may overflow.",
  formula: String.raw`L = -\frac{1}{n} \sum_i [y_i z_i - \ln(1 + e^{z_i})]`,
  returns: scalar("L, at least 0"),
  is: ({ yTrue, z }) => lossOf(yTrue, z),
  example: { yTrue: [1, 0], z: [2, 1] },
  edges: {
    "logits of 0": { given: { yTrue: [1, 0, 0], z: [0, 0, 0] }, says: "Every label costs ln 2." },
    "one example": { given: { yTrue: [0], z: [-1.5] }, says: "The mean of one term is that term." },
    "soft labels": {
      given: { yTrue: [0.5, 0.25], z: [0, 2] },
      says: "A share goes into the formula as it is.",
      ifNumber: "To choose a formula by the label is right for the labels 0 and 1 alone.",
    },
    "1000 and -1000, both wrong": {
      given: { yTrue: [0, 1], z: [1000, -1000] },
      expected: 1000,
      says: "Certain and wrong costs |z|, here 1000 for each.",
      ifInfinite: infinite,
      ifNaN: timesZero,
      ifNumber: "Clipping a probability would hide how wrong it is.",
    },
    "1000 and -1000, both right": {
      given: { yTrue: [1, 0], z: [1000, -1000] },
      expected: 0,
      says: "Certain and right costs 0.",
      ifInfinite: overflowed,
      ifNaN: timesZero,
    },
    "logit 40, label 0": {
      given: { yTrue: [0], z: [40] },
      expected: 40,
      says: "The loss is 40.",
      ifInfinite: "σ(40) rounds to 1, and ln(1 − 1) is −Infinity. Stay with the logit.",
      ifNumber: "σ(40) rounds to 1, and by way of it nothing of the 40 is left.",
    },
    "logit 30, label 0": {
      given: { yTrue: [0], z: [30] },
      says: "The loss is 30 and 1e-13.",
      ifNumber: "By way of σ, 1 − σ(30) has three right digits left, and so does what is made of it.",
    },
    "a logit that is NaN": {
      given: { yTrue: [1, 0], z: [Number.NaN, 1] },
      says: "The loss is NaN: NaN is not hidden.",
    },
  },
  laws: {
    "it is the cross-entropy of ŷ = σ(z)": (f, { yTrue, z }) =>
      equal(f(), binaryCrossEntropy(lift(yTrue), lift(z).map(sigmoid))),
    "both classes exchanged, 1 − y and −z, change nothing": (f, { yTrue, z }) =>
      equal(f({ yTrue: yTrue.map((y) => 1 - y), z: z.map((zi) => -zi) }), f()),
    "a first label of 1/4 has three quarters of the loss with 0 and one quarter of that with 1": (
      f,
      { yTrue },
    ) => {
      const [zero, one] = [f({ yTrue: firstAs(0, yTrue) }), f({ yTrue: firstAs(1, yTrue) })];
      return equal(f({ yTrue: firstAs(0.25, yTrue) }), zero.times(0.75).plus(one.times(0.25)));
    },
    "the loss lies above its tangents: by zᵢ the slope is (σ(zᵢ) − yᵢ)/n": (
      f,
      { yTrue: [y = 0], z: [first = 0, ...others] },
    ) => {
      const slope = sigmoid(num(first))
        .minus(y)
        .over(others.length + 1);
      return [-1, 1].map((step) => atMost(f().plus(slope.times(step)), f({ z: [first + step, ...others] })));
    },
    "duplicating the data leaves the loss unchanged": {
      claims: (f, { yTrue, z }) => equal(f({ yTrue: twofold(yTrue), z: twofold(z) }), f()),
      ifBroken: "Is there a 1/n?",
    },
  },
  mistakes: curedBy(5, {
    "label-term-added": {
      is: (given) => meanOf(given, (y, z) => softplus(z) + y * z),
      says: "The label's term is added: ln(1 + e^z) + y·z. It is subtracted, so that a large logit is cheap for the label 1.",
    },
    "zeros-do-not-count": {
      is: (given) => meanOf(given, (y, z) => y * softplus(-z)),
      says: "Only the label 1 costs anything here. A label 0 costs ln(1 + e^z), with the share 1 − y.",
    },
    "exponent-sign-lost": {
      is: (given) => meanOf(given, (y, z) => softplus(-z) - y * z),
      says: "This is ln(1 + e^(−z)) − y·z. With −z in the exponent the other term would be (1 − y)·z, added.",
    },
    "plus-minus-form": {
      is: (given) => meanOf(given, (y, z) => softplus(-y * z)),
      says: "This is ln(1 + e^(−yz)), the form for labels of −1 and 1. With the label 0 it costs ln 2, whatever z is.",
    },
    "sum-for-mean": {
      is: times("n"),
      step: 1,
      says: "The 1/n is missing. The loss is a mean over the examples.",
    },
    "sign-flipped": {
      is: times(-1),
      says: "The minus in front is missing. A loss of logistic regression is never below 0.",
    },
    "label-term-forgotten": {
      is: (given) => meanOf(given, (_, z) => softplus(z)),
      says: "The term y·z is missing: this is the loss as if every label were 0.",
    },
    "all-labels-one": {
      is: (given) => meanOf(given, (_, z) => softplus(-z)),
      step: 2,
      says: "This is the mean of −ln σ(z), the loss as if every label were 1.",
    },
    "labels-exchanged": {
      is: (given) => meanOf(given, (y, z) => softplus(z) - (1 - y) * z),
      says: "1 − y stands where y belongs: this rewards the wrong class. The logit is subtracted where the label is 1.",
    },
    "sigmoid-applied-first": {
      is: (given) => meanOf(given, (y, z) => softplus(plainSigmoid(z)) - y * plainSigmoid(z)),
      says: "The sigmoid is applied first, and the formula takes its value for a logit. The sigmoid is in the formula already.",
    },
    "corner-forgotten": {
      is: (given) => meanOf(given, (y, z) => Math.max(z, 0) - y * z),
      step: 7,
      says: "The term ln(1 + e^(−|z|)) is missing. Without it a right guess costs nothing, however unsure it is.",
    },
    "bars-forgotten": {
      is: (given) => meanOf(given, (y, z) => Math.max(z, 0) - y * z + softplus(-z)),
      step: 7,
      says: "The bars are missing: beside max(z, 0) the exponent is −|z|. For a negative z, e^(−z) is large.",
    },
  }),
});
