import { exercise, record, rows, scalar } from "../../grader/exercise/form.ts";
import { formulaOf } from "../../reference/functions/known.ts";
import { mseAndAccuracy } from "../../reference/networks/evaluation.ts";
import type { Num } from "../../reference/numbers/num.ts";
import type { Tracked } from "../../reference/numbers/tracked.ts";
import { evaluated, identity, type Outcome } from "./args.ts";
import { laws } from "./laws.ts";
import { mistakes } from "./mistakes.ts";

const five = rows([0.5, 0.25, 0.25], [0, 1, 0], [0.25, 0.5, 0.25], [1, 0, 0], [0, 0.5, 1]);
const labels = [0, 1, 2, 0, 1];

export default exercise({
  title: "Evaluation over mini-batches: compute_mse_and_acc",
  unit: 10,
  source:
    "Building FeedForward Networks with Pytorch, Introducing the multilayer neural network, Introduction to Basic BackPropagation, Generalizing Backpropagation",
  requires: ["ex39", "ex40", "ex56"],
  derivation: "mini-batches",
  points: 20,
  minutes: 25,
  symbols: {
    n: "number of examples",
    d: "number of inputs of an example",
    t: "number of classes, numLabels",
    P: "what predict gives, one example a row",
    Y: "one-hot rows of y",
  },
  functions: {
    computeMseAndAcc: evaluated.answer<Outcome>({
      says: "Mean squared error and accuracy of a classifier over a data set, batch by batch. All examples count, and the size of the batches changes nothing.",
      formula: String.raw`\text{mse} = \frac{1}{n t} \sum_i \sum_k (Y_{ik} - P_{ik})^2, \quad \text{acc} = \frac{1}{n} \sum_i [\arg\max_k P_{ik} = y_i]`,
      returns: record(
        {
          mse: scalar("mean of the squares over all n·t entries"),
          acc: scalar("share of the examples whose largest output is at the label, from 0 to 1"),
        },
        "how the classifier does on the data set",
      ),
      is: ({ X }, { predict, y, numLabels }) =>
        mseAndAccuracy(formulaOf(predict)(X as Tracked) as unknown as Num[][], y, numLabels),
      example: { predict: identity, X: five.slice(0, 3), y: labels.slice(0, 3), numLabels: 3, batchSize: 2 },
      edges: {
        "one batch": {
          given: { predict: identity, X: five, y: labels, numLabels: 3, batchSize: 5 },
          says: "The only batch has the index 0: who divides by the last index divides by 0.",
        },
        "batches larger than the data": {
          given: { predict: identity, X: five, y: labels, numLabels: 3, batchSize: 100 },
          says: "There is one batch, of five examples. All of them count.",
        },
        "a size that divides n": {
          given: { predict: identity, X: five.slice(1), y: labels.slice(1), numLabels: 3, batchSize: 2 },
          says: "Four examples are two batches of two, and there is no third one.",
        },
        "one example a batch": {
          given: { predict: identity, X: five, y: labels, numLabels: 3, batchSize: 1 },
          says: "Each example is a batch of its own.",
        },
        "equal outputs": {
          given: {
            predict: identity,
            X: rows([0.5, 0.5], [0.5, 0.5], [0.25, 0.25]),
            y: [0, 1, 0],
            numLabels: 2,
            batchSize: 2,
          },
          says: "Of equal outputs the first counts, class 0: two of three are hits.",
        },
        "outputs below 0": {
          given: {
            predict: identity,
            X: rows([-3, -1, -2], [-1, -4, -5], [-2, -2, -0.5]),
            y: [1, 0, 2],
            numLabels: 3,
            batchSize: 2,
          },
          says: "All three are hits. A search for the largest that starts at 0 finds none of them.",
        },
        "no example": {
          given: { predict: identity, X: [], y: [], numLabels: 3, batchSize: 2 },
          expected: { mse: Number.NaN, acc: Number.NaN },
          mayThrow: true,
          says: "Of no examples there is neither a mean nor a share: throw, or give NaN for both.",
        },
      },
      laws,
      mistakes,
    }),
  },
  nouns: {
    best: "the place of the largest output so far",
    label: "the label",
    miss: "the miss",
    squares: "the sum of the squares",
    hits: "the number of hits",
  },
  hints: [
    "Seven examples in batches of three: how many examples has each batch, and how much should each count? What would you divide by, if there were no batches at all?",
    "Let each batch tell you sums and counts, not means. Which sum grows with the batches for mse, which count for acc? Where do they begin, inside the loop over the batches or before it? And where does the last batch end?",
    "squares = 0 and hits = 0; for start = 0, batchSize, 2·batchSize, … below n: P = predict(X.slice(start, start + batchSize)); for row i of P the label is y[start + i]: add (target − p)² for every output, with target 1 at the label and else 0, and one hit where the first largest output is at the label. In the end squares/(n·numLabels) and hits/n.",
  ],
});
