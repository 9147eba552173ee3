/**
 * One relation, held at many points.
 */
import { distance, RELATIVE } from "./agree.ts";
import type { Outcome } from "./checked.ts";
import { draw } from "./draw.ts";
import { evaluate } from "./evaluate.ts";
import type { Expression } from "./expression.ts";
import { Degenerate, FormulaError } from "./formula-error.ts";
import { freeIndices } from "./free-indices.ts";
import { nearestTruth, type Sides } from "./nearest.ts";
import { Point } from "./point.ts";
import { apart, pointText } from "./point-text.ts";
import type { Scope } from "./scope.ts";
import { mapped, sameShape, shapeText, type Tensor } from "./tensor.ts";

/** Draws for each relation; at each, every value of the free indices. */
export const DRAWS = 24;
/** Draws of a false relation that are enough to say what would be true. */
const ENOUGH = 6;
/** Draws that may say nothing before the relation counts as one that cannot be held. */
const ATTEMPTS = 20 * DRAWS;

export interface Relation {
  readonly left: Expression;
  readonly relation: string;
  readonly right: Expression;
  /** For ≈. */
  readonly within?: number | undefined;
}

/**
 * Holds a relation at 24 points.
 *
 * @param seed with the relation's text, the source of all draws
 * @returns how many points were drawn, and what is wrong where it does not hold at each
 */
export function hold(scope: Scope, relation: Relation, seed: number, text: string): Outcome {
  const free = new Set([...freeIndices(relation.left, scope), ...freeIndices(relation.right, scope)]);
  const broken: (Sides & { readonly at: string })[] = [];
  const all: Sides[] = [];
  let held = 0;
  for (let attempt = 0; held < (broken.length > 0 ? ENOUGH : DRAWS); attempt++) {
    if (attempt === ATTEMPTS)
      return { points: held, wrong: `only ${held} of ${ATTEMPTS} draws are fit to hold it` };
    const drawn = draw(scope, seed, `${text}/${attempt}`);
    const origin = new Point(scope, drawn);
    try {
      const sides = combinations(free, origin).map((indices) => {
        const point = origin.at(indices);
        const [left, right] = fitted(evaluate(relation.left, point), evaluate(relation.right, point));
        if ([...left.at, ...right.at].some((x) => !Number.isFinite(x))) throw new Degenerate("no number");
        return { left, right, sizes: drawn.sizes, at: pointText(scope, drawn, indices) };
      });
      held++;
      all.push(...sides);
      broken.push(...sides.filter(({ left, right }) => !holds(relation, left, right)));
    } catch (error) {
      if (!(error instanceof Degenerate)) throw error;
    }
  }
  const [first] = broken;
  if (first === undefined) return { points: held, ...largest(relation, all) };
  const { left, right, at } = first;
  const [shownLeft, shownRight] = apart(left, right);
  const near = relation.relation === "=" ? nearestTruth(all) : undefined;
  const wrong = [
    `false at ${broken.length} of ${all.length} places: ${shownLeft} ${relation.relation} ${shownRight}`,
    `at ${at}`,
    ...(near === undefined ? [] : [near]),
  ].join("\n    ");
  return { points: held, wrong };
}

/** A number beside a vector or a matrix stands for each of its entries, as in ∂L/∂v = 0. */
export function fitted(left: Tensor, right: Tensor): [Tensor, Tensor] {
  if (sameShape(left, right)) return [left, right];
  if (right.rank === 0) return [left, mapped(left, () => right.at[0] as number)];
  if (left.rank === 0) return [mapped(right, () => left.at[0] as number), right];
  throw new FormulaError(`${shapeText(left)} on the left, ${shapeText(right)} on the right`);
}

/** The largest difference, for relations that are measured by one. */
function largest({ relation }: Relation, all: readonly Sides[]): { difference?: number } {
  const measure = MEASURES[relation];
  return measure === undefined
    ? {}
    : { difference: Math.max(...all.map(({ left, right }) => measure(left.at, right.at))) };
}

type Measure = (left: readonly number[], right: readonly number[]) => number;

const MEASURES: Readonly<Record<string, Measure>> = {
  "=": distance,
  ":=": distance,
  "\\approx": (left, right) => Math.max(...left.map((x, i) => Math.abs(x - (right[i] as number)))),
};

function holds({ relation, within = 0 }: Relation, left: Tensor, right: Tensor): boolean {
  const measure = MEASURES[relation];
  if (measure !== undefined)
    return measure(left.at, right.at) <= (relation === "\\approx" ? within : RELATIVE);
  const pairs = left.at.map((x, i) => [x, right.at[i] as number] as const);
  switch (relation) {
    case "\\le":
      return pairs.every(([x, y]) => x <= y + 1e-9);
    case "\\ge":
      return pairs.every(([x, y]) => x >= y - 1e-9);
    case "<":
      return pairs.every(([x, y]) => x < y);
    case ">":
      return pairs.every(([x, y]) => x > y);
    default:
      throw new FormulaError(`the relation ${relation} cannot be held here`);
  }
}

/** Every way to give values to the free indices. */
export function combinations(free: ReadonlySet<string>, point: Point): (readonly [string, number])[][] {
  let all: (readonly [string, number])[][] = [[]];
  for (const name of free) {
    const range = point.size(point.scope.declared(name)?.shape[0] ?? "");
    all = all.flatMap((some) => Array.from({ length: range }, (_, k) => [...some, [name, k + 1] as const]));
  }
  return all;
}
