/**
 * Whether two sides are worth the same, at points near 0, in the middle and far out; and if not, a point that shows
 * it, with numbers that a reader can follow.
 */
import { draw } from "../draw.ts";
import type { Expression } from "../expression.ts";
import { FormulaError } from "../formula-error.ts";
import { breaks, hold } from "../hold.ts";
import { nearestTruth } from "../nearest.ts";
import type { Drawn } from "../point.ts";
import type { Scope } from "../scope.ts";
import type { Tensor } from "../tensor.ts";
import { type Place, type Relation, Tried } from "../trial.ts";
import { type CounterPoint, counterPointOf } from "./counter-point.ts";
import { fitted } from "./fitted.ts";

/** Two of each kind of point, at each with all values of the indices: while one types, there is no time for more. */
const DRAWS = 12;

export type Sameness =
  | { readonly is: "same" }
  | { readonly is: "apart"; readonly point: CounterPoint | undefined; readonly near: string | undefined }
  | { readonly is: "no number"; readonly point: string }
  /** Too few points say anything. */
  | { readonly is: "undecided" };

/**
 * Whether two sides are worth the same, and nothing else: most that are not are told at the first point.
 *
 * @throws FormulaError as {@link sameness} does
 */
export function areSame(
  scope: Scope,
  sides: readonly [Expression, Expression],
  seed: number,
  text: string,
): boolean {
  const relation = relationOf(scope, sides);
  return !breaks(scope, relation, seed, text) && hold(scope, relation, seed, text, DRAWS).fails === undefined;
}

function relationOf(scope: Scope, sides: readonly [Expression, Expression]): Relation {
  scope.budget.renew();
  const [left, right] = fitted(scope, ...sides);
  return { left, right, relation: "=", conditions: [] };
}

/** @throws FormulaError where the sides cannot be compared: their shapes differ, or it takes too long */
export function sameness(
  scope: Scope,
  sides: readonly [Expression, Expression],
  seed: number,
  text: string,
  example: Drawn | undefined,
): Sameness {
  const relation = relationOf(scope, sides);
  const { fails, at } = hold(scope, relation, seed, text, DRAWS);
  if (fails === undefined) return { is: "same" };
  if (fails === "unfit") return { is: "undecided" };
  const tried = new Tried(scope, relation);
  if (fails === "no number")
    return {
      is: "no number",
      point: at === undefined ? "" : counterPointOf.place(scope, [relation.left, relation.right], at),
    };
  scope.budget.renew();
  const shown = [example, ...rounded(scope, seed, text), at].flatMap((drawn) =>
    drawn === undefined ? [] : [drawn],
  );
  return { is: "apart", point: counterPointOf.first(tried, shown), near: nearOf(tried, seed, text) };
}

const ROUNDED = 8;

/** Draws with numbers that are easy to follow. */
function* rounded(scope: Scope, seed: number, text: string): Generator<Drawn> {
  const isWhole = (name: string): boolean =>
    ["real", "positive", "symmetric"].includes(scope.declared(name)?.domain ?? "");
  const whole = (x: number): number => Math.round(x) || (x < 0 ? -1 : 1);
  const coarse = (x: number): number => Number(x.toPrecision(1));
  for (let i = 0; i < ROUNDED; i++) {
    const drawn = draw(scope, seed, `${text}/whole/${i}`);
    const values = [...drawn.values].map(([name, value]): [string, Tensor] => [
      name,
      { ...value, at: value.at.map(isWhole(name) ? whole : coarse) },
    ]);
    yield { ...drawn, values: new Map(values) };
  }
}

/** What would make it true: one factor, or a transposed side. */
function nearOf(tried: Tried, seed: number, text: string): string | undefined {
  const places: (Place & { sizes: Drawn["sizes"] })[] = [];
  for (let i = 0; i < ROUNDED; i++) {
    const trial = tried.at(draw(tried.scope, seed, `${text}/near/${i}`));
    if (trial.is === "fit")
      places.push(...trial.places.map((place) => ({ ...place, sizes: trial.drawn.sizes })));
  }
  try {
    return places.length < 3 ? undefined : nearestTruth(places);
  } catch (error) {
    if (error instanceof FormulaError) return undefined;
    throw error;
  }
}
