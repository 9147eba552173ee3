/**
 * Scalar expressions as data: leaves, then one row for each operation, and their values.
 *
 * A row is [operation, first operand, second operand, number]. Operands are places: leaf i is i, and the row r
 * makes the place n + r for n leaves. A second operand of −1 stands for the number of the row, or for none where
 * the operation takes one operand. The last place is the value of the expression.
 */
import { type Num, num } from "../numbers/num.ts";

/** The operations in the order of their codes. */
export const operations = [
  "add",
  "mul",
  "sub",
  "div",
  "neg",
  "pow",
  "exp",
  "log",
  "tanh",
  "relu",
  "sigmoid",
] as const;
export type Operation = (typeof operations)[number];

/** The code of an operation, the first number of a row. */
export const codeOf = (operation: Operation): number => operations.indexOf(operation);

/** A row by its parts; `second` is undefined where the number stands in for it, or nothing does. */
export interface Step {
  readonly operation: Operation;
  readonly first: number;
  readonly second: number | undefined;
  readonly number: number;
}

/** @throws RangeError if the row names no operation */
export function stepOf(row: readonly number[]): Step {
  const [code = -1, first = 0, second = -1, number = 0] = row;
  const operation = operations[code];
  if (operation === undefined) throw new RangeError(`stepOf: a code below ${operations.length}, got ${code}`);
  return { operation, first, second: second < 0 ? undefined : second, number };
}

/** Whether an operation takes a second operand, a place or a number. */
export const takesTwo = (operation: Operation): boolean =>
  ["add", "mul", "sub", "div", "pow"].includes(operation);

/** The value of the place that a row makes from those before it. */
export function placeOf(places: readonly Num[], row: readonly number[]): Num {
  const { operation, first, second, number } = stepOf(row);
  const b = second === undefined ? num(number) : (places[second] as Num);
  return applied(operation, places[first] as Num, b, number);
}

/**
 * The value of the expression: its last place.
 *
 * @param leaves shape [n]
 * @param program one row an operation, shape [k×4]
 */
export function expressionValue(leaves: readonly Num[], program: readonly (readonly number[])[]): Num {
  const places = [...leaves];
  for (const row of program) places.push(placeOf(places, row));
  return places.at(-1) as Num;
}

function applied(operation: Operation, a: Num, b: Num, number: number): Num {
  switch (operation) {
    case "add":
      return a.plus(b);
    case "mul":
      return a.times(b);
    case "sub":
      return a.minus(b);
    case "div":
      return a.over(b);
    case "neg":
      return a.negated();
    case "pow":
      return a.power(number);
    case "exp":
    case "log":
    case "tanh":
    case "relu":
    case "sigmoid":
      return a[operation]();
  }
}
