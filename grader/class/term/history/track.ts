/** One exercise of one student through the term: since when it is stuck, and at which try each check passed. */
import type { Cell } from "../snapshot/snapshot.ts";

export class Track {
  /** Since when it falls short without having gained anything, in milliseconds; undefined where it does not. */
  shortSince: number | undefined;
  /** Files that were judged, one after the other. */
  tries = 0;
  /** The try at which each check first passed. */
  readonly passedAt = new Map<string, number>();
  /** Whether it has ever passed. */
  hasPassed = false;
  private file = "";
  private signs = "";
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
    if (file !== this.file) this.tries++;
    // Most cells are as they were, execution after execution.
    else if (signs === this.signs) return;
    this.file = file;
    this.signs = signs;
    for (let i = 0; i < checks.length; i++)
      if (signs[i] === "p" && !this.passedAt.has(checks[i]!)) this.passedAt.set(checks[i]!, this.tries);
  }
}
