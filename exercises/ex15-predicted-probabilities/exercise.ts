import { exercise } from "../../grader/exercise/form.ts";
import { decisionLine } from "./line.ts";
import { predictClass, predictProba } from "./prediction.ts";
import { minMaxScale } from "./scaling.ts";

export default exercise({
  title: "Min-max scaling and predicted probabilities",
  unit: 3,
  source: "Machine Learning Visualized, 0.4.1, 0.4.2 and 0.4.5",
  requires: ["ex14"],
  derivation: "decision-line",
  minutes: 30,
  points: 30,
  symbols: { n: "number of examples", m: "number of features", t: "threshold" },
  functions: { minMaxScale, predictProba, predictClass, decisionLine },
  nouns: {
    low: "the smallest entry",
    width: "the range",
    z: "the logit",
    column: "the column",
    scaled: "the scaled column",
  },
  hints: [
    "Take one column by itself. Which of its entries has to become 0, and which 1? For one example, which number goes into the sigmoid?",
    "What is the width of a column, and what happens to the formula where the width is 0? Where the probability is 1/2, what is the logit, and which of its terms do you know when x1 is given?",
    "Subtract the column's minimum and divide by max − min, or write 0 where that is 0. p is the sigmoid of Σⱼ wⱼxⱼ + b, in the form that survives 1000. A class is 1 where p ≥ threshold. On the line, w₂x₂ is what brings w₁x₁ + b back to 0.",
  ],
});
