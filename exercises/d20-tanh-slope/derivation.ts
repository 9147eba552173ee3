import { derivation } from "../../grader/exercise/derivation.ts";

const tex = String.raw;

export default derivation({
  title: "The slope of tanh",
  unit: 6,
  requires: ["ex37"],
  minutes: 25,
  page: "activations",
  known: [],
  start: tex`\frac{d}{dz} \tanh z`,
  step: 4,
  without: ["slopes", "exp"],
  lines: 4,
  rules: 7,
  slopes: { "\\tanh": 8 },
  slips: {
    "plus-sign": { is: "1 + t^2", says: "The quotient rule subtracts: (u′v − uv′)/v².", step: 3 },
    "square-below-forgotten": {
      is: tex`\frac{1}{\cosh z}`,
      says: "The square below is missing: (u′v − uv′)/v².",
      step: 3,
    },
    "z-for-tanh": {
      is: "1 - z^2",
      says: "z stands where the value of tanh belongs: 1 − t² with t = tanh z.",
      step: 4,
    },
    "sigmoid-rule": {
      is: "t (1 - t)",
      says: "This is t(1 − t), the rule for the sigmoid. That of tanh is 1 − t²: the derivative of e^z − e^(−z) is e^z + e^(−z).",
      step: 4,
    },
    "square-forgotten": { is: "1 - t", says: "The square is missing: the second term is tanh² z.", step: 4 },
    "sign-flipped": {
      is: "t^2 - 1",
      says: "The sign is flipped: tanh rises, so its slope is positive. The quotient rule begins with the derivative of the numerator: (u′v − uv′)/v².",
      step: 3,
    },
    "inner-sign-lost": {
      is: "0",
      says: "A minus is lost: the derivative of e^(−z) is −e^(−z). So numerator and denominator are each the derivative of the other.",
      step: 3,
    },
    "half-a-quotient": {
      is: "1",
      says: "Half of the quotient rule is missing: (u′v − uv′)/v².",
      step: 3,
    },
    "quotient-of-derivatives": {
      is: tex`\frac{1}{t}`,
      says: "Top and bottom are derived each by itself. The quotient rule is (u′v − uv′)/v².",
      step: 3,
    },
  },
  hints: [
    "Write tanh z as a quotient of exponentials. What are the derivatives of its numerator and of its denominator?",
    "Each is the derivative of the other one. So the quotient rule gives a difference of two squares above a square.",
    "Split the fraction: the first square cancels to 1, and the second one is tanh² z.",
  ],
});
