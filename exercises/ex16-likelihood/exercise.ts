import { exercise } from "../../grader/exercise/form.ts";
import { bce } from "./bce.ts";
import { likelihood, logLikelihood } from "./likelihoods.ts";

export default exercise({
  title: "Likelihood, log-likelihood and binary cross-entropy",
  unit: 3,
  source: "Machine Learning Visualized, 0.4.5",
  requires: ["ex14"],
  derivation: "likelihood",
  minutes: 30,
  symbols: { n: "number of examples", L: "binary cross-entropy" },
  functions: { likelihood, logLikelihood, bce },
  nouns: { clipped: "the clipped p" },
  hints: [
    "A model gives class 1 the probability 0.8. What probability has it given to the label 1, and what to the label 0? And to both of two labels together?",
    "What does the logarithm make of a product, and of an exponent? Which of the terms are infinite when p is 0 or 1, and what is their weight when the label agrees?",
    "Per example, y·ln p + (1 − y)·ln(1 − p), where a term is added only if its weight is not 0. bce does the same with p = min(max(ŷ, eps), 1 − eps), and divides the sum by −n.",
  ],
});
