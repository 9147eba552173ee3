import { exercise } from "../../grader/exercise/form.ts";
import { residualBackward } from "./backward.ts";
import { residualForward } from "./forward.ts";

export default exercise({
  title: "A residual connection, forward and back",
  unit: 12,
  source: "Machine Learning Visualized, 0.6.6",
  requires: ["ex36", "ex37", "ex70"],
  derivation: "deep-gradients",
  minutes: 30,
  symbols: { n: "number of examples", m: "number of inputs of the layer, and of its units" },
  functions: { residualForward, residualBackward },
  nouns: { T: "what the branch gives", delta: "the error behind the slope" },
  hints: [
    "On how many ways does one input get to the output with the same index? And to the others?",
    "Back along the skip comes dY as it is. Back through the branch, dY first passes the slope of tanh, and then the weights. Is the slope taken of what the branch gives, or of what the layer gives?",
    "With T = tanh(XWᵀ + b) let δ = dY ⊙ (1 − T²). Then dX = dY + δ·W, dW = δᵀ·X, db = the column sums of δ. Before all that compare W.length with W[0].length and with X[0].length, and throw if they differ.",
  ],
});
