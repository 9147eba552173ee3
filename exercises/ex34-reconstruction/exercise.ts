import { exercise } from "../../grader/exercise/form.ts";
import { reconstruct } from "./reconstruct.ts";
import { explainedVarianceRatio } from "./shares.ts";
import { truncate } from "./truncate.ts";

export default exercise({
  title: "Explained variance, truncation and reconstruction",
  unit: 5,
  source: "Machine Learning Visualized, 0.3.7",
  requires: ["ex33"],
  derivation: "reconstruction",
  points: 25,
  minutes: 25,
  symbols: {
    n: "number of examples",
    m: "number of features, and of components",
    V: "the eigenvectors, one a column",
  },
  functions: { explainedVarianceRatio, truncate, reconstruct },
  nouns: { variances: "the variances" },
  hints: [
    "Ten numbers an example, or two of them: what do you lose? Which sums or products of ex33 would tell you, and which matrix led from Z to P?",
    "A share is a part of what? Which columns become 0, counted from 0? And if P = ZV with orthonormal columns, what gives P times Vᵀ?",
    "Math.max(λ, 0) over the sum of all Math.max(λ, 0). Column j stays where j < k, else 0. Entry (i, j) of the reconstruction is the sum over l of truncated[i][l]·eigVecs[j][l].",
  ],
});
