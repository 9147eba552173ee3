import { derivation } from "../../grader/exercise/derivation.ts";

const tex = String.raw;

export default derivation({
  title: "The direction of largest variance",
  unit: 5,
  requires: ["ex31"],
  minutes: 20,
  page: "pca",
  known: [tex`\mu`, tex`\sigma`, "Z", "C", "L"],
  also: "I : m m identity  the identity",
  start: tex`\frac{\partial L}{\partial v}`,
  step: 4,
  lines: 2,
  rules: 5,
  slips: {
    "factor-two-forgotten": {
      is: tex`C v - \lambda v`,
      says: "The factor 2 is missing. Both v in vᵀCv change.",
      step: 4,
    },
    "half-of-it": {
      is: tex`2 C v - \lambda v`,
      says: "The factor 2 of the second part is missing. Both v in vᵀv change.",
      step: 4,
    },
    "half-of-the-variance": {
      is: tex`C v - 2 \lambda v`,
      says: "The factor 2 of the first part is missing. Both v in vᵀCv change.",
      step: 4,
    },
    "sign-flipped": {
      is: tex`2 C v + 2 \lambda v`,
      says: "The constraint is subtracted: a longer v must not pay.",
      step: 3,
    },
    "constraint-forgotten": {
      is: "2 C v",
      says: "The constraint is missing: λ(vᵀv − 1) depends on v as well.",
      step: 3,
    },
    "multiplier-forgotten": {
      is: tex`2 C v - 2 v`,
      says: "The factor λ of the condition is missing. It rests while v moves, and stays a factor.",
      step: 4,
    },
    "constant-kept": {
      is: tex`2 C v - \lambda (2 v - 1)`,
      says: "The 1 of the condition is still there. The derivative of a constant is 0.",
      step: 4,
    },
  },
  hints: [
    "L has two parts, and v stands twice in each of them. What is the derivative of vᵀv by v?",
    "C is symmetric. So the two places of v in vᵀCv give the same, and together they give 2Cv.",
    "The derivative of λ(vᵀv − 1) by v is 2λv. It is subtracted.",
  ],
});
