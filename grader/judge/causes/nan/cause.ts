/**
 * Why every entry is NaN, where the source says it for sure.
 *
 * Each cause is a way of writing that gives NaN whenever it is executed. It is looked for only where every answer of a
 * function is NaN, and only in the code behind that function.
 */
import { extremeOfList } from "./extreme-of-list.ts";
import {
  entriesNeverSet,
  fieldNeverSet,
  propertyNeverSet,
  startsAsNan,
  variableNeverSet,
} from "./never-set.ts";
import { oneTooFar } from "./one-too-far.ts";
import { parametersInOtherOrder } from "./other-order.ts";
import type { Found } from "./patterns.ts";
import { blanked, codeBehind, positionAt } from "./source-text.ts";

/** A cause with its place in the source, from 1. */
export interface CauseOfNan {
  readonly id: string;
  readonly says: string;
  readonly line: number;
  readonly column: number;
}

/** Longest source that is searched: some patterns take the square of its length. */
const LONGEST = 20_000;

/**
 * @param fn the function that gives NaN; undefined where a class is asked for
 * @param parameters what it is called with, in order
 */
export function causeOfNan(
  source: string,
  fn: string | undefined,
  parameters: readonly string[],
): CauseOfNan | undefined {
  if (source.length > LONGEST) return undefined;
  const code = codeBehind(blanked(source), fn);
  const searches: readonly (readonly [id: string, search: (code: string) => Found | undefined])[] = [
    [
      "parameters-in-other-order",
      (code) => (fn === undefined ? undefined : parametersInOtherOrder(code, fn, parameters)),
    ],
    ["extreme-of-a-list", extremeOfList],
    ["starts-as-nan", startsAsNan],
    ["variable-never-set", variableNeverSet],
    ["entries-never-set", entriesNeverSet],
    ["property-never-set", propertyNeverSet],
    ["field-never-set", fieldNeverSet],
    ["one-too-far", oneTooFar],
  ];
  for (const [id, search] of searches) {
    const found = search(code);
    if (found !== undefined) return { id, says: found.says, ...positionAt(code, found.at) };
  }
  return undefined;
}
