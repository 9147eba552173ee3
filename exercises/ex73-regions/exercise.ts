import { exercise } from "../../grader/exercise/form.ts";
import { decisionRegions } from "./decision-regions.ts";
import { grid } from "./grid.ts";
import { hiddenProjection } from "./hidden-projection.ts";

export default exercise({
  title: "Decision regions on a grid, and the view of the hidden layer",
  unit: 12,
  source:
    "01 build and train feedforward nn, 1.3.1, 1.3.3 and 1.9 to 1.11; Machine Learning Visualized, 0.4.10",
  requires: ["ex59", "ex40"],
  derivation: "slices",
  minutes: 35,
  symbols: {
    k: "number of examples",
    m: "number of inputs",
    d: "number of hidden units",
    xᵢ: "x of column i, counted from 0",
    yⱼ: "y of row j, counted from 0",
  },
  functions: { grid, decisionRegions, hiddenProjection },
  nouns: { along: "the numbers of a side", points: "the points of the grid" },
  hints: [
    "How many steps lie between n points, from the first to the last? Which of the two coordinates changes from one point of the list to the next?",
    "The outer loop runs over y, the inner one over x. How do you get from the list of n² points to a matrix with n rows? And which row of Wh belongs to the first hidden unit?",
    "The k-th number of a side is x0 + k·(x1 − x0)/(n − 1), and x0 where n is 1. grid pushes [x, y] for each y and in it for each x. decisionRegions has predict([x, y]) in the same two loops, with a new row for each y. hiddenProjection is 1/(1 + Math.exp(−z)) with z = Σ Wh[k][j]·X[i][j] + bh[k].",
  ],
});
