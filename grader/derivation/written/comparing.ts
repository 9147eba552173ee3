/** Comparisons of the sides of one derivation; what has been compared is kept for the next time it is judged. */
import type { Expression } from "../expression.ts";
import { FormulaError } from "../formula-error.ts";
import type { Scope } from "../scope.ts";
import { areOfOneForm } from "./fitted.ts";
import type { Given } from "./given.ts";
import { Misread } from "./misread.ts";
import type { Side } from "./read-side.ts";
import { type Sameness, sameness } from "./same.ts";

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

  /** @throws FormulaError where the two cannot be compared */
  compare(left: Expression, right: Expression): Sameness {
    const text = JSON.stringify([left, right]);
    const key = `${this.seed}/${this.names}/${text}`;
    const { compared, example } = this.given;
    const known = compared.get(key);
    if (known !== undefined) return known;
    const found = sameness(this.scope, [left, right], this.seed, text, example);
    if (compared.size >= MOST) compared.clear();
    compared.set(key, found);
    return found;
  }

  /** @throws Misread with the place, where the two cannot be compared */
  compareAt(left: Expression, { read, place }: Side): Sameness {
    try {
      return this.compare(left, read);
    } catch (error) {
      if (error instanceof FormulaError)
        throw Object.assign(new Misread(error.message, place.from, place.to), { cause: error });
      throw error;
    }
  }

  /** Whether two sides can be compared, and are worth the same. */
  areSame(left: Expression, right: Expression): boolean {
    try {
      return this.compare(left, right).is === "same";
    } catch (error) {
      if (error instanceof FormulaError) return false;
      throw error;
    }
  }

  /** @throws Misread where a vector is said to equal one entry, or the other way round */
  refuseOtherForms(left: Expression, sides: readonly Side[]): void {
    for (const { read, place } of sides)
      if (!areOfOneForm(this.scope, left, read))
        throw new Misread(
          "one side is a vector or a matrix, and the other one is one entry: an index is missing, or there is one too many",
          place.from,
          place.to,
        );
  }
}
