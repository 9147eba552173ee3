/**
 * Letters that a student takes for indices: k in ∂L/∂v_k runs as far as v has entries, and so does an i that the page
 * has for something else.
 */
import { axesUsed } from "../axis-used.ts";
import type { Expression } from "../expression.ts";
import { FormulaError } from "../formula-error.ts";
import { nameOf, type Scope } from "../scope.ts";
import type { Declared } from "../symbols.ts";

/**
 * The scope with the indices that a formula brings in: letters without a meaning, and those that a derivative is taken
 * by where the page's index runs to another size.
 *
 * @throws FormulaError for a letter that nothing says the size of
 */
export function withOwnIndices(e: Expression, scope: Scope): Scope {
  const own = [...new Set(lettersIn(e, scope))].map((letter) =>
    ownIndex(letter, letter, axisOf(letter, e, scope)),
  );
  const moved = movedIn(e, scope).map(([letter, axis]) => ownIndex(letter, `${letter} to ${axis}`, axis));
  const more = new Map([...own, ...moved].map((symbol) => [nameOf(symbol), symbol]));
  const added = [...more.values()].filter((symbol) => scope.declared(nameOf(symbol)) === undefined);
  return added.length === 0 ? scope : scope.among([...scope.symbols, ...added]);
}

/** @param key what it is known by: a letter that has a meaning keeps that */
const ownIndex = (letter: string, key: string, axis: string): Declared => ({
  names: [letter],
  keys: [key],
  shape: [axis],
  domain: "index",
  meaning: "an index of your own",
  line: 0,
});

/** Letters that have no meaning, and over which no sum runs. */
function lettersIn(part: unknown, scope: Scope, bound: readonly string[] = []): readonly string[] {
  if (typeof part !== "object" || part === null) return [];
  const e = part as Expression;
  const isOwn = e.is === "ref" && scope.declared(e.name) === undefined && !bound.includes(e.name);
  return [
    ...(isOwn ? [e.name] : []),
    ...Object.values(part).flatMap((inner) => lettersIn(inner, scope, within(e, bound))),
  ];
}

const within = (e: Expression, bound: readonly string[]): readonly string[] =>
  e.is === "over" ? [...bound, e.index] : bound;

function axisOf(letter: string, e: Expression, scope: Scope): string {
  const [axis, other] = axesUsed(letter, e, scope);
  if (axis === undefined) throw new FormulaError(`${letter} is not declared`);
  if (other !== undefined)
    throw new FormulaError(
      `${letter} would run to ${axis} and to ${other}: take another letter for one of them`,
    );
  return axis;
}

type Moved = readonly [letter: string, axis: string];

/** Indices below what is derived by, as i of ∂/∂v_i, that are declared with another size. */
function movedIn(part: unknown, scope: Scope, bound: readonly string[] = []): readonly Moved[] {
  if (typeof part !== "object" || part === null) return [];
  const e = part as Expression;
  const by = e.is === "derivative" ? e.by : [];
  const own = by.flatMap(({ name, indices }) =>
    indices.flatMap((at, k): Moved[] => {
      const [axis, index] = [
        scope.declared(name)?.shape[k],
        at.is === "ref" ? scope.declared(at.name) : undefined,
      ];
      if (at.is !== "ref" || index?.domain !== "index" || axis === undefined || index.shape[0] === axis)
        return [];
      return bound.includes(at.name) || scope.understood?.fixed.has(at.name) ? [] : [[at.name, axis]];
    }),
  );
  return [...own, ...Object.values(part).flatMap((inner) => movedIn(inner, scope, within(e, bound)))];
}

/** A formula with a student's i in the place of the page's, where it runs as far and no sum runs over it. */
export function asOwn(e: Expression, scope: Scope): Expression {
  const others = new Map<string, string>();
  for (const symbol of scope.symbols) {
    const [letter = ""] = symbol.names;
    if (symbol.domain !== "index" || letter === nameOf(symbol)) continue;
    const used = axesUsed(letter, e, scope);
    const isDeclared = used.has(scope.declared(letter)?.shape[0] ?? "");
    if (!isDeclared && (used.size === 0 || used.has(symbol.shape[0] ?? "")))
      others.set(letter, nameOf(symbol));
  }
  const visit = (part: unknown, bound: readonly string[]): unknown => {
    if (typeof part !== "object" || part === null) return part;
    if (Array.isArray(part)) return part.map((inner) => visit(inner, bound));
    const one = part as Expression;
    const other = one.is === "ref" && !bound.includes(one.name) ? others.get(one.name) : undefined;
    const made = Object.entries(part).map(([key, inner]) => [
      key,
      visit(inner, key === "body" ? within(one, bound) : bound),
    ]);
    return { ...Object.fromEntries(made), ...(other === undefined ? {} : { name: other }) };
  };
  return others.size === 0 ? e : (visit(e, []) as Expression);
}
