import { exercise } from "../../grader/exercise/form.ts";
import { normalEquations } from "./fit.ts";
import { predict } from "./predict.ts";
import { meanSquaredError, r2Score } from "./scores.ts";
import { fitStandardizer, standardize } from "./standardizer.ts";

export default exercise({
  title: "Standardise, predict, MSE and R²; the normal equations",
  unit: 2,
  source: "09.1 Deep Learning – Neural Network, 1.3; Machine Learning Visualized, 0.3.5",
  requires: ["ex12"],
  derivation: "least-squares",
  minutes: 60,
  points: 50,
  symbols: {
    n: "number of examples",
    m: "number of inputs",
    A: "X with a further column of ones",
    G: "the matrix AᵀA of the normal equations",
    h: "their right side, Aᵀy",
  },
  functions: { fitStandardizer, standardize, predict, meanSquaredError, r2Score, normalEquations },
  nouns: {
    prediction: "the prediction",
    left: "the sum of squared residuals",
    total: "the sum of squares about the mean",
    A: "X with its column of ones",
    G: "AᵀA",
    h: "Aᵀy",
    pivot: "the pivot",
    times: "the multiple of a row",
  },
  hints: [
    "Which numbers belong to a column, and which to an example? For the best weights: what is the gradient of ex12 there, and which equations does that give?",
    "What is left of R² if you always predict the mean? And with a column of ones in A, G = AᵀA has m + 1 rows: how do you get rid of the first unknown in all equations but one?",
    "With h = Aᵀy, for each p: if G[p][p] is below 1e-10 of what it was at first, throw. Divide row p and h[p] by it; from every other row q subtract G[q][p] times row p, and from h[q] the same times h[p]. After the last p, h holds the weights.",
  ],
});
