import { derivation } from "../../grader/exercise/derivation.ts";

const tex = String.raw;

export default derivation({
  title: "The slope of the sigmoid",
  unit: 3,
  requires: ["ex14"],
  minutes: 20,
  page: "sigmoid",
  known: [],
  start: tex`\sigma'(z)`,
  step: 6,
  without: ["slopes", "exp"],
  lines: 4,
  rules: 3,
  slopes: { "\\sigma": 4 },
  slips: {
    "sign-flipped": {
      is: "-a (1 - a)",
      says: "The sign is flipped: σ rises, so its slope is positive. The minus signs of the power and of the exponent cancel, and the quotient rule begins with the derivative of the numerator.",
      step: 4,
    },
    "inner-derivative-forgotten": {
      is: tex`-\frac{1}{(1 + e^{-z})^2}`,
      says: "The inner derivative is missing. That of 1 + e^(−z) is −e^(−z).",
      step: 4,
    },
    "square-forgotten": {
      is: tex`\frac{e^{-z}}{1 + e^{-z}}`,
      says: "The square below is missing. The derivative of v⁻¹ is −v⁻².",
      step: 3,
    },
    "plus-for-minus": {
      is: "a (1 + a)",
      says: "A plus stands where a minus belongs: e^(−z)/(1 + e^(−z)) is 1 − a, and the quotient rule subtracts.",
      step: 6,
    },
    "z-for-sigma": {
      is: "z (1 - z)",
      says: "z stands where the value of the sigmoid belongs: a(1 − a) with a = σ(z).",
      step: 6,
    },
    "tanh-rule": {
      is: "1 - a^2",
      says: "This is the rule for tanh. That of the sigmoid is a(1 − a).",
      step: 6,
    },
    "half-a-quotient": {
      is: "a",
      says: "The quotient rule has two parts above, and a square below: (u′v − uv′)/v².",
      step: 3,
    },
    "quotient-of-derivatives": {
      is: "1",
      says: "Top and bottom are derived each by itself. The quotient rule is (u′v − uv′)/v².",
      step: 3,
    },
    "power-rule-for-e": {
      is: tex`\frac{z e^{-z-1}}{(1 + e^{-z})^2}`,
      says: "The rule for powers is used where z is the exponent. The derivative of e^(−z) is −e^(−z).",
      step: 4,
    },
    "exponent-kept": {
      is: tex`e^{-z}`,
      says: "The square below is missing. A power goes down by one: the derivative of v⁻¹ is −v⁻².",
      step: 3,
    },
    "constant-kept": {
      is: tex`-\frac{1 - e^{-z}}{(1 + e^{-z})^2}`,
      says: "The 1 is still in the inner derivative. That of a constant is 0.",
      step: 4,
    },
  },
  hints: [
    "Write σ(z) as a power of 1 + e^(−z). Which rule differentiates a power of something?",
    "The outer derivative of v⁻¹ is −v⁻²; the inner one, of 1 + e^(−z), has an inner one again. The two minus signs cancel.",
    "e^(−z)/(1 + e^(−z))² is 1/(1 + e^(−z)) times e^(−z)/(1 + e^(−z)). The first factor is a = σ(z). What is 1 − a?",
  ],
});
