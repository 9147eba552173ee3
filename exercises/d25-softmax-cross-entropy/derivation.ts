import { derivation } from "../../grader/exercise/derivation.ts";

const tex = String.raw;

export default derivation({
  title: "The cross-entropy behind softmax, by a logit",
  unit: 7,
  requires: ["ex42"],
  minutes: 35,
  page: "cross-entropy",
  known: ["P", "J"],
  start: tex`\frac{\partial J}{\partial z_{ij}}`,
  step: 9,
  lines: 3,
  rules: 6,
  slips: {
    "sign-flipped": {
      is: "y_{ij} - p_{ij}",
      says: "The sign is flipped: raising the logit of the true class lowers the loss.",
      step: 9,
    },
    "by-the-probability": {
      is: tex`-\frac{y_{ij}}{p_{ij}}`,
      says: "This is the derivative by the probability. A logit moves all probabilities of its example.",
      step: 7,
    },
    "elementwise-derivative": {
      is: "-y_{ij} (1 - p_{ij})",
      says: "Only the way through its own probability is counted. A logit moves all probabilities of its example.",
      step: 8,
    },
    "mean-for-sum": {
      is: tex`\frac{1}{n} (p_{ij} - y_{ij})`,
      says: "There is a 1/n too many: J is a sum over the examples.",
      step: 10,
    },
    "denominator-forgotten": {
      is: "-y_{ij}",
      says: "Only the logit itself is derived. The logarithm of the sum depends on it as well.",
      step: 8,
    },
    "log-forgotten": {
      is: "e^{z_{ij}} - y_{ij}",
      says: "The derivative of ln u is 1/u times that of u: e^z is still to be divided by the sum.",
      step: 8,
    },
    "inner-derivative-forgotten": {
      is: tex`\frac{1}{\sum_{k} e^{z_{ik}}} - y_{ij}`,
      says: "The inner derivative is missing: that of the sum by its logit is e^z.",
      step: 8,
    },
    "labels-not-summed": {
      is: "C p_{ij} - y_{ij}",
      says: "Each class is counted with 1. Its label is its weight, and the labels of an example sum to 1.",
      step: 9,
    },
    "one-for-delta": {
      is: tex`p_{ij} - 1`,
      says: "1 stands where δ or a label belongs: only the class j moves with its own logit, and it counts by its label.",
      step: 8,
    },
    "plus-for-minus": {
      is: tex`-y_{ij} - p_{ij}`,
      says: "A plus stands where a minus belongs: the derivative of p_c by z_j is p_c(δ_cj − p_j).",
      step: 7,
    },
    "own-way-forgotten": {
      is: tex`p_{ij}`,
      says: "The way through its own probability is missing: δ_cj is 1 for c = j.",
      step: 8,
    },
    "log-upside-down": {
      is: tex`-y_{ij} p_{ij}^2 + p_{ij} \sum_{k} y_{ik} p_{ik}^2`,
      says: "The derivative of the logarithm is upside down: that of ln p is 1/p.",
      step: 7,
    },
  },
  hints: [
    "A logit moves the probabilities of its own example, and of no other one. What is left of the sum over the examples?",
    "ln p is the logit less ln Σ e^z. Write the loss with that, or go by the derivative of each probability, p(δ − p).",
    "The labels of an example sum to 1. So p_ij Σ y_ic is p_ij, and y_ij is subtracted from it.",
  ],
});
