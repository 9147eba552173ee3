/**
 * Gradients of a function of the loss in place of the loss: its root, its logarithm, its square.
 */
import { lift } from "../../../reference/numbers/tracked.ts";
import { each } from "../../exercise/each.ts";
import type { Value } from "../../value.ts";
import type { Answer } from "../answer.ts";
import { rightOf } from "./answer-read.ts";
import { because, isEnough, type Source } from "./diagnosis.ts";
import { matchAll } from "./recognise.ts";

interface Outer {
  readonly id: string;
  readonly slope: (loss: number) => number;
  readonly what: string;
  readonly factor: string;
}

const OUTER: readonly Outer[] = [
  { id: "gradient-of-root", slope: (L) => 1 / (2 * Math.sqrt(L)), what: "the root", factor: "1/(2√L)" },
  { id: "gradient-of-logarithm", slope: (L) => 1 / L, what: "the logarithm", factor: "1/L" },
  { id: "gradient-of-square", slope: (L) => 2 * L, what: "the square", factor: "2L" },
  { id: "gradient-of-exponential", slope: Math.exp, what: "the exponential", factor: "e^L" },
];

export const outerFunction: Source = ({ fn, answers, work }) => {
  const { gradient } = fn;
  if (gradient === undefined) return undefined;
  const losses = new Map<Answer, number>();
  const lossOf = (answer: Answer): number => {
    const loss = losses.get(answer) ?? gradient.of(lift(answer.inputs) as never).value;
    losses.set(answer, loss);
    return loss;
  };
  for (const { id, slope, what, factor } of OUTER) {
    const formula = (answer: Answer): Value => each(rightOf(answer), (x) => x * slope(lossOf(answer)));
    const match = matchAll(answers, formula, work);
    if (match === undefined || !isEnough(match.informative, answers)) continue;
    return because(
      "generic",
      id,
      `Your answer is ${factor} times the right one, with L = ${gradient.name}: it is the gradient of ${what} of that.`,
      match,
    );
  }
  return undefined;
};

/** The root of the loss alone, for answers that are near and no more. */
export const nearGradientOfRoot = (loss: number, right: number): number => right / (2 * Math.sqrt(loss));
