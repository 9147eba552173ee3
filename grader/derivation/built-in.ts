/**
 * Functions that every page may use without declaring them, by the name that stands in the LaTeX.
 */
import { logistic } from "../../reference/num.ts";
import { FormulaError, NoNumber } from "./formula-error.ts";

type OfOne = (x: number) => number;

const exp: OfOne = Math.exp;
/** −∞ at 0, which is also where an argument underflows. */
const log: OfOne = (x) => {
  if (x < 0) throw new NoNumber(`the logarithm of ${x}`);
  return Math.log(x);
};

/** Functions of one number, with their first derivative where the course writes a prime. */
const ofOne: Readonly<Record<string, readonly OfOne[]>> = {
  "\\exp": [exp, exp, exp],
  "\\ln": [log, (x) => 1 / x, (x) => -1 / (x * x)],
  "\\log": [log, (x) => 1 / x, (x) => -1 / (x * x)],
  "\\tanh": [Math.tanh, (x) => 1 - Math.tanh(x) ** 2],
  "\\sin": [Math.sin, Math.cos, (x) => -Math.sin(x)],
  "\\cos": [Math.cos, (x) => -Math.sin(x), (x) => -Math.cos(x)],
  "\\sigma": [logistic, (x) => logistic(x) * logistic(-x)],
  step: [(x) => (x >= 0 ? 1 : 0)],
  sign: [Math.sign],
};

export const isBuiltIn = (name: string): boolean => Object.hasOwn(ofOne, name);

/** @throws FormulaError for a derivative that is not known */
export function builtIn(name: string, primes: number): OfOne {
  const f = ofOne[name]?.[primes];
  if (f === undefined) throw new FormulaError(`derivative ${primes} of ${name} is not known here`);
  return f;
}

/** Functions that end at 0. */
export const endsAtZero = (name: string): boolean => name === "\\ln" || name === "\\log";

/** Functions whose values run into 0 or 1 far out: a whole number there is none but by rounding. */
export const saturates = (name: string): boolean => ["\\exp", "\\sigma", "\\tanh"].includes(name);

/** Functions with a jump: their value names the branch. */
export const jumps = (name: string): boolean => name === "step" || name === "sign";
