import { exercise } from "../../grader/exercise/form.ts";
import { fitAdalineGD } from "./fit.ts";
import { adalineGradient } from "./gradient.ts";
import { adalineLoss } from "./loss.ts";
import { adalinePredict } from "./predict.ts";

export default exercise({
  title: "Adaline: loss, gradient and descent over all examples",
  unit: 4,
  source:
    "Building FeedForward Networks with Pytorch, (Full batch) gradient descent; ml_with_pytorch_book_part2, Single layer NN",
  requires: ["ex11", "ex12", "ex20"],
  derivation: "adaline",
  minutes: 40,
  symbols: {
    n: "number of examples",
    m: "number of features",
    L: "mean squared error, (1/n) Σ (yᵢ − zᵢ)²",
    λ: "the largest curvature of L in any direction",
  },
  functions: { adalineLoss, adalineGradient, fitAdalineGD, adalinePredict },
  nouns: {
    netInput: "the net input",
    z: "the net input",
    slope: "the share of one example",
    dw: "the gradient by w",
    db: "the gradient by b",
    off: "the error",
    loss: "the loss",
    theta: "weights and bias",
    gradient: "the gradient",
    slopes: "the gradient",
    dot: "the scalar product",
    from: "the threshold",
  },
  hints: [
    "What does the perceptron's error y − ŷ say about an example whose class is right, and what does y − z say? Which of the two changes a little when a weight does?",
    "Write one example's share of the loss, (y − z)², and let one weight move: how does z change, and how does b change it? In a step: which weights do both gradients belong to, and when is the loss noted?",
    "With errors eᵢ = yᵢ − zᵢ: dw_j = −(2/n) Σ eᵢ·x_ij and db = −(2/n) Σ eᵢ. In a pass: note the mean of eᵢ², throw if it is not finite, then w − η·dw and b − η·db from the same errors. The class is 1 where z ≥ threshold.",
  ],
});
