/**
 * What may be worked out for one relation. Steps are counted and no clock is read, so a formula is refused on every
 * machine or on none; and a text that somebody pasted cannot hold up a page.
 */
import { FormulaError } from "./formula-error.ts";

/** One step is one part of a formula worked out for one entry. The longest relation of the course takes 1 in 20. */
export const STEPS = 40_000_000;
/** Formulas within definitions within formulas. */
const DEPTH = 800;

export class Budget {
  private left = STEPS;
  private depth = 0;
  private readonly runs: { index: string; length: number }[] = [];

  /** Begins with the next relation. */
  renew(): void {
    this.left = STEPS;
  }

  /** @throws FormulaError where nothing is left */
  spend(steps: number): void {
    this.left -= steps;
    if (this.left < 0)
      throw new FormulaError(`it takes more than ${STEPS} steps to hold this: ${this.cut()}`);
  }

  /** Works something out one level further down. */
  deeper<T>(work: () => T): T {
    if (this.depth >= DEPTH)
      throw new FormulaError(`definitions within definitions are more than ${DEPTH} levels deep: use fewer`);
    this.depth++;
    try {
      return work();
    } finally {
      this.depth--;
    }
  }

  /** Works out a sum's terms. */
  running<T>(index: string, length: number, work: () => T): T {
    this.runs.push({ index, length });
    const done = work();
    this.runs.pop();
    return done;
  }

  /** What is too much, and how to cut it. */
  private cut(): string {
    const runs = this.runs.splice(0);
    if (runs.length === 0) return "part it in several formulas";
    const names = runs.map(({ index, length }) => `${index} (${length})`).join(", ");
    const terms = runs.reduce((product, { length }) => product * length, 1);
    return `the sums over ${names} have ${terms} terms together; let them run less far, or sum over fewer indices at once`;
  }
}
