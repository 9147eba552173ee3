import { exercise } from "../../grader/exercise/form.ts";
import { powerIteration } from "./power.ts";
import { eigenSymmetric } from "./symmetric.ts";
import { eigenvalues2x2 } from "./two-by-two.ts";

export default exercise({
  title: "Eigenvalues and eigenvectors",
  unit: 5,
  source: "Machine Learning Visualized, 0.3.2",
  requires: ["ex31"],
  derivation: "eigenvectors",
  minutes: 75,
  points: 40,
  symbols: {
    m: "number of rows and of columns",
    λ: "eigenvalue: A v = λ v for some v that is not 0",
    V: "the eigenvectors, one a column",
    Λ: "diagonal matrix of the eigenvalues",
  },
  functions: { eigenvalues2x2, powerIteration, eigenSymmetric },
  nouns: {
    half: "half the trace",
    det: "the determinant",
    root: "the root",
    square: "what stands under the root",
    times: "the product with A",
    toLengthOne: "the division by the length",
    v: "the vector",
    length: "the length",
    along: "vᵀAv",
    ROUNDS: "the number of rounds",
    angle: "the angle",
    turnColumns: "the turn of the columns",
    turnRows: "the turn of the rows",
    D: "the turned matrix",
    V: "the eigenvectors",
    turn: "the turn",
    t: "the tangent of the angle",
    order: "the order of the values",
    pairs: "the order of the values",
  },
  hints: [
    "Multiply [[2, 1], [1, 2]] by (1, 1) and by (1, −1). What happens to each? And what happens to (1, 0) if you multiply again and again?",
    "For two rows: which quadratic equation do trace and determinant make, and where is its middle? For more: which angle makes the entry in row p and column q zero, and which numbers of the matrix does that turn change?",
    "Start with V = I. For every pair p < q: θ = ½·atan2(2·A[p][q], A[p][p] − A[q][q]); with c = cos θ and s = sin θ turn the columns p and q of A and of V, x to cx + sy and y to cy − sx, both from the old x and y, then the rows p and q of A in the same way. After a dozen rounds the diagonal holds the values; sort them with the columns of V.",
  ],
});
