import { exercise } from "../../grader/exercise/form.ts";
import { signedDistance } from "./distance.ts";
import { fitPerceptronPm } from "./fit.ts";
import { generateHyperplane } from "./grid.ts";

export default exercise({
  title: "Hyperplane, signed distance and the ±1 perceptron",
  unit: 4,
  source: "Machine Learning Visualized, 0.5.1, 0.5.2, 0.5.8 and 0.5.9",
  requires: ["ex23"],
  derivation: "hyperplane",
  minutes: 45,
  points: 40,
  symbols: { n: "number of examples", m: "number of features" },
  functions: { generateHyperplane, signedDistance, fitPerceptronPm },
  nouns: {
    dot: "the scalar product",
    scalar: "the scalar product",
    n1: "n₁",
    n2: "n₂",
    n3: "n₃",
    length: "the length of w",
    margin: "the margin",
    step: "the step",
    met: "the losses of the epoch",
    at: "a place of the grid",
    slopeX: "the slope along x",
    slopeY: "the slope along y",
    model: "weights and bias",
  },
  hints: [
    "Which z makes n₁x + n₂y + n₃z equal to 0? In the training: which weights does the second example meet, and from which weights does it have its loss?",
    "By how much does w·x + b grow on a step of length 1 along w? In the training, decide once, with the old w and b, whether y·z ≤ 0. Only then does anything move.",
    "zz is −(n₁·xx + n₂·yy)/n₃. The distance is (w·x + b)/‖w‖. An example with y·z ≤ 0 adds −y·z to the epoch's loss, then η·y·x to w and η·y to b; the epoch's loss is that sum over the number of examples.",
  ],
});
