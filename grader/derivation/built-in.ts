/**
 * Functions that every page may use without declaring them, by the name that stands in the LaTeX, each with its
 * derivative. Derivatives of any order follow (quantity.ts).
 */
import { sigmoid } from "../../reference/numbers/sigmoid.ts";
import { FormulaError } from "./formula-error.ts";
import { Dual, minus, negated, orderOf, over, plus, type Quantity, slopeOf, times } from "./quantity.ts";
import { sideOfJump } from "./side.ts";
import { logOf, rootOf, type Smooth, through } from "./smooth.ts";

const exp: Smooth = { value: Math.exp, slope: (x) => through(x, exp) };
const sin: Smooth = { value: Math.sin, slope: (x) => through(x, cos) };
const cos: Smooth = { value: Math.cos, slope: (x) => negated(through(x, sin)) };
const sinh: Smooth = { value: Math.sinh, slope: (x) => through(x, cosh) };
const cosh: Smooth = { value: Math.cosh, slope: (x) => through(x, sinh) };
const sigma: Smooth = {
  value: sigmoid,
  slope: (x) => times(through(x, sigma), through(negated(x), sigma)),
};
/** 1 − tanh² x = 4 σ(2x) σ(−2x), without its cancellation far out. */
const tanh: Smooth = { value: Math.tanh, slope: (x) => times(4, sigma.slope(times(2, x))) };
const arctan: Smooth = { value: Math.atan, slope: (x) => over(1, plus(1, times(x, x))) };
const oneOverRoot = (x: Quantity): Quantity => over(1, rootOf(minus(1, times(x, x))));
const upToOne = (x: number): boolean => !(Math.abs(x) > 1);
const arcsin: Smooth = { value: Math.asin, slope: oneOverRoot, inside: upToOne };
const arccos: Smooth = { value: Math.acos, slope: (x) => negated(oneOverRoot(x)), inside: upToOne };

type OfOne = (x: Quantity) => Quantity;
const smooth =
  (f: Smooth): OfOne =>
  (x) =>
    through(x, f);
const quotient =
  (f: Smooth, g: Smooth): OfOne =>
  (x) =>
    over(through(x, f), through(x, g));

const ofOne: Readonly<Record<string, OfOne>> = {
  "\\exp": smooth(exp),
  "\\ln": logOf,
  "\\log": logOf,
  "\\sin": smooth(sin),
  "\\cos": smooth(cos),
  "\\tan": quotient(sin, cos),
  "\\cot": quotient(cos, sin),
  "\\arcsin": smooth(arcsin),
  "\\arccos": smooth(arccos),
  "\\arctan": smooth(arctan),
  "\\sinh": smooth(sinh),
  "\\cosh": smooth(cosh),
  "\\tanh": smooth(tanh),
  "\\coth": (x) => over(1, through(x, tanh)),
  "\\sigma": smooth(sigma),
  step: (x) => (sideOfJump(x) >= 0 ? 1 : 0),
  sign: (x) => sideOfJump(x),
};

export const isBuiltIn = (name: string): boolean => Object.hasOwn(ofOne, name);

/** Functions that end at 0. */
export const endsAtZero = (name: string): boolean => name === "\\ln" || name === "\\log";

/** Functions with a jump. */
export const jumps = (name: string): boolean => name === "step" || name === "sign";

/** A function with primes: f″ is 2. */
export function builtIn(name: string, primes: number): OfOne {
  const f = ofOne[name];
  if (f === undefined) throw new FormulaError(`the function ${name} is not known`);
  if (primes > MOST_PRIMES)
    throw new FormulaError(`${primes} primes on ${name}; there may be ${MOST_PRIMES}`);
  return (x) => primed(f, primes, x);
}

/** Primes beyond these are nothing that a page writes. */
const MOST_PRIMES = 6;

/** f⁽ᵏ⁾(x), one dual number within the other. */
function primed(f: OfOne, k: number, x: Quantity): Quantity {
  if (k === 0) return f(x);
  const order = orderOf(x) + 1;
  return slopeOf(primed(f, k - 1, new Dual(order, x, 1)), order);
}
