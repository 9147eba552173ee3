import { exercise } from "../../grader/exercise/form.ts";
import tensor from "../ex66-tensor/provided.ts?raw";
import { count } from "./count.ts";
import { fields } from "./fields.ts";
import { linear } from "./linear.ts";
import { modes } from "./modes.ts";
import { names } from "./names.ts";
import scenarios from "./scenarios.ts?raw";
import { forward, gradients } from "./two-layers.ts";
import { zeroed } from "./zeroed.ts";

export default exercise({
  title: "Modules, parameters, Linear, Sequential",
  unit: 11,
  source:
    "Building FeedForward Networks with Pytorch, Building Class-based Model with nn.Module, nn.Linear; Machine Learning Visualized, 0.6.3, 0.7.3 and 0.7.16; 01 build and train feedforward nn, 1.12",
  requires: ["ex66", "ex38", "ex54", "ex62"],
  derivation: "modules",
  minutes: 60,
  points: 40,
  uses: { "ex66-tensor": tensor },
  exports: { Module: "class", Linear: "class", Sequential: "class", countParameters: "function" },
  scenarios,
  symbols: {
    n: "number of examples",
    m: "number of inputs of the first layer",
    k: "number of its outputs",
    t: "number of outputs of the second layer",
    L: "number of Linear layers",
    p: "number of parameters",
    c: "number of calls",
  },
  functions: { linear, forward, gradients, zeroed, names, fields, count, modes },
  hints: [
    "How can a method of Module know which fields a subclass will have, one day? What does JavaScript tell you of any object's fields, and in which order?",
    "A field holds a Tensor, a Module, or something else. What does each of the three bring to the list, under which name? And how do you notice that a tensor has been met before?",
    "namedParameters: go through Object.entries(this); a Tensor brings [field, tensor], a Module brings its own namedParameters, each name with the field and a dot in front; skip a tensor that is there already. parameters, zeroGrad and countParameters go through that list. Sequential makes a field of each layer under its number, with Object.assign(this, layers).",
  ],
});
