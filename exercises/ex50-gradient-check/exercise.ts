import { exercise } from "../../grader/exercise/form.ts";
import { checkGradients } from "./check-gradients.ts";
import { numericalGradientMatrix } from "./numerical-gradient.ts";
import { relativeError } from "./relative-error.ts";

export default exercise({
  title: "Gradient check",
  unit: 8,
  source: "01 build and train feedforward nn, 1.7",
  requires: ["ex08", "ex48"],
  derivation: "gradient-check",
  minutes: 40,
  symbols: {
    r: "rows of the matrix",
    c: "columns of the matrix, or number of classes",
    m: "number of inputs",
    h: "number of hidden units",
    L: "the loss",
    Eᵢⱼ: "the matrix with 1 at row i, column j and 0 elsewhere",
  },
  functions: { numericalGradientMatrix, relativeError, checkGradients },
  nouns: { moved: "the moved matrix", measured: "the measured gradient", worst: "the worst entry" },
  hints: [
    "Which single number do you change to learn one entry of the gradient, and what must be true of all others meanwhile? When are two slopes equal enough: 1e-6 apart, whatever their size?",
    "Make a copy with one entry moved, in both directions. For the check, hold all matrices but one still: what function of one matrix is the loss then? And how do you look for a largest number where one may be NaN?",
    "For each name, the loss of one matrix P is loss({ ...params, [name]: P }): hand that to numericalGradientMatrix. Keep the entry whose relativeError is larger than the largest so far, or NaN. ok is whether that error is at most tol.",
  ],
});
