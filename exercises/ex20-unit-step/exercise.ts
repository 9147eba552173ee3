import { exercise } from "../../grader/exercise/form.ts";
import { netInput, predictStep } from "./neuron.ts";
import { thresholdToBias, unitStep } from "./step.ts";

export default exercise({
  title: "Net input, unit step, threshold as bias",
  unit: 4,
  source:
    "Building FeedForward Networks with Pytorch, “The formal definition of an artificial neuron”; Machine Learning Visualized, 0.4.2",
  requires: ["ex06"],
  derivation: "neuron",
  minutes: 25,
  points: 25,
  symbols: { n: "number of examples", m: "number of features" },
  functions: { netInput, unitStep, thresholdToBias, predictStep },
  nouns: { z: "the net input", weights: "the weight", bias: "the bias" },
  hints: [
    "Take one example with two features. Which number goes with which weight, and how often does the bias count? Which class has an example whose net input is the threshold itself?",
    "X has one row an example, w has one entry a feature: over which of the two does the sum run? Write w·x ≥ θ, and bring θ to the other side. What stands there, beside w·x, is the bias.",
    "Row by row, add up wⱼ·xⱼ over the features, and b once. The step is z >= threshold ? 1 : 0, with a threshold of 0 where none is given. The bias is the negative threshold. A prediction is the step of the net input.",
  ],
});
