/** The slips that a submission may have, each with its mend, the most telling first. */
import { declaredIn } from "../outline.ts";
import { rangesBehind } from "../reading.ts";
import { LONGEST, type Token, tokensOf } from "../tokens.ts";
import { differenceMends } from "./differences.ts";
import { guardMends } from "./guards.ts";
import { indexChanges, indexMends } from "./indices.ts";
import { listMends, listsEverywhere } from "./lists.ts";
import { loopMends } from "./loops.ts";
import type { Mend, Reading, Search } from "./mend.ts";
import { signMends, signsEverywhere } from "./signs.ts";
import { sliceTooShort, sumMends } from "./sums.ts";
import { variableMends, variablesEverywhere } from "./variables.ts";
import { wholeNumberMends, wholeNumbersEverywhere } from "./whole-numbers.ts";

/** A function's file is tried with so many mends at most, and with so many of other indices. */
const MOST = 12;
const OF_INDICES = 36;

const SEARCHES = [
  sliceTooShort,
  ...differenceMends,
  ...signMends,
  ...variableMends,
  ...listMends,
  ...loopMends,
  ...guardMends,
  ...indexMends,
  ...wholeNumberMends,
  ...sumMends,
  ...indexChanges,
];

/** Their first mend is that of the whole file. */
const EVERYWHERE: ReadonlySet<Search> = new Set([
  ...signsEverywhere,
  ...listsEverywhere,
  ...variablesEverywhere,
  ...wholeNumbersEverywhere,
]);

/**
 * @param fn the function that falls short; only the code behind it, and what stands outside of all functions, counts
 * @param lengths of the lists of the call that is shown, in the order of the parameters
 */
export function mendsOf(
  source: string,
  fn: string | undefined,
  lengths: readonly (number | undefined)[],
): readonly Mend[] {
  if (source.length > LONGEST) return [];
  const tokens = tokensOf(source);
  const own = declaredIn(tokens).find(({ name, depth }) => name === fn && depth === 0);
  const named = (own?.parameters ?? []).flatMap((name, i) =>
    lengths[i] === undefined ? [] : [[name, lengths[i]] as const],
  );
  const reading: Reading = { source, tokens, lengths: new Map(named) };
  const counts = countedIn(tokens, fn);
  const mends: Mend[] = [];
  const seen = new Set<string>();
  for (const search of SEARCHES) {
    const most = indexChanges.includes(search) ? MOST + OF_INDICES : MOST;
    for (let i = 0; i < tokens.length && mends.length < most; i++) {
      const mend = counts[i] === 1 ? search(reading, i) : undefined;
      if (mend === undefined || mend.edits.length === 0) continue;
      const key = JSON.stringify(mend.edits);
      if (seen.has(key)) continue;
      seen.add(key);
      mends.push(mend);
      if (EVERYWHERE.has(search)) break;
    }
  }
  return [...mends, ...together(mends)];
}

/** What stands behind the function, and outside of all functions. */
function countedIn(tokens: readonly Token[], fn: string | undefined): Uint8Array {
  const counts = new Uint8Array(tokens.length).fill(1);
  for (const {
    depth,
    body: [from, to],
  } of declaredIn(tokens))
    if (depth === 0) counts.fill(0, from, to + 1);
  for (const [from, to] of rangesBehind(tokens, fn)) counts.fill(1, from, to + 1);
  return counts;
}

/** Slips that were made more than once, mended all at once. */
function together(mends: readonly Mend[]): readonly Mend[] {
  return [...new Set(mends.map(({ id }) => id))].flatMap((id) => {
    const same = mends.filter((mend) => mend.id === id);
    const [first] = same;
    const edits = same.flatMap((mend) => mend.edits).sort((a, b) => a.at - b.at);
    const overlap = edits.some(({ at }, i) => i > 0 && at < (edits[i - 1]?.end ?? 0));
    return first === undefined || same.length < 2 || overlap ? [] : [{ ...first, edits }];
  });
}
