import { exercise } from "../../grader/exercise/form.ts";
import { columnForward } from "./columns.ts";
import { denseForward, linearForward } from "./rows.ts";

export default exercise({
  title: "Dense layer, forward, in the three layouts of the sources",
  unit: 6,
  source:
    "Machine Learning Visualized, 0.7.3 to 0.7.5; 09.1 Deep Learning – Neural Network, 1.4; Building FeedForward Networks with Pytorch, class Linear; ml_with_pytorch_book_part2, forward propagation; 01 build and train feedforward nn, 1.3.1",
  requires: ["ex07", "ex12"],
  derivation: "dense-layer",
  minutes: 30,
  symbols: { n: "number of examples", m: "number of inputs of the layer, in", k: "number of its units, out" },
  functions: { denseForward, linearForward, columnForward },
  nouns: {
    row: "the example",
    weights: "the weights of a unit",
    bj: "the bias",
    entry: "the sum",
    l: "the place of the input",
  },
  hints: [
    "Take one example and one unit. Which weights of W does this unit have in each of the layouts: a row of W, or a column? And how often does it add its bias?",
    "The sum runs over the inputs, so both things that are multiplied have an index that runs over m. Which index of W is that in each layout? And which lengths have to agree before you begin?",
    "Entry (i, j) is b[j] plus the sum over l of X[i][l]·W[l][j] for in × out, and of X[i][l]·W[j][l] for out × in. A column gives [[z₁], …, [z_k]] with z_j = b[j][0] plus the sum of W[j][l]·x[l][0]. Throw before that where a row of X, or b, has the wrong length.",
  ],
});
