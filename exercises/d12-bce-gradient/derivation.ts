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
  lines: 4,
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
  },
  hints: [
    "The loss depends on w through the logits alone. Look at one example first: what is the derivative of ℓᵢ by its logit zᵢ?",
    "In terms of the logit, ℓᵢ = ln(1 + e^zᵢ) − yᵢ zᵢ. That has a short derivative by zᵢ; and zᵢ has the derivative xᵢ by w.",
    "∂ℓᵢ/∂zᵢ = ŷᵢ − yᵢ. So the gradient is (1/n) Σ (ŷᵢ − yᵢ) xᵢ, or Xᵀ(ŷ − y)/n.",
  ],
});
