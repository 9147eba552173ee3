import { exercise } from "../../grader/exercise/form.ts";
import { backwardAll } from "./backward-all.ts";
import { forwardAll } from "./forward-all.ts";
import { updateAll } from "./update-all.ts";

export default exercise({
  title: "Backpropagation through any number of layers",
  unit: 8,
  source:
    "Building FeedForward Networks with Pytorch, Generalizing Backpropagation; Machine Learning Visualized, 0.7.6 to 0.7.13",
  requires: ["ex46", "ex38"],
  derivation: "backprop-layers",
  minutes: 50,
  points: 40,
  symbols: {
    L: "number of layers",
    n: "number of examples",
    m: "number of inputs",
    t: "number of outputs",
    u: "units of a layer, another number in each",
    v: "inputs of a layer, the units of the one before",
    w: "width of what a layer gives",
  },
  functions: { forwardAll, backwardAll, updateAll },
  nouns: {
    delta: "the error of a layer",
    deltas: "the list of errors",
    back: "what flows back",
    entries: "the number of outputs",
  },
  hints: [
    "Which layer's error can you write at once? And which two things do you need to get from it the error of the layer before?",
    "Going back from layer l + 1 to l: sum over the units of l + 1, each error times the weight that leads there, and then pass the sigmoid of layer l. Which entry of As comes into layer l, and which goes out of it? Mind that As is one longer than Ws.",
    "With l counted from 0, layer l gets As[l] and gives As[l + 1]. The last δ is 2/(n·t)·(A − Y)·A(1 − A). Going down: dW = δᵀ·As[l], db = column sums of δ, then δ ← (δ·Ws[l]) times As[l](1 − As[l]). Put each at the front of its list.",
  ],
});
