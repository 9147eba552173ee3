/** The lines of two files that agree, and how much of them does. */
import type { Pair } from "@dodona/dolos-core";
import type { SimilarPair } from "../results.ts";
import type { Read } from "./read.ts";

/** Of files made to cost time; two honest ones have a dozen. */
const LOOKED_AT = 60;
const MOST_FRAGMENTS = 8;
const MOST_LINES = 40;
const LONGEST_LINE = 200;

/** So many tokens in a row that the stub has, too, are the stub's. */
const GRAM = 6;

/** Short runs of tokens, to know them again. */
export const gramsOf = (kinds: readonly string[]): ReadonlySet<string> =>
  new Set(kinds.flatMap((_, i) => (i + GRAM <= kinds.length ? [gramAt(kinds, i)] : [])));

const gramAt = (kinds: readonly string[], i: number): string => kinds.slice(i, i + GRAM).join(" ");

/** Tokens in a row that are the same in both files: where they begin in each, and how many. */
export interface Run {
  readonly left: number;
  readonly right: number;
  readonly length: number;
}

export interface Evidence {
  /** The longest first; no two of them overlap. */
  readonly runs: readonly Run[];
  /** Tokens in a row that are the same, at most. */
  readonly longest: number;
  /** Tokens in such runs that are not the stub's. */
  readonly covered: number;
}

export function evidence(left: Read, right: Read, pair: Pair, known: ReadonlySet<string>): Evidence {
  const runs = pair
    .buildFragments()
    .sort((a, b) => b.pairs.length - a.pairs.length)
    .slice(0, LOOKED_AT)
    .flatMap(({ pairs }) => pairs.slice(0, 1))
    .map((occurrence) => extended(left, right, occurrence.left.start, occurrence.right.start))
    .sort((a, b) => b.length - a.length);
  // Longest first; a run that begins inside one that is taken adds nothing.
  const taken: Run[] = [];
  const isInside = (run: Run): boolean =>
    taken.some(
      (other) =>
        overlaps(run.left, run.length, other.left, other.length) ||
        overlaps(run.right, run.length, other.right, other.length),
    );
  for (const run of runs) if (!isInside(run)) taken.push(run);
  return {
    longest: taken[0]?.length ?? 0,
    covered: taken.reduce((sum, run) => sum + own(left.kinds, run, known), 0),
    runs: taken,
  };
}

/** The lines of the longest runs. */
export const fragmentsOf = (left: Read, right: Read, runs: readonly Run[]): SimilarPair["fragments"] =>
  runs
    .slice(0, MOST_FRAGMENTS)
    .sort((a, b) => a.left - b.left)
    .map((run) => ({
      left: linesOf(left, run.left, run.length),
      right: linesOf(right, run.right, run.length),
    }));

/** Tokens of a run that lie in no short run of the stub. */
function own(kinds: readonly string[], { left, length }: Run, known: ReadonlySet<string>): number {
  let count = 0;
  let givenUpTo = left;
  for (let i = left; i < left + length; i++) {
    if (known.has(gramAt(kinds, i))) givenUpTo = i + GRAM;
    if (i >= givenUpTo) count++;
  }
  return count;
}

const overlaps = (a: number, lengthA: number, b: number, lengthB: number): boolean =>
  a < b + lengthB && b < a + lengthA;

/** The run of equal tokens around a place where both agree. */
function extended({ kinds: a }: Read, { kinds: b }: Read, i: number, j: number): Run {
  const same = (k: number): boolean => a[i + k] !== undefined && a[i + k] === b[j + k];
  let before = 0;
  while (same(-before - 1)) before++;
  let after = 0;
  while (same(after)) after++;
  return { left: i - before, right: j - before, length: before + after };
}

function linesOf({ lines, rows }: Read, from: number, length: number) {
  const first = rows[from] ?? 0;
  const last = rows[from + length - 1] ?? first;
  const shown = lines.slice(first, Math.min(last + 1, first + MOST_LINES));
  return {
    from: first + 1,
    to: first + shown.length,
    text: shown.map((line) => line.slice(0, LONGEST_LINE)).join("\n"),
  };
}
