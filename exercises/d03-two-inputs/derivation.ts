import { derivation } from "../../grader/exercise/derivation.ts";

const tex = String.raw;

export default derivation({
  title: "The slope of a function of two inputs",
  unit: 1,
  requires: ["ex05"],
  minutes: 15,
  page: "two-inputs",
  known: ["a", "s", "f"],
  start: tex`\frac{\partial f}{\partial x}`,
  step: 3,
  lines: 2,
  rules: 2,
  slips: {
    "value-for-slope": {
      is: tex`\sigma(x + y)`,
      says: "This is the value of σ at the sum. The chain rule asks for its slope there.",
      step: 3,
    },
    "slope-at-each-input": {
      is: tex`\sigma'(x)`,
      says: "The slope is taken at x. σ gets the sum, so its slope is taken at x + y.",
      step: 4,
    },
    "product-rule-for-a-sum": {
      is: tex`\sigma'(x + y) x`,
      says: "An input has come in as a factor. The derivative of x + y by x is 1.",
      step: 5,
    },
    "slope-at-the-output": {
      is: tex`\sigma'(s)`,
      says: "The slope is taken at what σ gives. It is taken at what σ gets, the sum.",
      step: 4,
    },
    "sum-for-sigma": {
      is: "(x + y) (1 - (x + y))",
      says: "The sum stands where σ of it belongs: σ′(u) is σ(u)(1 − σ(u)), not u(1 − u).",
      step: 3,
    },
    "both-inputs-moved": {
      is: tex`2 \sigma'(x + y)`,
      says: "Both inputs have moved. While x moves y rests, so the derivative of x + y by x is 1.",
      step: 5,
    },
    "other-input-as-factor": {
      is: tex`\sigma'(x + y) y`,
      says: "An input has come in as a factor. The derivative of x + y by x is 1.",
      step: 5,
    },
    "inner-derivative-zero": {
      is: tex`0`,
      says: "The inner derivative is not 0: y rests, but x moves, and the derivative of x + y by x is 1.",
      step: 5,
    },
    "plus-for-minus": {
      is: tex`\sigma(x + y) (1 + \sigma(x + y))`,
      says: "A plus stands where a minus belongs: σ′(u) is σ(u)(1 − σ(u)).",
      step: 3,
    },
  },
  hints: [
    "f is σ of a sum. Which of the two inputs rests while you look for ∂f/∂x, and what is left to move?",
    "The chain rule: the slope of the outer function at what it gets, times the slope of what it gets. Name what σ gets a.",
    "∂f/∂x = σ′(a) · ∂a/∂x, and ∂a/∂x is 1. Write a as what it stands for in the last line.",
  ],
});
