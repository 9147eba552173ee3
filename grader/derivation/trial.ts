import { combinations } from "./combinations.ts";
import { type Indices, type Sides, sidesAt } from "./compare.ts";
import { isTrue } from "./evaluate.ts";
import type { Condition, Expression } from "./expression.ts";
import { Degenerate, FormulaError, NoNumber } from "./formula-error.ts";
import { freeIndices } from "./free-indices.ts";
import type { Drawn, Point } from "./point.ts";
import { pointAt } from "./point-at.ts";
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
    try {
      const places = this.placesAt(pointAt(this.scope, drawn), drawn);
      const fit =
        places.length > 0 && (places.some((place) => !this.holds(place)) || !places.some(isWorthless));
      return fit ? { is: "fit", drawn, places } : { is: "unfit" };
    } catch (error) {
      if (error instanceof NoNumber) return { is: "no number", drawn };
      if (error instanceof Degenerate) return { is: "unfit" };
      throw error;
    }
  }

  /** Both sides for each choice of the indices; nothing where it is not claimed. */
  private placesAt(origin: Point, drawn: Drawn): Place[] {
    if (!this.claimed(origin)) return [];
    const all = combinations(this.free, origin);
    return sidesAt(origin, this.relation, all).map((sides, i) => ({
      ...sides,
      drawn,
      indices: all[i] as Indices,
    }));
  }

  holds({ left, right, slack }: Sides): boolean {
    const { relation, within = 0 } = this.relation;
    return left.at.every((x, k) => {
      const [y, s] = [right.at[k] as number, slack[k] as number];
      switch (relation) {
        case "=":
        case ":=":
          return !(Math.abs(x - y) > s);
        case "\\approx":
          return Math.abs(x - y) <= within;
        case "\\le":
          return !(x - y > s);
        case "\\ge":
          return !(y - x > s);
        // Equal sides are no evidence against < where rounding has made them equal.
        case "<":
          return x < y || (s !== 0 && !(x - y > s));
        case ">":
          return x > y || (s !== 0 && !(y - x > s));
        default:
          throw new FormulaError(`the relation ${relation} cannot be held here`);
      }
    });
  }

  /** Right less left of an inequality that says ≤: the smallest, over entries and indices. */
  margin(drawn: Drawn): number {
    const sign = /g|>/.test(this.relation.relation) ? -1 : 1;
    try {
      return Math.min(
        Number.POSITIVE_INFINITY,
        ...this.placesAt(pointAt(this.scope, drawn), drawn).flatMap(({ left, right }) =>
          left.at.map((x, k) => sign * ((right.at[k] as number) - x)),
        ),
      );
    } catch (error) {
      if (error instanceof Degenerate) return Number.POSITIVE_INFINITY;
      throw error;
    }
  }

  /** The arguments whose signs decide, in the order in which they are met; all, or the first ones. */
  bends(drawn: Drawn, atMost = Number.POSITIVE_INFINITY): readonly number[] {
    const bends: number[] = [];
    try {
      this.placesAt(pointAt(this.scope, drawn, { bends, atMost }), drawn);
    } catch (error) {
      if (!(error instanceof Degenerate)) throw error;
    }
    return bends;
  }

  /** Whether the conditions hold. Where they have no number themselves, nothing is claimed. */
  private claimed(origin: Point): boolean {
    try {
      return this.relation.conditions.every((condition) => isTrue(condition, origin));
    } catch (error) {
      if (error instanceof Degenerate) return false;
      throw error;
    }
  }
}

/** Where the last digits are worth more than this part of the sides, a point says nothing for a relation. */
const WORTHLESS = 1e-8;

function isWorthless({ left, right, slack }: Sides): boolean {
  const size = 0.1 + Math.max(...left.at.map(Math.abs), ...right.at.map(Math.abs));
  return slack.some((s) => !(s <= WORTHLESS * size));
}
