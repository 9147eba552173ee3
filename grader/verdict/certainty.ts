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
/** What nobody has written yet waits behind what can be mended: a stub, and a function that is not there. */
const STUB = 5;
const UNWRITTEN = new Set<Finding["code"]>(["not-implemented", "missing-function"]);

/** A file that does not run says so before all else. */
const BEFORE_ALL = new Set<Finding["code"]>(["syntax-error", "not-allowed"]);

/** The smaller, the sooner. */
export function rankOf({ code, cause }: Finding): number {
  if (cause?.kind === "follow-on") return BY_CAUSE["follow-on"];
  if (BEFORE_ALL.has(code)) return 0;
  if (cause !== undefined) return BY_CAUSE[cause.kind];
  return UNWRITTEN.has(code) ? STUB : UNKNOWN;
}

/** In the order in which they are read; of equal rank, as they came. */
export const ranked = <T extends { readonly finding: Finding }>(found: readonly T[]): readonly T[] =>
  [...found].sort((a, b) => rankOf(a.finding) - rankOf(b.finding));
