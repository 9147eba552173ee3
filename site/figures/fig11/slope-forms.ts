/**
 * Activation functions and their slopes in all the forms that programs write, the failing ones included: pictures
 * show where each of them breaks. No form here grades anything.
 */

import { sigmoid } from "../../../reference/linear-models/sigmoid.ts";
import { Num } from "../../../reference/numbers/num.ts";
import { sigmoid as plainSigmoid } from "../../../reference/numbers/sigmoid.ts";
import { gradient } from "../../../reference/numbers/tracked.ts";

/** One way to compute a number. */
export interface Form {
  /** As formulas are written. */
  readonly formula: string;
  readonly of: (z: number) => number;
}

export interface Activation {
  readonly value: Form;
  /** The way that overflows, or ends in ∞/∞. */
  readonly naiveValue: Form;
  /** The slope from the value, as it is derived. */
  readonly fromValue: Form;
  /** The slope from z, as the quotient rule leaves it. */
  readonly quotient: Form;
  /** The same without overflow. */
  readonly stable: Form;
  /** The function over numbers that remember how they were made. */
  readonly tracked: (z: Num) => Num;
}

/** e^(−|z|), which never overflows. */
const small = (z: number): number => Math.exp(-Math.abs(z));

export const activations = {
  sigmoid: {
    value: { formula: "1/(1 + exp(−z))", of: plainSigmoid },
    naiveValue: { formula: "exp z/(1 + exp z)", of: (z) => Math.exp(z) / (1 + Math.exp(z)) },
    fromValue: { formula: "a(1 − a)", of: (z) => plainSigmoid(z) * (1 - plainSigmoid(z)) },
    quotient: { formula: "exp(−z)/(1 + exp(−z))²", of: (z) => Math.exp(-z) / (1 + Math.exp(-z)) ** 2 },
    stable: { formula: "exp(−|z|)/(1 + exp(−|z|))²", of: (z) => small(z) / (1 + small(z)) ** 2 },
    tracked: sigmoid,
  },
  tanh: {
    value: { formula: "tanh z", of: Math.tanh },
    naiveValue: {
      formula: "(exp z − exp(−z))/(exp z + exp(−z))",
      of: (z) => (Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z)),
    },
    fromValue: { formula: "1 − a²", of: (z) => 1 - Math.tanh(z) ** 2 },
    quotient: {
      formula: "1 − a² with a from exponentials",
      of: (z) => 1 - (Math.exp(z) - Math.exp(-z)) ** 2 / (Math.exp(z) + Math.exp(-z)) ** 2,
    },
    stable: {
      formula: "4 exp(−2|z|)/(1 + exp(−2|z|))²",
      of: (z) => (4 * small(2 * z)) / (1 + small(2 * z)) ** 2,
    },
    tracked: (z) => z.tanh(),
  },
  relu: {
    value: { formula: "max(0, z)", of: (z) => Math.max(0, z) },
    naiveValue: { formula: "(z + |z|)/2", of: (z) => (z + Math.abs(z)) / 2 },
    fromValue: { formula: "1 if a > 0, else 0", of: (z) => (Math.max(0, z) > 0 ? 1 : 0) },
    quotient: { formula: "(1 + z/|z|)/2", of: (z) => (1 + z / Math.abs(z)) / 2 },
    stable: { formula: "1 if z > 0, else 0", of: (z) => (z > 0 ? 1 : 0) },
    tracked: (z) => z.relu(),
  },
} as const satisfies Readonly<Record<string, Activation>>;

/** ∂f/∂z by reverse mode. */
export function reverseSlope({ tracked }: Activation, z: number): number {
  const leaf = new Num(z);
  return (gradient(tracked(leaf), leaf) as Num).value;
}

/**
 * |x − right|/|right|. 1 means that no digit is right; undefined, that there is no number at all. Where the right
 * number is 0, or too small to have all its digits, the difference itself counts in units of the least number that
 * has them.
 */
export function relativeError(x: number, right: number): number | undefined {
  if (!Number.isFinite(x)) return undefined;
  return Math.abs(x - right) / Math.max(Math.abs(right), 2 ** -1022);
}
