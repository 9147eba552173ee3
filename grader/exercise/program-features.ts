/**
 * What is so of a program of operations: which it uses, on what, and whether what an operation takes is used again.
 */
import { type Operation, placeOf, stepOf, takesTwo } from "../../reference/functions/expression.ts";
import { num } from "../../reference/numbers/num.ts";
import type { InputFeature } from "./inputs.ts";

/**
 * @param program rows of operation, first operand, second operand, number
 * @param leaves what the program begins with
 */
export function featuresOfProgram(
  program: readonly (readonly number[])[],
  leaves: readonly number[],
): readonly InputFeature[] {
  const steps = program.map(stepOf);
  const places = leaves.map((leaf) => num(leaf));
  for (const row of program) places.push(placeOf(places, row));
  const uses = new Map<number, number>();
  for (const { first, second } of steps) {
    uses.set(first, (uses.get(first) ?? 0) + 1);
    if (second !== undefined) uses.set(second, (uses.get(second) ?? 0) + 1);
  }
  const found = new Map<string, InputFeature>();
  const add = (says: string, weight: number, advice?: string): void => {
    found.set(says, { says, weight, ...(advice === undefined ? {} : { advice }) });
  };
  for (const [i, { operation, first, second, number }] of steps.entries()) {
    add(`the program uses ${operation}`, 1, lookAt(operation));
    const operands = second === undefined ? [first] : [first, second];
    if (second === first) add(`${operation} takes one value twice`, 1.5);
    if (takesTwo(operation) && operation !== "pow" && second === undefined) {
      add("an operand is a plain number", 1.2, "Make a constant Value of a plain number first.");
      add(`${operation} takes a plain number`, 1.4, "Make a constant Value of a plain number first.");
    }
    if (operation === "pow") for (const says of exponents(number)) add(says, 1.6);
    const plain = takesTwo(operation) && operation !== "pow" ? number : undefined;
    const given = [places[first]?.value, second === undefined ? plain : places[second]?.value];
    for (const [k, value] of given.entries()) {
      const which =
        takesTwo(operation) && operation !== "pow" ? ` as its ${k === 0 ? "first" : "second"}` : "";
      if (value === 0) add(`${operation} takes a 0${which}`, 1.6);
      if ((value ?? 0) < 0) add(`${operation} takes a negative number${which}`, 1.6);
      if (operation === "pow" && (value ?? 0) < 0 && Number.isInteger(number))
        add(`pow takes a negative number to an ${number % 2 === 0 ? "even" : "odd"} power`, 1.7);
    }
    if (operands.some((place) => (uses.get(place) ?? 0) > 1))
      add("a value is used more than once", 1.3, ADDS);
    if (second === first || usedLater(steps, i, operands))
      add(`${operation} takes a value that is used again later`, 1.7, overwrites(operation));
  }
  return [...found.values()];
}

const ADDS = "Its derivative has several parts, and they add up: += in place of =.";

const lookAt = (operation: Operation): string =>
  `Look at what ${operation} does, and at its local derivative.`;

const overwrites = (operation: Operation): string =>
  `Such a value has a gradient already when ${operation} passes its part on: += in place of =.`;

const usedLater = (
  steps: readonly { first: number; second: number | undefined }[],
  i: number,
  operands: readonly number[],
) =>
  steps
    .slice(i + 1)
    .some(
      ({ first, second }) => operands.includes(first) || (second !== undefined && operands.includes(second)),
    );

function exponents(k: number): string[] {
  return [
    `the exponent of pow is ${k}`.replace("-", "−"),
    ...(k < 0 ? ["the exponent of pow is negative"] : []),
    ...(k <= 1 ? ["the exponent of pow is at most 1"] : []),
    ...(Number.isInteger(k) ? [] : ["the exponent of pow is no whole number"]),
  ];
}
