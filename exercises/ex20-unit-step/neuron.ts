/** The net input of every example, and its class. */
import { atMost, curedBy, equal, negated, rows, scaled, vector } from "../../grader/exercise/form.ts";
import { classOf, netInputs } from "../../reference/linear-models/neuron.ts";
import { num } from "../../reference/numbers/num.ts";
import { total } from "../../reference/numbers/plain.ts";
import { nets, type Predicted, predicted, weighted } from "./args.ts";
import { atTheThreshold, halfForNone, ignored, signs } from "./step.ts";

const classes = (given: Predicted, threshold = given.threshold ?? 0): number[] =>
  nets(given).map((z) => (z >= threshold ? 1 : 0));

export const netInput = weighted.answer<number[]>({
  says: "The net input of every example.",
  formula: String.raw`z_i = w \cdot x_i + b`,
  returns: vector("n", "net inputs z, one an example"),
  is: ({ X, w, b }) => netInputs(X, w, b),
  example: { X: rows([1, 2], [0, 3], [1, 0]), w: [2, 0.5], b: -2 },
  edges: {
    "weights 0": {
      given: { X: rows([1, 2], [-3, 0.5], [0, 4]), w: [0, 0], b: -1 },
      says: "Without weights every net input is the bias.",
    },
    "one feature": { given: { X: rows([2], [-1], [3]), w: [-0.5], b: 1 }, says: "Each sum has one term." },
    "one example": {
      given: { X: rows([1, -2, 0.5]), w: [0.5, 1, 2], b: 1 },
      says: "One example has a list of one net input.",
    },
    "no examples": {
      given: { X: [], w: [1, 2], b: 1 },
      says: "There are no net inputs of no examples: the list is empty.",
    },
    "a feature that is NaN": {
      given: { X: rows([1, Number.NaN], [0, 1]), w: [1, 1], b: 0 },
      says: "The first net input is NaN, and the second is not.",
      ifNumber: "NaN is not hidden.",
    },
  },
  laws: {
    "without a bias it is linear: z(X + 2X′) = z(X) + 2·z(X′)": (f, { X }, { draw }) => {
      const other = X.map((x) => x.map(() => draw.real()));
      const both = X.map((x, i) => x.map((xj, j) => xj + 2 * other[i]![j]!));
      const [z, z2] = [f({ b: 0 }), f({ X: other, b: 0 })];
      return equal(
        f({ X: both, b: 0 }),
        z.map((zi, i) => zi.plus(z2[i]!.times(2))),
      );
    },
    "a feature that is always 1, with the weight b, stands for the bias": (f, { X, w, b }) =>
      equal(f({ X: X.map((x) => [...x, 1]), w: [...w, b], b: 0 }), f()),
    "w and b times 3 give three times the net input": (f, { w, b }) =>
      equal(f({ w: scaled(w, 3), b: 3 * b }), scaled(f(), 3)),
  },
  mistakes: curedBy(1, {
    "weights-over-examples": {
      is: ({ X, w, b }) => w.map((_, j) => total(X.map((x, i) => w[i]! * x[j]!)) + b),
      step: 2,
      says: "The sum runs down the columns, as if each example had a weight. A weight belongs to a feature, and z to an example.",
    },
    "products-averaged": {
      is: ({ X, w, b }) => nets({ X, w: scaled(w, 1 / w.length), b }),
      says: "The products are averaged over the features. The net input is their sum.",
    },
    "bias-multiplied": {
      is: ({ X, w, b }) => nets({ X, w, b: 0 }).map((z) => b * z),
      says: "The weighted sum is multiplied by the bias. The bias is added.",
    },
    "bias-in-every-term": {
      is: ({ w, b, ...given }) => nets({ ...given, w, b: w.length * b }),
      says: "The bias is added with every feature. It counts once, after the sum.",
    },
    "bias-forgotten": {
      is: (given) => nets({ ...given, b: 0 }),
      says: "The bias is missing. The net input is w·x + b.",
    },
    "bias-subtracted": {
      is: (given) => nets({ ...given, b: -given.b }),
      step: 4,
      says: "The bias is subtracted, as a threshold would be. A bias is added: b = −θ has that minus already.",
    },
    "two-features-only": {
      is: ({ X, w, b }) => nets({ X: X.map((x) => x.slice(0, 2)), w: w.slice(0, 2), b }),
      says: "Only the first two features count. There may be any number of them: the sum runs over all entries of w.",
    },
    "class-for-net-input": {
      is: ({ right }) => right.map((z) => (z >= 0 ? 1 : 0)),
      step: 3,
      says: "These are classes. Asked for is the number before the step.",
    },
  }),
});

export const predictStep = predicted.answer({
  says: "The class of every example: the step of its net input.",
  formula: String.raw`\hat y_i = 1 \text{ if } w \cdot x_i + b \ge \theta, \text{ else } 0`,
  returns: vector("n", "classes ŷ, one an example", { domain: "binary" }),
  is: ({ X, w, b }, { threshold = 0 }) => X.map((x) => num(classOf({ w, b }, x, num(threshold)))),
  example: { X: rows([1, 2], [0, 3], [1, 0]), w: [2, 0.5], b: -2, threshold: undefined },
  edges: {
    "on the boundary": {
      given: { X: rows([1, 2], [3, 1]), w: [0.5, 1], b: -2.5, threshold: undefined },
      says: "Both net inputs are 0, and that is class 1.",
    },
    "weights 0": {
      given: { X: rows([1, 2], [-3, 0.5], [0, 4]), w: [0, 0], b: -0.5, threshold: undefined },
      says: "Without weights every example has the class of the bias; −0.5 is class 0.",
    },
    "all 0": {
      given: { X: rows([1, 2], [-3, 0.5], [0, 4]), w: [0, 0], b: 0, threshold: undefined },
      says: "Every net input is 0, on the boundary: all are class 1.",
    },
    "threshold and bias": {
      given: { X: rows([1], [2]), w: [1], b: -1, threshold: 1 },
      says: "The bias −1 and the threshold 1 both count: w·x has to reach 2.",
    },
    "one example": {
      given: { X: rows([1, -2, 0.5]), w: [0.5, 1, 2], b: 1, threshold: 0.5 },
      says: "One example has a list of one class.",
    },
    "no examples": {
      given: { X: [], w: [1, 2], b: 1, threshold: undefined },
      says: "There are no classes of no examples: the list is empty.",
    },
  },
  laws: {
    "the threshold may move into the bias: θ is as good as b − θ with threshold 0": (
      f,
      { b, threshold = 0 },
    ) => equal(f({ b: b - threshold, threshold: 0 }), f()),
    "w, b and θ times 2 give the same classes": (f, { w, b, threshold = 0 }) =>
      equal(f({ w: scaled(w, 2), b: 2 * b, threshold: 2 * threshold }), f()),
    "with −w, −b and −θ every example off the boundary has the other class": (f, given) => {
      const { w, b, threshold = 0 } = given;
      const [here, there] = [f(), f({ w: negated(w), b: -b, threshold: -threshold })];
      const off = nets(given).flatMap((z, i) => (z === threshold ? [] : [i]));
      return (
        off.length > 0 &&
        equal(
          off.map((i) => there[i]!),
          off.map((i) => num(1).minus(here[i]!)),
        )
      );
    },
    "a higher threshold makes no 0 a 1": (f, { threshold = 0 }) => {
      const [low, high] = [f(), f({ threshold: threshold + 0.75 })];
      return high.map((label, i) => atMost(label, low[i]!));
    },
  },
  mistakes: {
    "strict-at-the-threshold": {
      is: (given) => nets(given).map((z) => (z > (given.threshold ?? 0) ? 1 : 0)),
      ...atTheThreshold,
    },
    "sign-for-class": { is: ({ right }) => right.map((label) => 2 * label - 1), ...signs },
    "bias-subtracted": {
      is: (given) => classes({ ...given, b: -given.b }),
      step: 4,
      says: "The bias is subtracted. It is the threshold that is subtracted; a bias is added, and b = −θ has the minus already.",
    },
    "threshold-added": {
      is: (given) => classes(given, -(given.threshold ?? 0)),
      step: 4,
      says: "The threshold is added to the net input. On the same side as z it is −θ: z − θ ≥ 0.",
    },
    "threshold-counted-twice": {
      is: (given) => classes(given, 2 * (given.threshold ?? 0)),
      step: 4,
      says: "The threshold counts twice: it is in the bias, and the sum is compared with it once more. With b − θ the comparison is with 0.",
    },
    "bias-forgotten": {
      is: (given) => classes({ ...given, b: 0 }),
      step: 1,
      says: "The bias is missing. The net input is w·x + b, also where a threshold is given.",
    },
    "threshold-for-bias": {
      is: ({ threshold, ...given }) =>
        classes({ ...given, threshold, ...(threshold === undefined ? {} : { b: 0 }) }),
      step: 4,
      says: "Where a threshold is given, it takes the place of the bias. Both count: w·x + b ≥ θ.",
    },
    "net-input-for-class": {
      is: (given) => nets(given),
      step: 3,
      says: "These are the net inputs. The step makes classes of them, 0 or 1.",
    },
    "threshold-ignored": { is: (given) => classes(given, 0), ...ignored },
    "half-for-none": { is: (given) => classes(given, given.threshold ?? 0.5), ...halfForNone },
    "index-for-threshold": {
      is: (given) => nets(given).map((z, i) => (z >= i ? 1 : 0)),
      step: 3,
      says: "The threshold is the number of the example. map hands over the value and its index, and with map(unitStep) the index is the threshold: write map((z) => unitStep(z, threshold)).",
    },
  },
});
