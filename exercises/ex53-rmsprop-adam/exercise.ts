import { exercise } from "../../grader/exercise/form.ts";
import { adamStep } from "./adam.ts";
import { rmspropStep } from "./rmsprop.ts";

export default exercise({
  title: "RMSprop and Adam",
  unit: 9,
  source: "Building FeedForward Networks with Pytorch, Intro to Pytorch Optimizers and training loop",
  requires: ["ex52"],
  derivation: "adam",
  minutes: 45,
  points: 30,
  symbols: { n: "number of parameters", θ: "the parameters, p", t: "number of this step, from 1" },
  functions: { rmspropStep, adamStep },
  nouns: {
    squares: "the new v",
    means: "the new m",
    slope: "the corrected m",
    size: "the root",
    t: "the count",
  },
  hints: [
    "One slope is 100 and another 0.01. What would you divide each by, so that both parameters move by about as much? And if a slope changes from step to step?",
    "Which of m and v is needed old, and which new? After the very first step from 0: how large is m beside g, and what has it to be divided by?",
    "RMSprop: v' = αv + (1 − α)g², then p − lr·g/(√v' + eps). Adam: t' = t + 1, m' and v' in the same way, then p − lr·(m'/(1 − β₁^t'))/(√(v'/(1 − β₂^t')) + eps), and m' and v' come back as they are.",
  ],
});
