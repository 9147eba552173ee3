/** What members of a class have in common: what is common knowledge, and which pairs share most of the rest. */
import type { PairCounts } from "./pair-counts.ts";

/** What so many have is said by nobody to come from somebody. */
const COMMON = 5;
/** Pairs that are looked at closely, and pairs that are shown; those that share most. */
export const CANDIDATES = 400;
export const SHOWN = 50;

/** What more members have than this is common knowledge: a tenth of the class, and {@link COMMON} at least. */
export const commonFrom = (members: number): number => Math.max(COMMON, Math.floor(members / 10));

/**
 * Pairs of members, by number, with how many marks they share, the most first.
 *
 * @param marks of each member, without what is common knowledge
 */
export function mostShared(
  marks: readonly ReadonlySet<number | string>[],
  counts: PairCounts,
  least: number,
  most: number,
): readonly (readonly [number, number, number])[] {
  counts.clear(marks.length);
  const membersWith = new Map<number | string, number[]>();
  for (const [member, own] of marks.entries())
    for (const mark of own) {
      const members = membersWith.get(mark);
      if (members === undefined) membersWith.set(mark, [member]);
      else members.push(member);
    }
  for (const members of membersWith.values())
    for (const [i, left] of members.entries())
      for (let j = i + 1; j < members.length; j++) counts.add(left, members[j]!);
  return counts.most(least, most);
}
