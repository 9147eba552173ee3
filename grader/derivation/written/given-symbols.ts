/** Which of a page's symbols a derivation is given: the others stand for nothing, and their letters are free. */
import { namesBehind } from "../coordinates.ts";
import type { Expression } from "../expression.ts";
import { freeIndices } from "../free-indices.ts";
import { nameOf, type Scope } from "../scope.ts";
import { type Declared, declaredIn } from "../symbols.ts";
import type { DerivationSpec } from "./spec.ts";

/** The symbols that the start is made of, with their sizes and indices, those that are known, and the further ones. */
export function givenSymbols(scope: Scope, start: Expression, spec: DerivationSpec): readonly Declared[] {
  const further = declaredIn((spec.also ?? "").split("\n"), 1).flatMap(({ keys }) => keys);
  const bodies = [...namesBehind(scope, [start])].flatMap((name) => scope.definition(name)?.body ?? []);
  const known = spec.known.flatMap((key) => scope.declared(key)?.keys[0] ?? []);
  const names = new Set([...namesBehind(scope, [start]), ...known, ...further]);
  for (const formula of [start, ...bodies]) for (const index of freeIndices(formula, scope)) names.add(index);
  const axes = scope.symbols.filter((symbol) => names.has(nameOf(symbol))).flatMap(({ shape }) => shape);
  return scope.symbols.filter(
    (symbol) =>
      names.has(nameOf(symbol)) ||
      axes.includes(nameOf(symbol)) ||
      (symbol.domain === "index" && axes.includes(symbol.shape[0] as string)) ||
      (symbol.given !== undefined && usesOnly(scope, nameOf(symbol), names)),
  );
}

/** Whether a given symbol is made of those that are used. */
function usesOnly(scope: Scope, name: string, names: ReadonlySet<string>): boolean {
  const behind = [...namesBehind(scope, [scope.definition(name)?.body])].filter(
    (one) => scope.definition(one) === undefined,
  );
  return behind.length > 0 && behind.every((one) => names.has(one));
}
