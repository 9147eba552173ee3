import { exercise } from "../../grader/exercise/form.ts";
import { hingeLossDb, hingeLossDw, perceptronLossDb, perceptronLossDw } from "./gradients.ts";
import { hingeLoss, perceptronLoss } from "./losses.ts";

export default exercise({
  title: "Perceptron loss, hinge loss and their subgradients (±1 labels)",
  unit: 4,
  source: "Machine Learning Visualized, 0.5.3 to 0.5.6",
  requires: ["ex20", "ex02"],
  derivation: "hinge-loss",
  minutes: 40,
  points: 40,
  symbols: { m: "number of features", z: "w·x + b", L: "perceptron loss", H: "hinge loss" },
  functions: { perceptronLoss, hingeLoss, perceptronLossDw, perceptronLossDb, hingeLossDw, hingeLossDb },
  hints: [
    "Take y = 1, then y = −1. On which side of the boundary is z positive, and what is the sign of y·z where the prediction is right?",
    "Each loss is a straight line of the margin y·z on one side of its kink, and 0 on the other. Where it is 0, what is its slope? Where it is a line, which factor does y·(w·x + b) hand to wⱼ, and which to b?",
    "With s = y·z: L = max(0, −s), and where s ≤ 0 its gradient by w is −y·x, by b −y, elsewhere 0. H = max(0, 1 − s) has the same gradients where s < 1.",
  ],
});
