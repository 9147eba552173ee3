import { exercise } from "../../grader/exercise/form.ts";
import tensor from "../ex66-tensor/provided.ts?raw";
import { crossEntropyLossT } from "./cross-entropy.ts";
import { mseLossT } from "./mse.ts";
import scenarios from "./scenarios.ts?raw";

export default exercise({
  title: "Fused loss nodes: MSELoss and CrossEntropyLoss on tensors",
  unit: 11,
  source:
    "Building FeedForward Networks with Pytorch, nn.CrossEntropyLoss; Machine Learning Visualized, 0.7.17",
  requires: ["ex66", "ex39", "ex43"],
  derivation: "tensors",
  minutes: 40,
  uses: { "ex66-tensor": tensor },
  exports: { mseLossT: "function", crossEntropyLossT: "function" },
  scenarios,
  symbols: { n: "number of examples", t: "number of outputs", C: "number of classes" },
  functions: { mseLossT, crossEntropyLossT },
  nouns: {
    miss: "the miss",
    label: "the label",
    top: "the largest logit",
    e: "the exponential",
    total: "the sum of the exponentials",
    loss: "the loss",
    gradient: "the gradient",
    adjoint: "what comes back",
  },
  hints: [
    "What does a node of ex66 need: which number stands in it, what was it made of, and what does it hand to each operand when its own adjoint has come? For which of the two losses can the tensor's own operations do all of that?",
    "You know the gradient of both losses from ex39 and ex43. What must it be multiplied by, if the loss is not the output, but is doubled or added to another one before the sweep?",
    "mseLossT: d = pred.sub(target), then d.mul(d).mean(). crossEntropyLossT: the loss as in ex42 from shifted rows; then Tensor.node([[loss]], [logits], (adjoint) => [matrix]), where the matrix has adjoint[0][0]/n times (share − 1 at the label, share elsewhere).",
  ],
});
