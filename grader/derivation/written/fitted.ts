/**
 * Two sides in one form: a vector beside its entry, a matrix beside its entry. Who writes ∂L/∂w_j where the start is
 * ∂L/∂w says the same thing for each j, and the other way round.
 */

import { combinations } from "../combinations.ts";
import { draw } from "../draw.ts";
import { evaluate } from "../evaluate.ts";
import type { Expression } from "../expression.ts";
import { Degenerate } from "../formula-error.ts";
import { freeIndices } from "../free-indices.ts";
import { pointAt } from "../point-at.ts";
import { nameOf, type Scope } from "../scope.ts";

interface Shape {
  readonly rank: number;
  /** The sizes by name; no two sizes are drawn alike. */
  readonly axes: readonly string[];
  readonly free: ReadonlySet<string>;
}

/** Both sides, one of them as its entries where only the other one has the indices. */
export function fitted(scope: Scope, a: Expression, b: Expression): readonly [Expression, Expression] {
  const [one, other] = [shapeOf(scope, a), shapeOf(scope, b)];
  if (one === undefined || other === undefined) return [a, b];
  return [entryBeside(scope, a, one, other) ?? a, entryBeside(scope, b, other, one) ?? b];
}

/**
 * What two sides are where they are not of one form: a vector is no entry of a vector, and no line may go from one to
 * the other.
 */
export function otherForms(
  scope: Scope,
  a: Expression,
  b: Expression,
): readonly [string, string] | undefined {
  const [one, other] = [shapeOf(scope, a), shapeOf(scope, b)];
  if (one === undefined || other === undefined || one.rank === other.rank || isZero(a) || isZero(b))
    return undefined;
  return [nounOf(one), nounOf(other)];
}

/**
 * An index of a side and the one that another side has in its place: ∂L/∂w_k is no x_j, though both are entries of the
 * same vector.
 */
export function otherIndex(
  scope: Scope,
  a: Expression,
  b: Expression,
): readonly [string, string] | undefined {
  const [free, others] = [freeIndices(a, scope), freeIndices(b, scope)];
  const isOpen = (name: string): boolean => scope.understood?.fixed.has(name) !== true;
  const index = [...free].find((name) => !others.has(name) && isOpen(name));
  const declared = index === undefined ? undefined : scope.declared(index);
  const other = [...others]
    .filter((name) => !free.has(name) && isOpen(name))
    .map((name) => scope.declared(name))
    .find((symbol) => symbol?.shape[0] === declared?.shape[0]);
  if (declared === undefined || other === undefined) return undefined;
  return [declared.names[0] as string, other.names[0] as string];
}

const nounOf = ({ rank, free }: Shape): string =>
  ["a vector", "a matrix"][rank - 1] ?? (free.size > 0 ? "one entry" : "a number");

const isZero = (e: Expression): boolean => e.is === "number" && e.value === 0;

/** The entry of a side at the indices that only the other one leaves open; undefined where they do not fit. */
function entryBeside(scope: Scope, of: Expression, own: Shape, other: Shape): Expression | undefined {
  if (own.rank === 0 || other.rank > 0) return undefined;
  const more = [...other.free].filter((name) => !own.free.has(name));
  const indices: Expression[] = [];
  for (const axis of own.axes) {
    const at = more.findIndex((name) => scope.declared(name)?.shape[0] === axis);
    if (at < 0) return undefined;
    indices.push({ is: "ref", name: more.splice(at, 1)[0] as string, indices: [], primes: 0 });
  }
  return { is: "entry", of, indices };
}

const TRIES = 6;

function shapeOf(scope: Scope, e: Expression): Shape | undefined {
  const free = freeIndices(e, scope);
  for (let i = 0; i < TRIES; i++) {
    const origin = pointAt(scope, draw(scope, 1, `shape/${i}`));
    try {
      const [first] = combinations(free, origin);
      const { rank, rows, cols } = evaluate(e, origin.at(first ?? []));
      const named = (size: number): string =>
        scope.symbols
          .filter(({ domain }) => domain === "size")
          .map(nameOf)
          .find((name) => origin.size(name) === size) ?? String(size);
      return { rank, axes: [rows, cols].slice(0, rank).map(named), free };
    } catch (error) {
      if (!(error instanceof Degenerate)) throw error;
    }
  }
  return undefined;
}
