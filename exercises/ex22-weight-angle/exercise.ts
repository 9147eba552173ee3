import { exercise } from "../../grader/exercise/form.ts";
import { calculateAngle } from "./angle.ts";
import { updateWeights } from "./update.ts";

export default exercise({
  title: "Angle between weights and input; the role of the learning rate",
  unit: 4,
  source:
    "Building FeedForward Networks with Pytorch, “Implementing a perceptron learning algorithm in Python”, calculate_angle and update_weights",
  requires: ["ex21"],
  derivation: "weight-angle",
  minutes: 20,
  symbols: { m: "number of entries" },
  functions: { calculateAngle, updateWeights },
  nouns: {
    dot: "the scalar product",
    cosine: "the cosine",
    length: "the length",
    apart: "the length of the difference",
    together: "the length of the sum",
  },
  hints: [
    "What is u·v if v is u, and what if v is twice u? Which number has to be divided out so that both give the same angle?",
    "The cosine is u·v over the product of the two lengths, and a length is a root. What does Math.acos give for 1.0000000000000002? In which unit is what it gives for 0?",
    "Add up u·v, u·u and v·v in one loop. The cosine is uv / (√uu · √vv), cut off to the interval from −1 to 1, and 180/π makes degrees of its arccos. The update adds lr · x to w, entry by entry.",
  ],
});
