import { exercise } from "../../grader/exercise/form.ts";
import { torchMomentumStep } from "./gradients-kept.ts";
import { updateMomentum, updateParams } from "./steps-kept.ts";

export default exercise({
  title: "Momentum: two equivalent forms",
  unit: 9,
  source:
    "01 build and train feedforward nn, 1.8; Machine Learning Visualized, 0.6.4 (torch.optim.SGD with momentum 0.3)",
  requires: ["ex51"],
  derivation: "momentum",
  minutes: 35,
  points: 20,
  symbols: {
    m: "number of matrices",
    k: "rows of a matrix; in a list each has its own",
    d: "columns of a matrix, in the same way",
    a: "rows of the matrix at that place",
    b: "its columns",
    θ: "any of the parameters",
    M: "the step that is kept, 0 at the start",
  },
  functions: { updateMomentum, updateParams, torchMomentumStep },
  nouns: { velocity: "the new velocity", old: "the old velocity", x: "the parameter" },
  hints: [
    "A ball has rolled by M, and the slope pulls it by −ηg more. How far does it roll now, if friction leaves μ of the old step?",
    "In which of the two forms is η in what is kept, and in which does it come in when θ moves? Where is the minus sign?",
    "updateMomentum: momentum·m − lr·g for every entry of every matrix; updateParams: x + m. torchMomentumStep: first the new v, mu·v + g, then p − lr times that new v.",
  ],
});
