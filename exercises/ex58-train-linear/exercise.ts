import { exercise, record, rows, scalar, vector } from "../../grader/exercise/form.ts";
import { batchDescent } from "../../reference/linear-models/batch-descent.ts";
import { batchesOf, type Fit, run } from "./args.ts";
import { laws } from "./laws.ts";
import { mistakes } from "./mistakes.ts";

const five = { X: rows([1, 0], [0, 2], [-1, 1], [2, 1], [0, -1]), y: [3, -1, 0, 4, 2], w0: [0.5, 0], b0: 0 };
const orders = rows([3, 0, 4, 1, 2], [1, 2, 0, 3, 4]);
const training = { lr: 0.125, batchSize: 2, orders };

export default exercise({
  title: "Mini-batch training loop of the linear model",
  unit: 10,
  source: "09.1 Deep Learning – Neural Network, 1.3 and 1.4",
  requires: ["ex12", "ex56"],
  derivation: "stochastic-descent",
  minutes: 30,
  points: 15,
  symbols: {
    n: "number of examples",
    m: "number of inputs of an example",
    passes: "number of orders",
    B: "the examples of a batch, |B| of them",
  },
  functions: {
    trainLinear: run.answer<Fit>({
      says: "Trains the model ŷ = w·x + b by mini-batches: nIter updates from (w0, b0). Throws a RangeError if batchSize is below 1.",
      formula: String.raw`L_B = \frac{1}{|B|} \sum_{i \in B} (y_i - \hat y_i)^2, \; w \leftarrow w - \eta \frac{\partial L_B}{\partial w}, \; b \leftarrow b - \eta \frac{\partial L_B}{\partial b}`,
      returns: record(
        {
          w: vector("m", "weights after the last update"),
          b: scalar("bias after the last update"),
          losses: vector("nIter", "losses[k] is the loss of the batch of update k, before that update"),
        },
        "the model, and the loss on the way",
      ),
      is: ({ X, y, w0, b0, opts }, plain) => ({
        ...batchDescent(X, y, { w: w0, b: b0 }, opts.lr, batchesOf(plain)),
      }),
      example: {
        X: rows([1], [3], [-1]),
        y: [1, 0, 0],
        w0: [0],
        b0: 0,
        opts: { lr: 0.25, batchSize: 2, nIter: 2, orders: [[2, 0, 1]] },
      },
      edges: {
        "five examples, two a batch": {
          given: { ...five, opts: { ...training, nIter: 6 } },
          says: "The batches have 2, 2, 1 and 2, 2, 1 examples: the second pass begins with a whole one again.",
        },
        "an end in the middle of a pass": {
          given: { ...five, opts: { ...training, nIter: 4 } },
          says: "Three updates are the first pass. The fourth is the first batch of the second, and there the run ends.",
        },
        "a size that divides n": {
          given: {
            ...five,
            X: five.X.slice(1),
            y: five.y.slice(1),
            opts: {
              ...training,
              nIter: 4,
              orders: rows([3, 0, 1, 2], [1, 2, 0, 3]),
            },
          },
          says: "Each pass has two batches of two, and no third one that is empty.",
        },
        "batches of 1": {
          given: { ...five, opts: { ...training, batchSize: 1, nIter: 3 } },
          says: "Each update is over one example, and its loss is one square.",
        },
        "a batch size above n": {
          given: { ...five, opts: { ...training, batchSize: 8, nIter: 2 } },
          says: "Each update is over all five examples, with the mean over five.",
        },
        "no update": {
          given: { ...five, opts: { ...training, nIter: 0 } },
          says: "The start comes back, and there is no loss to note.",
        },
        "orders to spare": {
          given: { ...five, opts: { ...training, nIter: 2 } },
          says: "Two updates need a part of the first order, and the second one not at all.",
        },
        "a rate that is too large": {
          given: { ...five, opts: { ...training, lr: 2, nIter: 6 } },
          says: "Each step goes too far, and the losses grow. The run is not stopped: the rate is the caller's.",
        },
        "a batch size of 0": {
          given: { ...five, opts: { ...training, batchSize: 0, nIter: 2 } },
          throws: true,
          says: "Batches of no example never get to the end of the data: the function throws.",
        },
      },
      laws,
      mistakes,
    }),
  },
  nouns: {
    error: "the error",
    squares: "the sum of the squares",
    dw: "the sum for the weights",
    db: "the sum for the bias",
    batch: "the batch",
    step: "the step",
    start: "the start of the batch",
    pass: "the number of the pass",
  },
  hints: [
    "Five examples, two a batch, seven updates: which examples does each update see, and how many are they? What has to be remembered from one update to the next?",
    "When do you go over to the next order, and what does not change then? By what is the sum over a short batch divided? Which errors make both the loss of the batch and its gradient?",
    "Keep start = 0 and pass = 0. For each of nIter updates: if start has reached n, set it to 0 and raise pass. batch = orders[pass].slice(start, start + batchSize), start += batchSize. With the errors e = y − ŷ of the batch from the old w and b: note Σe²/batch.length, then w_j + (2·lr/batch.length)·Σ e·x_j and b + (2·lr/batch.length)·Σ e.",
  ],
});
