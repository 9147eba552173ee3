/**
 * Inputs and answers on one line, for messages.
 */
import type { Inputs } from "../../exercise/inputs.ts";
import type { Relation } from "../../exercise/relations.ts";
import type { Value } from "../../value.ts";
import { type Printable, printInline } from "../../verdict/print-value.ts";

const DIGITS = 17;
const LENGTH = 160;

/** "x = [1, 2], w = 0.5" */
export const inputsText = (inputs: Inputs): string =>
  cut(
    Object.entries(inputs)
      .flatMap(([name, value]) => (value === undefined ? [] : [`${name} = ${printInline(value, DIGITS)}`]))
      .join(", "),
  );

/** A number is no other with a sign before 0. */
export const valueText = (value: Printable): string =>
  cut(printInline(typeof value === "number" ? value + 0 : value, DIGITS));

/** How the two sides of a relation stand. */
export function sidesText({ left, right, sign, says }: Relation): string {
  const of = says === undefined ? "" : ` (${says})`;
  if (left === undefined) return `it is not so that ${sign}${of}`;
  if (right === undefined) return `it gives ${valueText(left as Value)}, which is not ${sign}${of}`;
  return `the left side is ${valueText(left as Value)}, and the right side ${valueText(right as Value)}${of}`;
}

const cut = (text: string): string => (text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text);
