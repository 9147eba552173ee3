/** Classes by a threshold. */
import {
  type ArgsOf,
  args,
  claim,
  curedBy,
  equal,
  optional,
  rows,
  scalar,
  vector,
} from "../../grader/exercise/form.ts";
import { netInput } from "../../reference/linear-models/adaline-plain.ts";
import { classOf } from "../../reference/linear-models/neuron.ts";
import { num } from "../../reference/numbers/num.ts";
import { b, place, shown, sizes, w, X } from "./args.ts";

/** Halfway between the labels. */
const HALF = 0.5;

const asked = args(
  {
    X,
    w,
    b,
    threshold: optional(
      scalar("from where on z counts as class 1", {
        // In every second case of short numbers it is where an example lies.
        draw: (draw, { X, w, b }) =>
          draw.family === "quarters" && draw.integer(0, 1) === 0
            ? netInput((X as number[][])[0]!, { w: w as number[], b: b as number })
            : draw.real(),
      }),
      HALF,
    ),
  },
  { sizes },
);
type Asked = ArgsOf<typeof asked>;

const wrongly =
  (classOf: (z: number, threshold: number) => number) =>
  ({ X, w, b, threshold = HALF }: Asked): number[] =>
    X.map((x) => classOf(netInput(x, { w, b }), threshold));
const onTheThreshold = { X: rows([1, 1], [2, 0], [0, 3]), w: [0.5, -0.5], b: 0.5 };

export const adalinePredict = asked.answer<number[]>({
  says: "Classes of the examples: 1 where the net input reaches the threshold, else 0.",
  formula: String.raw`\hat y_i = 1 \text{ if } z_i \ge \text{threshold}, \text{ else } 0`,
  returns: vector("n", "the classes", { domain: "binary" }),
  is: ({ X, w, b }, { threshold = HALF }) => X.map((x) => num(classOf({ w, b }, x, num(threshold)))),
  example: { ...shown, ...place, threshold: undefined },
  edges: {
    "on the threshold": {
      given: { ...onTheThreshold, threshold: undefined },
      says: "The first example has z = 1/2, and the threshold belongs to class 1.",
    },
    "threshold 0": {
      given: { X: rows([1], [0], [-0.25], [-1]), w: [1], b: 0.25, threshold: 0 },
      says: "A threshold of 0 is a threshold, too: it does not stand for one that is left out.",
    },
    "all weights 0": {
      given: { X: rows([1, 2], [-3, 0]), w: [0, 0], b: 0.25, threshold: undefined },
      says: "Every z is the bias, 1/4, so that all examples are in class 0.",
    },
  },
  laws: {
    "a threshold t is a bias lower by t with the threshold 0": (f, { b, threshold = HALF }) =>
      equal(f({ b: b - threshold, threshold: 0 }), f()),
    "a higher threshold puts no further example into class 1": (f, { threshold = HALF }) => {
      const [low, high] = [f(), f({ threshold: threshold + 1 })];
      return claim(
        high.every((yi, i) => yi.value <= low[i]!.value),
        "at most the classes of the lower threshold",
        high.map(({ value }) => value),
      );
    },
    "w, b and threshold doubled: the same classes": (f, { w, b, threshold = HALF }) =>
      equal(f({ w: w.map((wj) => 2 * wj), b: 2 * b, threshold: 2 * threshold }), f()),
  },
  mistakes: curedBy(9, {
    "threshold-at-zero": {
      is: ({ threshold = 0, ...given }) => wrongly((z) => (z >= threshold ? 1 : 0))({ threshold, ...given }),
      says: "The threshold that stands for one left out is 0. Between the labels 0 and 1 it is halfway, at 1/2; 0 is for labels −1 and 1.",
    },
    "threshold-not-asked": {
      is: wrongly((z) => (z >= HALF ? 1 : 0)),
      says: "The threshold is always 1/2, also where another one is given.",
    },
    "strict-at-the-threshold": {
      is: wrongly((z, threshold) => (z > threshold ? 1 : 0)),
      says: "At the threshold itself your class is 0. It belongs to class 1: z ≥ threshold.",
    },
    "minus-one-for-zero": {
      is: wrongly((z, threshold) => (z >= threshold ? 1 : -1)),
      says: "The classes are −1 and 1. Here they are the labels 0 and 1.",
    },
    "sigmoid-in-between": {
      is: wrongly((z, threshold) => (1 / (1 + Math.exp(-z)) >= threshold ? 1 : 0)),
      says: "A sigmoid is taken of z, as in logistic regression. Adaline has none: z itself is held against the threshold.",
    },
    rounded: {
      is: wrongly((z) => Math.round(z)),
      says: "z is rounded to a whole number. It is no probability: it goes beyond 0 and 1, and the class does not.",
    },
    "bias-forgotten": {
      is: (given) => wrongly((z, threshold) => (z >= threshold ? 1 : 0))({ ...given, b: 0 }),
      step: 1,
      says: "The bias is missing from the net input: z is w·x + b.",
    },
    "threshold-added": {
      is: wrongly((z, threshold) => (z + threshold >= 0 ? 1 : 0)),
      says: "The threshold is added to z. It is compared with z; moved to the other side it is subtracted.",
    },
  }),
});
