import { exercise } from "../../grader/exercise/form.ts";
import { generateErrorRange } from "./grid.ts";
import { trainLine } from "./train.ts";
import { updateWAndB } from "./update.ts";

export default exercise({
  title: "One update and the training loop of the line",
  unit: 2,
  source: "Machine Learning Visualized, 0.1.3, 0.1.6, 0.1.7 and 0.1.8",
  requires: ["ex10", "ex08"],
  derivation: "mse-line",
  minutes: 40,
  symbols: {
    n: "number of examples",
    L: "mean squared error, (1/n) Σ (yᵢ − (w xᵢ + b))²",
    H: "the second derivatives of L, 2·[mean x², x̄; x̄, 1]",
  },
  functions: { updateWAndB, trainLine, generateErrorRange },
  nouns: {
    loss: "the loss",
    dw: "the gradient by w",
    db: "the gradient by b",
    losses: "the list of losses",
    grid: "the grid",
  },
  hints: [
    "Which line do both slopes belong to? And how many losses are there, if you look before each step and once more at the end?",
    "After `w = w - …` the old w is gone. What does the line below it see? In the grid: which of the two loops has to be the inner one, so that w changes from one entry to the next?",
    "Keep dw and db in variables of their own; then w − η·dw and b − η·db. In the loop: push the loss, throw if it is not finite, step; after the loop push once more. In the grid: for each b = k·bMax/N, for each w = j·wMax/N, one loss.",
  ],
});
