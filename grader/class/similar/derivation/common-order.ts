/** Sides that two derivations have in the same order: their longest common subsequence. */
import type { Item } from "./work.ts";

export function inCommonOrder(a: readonly Item[], b: readonly Item[]): [Item, Item][] {
  // longest[i][j]: of what comes from i and from j on.
  const longest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i]![j] =
        a[i]!.form === b[j]!.form
          ? longest[i + 1]![j + 1]! + 1
          : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
  const pairs: [Item, Item][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]!.form === b[j]!.form) pairs.push([a[i++]!, b[j++]!]);
    else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) i++;
    else j++;
  }
  return pairs;
}
