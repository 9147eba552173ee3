/** What is said about a submission beside its grades. */
import { clean, cut } from "../../verdict/width.ts";

/** The gravest first: what may have cost somebody points comes before what only was ignored. */
export const remarkKinds = ["not-taken", "taken", "attempts", "second", "time", "ignored"] as const;

/**
 * - `not-taken`: a file that is nearly the right one; its cell is no grade.
 * - `taken`: a file of another name or place, taken as the work.
 * - `attempts`: which folders were taken as attempts.
 * - `second`: a second file of an exercise, which did not count.
 * - `time`: no time of submission is known.
 * - `ignored`: links, archives, configuration and programs that steer tools.
 */
export type RemarkKind = (typeof remarkKinds)[number];

export interface Remark {
  readonly kind: RemarkKind;
  readonly text: string;
}

/** As headings. */
export const remarkWords: Readonly<Record<RemarkKind, string>> = {
  "not-taken": "Nearly the right file, not taken",
  taken: "Taken from another name or place",
  attempts: "Folders taken as attempts",
  second: "A second file, which did not count",
  time: "No time of submission",
  ignored: "Ignored",
};

const MOST = 200;
const LONGEST = 200;

/** One line that may be shown: short, without anything that steers a terminal. */
export const shownLine = (text: string): string => cut(clean(text), LONGEST);

/** Remarks as they may be shown: each once, the gravest first, and not without end. */
export function bounded(remarks: readonly Remark[]): readonly Remark[] {
  const each = new Map(remarks.map(({ kind, text }) => [shownLine(text), kind]));
  const all = [...each]
    .map(([text, kind]): Remark => ({ kind, text }))
    .sort((a, b) => remarkKinds.indexOf(a.kind) - remarkKinds.indexOf(b.kind));
  if (all.length <= MOST) return all;
  const text = `and ${all.length - MOST + 1} more in this folder`;
  return [...all.slice(0, MOST - 1), { kind: "ignored", text }];
}
