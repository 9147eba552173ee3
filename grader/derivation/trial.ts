/**
 * A relation at one point: whether it holds there, for each value of the indices that it leaves open.
 */
import { random } from "../../reference/random.ts";
import { combinations } from "./combinations.ts";
import { type Indices, type Sides, sidesAt, valuesAt } from "./compare.ts";
import { isTrue } from "./evaluate.ts";
import type { Condition, Expression } from "./expression.ts";
import { Degenerate, FormulaError, NoNumber } from "./formula-error.ts";
import { freeIndices } from "./free-indices.ts";
import { type Drawn, Point } from "./point.ts";
import type { Scope } from "./scope.ts";

export interface Relation {
  readonly left: Expression;
  readonly relation: string;
  readonly right: Expression;
  /** For ≈. */
  readonly within?: number;
  /** For which points it is claimed. */
  readonly conditions: readonly Condition[];
}

/** Both sides at a point, for one choice of the indices. */
export interface Place extends Sides {
  readonly drawn: Drawn;
  readonly indices: Indices;
}

export type Trial =
  | { readonly is: "fit"; readonly drawn: Drawn; readonly places: readonly Place[] }
  /** A pole, a kink, a number too large, digits that are worth nothing, or a point that is not claimed. */
  | { readonly is: "unfit" }
  | { readonly is: "no number"; readonly drawn: Drawn };

/** Where the last digits are worth more than this part of the sides, a point says nothing for a relation. */
const WORTHLESS = 1e-8;

export class Tried {
  readonly scope: Scope;
  readonly relation: Relation;
  private readonly free: ReadonlySet<string>;

  constructor(scope: Scope, relation: Relation) {
    this.scope = scope;
    this.relation = relation;
    this.free = new Set([...freeIndices(relation.left, scope), ...freeIndices(relation.right, scope)]);
  }

  at(drawn: Drawn): Trial {
    const origin = new Point(this.scope, drawn);
    try {
      if (!this.claimed(origin)) return { is: "unfit" };
    } catch (error) {
      if (error instanceof Degenerate) return { is: "unfit" };
      throw error;
    }
    try {
      const all = combinations(this.free, origin);
      const strict = this.relation.relation === "<" || this.relation.relation === ">";
      const sides = sidesAt(this.scope, this.relation, drawn, all, !strict);
      const places = sides.map((one, i) => ({ ...one, drawn, indices: all[i] as Indices }));
      const worthless = places.some(({ left, right, slack }) => {
        const size = 0.1 + Math.max(...left.at.map(Math.abs), ...right.at.map(Math.abs));
        return slack.some((s) => !(s <= WORTHLESS * size));
      });
      return worthless && !places.some((place) => !this.holds(place))
        ? { is: "unfit" }
        : { is: "fit", drawn, places };
    } catch (error) {
      if (error instanceof NoNumber && this.isOutside(drawn)) return { is: "no number", drawn };
      if (error instanceof Degenerate) return { is: "unfit" };
      throw error;
    }
  }

  holds({ left, right, slack }: Sides): boolean {
    const { relation, within = 0 } = this.relation;
    return left.at.every((x, k) => {
      const [y, s] = [right.at[k] as number, slack[k] as number];
      switch (relation) {
        case "=":
        case ":=":
          return Math.abs(x - y) <= s;
        case "\\approx":
          return Math.abs(x - y) <= within;
        case "\\le":
          return x - y <= s;
        case "\\ge":
          return y - x <= s;
        // Equal sides are no evidence against < where rounding has made them equal.
        case "<":
          return x < y || (x - y <= s && s > 0);
        case ">":
          return x > y || (y - x <= s && s > 0);
        default:
          throw new FormulaError(`the relation ${relation} cannot be held here`);
      }
    });
  }

  /** Right less left of an inequality that says ≤: the smallest, over entries and indices. */
  margin(drawn: Drawn): number {
    const origin = new Point(this.scope, drawn);
    const sign = /g|>/.test(this.relation.relation) ? -1 : 1;
    try {
      if (!this.claimed(origin)) return Number.POSITIVE_INFINITY;
      return Math.min(
        ...valuesAt(origin, this.relation, combinations(this.free, origin)).flatMap(([x, y]) =>
          x.at.map((a, k) => sign * ((y.at[k] as number) - a)),
        ),
      );
    } catch (error) {
      if (error instanceof Degenerate) return Number.POSITIVE_INFINITY;
      throw error;
    }
  }

  /** The arguments whose signs decide, in the order in which they are met. */
  bends(drawn: Drawn): readonly number[] {
    const bends: number[] = [];
    const origin = Point.traced(this.scope, drawn, { hash: 0, bends });
    try {
      this.claimed(origin);
      valuesAt(origin, this.relation, combinations(this.free, origin));
    } catch (error) {
      if (!(error instanceof Degenerate)) throw error;
    }
    return bends;
  }

  private claimed(origin: Point): boolean {
    return this.relation.conditions.every((condition) => isTrue(condition, origin));
  }

  /** Whether a point lies outside of the domain for good, and not by rounding. */
  private isOutside(drawn: Drawn): boolean {
    return [1, 2, 3, 4, 5, 6].every((k) => {
      const origin = Point.traced(this.scope, drawn, { hash: 0, unsteady: random(k, "no number") });
      try {
        valuesAt(origin, this.relation, combinations(this.free, origin));
        return false;
      } catch (error) {
        if (error instanceof NoNumber) return true;
        if (error instanceof Degenerate) return false;
        throw error;
      }
    });
  }
}
