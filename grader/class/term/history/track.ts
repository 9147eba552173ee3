/** One exercise of one student through the term: since when it is stuck, and at which try each check passed. */
import type { Cell, Signs } from "../snapshot/snapshot.ts";

export class Track {
  /** Since when it falls short without having gained anything, in milliseconds; undefined where it does not. */
  shortSince: number | undefined;
  /** Files that were judged, one after the other. */
  tries = 0;
  /** Whether it has ever passed. */
  hasPassed = false;
  private file = "";
  private signs = "";
  private checks: readonly string[] = [];
  /** The try at which each check first passed; absent before anything is another than at first, as for most. */
  private passedAt: Map<string, number> | undefined;
  private share = 0;

  take(
    { state, score = 0, file, signs }: Cell,
    maxScore: number,
    checks: readonly string[],
    at: number,
  ): void {
    if (state === "passed") {
      this.shortSince = undefined;
      this.hasPassed = true;
    }
    if (state !== "passed" && state !== "begun") return;
    const share = maxScore === 0 ? 0 : score / maxScore;
    if (state === "begun" && (this.shortSince === undefined || share > this.share)) this.shortSince = at;
    this.share = share;
    const isSame = file === this.file;
    // Most cells are as they were, execution after execution.
    if (isSame && signs === this.signs) return;
    if (this.tries > 0) this.passedAt ??= notePassed(new Map(), this.checks, this.signs, 1);
    if (!isSame) this.tries++;
    this.file = file;
    this.signs = signs;
    this.checks = checks;
    if (this.passedAt !== undefined) notePassed(this.passedAt, checks, signs, this.tries);
  }

  /** The try at which a check first passed; the first, too, for one that never did. */
  tryOf(check: string): number {
    return this.passedAt?.get(check) ?? 1;
  }
}

function notePassed(known: Map<string, number>, checks: readonly string[], signs: Signs, at: number) {
  for (let i = 0; i < checks.length; i++)
    if (signs[i] === "p" && !known.has(checks[i]!)) known.set(checks[i]!, at);
  return known;
}
