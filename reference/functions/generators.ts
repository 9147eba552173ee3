/**
 * The known generators: what a random-generator argument can be. Each is a stream that a seed fixes, made anew for
 * every call that is handed one, so that judge and box draw the same numbers.
 */
import type { FunctionName } from "./function-name.ts";

/** Draws the next number of a stream. */
export type Generator = () => number;

/**
 * Uniform numbers in [0, 1), 32 bits each.
 *
 *     a ← a + 6D2B79F5₁₆,  then two rounds of xor-shift and multiply (mulberry32, Tommy Ettinger, public domain)
 *
 * @param seed taken modulo 2³²
 */
export function mulberry32(seed: number): Generator {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Standard normal numbers, two uniform ones for each (Box–Muller).
 *
 *     z = √(−2 ln(1 − u)) · cos(2πv)
 *
 * 1 − u is never 0, so that the logarithm is finite.
 */
export const normalFrom =
  (uniform: Generator): Generator =>
  () => {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    return radius * Math.cos(2 * Math.PI * uniform());
  };

const table: Readonly<Record<string, (parameter: number) => Generator>> = {
  /** uniform in [0, 1), by its seed */
  uniform: mulberry32,
  /** standard normal, by its seed */
  gauss: (seed) => normalFrom(mulberry32(seed)),
  /** always the same number */
  always: (value) => () => value,
};

/** Whether a name stands for a generator. */
export const isGenerator = ({ fn }: FunctionName): boolean => Object.hasOwn(table, fn);

/**
 * A fresh stream by its name.
 *
 * @throws RangeError if no generator has that name
 */
export function generatorOf({ fn, args = [] }: FunctionName): Generator {
  const make = Object.hasOwn(table, fn) ? table[fn] : undefined;
  if (make === undefined) throw new RangeError(`generatorOf: ${Object.keys(table).join(", ")}, got ${fn}`);
  return make(args[0] as number);
}
