import { derivation } from "../../grader/exercise/derivation.ts";

const tex = String.raw;

export default derivation({
  title: "The mean squared error by the slope of the line",
  unit: 2,
  requires: ["ex09"],
  minutes: 20,
  page: "mse-line",
  known: ["L"],
  also: tex`\hat y : n given $w x + b$  predictions
e : n given $y - \hat y$  residuals`,
  means: { L: tex`\frac{1}{n} \sum_{i=1}^{n} e_i^2` },
  start: tex`\frac{\partial L}{\partial w}`,
  step: 4,
  lines: 3,
  rules: 4,
  slips: {
    "sign-flipped": {
      is: tex`\frac{2}{n} \sum_{i} x_i (y_i - (w x_i + b))`,
      says: "The sign is flipped. The inner derivative of yᵢ − (w xᵢ + b) is −xᵢ: that minus stays.",
      step: 3,
    },
    "factor-two-forgotten": {
      is: tex`-\frac{1}{n} \sum_{i} x_i (y_i - (w x_i + b))`,
      says: "The factor 2 is missing. It is the outer derivative of the square.",
      step: 2,
    },
    "inner-derivative-forgotten": {
      is: tex`\frac{2}{n} \sum_{i} (y_i - (w x_i + b))`,
      says: "The inner derivative is missing: it is −xᵢ for each example.",
      step: 2,
    },
    "x-forgotten": {
      is: tex`-\frac{2}{n} \sum_{i} (y_i - (w x_i + b))`,
      says: "The factor xᵢ is missing. This is the slope by b: the inner derivative by w is −xᵢ, not −1.",
      step: 4,
    },
    "sum-for-mean": {
      is: tex`-2 \sum_{i} x_i (y_i - (w x_i + b))`,
      says: "The 1/n is missing. The loss is a mean, so its slope is one too.",
      step: 1,
    },
    "sum-forgotten": {
      is: tex`-\frac{2}{n} x_i (y_i - (w x_i + b))`,
      says: "The sum is missing: every example has its share in the slope, and this is the share of one.",
      step: 1,
    },
    "square-kept": {
      is: tex`-\frac{2}{n} \sum_{i} x_i (y_i - (w x_i + b))^2`,
      says: "The square is still there. The derivative of e² by e is 2e, of the first power.",
      step: 2,
    },
    "bracket-lost": {
      is: tex`-\frac{2}{n} \sum_{i} x_i (y_i - w x_i + b)`,
      says: "A minus stands before the bracket, and b is in it: yᵢ − (w xᵢ + b) is yᵢ − w xᵢ − b.",
      step: 1,
    },
    "by-the-input": {
      is: tex`-\frac{2}{n} \sum_{i} w (y_i - (w x_i + b))`,
      says: "The inner derivative is taken by xᵢ. It is w that moves: the derivative of w xᵢ by w is xᵢ.",
      step: 3,
    },
    "sum-in-two": {
      is: tex`-\frac{2}{n} \sum_{i} x_i \sum_{k=1}^{n} (y_k - (w x_k + b))`,
      says: "A sum of products is no product of sums: xᵢ stays with its own residual.",
      step: 4,
    },
    "weight-kept": {
      is: tex`-\frac{2}{n} \sum_{i} w x_i (y_i - (w x_i + b))`,
      says: "The weight is still there. It is w that moves, and the derivative of w xᵢ by w is xᵢ.",
      step: 3,
    },
    "offset-derived": {
      is: tex`-\frac{2}{n} \sum_{i} (x_i + 1) (y_i - (w x_i + b))`,
      says: "The offset b is derived as well. It rests while w moves, so its derivative by w is 0.",
      step: 3,
    },
    "label-kept": {
      is: tex`\frac{2}{n} \sum_{i} (y_i - x_i) (y_i - (w x_i + b))`,
      says: "The label yᵢ is still in the inner derivative. It rests while w moves, so its derivative by w is 0.",
      step: 3,
    },
    "factor-lost-at-a-product": {
      is: tex`-\frac{2}{n} \sum_{i} (x_i y_i - w x_i - b x_i)`,
      says: "The factor xᵢ multiplies each term of the bracket: xᵢ times w xᵢ is w xᵢ².",
      step: 4,
    },
  },
  hints: [
    "L is a mean of squares. Which rules take a derivative through a constant factor, and into a sum?",
    "A square has an outer derivative, twice what is squared, and an inner one. Leave the inner one standing in your line, and take it in the next.",
    "∂/∂w (yᵢ − (w xᵢ + b)) = −xᵢ. Put it in, and take the −2 out of the sum.",
  ],
});
