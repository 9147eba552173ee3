/** Comparisons of the sides of one derivation; what has been compared is kept for the next time it is judged. */
import type { Expression } from "../expression.ts";
import { FormulaError } from "../formula-error.ts";
import type { Scope } from "../scope.ts";
import { otherForms, otherIndex } from "./fitted.ts";
import type { Given, Kept } from "./given.ts";
import { Misread } from "./misread.ts";
import type { Side } from "./read-side.ts";
import { areSame, type Sameness, sameness } from "./same.ts";

/** Comparisons that are kept. */
const MOST = 500;

export class Comparing {
  scope: Scope;
  /** The names that the student has given: with others, the same text means something else. */
  names = "";
  private readonly given: Given;
  private readonly seed: number;

  constructor(given: Given, scope: Scope, seed: number) {
    this.given = given;
    this.scope = scope;
    this.seed = seed;
  }

  /** @throws Misread with the place, where the two cannot be compared */
  compareAt(left: Expression, { read, place }: Side): Sameness {
    try {
      const text = JSON.stringify([left, read]);
      const { compared, example } = this.given;
      return this.kept(compared, text, () => sameness(this.scope, [left, read], this.seed, text, example));
    } catch (error) {
      if (error instanceof FormulaError)
        throw Object.assign(new Misread(error.message, place.from, place.to), { cause: error });
      throw error;
    }
  }

  /** Whether two sides can be compared, and are worth the same. */
  areSame(left: Expression, right: Expression): boolean {
    try {
      const text = JSON.stringify([left, right]);
      return this.kept(this.given.same, text, () => areSame(this.scope, [left, right], this.seed, text));
    } catch (error) {
      if (error instanceof FormulaError) return false;
      throw error;
    }
  }

  /** What was found before; else what is found now. */
  private kept<T>(all: Kept<T>, text: string, find: () => T): T {
    const key = `${this.seed}/${this.names}/${text}`;
    const { budget } = this.scope;
    const known = all.get(key);
    if (known !== undefined) {
      // As if it were worked out anew, so that a budget that suffices once does so each time.
      budget.charge(known.cost);
      return known.found;
    }
    const before = budget.all;
    const found = find();
    if (all.size >= MOST) all.clear();
    all.set(key, { found, cost: budget.all - before });
    return found;
  }

  /** @throws Misread where a vector is said to equal one entry, or the other way round, and one entry another one */
  refuseOtherForms(left: Expression, sides: readonly Side[]): void {
    for (const { read, place } of sides) {
      const [index, other] = otherIndex(this.scope, left, read) ?? [];
      if (index !== undefined)
        throw new Misread(
          `this is an entry ${other}, and what it is said to equal is an entry ${index}: take one letter for both`,
          place.from,
          place.to,
        );
      const [before, now] = otherForms(this.scope, left, read) ?? [];
      if (before !== undefined)
        throw new Misread(
          `this is ${now}, and what it is said to equal is ${before}: is an index, a sum or a transpose missing, or is there one too many?`,
          place.from,
          place.to,
        );
    }
  }
}
