/**
 * The known functions: what a function-valued argument can be. Judge and box share this table,
 * so that a counterexample prints as `deriv(square, 2)` and means the same in both.
 */

/** A function of one variable with its exact derivative; at a kink `slope` is the convention of the course. */
export interface KnownFunction {
  readonly value: (x: number) => number;
  readonly slope: (x: number) => number;
}

type Argument = number | KnownFunction;

const logistic = (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));

const known = (value: (x: number) => number, slope: (x: number) => number): KnownFunction => ({
  value,
  slope,
});

/** The table. Entries without parameters are functions of no argument that make the function. */
const table: Readonly<Record<string, (...args: Argument[]) => KnownFunction>> = {
  identity: () =>
    known(
      (x) => x,
      () => 1,
    ),
  square: () =>
    known(
      (x) => x * x,
      (x) => 2 * x,
    ),
  cube: () =>
    known(
      (x) => x * x * x,
      (x) => 3 * x * x,
    ),
  sin: () => known(Math.sin, Math.cos),
  cos: () => known(Math.cos, (x) => -Math.sin(x)),
  exp: () => known(Math.exp, Math.exp),
  log: () => known(Math.log, (x) => 1 / x),
  tanh: () => known(Math.tanh, (x) => 1 - Math.tanh(x) ** 2),
  sigmoid: () => known(logistic, (x) => logistic(x) * logistic(-x)),
  reciprocal: () =>
    known(
      (x) => 1 / x,
      (x) => -1 / (x * x),
    ),
  abs: () => known(Math.abs, Math.sign),
  relu: () =>
    known(
      (x) => Math.max(0, x),
      (x) => (x > 0 ? 1 : 0),
    ),
  /** max(0.2·x, x) */
  leakyRelu: () =>
    known(
      (x) => Math.max(0.2 * x, x),
      (x) => (x > 0 ? 1 : 0.2),
    ),
  /** x ↦ c */
  constant: (c) =>
    known(
      () => c as number,
      () => 0,
    ),
  /** x ↦ k·x */
  scale: (k) =>
    known(
      (x) => (k as number) * x,
      () => k as number,
    ),
  /** x ↦ a·x² + b·x + c */
  quadratic: (a, b, c) =>
    known(
      (x) => ((a as number) * x + (b as number)) * x + (c as number),
      (x) => 2 * (a as number) * x + (b as number),
    ),
  /** x ↦ a·f(x) + b·g(x) */
  combine: (a, f, b, g) =>
    known(
      (x) => (a as number) * (f as KnownFunction).value(x) + (b as number) * (g as KnownFunction).value(x),
      (x) => (a as number) * (f as KnownFunction).slope(x) + (b as number) * (g as KnownFunction).slope(x),
    ),
};

/** Names in the table, for generators and messages. */
export const functionNames: readonly string[] = Object.keys(table);

/** A function by name with its parameters, as it crosses into the box. */
export interface FunctionName {
  readonly fn: string;
  readonly args?: readonly (number | FunctionName)[];
}

/**
 * The function that a name stands for.
 *
 * @throws RangeError if the table has no such name
 */
export function functionOf(name: FunctionName): KnownFunction {
  const make = Object.hasOwn(table, name.fn) ? table[name.fn] : undefined;
  if (make === undefined) throw new RangeError(`functionOf: a name in the table, got ${name.fn}`);
  return make(...(name.args ?? []).map((a) => (typeof a === "number" ? a : functionOf(a))));
}
