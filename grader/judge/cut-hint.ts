/** Whether a list that is too short or too long is the right one with its first or last entries missing or too many. */
import { Num } from "../../reference/numbers/num.ts";
import type { Tracked } from "../../reference/numbers/tracked.ts";
import type { Returned } from "../value.ts";
import { isRight } from "./compare.ts";

/**
 * What a list of another length has of the right one, as a sentence; "" where that is nothing.
 *
 * @param at the place of the list, as in "losses" or ".info.P[0]"
 */
export function cutHint(expected: Tracked, returned: Returned, at: string): string {
  const path = at.split(/[.[\]]/).filter((name) => name !== "");
  const right = follow(expected, path);
  const mine = follow(returned, path);
  if (!Array.isArray(right) || right.length === 0 || mine === undefined) return "";
  const alone = entryAlone(right, mine as Returned);
  if (alone !== undefined) return ` It is the ${alone} entry of the right one alone.`;
  if (!Array.isArray(mine) || mine.length === 0) return "";
  const [short, long] = mine.length < right.length ? [mine, right] : [right, mine];
  const more = long.length - short.length;
  if (more === 0) return "";
  const pair = (i: number, from: number): boolean => {
    const [m, r] = mine.length < right.length ? [mine[i], right[i + from]] : [mine[i + from], right[i]];
    return isSame(m as Returned, r as Tracked);
  };
  const fits = (from: number): boolean => short.every((_, i) => pair(i, from));
  const [isStart, isEnd] = [fits(0), fits(more)];
  if (isStart === isEnd) return "";
  const where = isStart ? "last" : "first";
  const which = more === 1 ? `${where} entry` : `${where} ${more} entries`;
  return mine.length < right.length
    ? ` It is the right one without its ${which}.`
    : ` The ${which} of it ${more === 1 ? "is" : "are"} too many; without ${more === 1 ? "it" : "them"} it is right.`;
}

/** Which entry of the right list came in its place. */
function entryAlone(right: readonly Tracked[], mine: Returned): "first" | "last" | undefined {
  const [isFirst, isLast] = [isSame(mine, right[0] as Tracked), isSame(mine, right.at(-1) as Tracked)];
  return isFirst === isLast ? undefined : isLast ? "last" : "first";
}

const follow = (whole: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, name) => (at as Readonly<Record<string, unknown>> | undefined)?.[name], whole);

/** Entry by entry, however deep. */
function isSame(mine: Returned | undefined, right: Tracked): boolean {
  if (right instanceof Num) return typeof mine === "number" && isRight(mine, right);
  if (typeof right !== "object" || typeof mine !== "object") return mine === right;
  const [theirs, own] = [Object.entries(right), mine as Readonly<Record<string, Returned>>];
  return (
    Object.keys(own).length === theirs.length &&
    theirs.every(([name, inner]) => isSame(own[name], inner as Tracked))
  );
}
