import { exercise } from "../../grader/exercise/form.ts";
import { lossGradient } from "./loss-gradient.ts";
import { softmaxBackward } from "./softmax-backward.ts";
import { softmaxJacobian } from "./softmax-jacobian.ts";

export default exercise({
  title: "Gradient of softmax and cross-entropy",
  unit: 7,
  source: "01 build and train feedforward nn, 1.4.1; ml_with_pytorch_book_part2, what are jacobians?",
  requires: ["ex42"],
  derivation: "cross-entropy",
  minutes: 35,
  symbols: {
    n: "number of examples",
    C: "number of classes",
    s: "softmax of z",
    δ: "1 where both indices are equal, 0 elsewhere",
    J: "cross-entropy, summed over the examples",
  },
  functions: { lossGradient, softmaxJacobian, softmaxBackward },
  nouns: {
    top: "the largest entry",
    e: "the exponential",
    total: "the sum of the exponentials",
    s: "the shares",
    mean: "the weighted mean",
  },
  hints: [
    "Which quantity are the derivatives taken by, the probabilities or the logits? And which shares change when one logit of a row rises?",
    "By the quotient rule a share rises with its own logit by s(1 − s), and falls with another one by the product of both shares. A derivative by a logit sums over all shares of its row: dP times that Jacobian. For the cross-entropy, what does −y/ŷ become?",
    "lossGradient is ŷ − y. The Jacobian has sᵢ(1 − sᵢ) on its diagonal and −sᵢsⱼ elsewhere. For a row of softmaxBackward, m = Σ dP·P, and each entry is P·(dP − m).",
  ],
});
