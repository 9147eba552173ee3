import { derivation } from "../../grader/exercise/derivation.ts";

const tex = String.raw;

export default derivation({
  title: "The gradient of the binary cross-entropy",
  unit: 3,
  requires: ["ex17"],
  minutes: 35,
  page: "bce-gradient",
  known: ["L", tex`\ell`],
  start: tex`\nabla_w L`,
  step: 6,
  without: ["slopes"],
  lines: 3,
  rules: 5,
  slips: {
    "sign-flipped": {
      is: tex`\frac{1}{n} X^\top (y - \hat y)`,
      says: "The sign is flipped: it is prediction minus label.",
      step: 5,
    },
    "sum-for-mean": {
      is: tex`X^\top (\hat y - y)`,
      says: "The 1/n is missing. The loss is a mean, so its gradient is one too.",
      step: 6,
    },
    "squared-error-of-a-sigmoid": {
      is: tex`\frac{1}{n} X^\top ((\hat y - y) \odot \hat y \odot (1 - \hat y))`,
      says: "The slope of the sigmoid is still a factor. The derivative of the logarithm has cancelled it.",
      step: 5,
    },
    "one-minus-prediction": {
      is: tex`\frac{1}{n} X^\top (1 - \hat y - y)`,
      says: "1 − ŷ stands where ŷ belongs. The derivative of ln(1 + e^z) is e^z/(1 + e^z).",
      step: 4,
    },
    "sigmoid-slope-forgotten": {
      is: tex`\frac{1}{n} \sum_{i} (\frac{1 - y_i}{1 - \hat y_i} - \frac{y_i}{\hat y_i}) x_i`,
      says: "The slope of the sigmoid is missing. The logarithm is taken of ŷ, and ŷ depends on z.",
      step: 4,
    },
    "minus-of-the-second-forgotten": {
      is: tex`-\frac{1}{n} X^\top (y \odot (1 - \hat y) + (1 - y) \odot \hat y)`,
      says: "A minus is missing. The inner derivative of ln(1 − ŷ) by ŷ is −1.",
      step: 4,
    },
    "log-upside-down": {
      is: tex`\frac{1}{n} X^\top (((1 - y) \odot (1 - \hat y) - y \odot \hat y) \odot \hat y \odot (1 - \hat y))`,
      says: "The derivative of the logarithm is upside down: that of ln u is 1/u.",
      step: 4,
    },
    "second-part-forgotten": {
      is: tex`-\frac{1}{n} X^\top (y \odot (1 - \hat y))`,
      says: "Only the examples with label 1 are counted. The second part of the loss has a derivative as well.",
      step: 4,
    },
  },
  hints: [
    "The loss depends on w through the logits alone. Look at one example first: what is the derivative of ℓᵢ by its logit zᵢ?",
    "In terms of the logit, ℓᵢ = ln(1 + e^zᵢ) − yᵢ zᵢ. That has a short derivative by zᵢ; and zᵢ has the derivative xᵢ by w.",
    "∂ℓᵢ/∂zᵢ = ŷᵢ − yᵢ. So the gradient is (1/n) Σ (ŷᵢ − yᵢ) xᵢ, or Xᵀ(ŷ − y)/n.",
  ],
});
