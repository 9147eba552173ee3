import { exercise } from "../../grader/exercise/form.ts";
import tensor from "../ex66-tensor/provided.ts?raw";
import losses from "../ex67-loss-nodes/provided.ts?raw";
import modules from "../ex68-modules/provided.ts?raw";
import { evaluate } from "./evaluate.ts";
import { layer } from "./layer.ts";
import { order } from "./order.ts";
import scenarios from "./scenarios.ts?raw";
import { trajectory } from "./trajectory.ts";

export default exercise({
  title: "Training step with autodiff: zero, forward, loss, backward, step",
  unit: 11,
  source:
    "Building FeedForward Networks with Pytorch, Intro to Pytorch Optimizers and training loop, Complete train and validation loop; Machine Learning Visualized, 0.6.4 and 0.7.17; ml_with_pytorch_book_part2, multilayer NN/MLP",
  requires: ["ex66", "ex67", "ex68", "ex51", "ex53"],
  derivation: "training-step",
  minutes: 30,
  points: 20,
  uses: { "ex66-tensor": tensor, "ex67-loss-nodes": losses, "ex68-modules": modules },
  exports: { trainStep: "function", evaluate: "function" },
  scenarios,
  symbols: { n: "number of examples", m: "number of inputs", t: "number of outputs", C: "number of classes" },
  functions: { order, trajectory, layer, evaluate },
  nouns: { loss: "the loss", logits: "the logits", hits: "the number of hits", largest: "the largest logit" },
  hints: [
    "Which of the five things needs what another one has made? And what do the gradients hold when your function is called for the second time?",
    "backward() adds to what grad holds, and step() goes by it. Where may zeroGrad() stand, and where would it undo what backward() has found? Which loss do you still have in hand after the update?",
    "trainStep: optimizer.zeroGrad(), then loss = lossFn(model.forward(X)), loss.backward(), optimizer.step(), and return loss.data[0][0]. evaluate: logits = model.forward(new Tensor(X)); the loss is crossEntropyLossT(logits, y).data[0][0]; count the rows of logits.data whose first largest entry stands at y[i], and divide by y.length.",
  ],
});
