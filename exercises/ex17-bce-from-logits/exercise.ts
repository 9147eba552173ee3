import { exercise } from "../../grader/exercise/form.ts";
import { bceWithLogits } from "./loss.ts";
import { softplus } from "./softplus.ts";

export default exercise({
  title: "Binary cross-entropy from logits",
  unit: 3,
  source: "Machine Learning Visualized, 0.4.6",
  requires: ["ex16"],
  derivation: "bce-logits",
  minutes: 20,
  symbols: { n: "number of examples", L: "binary cross-entropy" },
  functions: { softplus, bceWithLogits },
  hints: [
    "What is ln(1 + e^z) for z = 1000, and what does a program make of e^1000 on the way there? For which z is the exponential harmless?",
    "Take e^z out of the bracket: ln(1 + e^z) = z + ln(1 + e^(−z)). For which z is this form the better one, and what do both forms have in common?",
    "Softplus is max(z, 0) + ln(1 + e^(−|z|)). The loss is the mean of softplus(z) − y·z; no sigmoid is needed.",
  ],
});
