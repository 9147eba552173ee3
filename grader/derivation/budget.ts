/**
 * What may be worked out for one relation. Steps are counted and no clock is read, so a formula is refused on every
 * machine or on none; and a text that somebody pasted cannot hold up a page.
 */
import { FormulaError, TooLong } from "./formula-error.ts";

/** Steps that may be spent: a step is one part of a formula worked out for one entry. */
export interface Allowance {
  /** For one side at one point. */
  readonly point: number;
  /** For a relation, at all points. */
  readonly relation: number;
  readonly page: number;
}

/**
 * What a page of the course may take. Its most for a side is 56,000, and for a relation 24 million, for an inequality
 * whose tightest place is looked for.
 */
const OF_A_PAGE: Allowance = { point: 500_000, relation: 80_000_000, page: 300_000_000 };
/** Formulas within definitions within formulas. */
const LEVELS = 1_000;

const counted = (steps: number): string => `more than ${steps.toLocaleString("en-US")} steps`;
const spent = (steps: number, where: string, mend: string): TooLong =>
  new TooLong(`it takes ${counted(steps)} ${where}: ${mend}`);

export class Budget {
  private readonly allowed: Allowance;
  private page: number;
  private relation: number;
  private here: number;
  private level = 0;
  private readonly runs: { index: string; length: number }[] = [];

  constructor(allowed = OF_A_PAGE) {
    this.allowed = allowed;
    ({ page: this.page, relation: this.relation, point: this.here } = allowed);
  }

  /** Begins with the next relation. */
  renew(): void {
    this.relation = this.allowed.relation;
  }

  /** Begins with a side at a point. */
  start(): void {
    this.here = this.allowed.point;
    this.runs.length = 0;
  }

  /** @throws FormulaError where nothing is left */
  spend(steps: number): void {
    this.here -= steps;
    this.relation -= steps;
    this.page -= steps;
    if (this.here < 0) throw spent(this.allowed.point, "at one point", this.cut());
    if (this.relation < 0) throw spent(this.allowed.relation, "for one relation", this.cut());
    this.charge(0);
  }

  /**
   * Spends on what is no step at a point: a text that is read, a point that is drawn.
   *
   * @throws FormulaError where nothing is left
   */
  charge(steps: number): void {
    this.page -= steps;
    if (this.page < 0)
      throw new TooLong(
        `all formulas together take ${counted(this.allowed.page)}: write them shorter, or fewer of them`,
      );
  }

  /** All that was spent so far. */
  get all(): number {
    return this.allowed.page - this.page;
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
