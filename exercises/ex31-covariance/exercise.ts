import { exercise } from "../../grader/exercise/form.ts";
import { center } from "./center.ts";
import { covarianceMatrix } from "./covariance-matrix.ts";

export default exercise({
  title: "Covariance matrix",
  unit: 5,
  source: "Machine Learning Visualized, 0.3.4 and 0.3.5",
  requires: ["ex13"],
  derivation: "covariance",
  minutes: 25,
  symbols: { n: "number of examples", m: "number of features, which are the columns" },
  functions: { center, covarianceMatrix },
  nouns: {
    D: "the centred X",
    d: "the difference of two examples",
    means: "the mean",
    middle: "the mean",
    pairs: "the pairs of examples",
    C: "the covariance",
  },
  hints: [
    "Two columns rise together, or one falls where the other rises. What sign have the products of their distances from their means in either case?",
    "How many rows and columns has C, and which two columns of X belong to its entry in row j and column k? By which number is the sum divided, and when is that 0?",
    "D is X with each column's mean subtracted. C[j][k] is the sum over all examples i of D[i][j]·D[i][k], divided by n − 1; with fewer than two examples throw a RangeError.",
  ],
});
