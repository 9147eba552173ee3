import { exercise, record, rows, scalar, vector } from "../../grader/exercise/form.ts";
import { piecesOf } from "../../reference/data/mini-batches.ts";
import { fitAdaline } from "../../reference/linear-models/adaline.ts";
import { type Fit, run } from "./args.ts";
import { laws } from "./laws.ts";
import { mistakes } from "./mistakes.ts";

const shown = { X: rows([1], [3], [-1]), y: [1, 0, 0], w0: [0], b0: 0, lr: 0.25 };
const five = {
  X: rows([1, 0], [0, 2], [-1, 1], [2, 1], [0, -1]),
  y: [1, 0, 0, 1, 0],
  w0: [0, 0],
  b0: 0,
  lr: 0.125,
};
const orders = rows([3, 0, 4, 1, 2], [1, 2, 0, 3, 4]);

export default exercise({
  title: "Mini-batch gradient descent for Adaline",
  unit: 4,
  source:
    "Building FeedForward Networks with Pytorch, Mini batch gradient descent; ml_with_pytorch_book_part2, convergence",
  requires: ["ex26"],
  derivation: "stochastic-descent",
  minutes: 25,
  points: 15,
  symbols: {
    n: "number of examples",
    m: "number of features",
    passes: "number of passes",
    B: "the examples of a batch, |B| of them",
    s: "batchSize",
  },
  functions: {
    fitAdalineMiniBatch: run.answer<Fit>({
      says: "Adaline by mini-batches: one pass for each order from (w0, b0), cut into batches of batchSize, with one step a batch. Throws a RangeError if batchSize is below 1.",
      formula: String.raw`w \leftarrow w + \frac{2\eta}{|B|} \sum_{i \in B} (y_i - z_i)\,x_i, \; b \leftarrow b + \frac{2\eta}{|B|} \sum_{i \in B} (y_i - z_i)`,
      returns: record(
        {
          w: vector("m", "weights after the last pass"),
          b: scalar("bias after the last pass"),
          losses: vector(
            "passes",
            "losses[k] is the mean over all examples of (y − z)², each with the z before the step of its batch",
          ),
        },
        "the model, and the loss on the way",
      ),
      is: ({ X, y, w0, b0, lr }, { batchSize, orders }) => {
        const passes = orders.map((order) => piecesOf(order, batchSize));
        return { ...fitAdaline(X, y, { w: w0, b: b0 }, lr, passes) };
      },
      example: { ...shown, batchSize: 2, orders: [[2, 0, 1]] },
      edges: {
        "batches of 1": {
          given: { ...five, batchSize: 1, orders },
          says: "A step follows each example, as in ex26.",
          ifNaN: "Is there an empty batch behind the last one? Its mean is 0/0.",
        },
        "one batch": {
          given: { ...five, batchSize: 5, orders },
          says: "Each pass is one step over all examples, as in ex25.",
        },
        "a batch size above n": {
          given: { ...five, batchSize: 6, orders },
          says: "There is one batch, of all five examples, with the mean over five.",
        },
        "a short batch in each pass": {
          given: { ...five, batchSize: 4, orders },
          says: "Each pass has a batch of four and one of one, the second pass, too. The mean of a batch is over its own examples.",
        },
        "a size that divides n": {
          given: {
            X: rows([1, 0], [0, 2], [-1, 1], [2, 1]),
            y: [1, 0, 0, 1],
            w0: [0.5, 0],
            b0: 0,
            lr: 0.125,
            batchSize: 2,
            orders: [[3, 0, 1, 2]],
          },
          says: "There are two batches of two, and no third one that is empty.",
        },
        "no pass": {
          given: { ...five, batchSize: 2, orders: [] },
          says: "The start comes back, and there is no loss to note.",
        },
        "a batch size of 0": {
          given: { ...five, batchSize: 0, orders },
          throws: true,
          says: "Batches of no example never get to the end of the data: the function throws.",
        },
        "a batch size below 0": {
          given: { ...five, batchSize: -2, orders },
          throws: true,
          says: "There are no such batches: the function throws.",
        },
      },
      laws,
      mistakes,
    }),
  },
  nouns: {
    error: "the error",
    above: "the error",
    step: "the step",
    dw: "the sum for the weights",
    db: "the sum for the bias",
    slopes: "the derivatives",
    batch: "the batch",
    places: "the batch",
    start: "the start of the batch",
    left: "the rest of the order",
  },
  hints: [
    "Write down which places of an order belong to batch 0, to batch 1, and to the last one, for n = 5 and s = 2. How many examples does each have?",
    "Which weights do all examples of one batch see, and which the first of the next? By what is the sum over a batch divided, if the batch is short? Over how many examples is the loss of a pass a mean?",
    "For start = 0, s, 2s, … below n: batch = order.slice(start, start + s); its errors from the old w and b, their squares added to the sum of the pass; then w_j + (2η/batch.length)·Σ e_i x_ij and b + (2η/batch.length)·Σ e_i. The loss of the pass is its sum over n. Before all, throw where s < 1.",
  ],
});
