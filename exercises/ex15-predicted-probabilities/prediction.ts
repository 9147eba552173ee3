/** From features to a probability, and from there to a class. */
import {
  type ArgsOf,
  args,
  atMost,
  claim,
  curedBy,
  equal,
  matrix,
  optional,
  rows,
  scalar,
  stated,
  vector,
} from "../../grader/exercise/form.ts";
import {
  decisionLine,
  logit,
  predictProba as probabilities,
} from "../../reference/linear-models/logistic.ts";
import { dot, num } from "../../reference/numbers/num.ts";
import { sigmoid } from "../../reference/numbers/sigmoid.ts";
import { lift } from "../../reference/numbers/tracked.ts";

const model = args(
  {
    X: matrix("n m", "features, one example a row"),
    w: vector("m", "weights, one a feature", { between: [-2, 2] }),
    b: scalar("bias"),
  },
  { sizes: { n: [3, 7], m: [2, 5] } },
);
type Model = ArgsOf<typeof model>;

const logits = ({ X, w, b }: Model): number[] => X.map((x) => dot(x, w).plus(b).value);
const far = { X: rows([1, 0], [0, 1]), w: [1000, -1000], b: 0 };

export const predictProba = model.answer({
  says: "The probability of class 1 for every example. No logit may give NaN but NaN itself.",
  formula: String.raw`p_i = \sigma(w \cdot x_i + b)`,
  returns: vector("n", "probabilities p, one an example"),
  is: ({ X, w, b }) => probabilities(X, w, b),
  example: { X: rows([0, 1], [2, 1]), w: [1, -2], b: 1 },
  edges: {
    "weights 0": {
      given: { X: rows([1, 2], [-3, 0.5], [0, 4]), w: [0, 0], b: -1 },
      says: "Without weights every example has the probability σ(b).",
    },
    "one example": {
      given: { X: rows([1, -2, 0.5]), w: [0.5, 1, 2], b: 1 },
      says: "One example has a list of one probability.",
    },
    "on the line": {
      given: { X: rows([1, 2], [3, 1]), w: [0.5, 1], b: -2.5 },
      expected: [0.5, 0.5],
      says: "Both logits are 0, and the probability is 1/2.",
    },
    "logits 1000 and -1000": {
      given: far,
      expected: [1, 0],
      says: "Far from the line the probabilities are 1 and 0.",
      ifNaN: "e^1000 is Infinity, and Infinity/Infinity is NaN.",
    },
    "a feature that is NaN": {
      given: { X: rows([1, Number.NaN], [0, 1]), w: [1, 1], b: 0 },
      says: "The first probability is NaN, and the second is not.",
      ifNumber: "NaN is not hidden.",
    },
  },
  laws: {
    "the opposite model, −w and −b, gives 1 − p": (f, { w, b }) =>
      equal(
        f({ w: w.map((wj) => -wj), b: -b }),
        f().map((p) => num(1).minus(p)),
      ),
    "the odds bring the logit back: ln(p/(1 − p)) = w·x + b": (f, data) => {
      const z = logits(data);
      return z.every((zi) => Math.abs(zi) < 10) && equal(f().map(logit), z);
    },
    "on the line w₁x₁ + w₂x₂ + b = 0 the probability is 1/2": (f, { X, w: [first = 0], b }) => {
      const w = [first, -1.5];
      const onLine = X.map(([x1]) => [num(x1!), decisionLine(lift(w), num(b), num(x1!))]);
      return equal(
        f({ X: onLine, w, b }),
        X.map(() => 0.5),
      );
    },
    "three times w and b: every p stays on its side of 1/2, and moves away from it": (f, { w, b }) => {
      const [gentle, steep] = [f(), f({ w: w.map((wj) => 3 * wj), b: 3 * b })];
      const beyond = gentle.map((p, i) => p.minus(0.5).times(steep[i]!.minus(p)));
      return beyond.map((product) => atMost(0, product));
    },
  },
  mistakes: {
    "bias-forgotten": {
      is: (data) => logits({ ...data, b: 0 }).map(sigmoid),
      step: 3,
      says: "The bias b is missing from the logit. Without it every line between the classes goes through the origin.",
    },
    "bias-subtracted": {
      is: (data) => logits({ ...data, b: -data.b }).map(sigmoid),
      step: 3,
      says: "The bias is subtracted. The logit is w·x + b.",
    },
    "bias-for-each-feature": {
      is: (data) => logits({ ...data, b: data.w.length * data.b }).map(sigmoid),
      step: 3,
      says: "The bias is added once for every feature. It is added once to each logit.",
    },
    "logit-for-probability": {
      is: logits,
      step: 4,
      says: "These are the logits w·x + b, which may be any number. The sigmoid makes probabilities of them.",
    },
    "other-class": {
      is: ({ right }) => right.map((p) => 1 - p),
      step: 4,
      says: "This is 1 − p, the probability of class 0. Asked for is that of class 1.",
    },
    "class-for-probability": {
      is: ({ right }) => right.map((p) => (p >= 0.5 ? 1 : 0)),
      step: 6,
      says: "These are the classes, 0 or 1. How sure the model is, the probability, comes first: what follows needs it.",
    },
    "sigmoid-before-the-bias": {
      is: (data) => logits({ ...data, b: 0 }).map((z) => sigmoid(z) + data.b),
      step: 4,
      says: "The bias is added after the sigmoid. It belongs to the logit inside: σ(w·x + b) stays between 0 and 1.",
    },
  },
});

const cut = args(
  {
    p: vector("n", "probabilities of class 1", { domain: "probability" }),
    threshold: optional(
      scalar("smallest probability that counts as class 1", {
        domain: "probability",
        // One in two is met exactly by an example.
        draw: (draw, { p }) => (draw.integer(0, 1) === 0 ? draw.pick(p as number[]) : draw.probability()),
      }),
      0.5,
    ),
  },
  { sizes: { n: [3, 7] } },
);
type Cut = ArgsOf<typeof cut>;

const classes = ({ p, threshold = 0.5 }: Cut): number[] => p.map((pi) => (pi >= threshold ? 1 : 0));

export const predictClass = cut.answer({
  says: "The class of every example: 1 where its probability is at least the threshold, and 0 elsewhere.",
  formula: String.raw`\hat y_i = 1 \text{ if } p_i \ge t, \text{ else } 0`,
  returns: vector("n", "classes, one an example", { domain: "binary" }),
  is: (_, given) => classes(given).map(num),
  example: { p: [0.25, 0.75, 0.5], threshold: undefined },
  edges: {
    "a tie": {
      given: { p: [0.5, 0.25, 0.5], threshold: undefined },
      says: "p = ½ is class 1: the threshold itself counts.",
    },
    "threshold 0": {
      given: { p: [0, 0.25, 1], threshold: 0 },
      says: "No probability is below 0: all are class 1. A threshold of 0 is given, not left out.",
    },
    "threshold 1": { given: { p: [0.75, 1, 0.5], threshold: 1 }, says: "Only certainty is class 1." },
    "one example": {
      given: { p: [0.75], threshold: undefined },
      says: "One example has a list of one class.",
    },
    "no examples": {
      given: { p: [], threshold: undefined },
      says: "There are no classes of no examples: the list is empty.",
    },
  },
  laws: {
    "a higher threshold makes no 0 a 1": (f, { threshold = 0.5 }) => {
      const [before, after] = [f(), f({ threshold: (threshold + 1) / 2 })];
      return after.map((label, i) => atMost(label, before[i]!));
    },
    "at the threshold of its own probability an example is class 1, and a little above it class 0": (
      f,
      { p: [first = 0.5] },
    ) => {
      const [at, above] = [f({ threshold: first }), f({ threshold: first + 1e-6 })];
      return [
        stated("at its own probability", equal(at[0]!, 1)),
        stated("a little above", equal(above[0]!, 0)),
      ];
    },
    "the more probable of two examples has no lower class": (f, { p }) => {
      const labels = f().map(({ value }) => value);
      const sorted = labels.toSorted((a, b) => a - b);
      const byProbability = p.map((_, i) => i).toSorted((i, k) => p[i]! - p[k]!);
      return claim(
        byProbability.every((i, rank) => labels[i] === sorted[rank]),
        "classes that rise with p",
        labels,
      );
    },
  },
  mistakes: curedBy(6, {
    "tie-below": {
      is: ({ p, threshold = 0.5 }) => p.map((pi) => (pi > threshold ? 1 : 0)),
      says: "A probability equal to the threshold is taken for class 0. The tie belongs to class 1: p ≥ t.",
    },
    "threshold-ignored": {
      is: ({ p }) => classes({ p, threshold: 0.5 }),
      says: "The threshold is 1/2 whatever is handed over. That is its value only where it is left out.",
    },
    "threshold-of-the-logit": {
      is: ({ p }) => classes({ p, threshold: 0 }),
      says: "This compares with 0, so that all are class 1. 0 is the threshold of the logit z; that of the probability is t.",
    },
    "classes-exchanged": {
      is: (given) => classes(given).map((label) => 1 - label),
      says: "The classes have changed places. p is the probability of class 1, so a high p is class 1.",
    },
    "sign-for-class": {
      is: (given) => classes(given).map((label) => 2 * label - 1),
      says: "These are the labels −1 and 1. The classes here are 0 and 1.",
    },
  }),
});
