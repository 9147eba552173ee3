/**
 * A derivative by differences in place of a formula, told by its digits.
 *
 * The difference of two near values f(x + h) − f(x) is exact (Sterbenz), so it is a multiple of the spacing of f's own
 * numbers and has few digits: about 53 − log₂(|f|/|f′h|). The answer is that difference over d, the distance of the
 * two places. So the answer times the right d is a number of few digits, on every input, and times another d it is
 * not: that tells d, whatever f was, and no other computation does so.
 */
import { lift } from "../../../reference/numbers/tracked.ts";
import type { AnyFunction } from "../../exercise/exercise.ts";
import type { Value } from "../../value.ts";
import type { Answer } from "../answer.ts";
import { numbersAlong, numbersIn } from "../entries.ts";
import { valuesOf } from "../expected.ts";
import { isWrong } from "../parts.ts";
import { bitsNear, bitsOf } from "./bits.ts";
import { because, type Source } from "./diagnosis.ts";
import { nearGradientOfRoot } from "./outer-function.ts";

/** A product has some 50 digits by chance. So few on average come of differences alone; one in 2⁴ has so few by chance. */
const SHORT = 44;
/** So many numbers tell. */
const ENOUGH = 12;
/** Division and product each round once, and a step may be written as 2*h or as h + h. */
const UNITS = 3;
/** A right number of few digits says nothing. */
const LONG = 48;
/** The last ones are the long numbers. */
const LOOKED_AT = 60;
/** How near a difference quotient of this loss is, at least. */
const NEAR = 1e-3;
/** Where the right number is small, the error of a step is not. */
const MOST = 0.8;

/** The steps that are written, with the distance of the two places that each gives. */
const STEPS: readonly { readonly h: string; readonly distance: number }[] = [
  ...Array.from({ length: 11 }, (_, k) => k + 3).flatMap((k) => [
    { h: `1e-${k}`, distance: Number(`1e-${k}`) },
    { h: `1e-${k}`, distance: 2 * Number(`1e-${k}`) },
    { h: `5e-${k}`, distance: Number(`5e-${k}`) },
  ]),
];

export const differenceQuotient: Source = ({ fn, answers }) => {
  if (Object.values(fn.inputs).some(({ type }) => type.kind === "function" || type.kind === "list"))
    return undefined;
  const wrong = answers.filter((answer) => isWrong(answer));
  const numbers = wrong.slice(-LOOKED_AT).flatMap(({ expected, value }) => {
    const right = numbersIn(valuesOf(expected));
    return numbersAlong(expected, value as Value).filter(
      (x, i) => Number.isFinite(x) && bitsOf(right[i] as number) >= LONG,
    );
  });
  if (numbers.length < ENOUGH) return undefined;
  // Right answers are near, whatever the others are.
  const of = nearWhat(fn, wrong);
  if (of === undefined) return undefined;
  const found = shortest(numbers);
  if (found === undefined) return undefined;
  const { h } = found;
  const seen = { count: wrong.length, of: answers.length };
  const asked = `the derivative is asked for as a formula, worked out by the rules.`;
  if (of === "the loss")
    return because(
      "generic",
      "difference-quotient",
      `Nearly right, as a difference quotient with h = ${h} is: ${asked}`,
      seen,
    );
  return because(
    "pair",
    "gradient-of-root+difference-quotient",
    `Your answer is 1/(2√L) times the right one, with L = ${fn.gradient?.name}: it is the gradient of the root of that. And it is only as near as a difference quotient with h = ${h} is: ${asked}`,
    seen,
  );
};

/** Whether the answers are near the right ones, or near those for the root of the loss. */
function nearWhat(fn: AnyFunction, answers: readonly Answer[]): "the loss" | "its root" | undefined {
  if (areNear(answers, () => (right) => right)) return "the loss";
  const { gradient } = fn;
  if (gradient === undefined) return undefined;
  const ofRoot = ({ inputs }: Answer): ((right: number) => number) => {
    const loss = gradient.of(lift(inputs) as never).value;
    return (right) => nearGradientOfRoot(loss, right);
  };
  return areNear(answers, ofRoot) ? "its root" : undefined;
}

/** The step by which the products have the fewest digits; 100 times a step leaves them short, too. */
function shortest(numbers: readonly number[]): (typeof STEPS)[number] | undefined {
  let best: { readonly step: (typeof STEPS)[number]; readonly digits: number } | undefined;
  for (const step of STEPS) {
    const digitsOf = (some: readonly number[]): number =>
      some.reduce((sum, x) => sum + bitsNear(x * step.distance, UNITS), 0) / some.length;
    // Most steps are ruled out by a few numbers.
    if (digitsOf(numbers.slice(0, ENOUGH)) > SHORT) continue;
    const digits = digitsOf(numbers);
    if (digits <= SHORT && (best === undefined || digits < best.digits)) best = { step, digits };
  }
  return best?.step;
}

/** Whether most answers are near what something makes of the right ones; it is asked no more once too many are not. */
function areNear(answers: readonly Answer[], of: (answer: Answer) => (right: number) => number): boolean {
  let far = 0;
  return answers.every((answer) => {
    const right = numbersIn(valuesOf(answer.expected)).map(of(answer));
    const scale = Math.max(...right.map(Math.abs), 1e-3);
    const isNear = numbersAlong(answer.expected, answer.value as Value).every(
      (x, i) => Math.abs(x - (right[i] as number)) <= NEAR * scale,
    );
    if (!isNear) far++;
    return answers.length - far >= MOST * answers.length;
  });
}
