/**
 * A formula in one notation: e^{-z} is one over e^z, q^{-2} one over q q, and fractions within a product are one
 * fraction. Two lines that agree in it say the same with other signs, and neither takes the other on.
 */
import type { Expression } from "../expression.ts";
import { sortedForm, tidy } from "./canonical.ts";
import { withParts } from "./with-parts.ts";

/** A product of two fractions is more than one fraction: to part it is a step. */
export function notationForm(e: Expression): string {
  const text = known.get(e) ?? `${fractionsIn(tidy(e))} ${sortedForm(inOneNotation(tidy(e)))}`;
  known.set(e, text);
  return text;
}

/** A form is asked for often, and worked out once. */
const known = new WeakMap<Expression, string>();

function fractionsIn(part: unknown): number {
  if (typeof part !== "object" || part === null) return 0;
  const e = part as Expression;
  const isFraction = e.is === "binary" && e.op === "/";
  // 1/e^{-z} is none: one undoes the other.
  const own = isFraction ? (isNegative(e.right) ? -1 : 1) : isNegative(e) ? 1 : 0;
  return Object.values(part).reduce((sum: number, inner) => sum + fractionsIn(inner), own);
}

/** q^{-2} and e^{-z} */
const isNegative = (e: Expression): boolean =>
  e.is === "power"
    ? isSmall(e.exponent) && e.exponent.value < 0
    : e.is === "apply" && e.fn === "\\exp" && e.to[0]?.is === "minus";

/** Powers that are taken as products. */
const HIGHEST = 4;
const ONE: Expression = { is: "number", value: 1 };

export function inOneNotation(e: Expression): Expression {
  const above: Expression[] = [];
  const below: Expression[] = [];
  const take = (one: Expression, isAbove: boolean): void => {
    if (one.is === "binary" && one.op !== "+" && one.op !== "-" && one.op !== "\\odot") {
      take(one.left, isAbove);
      take(one.right, one.op === "/" ? !isAbove : isAbove);
    } else if (one.is === "power" && isSmall(one.exponent) && !isPowerOrProduct(one.base)) {
      // Worked out once: powers within powers are as many as somebody likes.
      const base = withParts(one.base, inOneNotation);
      const side = one.exponent.value > 0 === isAbove ? above : below;
      for (let k = 0; k < Math.abs(one.exponent.value); k++) side.push(base);
    } else if (one.is === "apply" && one.fn === "\\exp" && one.to[0]?.is === "minus")
      take({ ...one, to: [one.to[0].of] }, !isAbove);
    else (isAbove ? above : below).push(withParts(one, inOneNotation));
  };
  take(e, true);
  const product = (all: readonly Expression[]): Expression =>
    all.reduce((left, right) => ({ is: "binary", op: "\\cdot", left, right }), ONE);
  const top = product(above);
  return below.length === 0 ? top : { is: "binary", op: "/", left: top, right: product(below) };
}

const isPowerOrProduct = (e: Expression): boolean =>
  e.is === "power" || (e.is === "binary" && e.op !== "+" && e.op !== "-");

const isSmall = (e: Expression): e is Extract<Expression, { is: "number" }> =>
  e.is === "number" && Number.isInteger(e.value) && e.value !== 0 && Math.abs(e.value) <= HIGHEST;
