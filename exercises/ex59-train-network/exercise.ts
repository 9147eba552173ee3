import { exercise } from "../../grader/exercise/form.ts";
import { predictClasses } from "./predict.ts";
import { trainNetwork } from "./train.ts";

export default exercise({
  title: "Training the circle classifier with momentum",
  unit: 10,
  source: "01 build and train feedforward nn, 1.3.3 and 1.8",
  requires: ["ex48", "ex52"],
  derivation: "momentum",
  points: 30,
  minutes: 45,
  symbols: {
    n: "number of examples",
    m: "number of inputs",
    h: "number of hidden units",
    c: "number of classes",
    θ: "all parameters, Wh, bh, Wo and bo",
    M: "the step that is kept, in four matrices, 0 at the start",
    J: "cross-entropy, summed over the examples",
    a: "rows of the matrix at that place",
    b: "its columns",
  },
  functions: { trainNetwork, predictClasses },
  nouns: {
    H: "the hidden activations",
    yHat: "the probabilities",
    deltaO: "the delta of the output",
    deltaH: "the delta of the hidden layer",
    gradients: "the gradients",
    Ms: "the steps",
    theta: "the parameters",
    best: "the most probable class",
    largest: "the largest logit",
    e: "the exponential",
    total: "the sum of the exponentials",
  },
  hints: [
    "What does one iteration need from the one before? Which of your functions of ex48 and ex52 does it call, and in which order? How many losses are there after three iterations?",
    "At which parameters is the gradient taken, and by which M does θ move? Where do the zeros of the first M come from, and is J a sum or a mean? For predictClasses: which entry of a row of probabilities counts, and what if two are equal?",
    "theta = params, Ms = zeros in the same shapes, losses = [J at theta]. In each iteration: the gradients at theta, Ms = μ·M − lr·gradient for every entry, theta = theta + Ms as new matrices, and J at the new theta to the end of losses. predictClasses: forward, then best = 0, and best = c where row[c] > row[best].",
  ],
});
