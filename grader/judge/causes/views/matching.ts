/**
 * Holds the entries of answers against other values, where those are wrong that are not right.
 */
import type { Num } from "../../../../reference/numbers/num.ts";
import type { Value } from "../../../value.ts";
import type { Answer } from "../../answer.ts";
import { isRight } from "../../compare.ts";
import { numbersAlong } from "../../entries.ts";
import { isWrong } from "../../parts.ts";
import { readOf } from "../answer-read.ts";
import type { Seen } from "../diagnosis.ts";
import { unitsOf } from "../recognise.ts";
import { isNear, RECOGNITION } from "../same-number.ts";
import type { Work } from "../work.ts";
import { comparable, entriesOf, isWrongEntry } from "./view.ts";

/** A wrong entry has to be nearer to the other number than to the right one, by this factor. */
const NEARER = 2 ** -6;

/** So many wrong entries tell a relation, on at least three inputs. */
const ENTRIES = 6;
const INPUTS = 3;

/** Wrong entries of one answer that are those of a value: none of them may be another number. */
export function wrongEntriesLike(
  answer: Answer,
  value: Value | undefined,
  same = RECOGNITION,
): number | undefined {
  if (value === undefined || !comparable(answer, value)) return undefined;
  const entries = entriesOf(answer);
  const theirs = numbersAlong(answer.expected, value);
  const scale = Math.max(readOf(answer).scale, ...theirs.map(Math.abs));
  let count = 0;
  for (const [i, x] of entries.mine.entries()) {
    if (!isWrongEntry(entries, i)) continue;
    const y = theirs[i] as number;
    const off = Math.abs(x - y);
    if (!Number.isFinite(x) || !Number.isFinite(y) || !isNear(x, y, scale, same)) return undefined;
    // An answer that is nearly right is near everything else that is.
    const leaf = entries.right[i] as Num;
    if (isRight(y, leaf) || off > NEARER * Math.abs(x - leaf.value)) return undefined;
    count++;
  }
  return count;
}

/**
 * On how many inputs all wrong entries are those of a formula, of how many that have any; nothing as soon as one is
 * not.
 */
export function wherever(
  answers: readonly Answer[],
  formula: (answer: Answer) => Value | undefined,
  work: Work,
  same?: number,
): Seen | undefined {
  let [inputs, entries] = [0, 0];
  for (const answer of answers) {
    if (!isWrong(answer)) continue;
    work.take(unitsOf(answer));
    const value = work.counted(() => tried(formula, answer));
    const count = wrongEntriesLike(answer, value, same);
    if (count === undefined) return undefined;
    inputs++;
    entries += count;
  }
  return inputs >= INPUTS && entries >= ENTRIES ? { count: inputs, of: inputs } : undefined;
}

function tried(formula: (answer: Answer) => Value | undefined, answer: Answer): Value | undefined {
  try {
    return formula(answer);
  } catch {
    return undefined;
  }
}
