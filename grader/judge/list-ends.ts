/** What a list of a wrong length has of the right one: all but an entry at one of its ends, or one entry more there. */
import { leavesOf, type Tracked } from "../../reference/numbers/tracked.ts";
import type { Returned, Value } from "../value.ts";
import type { Case } from "./cases.ts";
import { isRight } from "./compare.ts";
import { firstAlong, hasFormOf, numbersAlong } from "./entries.ts";

/** So many entries in a row are right by more than chance. */
const ENOUGH = 2;

/**
 * A sentence about the ends of the list that is too short or too long; nothing where other entries are wrong as well.
 *
 * @param at where that list is
 */
export function endsHint(given: Case, returned: Returned, at: string): string {
  const told = firstAlong(given.expected, returned as Value, (part, yours, place) =>
    place === at && Array.isArray(part) && Array.isArray(yours) ? ends(part, yours) : undefined,
  );
  return told === undefined ? "" : ` ${told}; the others are right.`;
}

function ends(right: readonly Tracked[], mine: readonly Value[]): string | undefined {
  const isShort = mine.length === right.length - 1;
  if ((!isShort && mine.length !== right.length + 1) || Math.min(mine.length, right.length) < ENOUGH)
    return undefined;
  const withoutFirst = isShort ? agree(right.slice(1), mine) : agree(right, mine.slice(1));
  const withoutLast = isShort ? agree(right.slice(0, -1), mine) : agree(right, mine.slice(0, -1));
  // Where all entries are alike, it does not show which one is missing.
  if (withoutFirst === withoutLast) return undefined;
  if (isShort) return `Its ${withoutFirst ? "first" : "last"} entry is missing`;
  return `There is an entry too many at its ${withoutFirst ? "start" : "end"}`;
}

const agree = (right: readonly Tracked[], mine: readonly Value[]): boolean =>
  right.every((entry, i) => {
    const value = mine[i] as Value;
    const numbers = numbersAlong(entry, value);
    return hasFormOf(entry, value) && leavesOf(entry).every((leaf, k) => isRight(numbers[k] as number, leaf));
  });
