import { exercise } from "../../grader/exercise/form.ts";
import { count } from "./count.ts";
import { interleaved } from "./interleaved.ts";
import { minibatches } from "./minibatches.ts";
import { passes } from "./passes.ts";
import scenarios from "./scenarios.ts?raw";

export default exercise({
  title: "Mini-batch generator and data loader",
  unit: 9,
  source:
    "Building FeedForward Networks with Pytorch, minibatch_generator, Re-Building MLP with PyTorch; 09.1 Deep Learning – Neural Network, train; ml_with_pytorch_book_part2, convergence",
  requires: ["ex55"],
  derivation: "mini-batches",
  minutes: 40,
  points: 20,
  exports: { DataLoader: "class" },
  scenarios,
  symbols: {
    n: "number of examples",
    d: "number of inputs of an example",
    b: "number of examples of the batch",
    m: "number of batches",
  },
  functions: { minibatches, passes, interleaved, count },
  nouns: {
    end: "the end of the pass",
    places: "the batch",
    start: "the start of a batch",
    permutation: "the shuffled order",
    parts: "the number of batches",
  },
  hints: [
    "Write down the first and the last place of batch 0, of batch 1, of batch k. Where does the last batch end, if s does not divide n?",
    "What belongs to a loader for good, and what to one loop over it? When does a loop learn in which order its examples come?",
    "minibatches: for start = 0, s, 2s, … take order.slice(start, start + s), and of these places the rows of X and the entries of y; with dropLast stop where fewer than s are left. DataLoader: keep X, y, batchSize and opts in the constructor; write *[Symbol.iterator]() as a generator that draws an order and yields the batches that minibatches gives.",
  ],
});
