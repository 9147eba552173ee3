/**
 * What may be worked out for one relation. Steps are counted and no clock is read, so a formula is refused on every
 * machine or on none; and a text that somebody pasted cannot hold up a page.
 */
import { FormulaError } from "./formula-error.ts";

/** Steps for one side at one point: a step is one part of a formula worked out for one entry. The course takes 56,000. */
const AT_A_POINT = 500_000;
/** Steps for a relation, at all points. The course takes 24 million, for an inequality whose tightest place is looked for. */
const FOR_A_RELATION = 80_000_000;
/** Steps for a page. */
const FOR_A_PAGE = 300_000_000;
/** Formulas within definitions within formulas. */
const LEVELS = 1_000;

const spent = (steps: number, where: string, mend: string): FormulaError =>
  new FormulaError(`it takes more than ${steps.toLocaleString("en-US")} steps ${where}: ${mend}`);

export class Budget {
  private page = FOR_A_PAGE;
  private relation = FOR_A_RELATION;
  private here = AT_A_POINT;
  private level = 0;
  private readonly runs: { index: string; length: number }[] = [];

  /** Begins with the next relation. */
  renew(): void {
    this.relation = FOR_A_RELATION;
  }

  /** Begins with a side at a point. */
  start(): void {
    this.here = AT_A_POINT;
    this.runs.length = 0;
  }

  /** @throws FormulaError where nothing is left */
  spend(steps: number): void {
    this.here -= steps;
    this.relation -= steps;
    this.page -= steps;
    if (this.here < 0) throw spent(AT_A_POINT, "at one point", this.cut());
    if (this.relation < 0) throw spent(FOR_A_RELATION, "for one relation", this.cut());
    if (this.page < 0) throw spent(FOR_A_PAGE, "for one page", "part the page");
  }

  /** Goes one level down into a formula, or into the definition of a symbol. */
  enter(): void {
    if (this.level >= LEVELS)
      throw new FormulaError(`definitions lie more than ${LEVELS} levels deep in one another: use fewer`);
    this.level++;
  }

  leave(): void {
    this.level--;
  }

  /** Works out a sum's terms. */
  running<T>(index: string, length: number, work: () => T): T {
    this.runs.push({ index, length });
    const done = work();
    this.runs.pop();
    return done;
  }

  /** How to cut what is too much. */
  private cut(): string {
    if (this.runs.length === 0) return "part it in several formulas, or leave fewer indices open";
    const names = this.runs.map(({ index, length }) => `${index} (${length})`).join(", ");
    const terms = this.runs.reduce((product, { length }) => product * length, 1);
    return `the sums over ${names} have ${terms.toLocaleString("en-US")} terms together. Let them run less far, or sum over fewer indices at once`;
  }
}
