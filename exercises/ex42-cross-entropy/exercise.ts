import { exercise } from "../../grader/exercise/form.ts";
import { crossEntropyLogits } from "./from-logits.ts";
import { crossEntropy } from "./from-probabilities.ts";

export default exercise({
  title: "Cross-entropy from probabilities and from logits",
  unit: 7,
  source:
    "01 build and train feedforward nn, 1.3.4; Building FeedForward Networks with Pytorch, nn.CrossEntropyLoss",
  requires: ["ex41", "ex40"],
  derivation: "cross-entropy",
  minutes: 30,
  symbols: {
    n: "number of examples",
    C: "number of classes",
    J: "cross-entropy, summed over the examples",
    L: "cross-entropy, the mean over the examples",
  },
  functions: { crossEntropy, crossEntropyLogits },
  nouns: { top: "the largest entry", total: "the sum of the exponentials", losses: "the losses" },
  hints: [
    "Which of the C logarithms of an example count where its label is one-hot? What does JavaScript make of 0·ln 0, and what should it be?",
    "A floor below the logarithm mends both zeros at once. From logits: what is −ln of a fraction of exponentials, and which shift keeps the sum of them from overflowing?",
    "J sums −Y·ln(max(P, eps)) over all entries. L is the mean over the rows of M + ln Σ e^(z_k − M) − z_y, with M the row's largest logit.",
  ],
});
