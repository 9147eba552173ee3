/** How many were met. */
import { args, atMost, curedBy, equal, scalar, times, vector } from "../../grader/exercise/form.ts";
import { accuracy as shareOf } from "../../reference/networks/labels.ts";

const both = args(
  {
    predicted: vector("n", "classes that were predicted, one an example", {
      domain: "label",
      draw: (draw) => draw.list(draw.size("n"), () => draw.integer(0, 2)),
    }),
    y: vector("n", "classes that are right", {
      domain: "label",
      draw: (draw, { predicted }) =>
        (predicted as number[]).map((label) => (draw.rng() < 0.6 ? label : draw.integer(0, 2))),
    }),
  },
  {
    sizes: { n: [4, 7] },
    // Neither all nor none, and not one half: then hits and misses differ.
    accepts: ({ predicted, y }) => {
      const hits = y.filter((label, i) => label === predicted[i]).length;
      return hits > 0 && hits < y.length && 2 * hits !== y.length;
    },
  },
);

export const accuracy = both.answer<number>({
  says: "The share of the predictions that are right. Throws where there are none.",
  formula: String.raw`\frac{1}{n} \sum_i [\hat y_i = y_i]`,
  returns: scalar("from 0 to 1"),
  is: (_, { predicted, y }) => shareOf(predicted, y),
  example: { predicted: [1, 0, 2, 1], y: [1, 0, 1, 1] },
  edges: {
    "all right": { given: { predicted: [2, 0, 1], y: [2, 0, 1] }, says: "All are right: the share is 1." },
    "none right": { given: { predicted: [2, 0, 1], y: [1, 1, 0] }, says: "None is right: the share is 0." },
    "one example": { given: { predicted: [1], y: [1] }, says: "One of one is right." },
    "no examples": {
      given: { predicted: [], y: [] },
      throws: true,
      says: "Of no predictions there is no share: the function throws.",
      ifNaN: "0/0 is NaN, which would travel on unseen.",
    },
  },
  laws: {
    "it lies between 0 and 1, and is 1 for labels against themselves": (f, { y }) => {
      const share = f();
      return [atMost(0, share), atMost(share, 1), equal(f({ predicted: y }), 1)];
    },
    "the order of the examples does not matter": (f, { predicted, y }) =>
      equal(f({ predicted: predicted.toReversed(), y: y.toReversed() }), f()),
    "all examples twice have the same share": {
      claims: (f, { predicted, y }) =>
        equal(f({ predicted: [...predicted, ...predicted], y: [...y, ...y] }), f()),
      ifBroken: "Is it divided by n?",
    },
    "other numbers for the classes, 5 − 2k for k, have the same share": (f, { predicted, y }) => {
      const renamed = (all: number[]) => all.map((k) => 5 - 2 * k);
      return equal(f({ predicted: renamed(predicted), y: renamed(y) }), f());
    },
  },
  mistakes: curedBy(8, {
    "count-not-divided": {
      is: times("n"),
      says: "This is the number of hits. Divided by n it is a share, and two data sets can be compared.",
    },
    "last-index-for-size": {
      is: ({ right, y }) => (right * y.length) / (y.length - 1),
      says: "It is divided by n − 1, the index of the last example. There are n of them, since the first has index 0.",
    },
    "share-of-misses": {
      is: ({ right }) => 1 - right,
      says: "This is the share of the misses, the error rate. Accuracy counts the hits.",
    },
    "hits-of-class-0-left-out": {
      is: ({ predicted, y }) =>
        y.filter((label, i) => label !== 0 && label === predicted[i]).length / y.length,
      says: "Hits of class 0 do not count. A 0 is false in a condition: compare with ===.",
    },
  }),
});
