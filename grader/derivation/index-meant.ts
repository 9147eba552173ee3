/**
 * The index that a sum without one runs over: the one that its terms leave open, or that of the vectors in them.
 *
 *     Σ x_i e_i      i
 *     Σ (y − ŷ)²     i, where y and ŷ are vectors of n and i runs to n: it is Σ (y_i − ŷ_i)²
 */
import type { Expression, Ref } from "./expression.ts";
import { freeIndices } from "./free-indices.ts";
import { nameOf, type Scope } from "./scope.ts";

/** The index, and the terms with it; undefined where it could be several. */
export function indexMeant(
  body: Expression,
  scope: Scope,
  bound: readonly string[],
): { index: string; body: Expression } | undefined {
  const fixed = scope.understood?.fixed ?? new Set();
  const isOpen = (name: string): boolean => !fixed.has(name) && !bound.includes(name);
  const open = [...freeIndices(body, scope)].filter(isOpen);
  if (open.length > 1) return undefined;
  const axes = new Set(vectorsIn(body, scope).map((ref) => axisOf(ref, scope)));
  const [index = indexFor([...axes], scope, isOpen)] = open;
  if (index === undefined) return undefined;
  return { index, body: withIndex(body, index, scope) as Expression };
}

const axisOf = (ref: Ref, scope: Scope): string => scope.declared(ref.name)?.shape[0] ?? "";

const isVector = (part: object, scope: Scope): part is Ref =>
  (part as Partial<Ref>).is === "ref" &&
  (part as Ref).indices.length === 0 &&
  scope.declared((part as Ref).name)?.domain !== "index" &&
  scope.declared((part as Ref).name)?.shape.length === 1;

function vectorsIn(part: unknown, scope: Scope): Ref[] {
  if (typeof part !== "object" || part === null) return [];
  return [
    ...(isVector(part, scope) ? [part] : []),
    ...Object.values(part).flatMap((inner) => vectorsIn(inner, scope)),
  ];
}

function indexFor(
  axes: readonly string[],
  scope: Scope,
  isOpen: (name: string) => boolean,
): string | undefined {
  const [axis, second] = axes;
  if (axis === undefined || second !== undefined) return undefined;
  return scope.symbols
    .filter(({ domain, shape }) => domain === "index" && shape[0] === axis)
    .map(nameOf)
    .find(isOpen);
}

/** The terms with the index below each vector that has as many entries. */
function withIndex(part: unknown, index: string, scope: Scope): unknown {
  if (typeof part !== "object" || part === null) return part;
  if (Array.isArray(part)) return part.map((inner) => withIndex(inner, index, scope));
  const axis = scope.declared(index)?.shape[0];
  if (isVector(part, scope) && axisOf(part, scope) === axis)
    return { ...part, indices: [{ is: "ref", name: index, indices: [], primes: 0 }] };
  return Object.fromEntries(
    Object.entries(part).map(([key, inner]) => [key, withIndex(inner, index, scope)]),
  );
}
