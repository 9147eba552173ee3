/**
 * Which finding is read first: the one whose cause is the most certain. What only follows from another comes last.
 */
import type { CauseKind, Finding } from "./verdict.ts";

const BY_CAUSE: Readonly<Record<CauseKind, number>> = {
  mistake: 1,
  language: 1,
  generic: 2,
  pair: 2,
  law: 3,
  feature: 3,
  "follow-on": 6,
};

/** Without a cause. */
const UNKNOWN = 4;
/** What nobody has written yet waits behind what can be mended. */
const STUB = 5;

/** A file that does not run, or lacks a function, says so before all else. */
const BEFORE_ALL = new Set<Finding["code"]>(["syntax-error", "not-allowed", "missing-function"]);

/** The smaller, the sooner. */
export function rankOf({ code, cause }: Finding): number {
  if (cause?.kind === "follow-on") return BY_CAUSE["follow-on"];
  if (BEFORE_ALL.has(code)) return 0;
  if (code === "not-implemented") return STUB;
  return cause === undefined ? UNKNOWN : BY_CAUSE[cause.kind];
}

/** In the order in which they are read; of equal rank, as they came. */
export const ranked = <T extends { readonly finding: Finding }>(found: readonly T[]): readonly T[] =>
  [...found].sort((a, b) => rankOf(a.finding) - rankOf(b.finding));
