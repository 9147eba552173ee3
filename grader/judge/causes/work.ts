/**
 * What the search for causes may take, counted in what is the same on every machine: numbers that the reference makes,
 * entries that are compared, turns of the neighbours of right programs. So a submission is told the same on a slow
 * machine and on a fast one, and what finds nothing has an end.
 */
import { numbersMade } from "../../../reference/numbers/num.ts";

/** What all searches of one verdict have taken so far. */
export interface Spent {
  units: number;
}

/** What is known of a verdict as far as it has come. */
export interface SoFar {
  readonly spent: Spent;
  /** Functions that fell short on drawn inputs: one that calls them follows from them, and no cause is looked for. */
  readonly short: Set<string>;
  /** Edits of the right program that gave the answers of a function: those of another one follow from it, too. */
  readonly edits: Set<number>;
}

/** A verdict, and of it one function: the first one that fell short is what is read first. */
const OF_VERDICT = 700_000;
const OF_FUNCTION = 600_000;

/** A search that takes longer is given up: what comes late helps less than what the next source says. */
export class OutOfWork extends Error {}

export class Work {
  private readonly spent: Spent;
  private readonly most: number;

  constructor(spent: Spent, most = Math.min(OF_VERDICT, spent.units + OF_FUNCTION)) {
    this.spent = spent;
    this.most = most;
  }

  /** @throws OutOfWork where no more is left */
  take(units: number): void {
    this.spent.units += units;
    if (this.spent.units > this.most) throw new OutOfWork();
  }

  /** Runs a formula of the reference, each number of which is a unit. */
  counted<T>(formula: () => T): T {
    const before = numbersMade();
    try {
      return formula();
    } finally {
      this.spent.units += numbersMade() - before;
    }
  }

  /** A search of its own, which may take no more than this. */
  share(units: number): Work {
    return new Work(this.spent, Math.min(this.most, this.spent.units + units));
  }
}

/** What a search finds before it is out of work, or nothing. */
export function whileItLasts<T>(search: () => T): T | undefined {
  try {
    return search();
  } catch (error) {
    if (error instanceof OutOfWork) return undefined;
    throw error;
  }
}

/** What a search has at hand of a verdict so far. */
export const workOf = ({ spent, edits }: SoFar): { readonly work: Work; readonly edits: Set<number> } => ({
  work: new Work(spent),
  edits,
});
