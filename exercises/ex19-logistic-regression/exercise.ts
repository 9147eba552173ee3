import { exercise } from "../../grader/exercise/form.ts";
import { fitLogistic } from "./fit.ts";
import { logisticStep } from "./step.ts";

export default exercise({
  title: "Logistic regression by gradient descent",
  unit: 3,
  source: "Machine Learning Visualized, 0.4.8 and 0.4.10",
  requires: ["ex18", "ex11"],
  derivation: "bce-gradient",
  minutes: 30,
  symbols: {
    n: "number of examples",
    m: "number of features",
    η: "learning rate",
    L: "binary cross-entropy, a mean over the examples",
  },
  functions: { logisticStep, fitLogistic },
  nouns: {
    logitOf: "the logit",
    z: "the logit",
    error: "the error",
    dw: "the gradient by w",
    db: "the gradient by b",
    meanLoss: "the loss",
    losses: "the list of losses",
  },
  hints: [
    "For which weights is the gradient that a step follows, the old ones or the new ones? And how many losses are there, if you look before each pass and once more at the end?",
    "A step needs all predictions first, then both gradients, and then it moves. What is a step after one example, if the step over all examples is a function already? And which form of the loss is finite for every logit?",
    "Errors e = σ(Xw + b) − y; then w_j − η·mean(x_ij·e_i) and b − η·mean(e). In a pass: one call with X and y, or one call with [X[i]] and [y[i]] for each i. Push the mean of max(z, 0) − y·z + ln(1 + e^(−|z|)) before the first pass and after each.",
  ],
});
