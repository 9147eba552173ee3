/** Wrong errors of one example, which both gradients average. */
import { curedBy, type Mistakes, times } from "../../grader/exercise/form.ts";
import { sigmoid } from "../../reference/numbers/sigmoid.ts";
import type { Plain } from "../../reference/numbers/tracked.ts";

type Outputs = { readonly yTrue: readonly number[]; readonly yPred: readonly number[] };

/** Mistakes in the error of an example, ŷ − y, of which a function takes a mean. */
export function errorMistakes<I extends Outputs>(
  averaged: (errors: number[], given: I) => Plain,
  steps: { readonly oneMinus: number; readonly class: number },
): Mistakes<I, Plain> {
  const by = (error: (p: number, y: number) => number) => (given: I) => {
    const errors = given.yPred.map((p, i) => error(p, given.yTrue[i]!));
    return averaged(errors, given);
  };
  return curedBy(5, {
    "sign-flipped": {
      is: times(-1),
      says: "The sign is flipped: it is the prediction minus the label. Descent with y − ŷ climbs.",
    },
    "factor-two": {
      is: times(2),
      step: 4,
      says: "There is a factor 2, a habit from the squared error. The logarithm has no such factor to give.",
    },
    "one-minus-prediction": {
      is: by((p, y) => 1 - p - y),
      step: steps.oneMinus,
      says: "Here 1/(1 + e^z) stands for e^z/(1 + e^z), so 1 − ŷ takes the place of ŷ. The derivative of ln(1 + e^z) is σ(z), not σ(−z).",
    },
    "stopped-at-the-prediction": {
      is: by((p, y) => -y / p + (1 - y) / (1 - p)),
      says: "This stops at the derivative by ŷ. Between ŷ and the weights lies the sigmoid: its slope ŷ(1 − ŷ) is a factor more, and cancels the denominators.",
    },
    "sigmoid-applied-again": {
      is: by((p, y) => sigmoid(p) - y),
      says: "The sigmoid is applied to ŷ. But ŷ is σ(z) already: it goes into the error as it is.",
    },
    "class-for-probability": {
      is: by((p, y) => (p >= 0.5 ? 1 : 0) - y),
      step: steps.class,
      says: "The error is taken from the class, ŷ rounded to 0 or 1. The loss sees the probability itself: ŷ − y.",
    },
    "squared-error-of-a-sigmoid": {
      is: by((p, y) => (p - y) * p * (1 - p)),
      says: "The factor ŷ(1 − ŷ) belongs to the squared error of a sigmoid. In the cross-entropy it cancels against the derivative of the logarithm.",
    },
  });
}
