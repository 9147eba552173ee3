/**
 * Definitions: the first relation that has a symbol declared as `defined` alone on its left.
 *
 *     s_c = …       for each c
 *     L(w, b) = …   as a function: later lines may write L(w′, b′), and L for L at the point itself
 */
import { type Expression, isRef, type Ref } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { freeIndices } from "./free-indices.ts";
import { splitAtCommas } from "./read-list.ts";
import { readerOf } from "./reader-of.ts";
import { nameOf, type Scope } from "./scope.ts";
import { isMark, type Token } from "./token.ts";

/** What a left side would define; undefined for one that makes a claim. */
export function definedBy(left: readonly Token[], scope: Scope): { ref: Ref; params: string[] } | undefined {
  const { head, args } = headAndArguments(left);
  let ref: Expression;
  try {
    ref = readerOf(head, scope).whole();
  } catch {
    return undefined;
  }
  if (!isRef(ref)) return undefined;
  const symbol = scope.declared(ref.name);
  if (symbol?.domain !== "defined" || scope.definition(ref.name) !== undefined) return undefined;
  return { ref, params: args.map((arg) => param(readerOf(arg, scope).whole())) };
}

/** Makes the definition known to later lines. */
export function define(
  scope: Scope,
  { ref, params }: { ref: Ref; params: string[] },
  right: readonly Token[],
): void {
  const indices = ref.indices.map((index) => {
    if (isRef(index) && scope.declared(index.name)?.domain === "index") return index.name;
    throw new FormulaError("a definition has plain indices on its left");
  });
  const body = readerOf(right, scope, indices).whole();
  const rank = scope.declared(ref.name)?.shape.length ?? 0;
  if (indices.length > rank) throw new FormulaError(`${ref.name} has ${rank} indices, not ${indices.length}`);
  const loose = [...freeIndices(body, scope)].filter((name) => !indices.includes(name));
  if (loose.length > 0) throw new FormulaError(`the index ${loose.join(", ")} stands on the right only`);
  for (const name of params) {
    const known = scope.declared(name)?.domain;
    if (known === undefined || ["size", "index", "function", "defined"].includes(known))
      throw new FormulaError(`${name} is no variable that ${ref.name} could be a function of`);
  }
  if (new Set(params).size < params.length)
    throw new FormulaError(`two variables of ${ref.name} are the same`);
  scope.define(ref.name, { indices, params, body });
  const idle = params.filter((name) => !scope.dependsOn(ref.name, name));
  if (idle.length > 0) throw new FormulaError(`${idle.join(", ")} does not stand on the right`);
}

/** Makes the symbols known that are declared with a formula. */
export function defineGiven(scope: Scope, tokensOf: (tex: string) => readonly Token[]): void {
  for (const symbol of scope.symbols)
    if (symbol.given !== undefined)
      scope.define(nameOf(symbol), {
        indices: [],
        params: [],
        body: readerOf(tokensOf(symbol.given), scope).whole(),
      });
}

function headAndArguments(left: readonly Token[]): { head: readonly Token[]; args: Token[][] } {
  const start = left.findIndex((token) => isMark(token, "("));
  if (start < 1 || !isMark(left.at(-1), ")")) return { head: left, args: [] };
  return { head: left.slice(0, start), args: splitAtCommas(left.slice(start + 1, -1)) };
}

function param(arg: Expression): string {
  if (isRef(arg) && arg.indices.length === 0) return arg.name;
  throw new FormulaError("a function is defined for plain symbols");
}
