/**
 * What a derivation is given: the page's symbols with their domains, the definitions that are known, the start.
 */
import { define, definedBy, defineGiven } from "../define.ts";
import type { Given as OfExample } from "../example.ts";
import { pointOfExample } from "../example-point.ts";
import type { Expression, Ref } from "../expression.ts";
import { FormulaError } from "../formula-error.ts";
import { freeIndices } from "../free-indices.ts";
import type { Page } from "../page.ts";
import type { Drawn } from "../point.ts";
import { readerOf } from "../reader-of.ts";
import { nameOf, Scope } from "../scope.ts";
import { statementsIn } from "../statements.ts";
import { type Declared, declaredIn } from "../symbols.ts";
import type { Token } from "../token.ts";
import { tokensOf } from "../tokens-of.ts";
import { givenSymbols } from "./given-symbols.ts";
import { parted } from "./parted.ts";
import type { Sameness } from "./same.ts";
import type { DerivationSpec } from "./spec.ts";

/** What was found, and the steps that it took. */
export type Kept<T> = Map<string, { readonly found: T; readonly cost: number }>;

export interface Given {
  readonly spec: DerivationSpec;
  readonly scope: Scope;
  readonly start: Expression;
  /** Formulas of the page that say what the known symbols mean. */
  readonly definitions: readonly { readonly name: string; readonly tex: string }[];
  /** The page's example, where it fits: the first place at which a wrong line is shown. */
  readonly example: Drawn | undefined;
  /** What has been compared: a line that is typed on leaves those above it as they are. */
  readonly compared: Kept<Sameness>;
  readonly same: Kept<boolean>;
}

/**
 * @param page the page that the declaration names
 * @throws FormulaError where the declaration does not fit the page
 */
export function givenBy(spec: DerivationSpec, page: Page): Given {
  const isKnown = (symbol: Declared): boolean =>
    symbol.domain !== "defined" || symbol.keys.some((key) => spec.known.includes(key));
  const also = declaredIn((spec.also ?? "").split("\n"), 1);
  const symbols = [...page.symbols.filter(isKnown), ...also];
  const scope = new Scope(symbols);
  defineGiven(scope, tokensOf);
  const definitions: { name: string; tex: string }[] = [];
  for (const { tex, unchecked } of page.displays) {
    if (unchecked !== undefined) continue;
    const statements = statementsOf(tex);
    const texts = tex.split(/,\s*\\q?quad\s*/);
    for (const [k, { sides, relations }] of statements.entries()) {
      const [left, right] = sides as [readonly Token[], readonly Token[]];
      const defined = /^:?=$/.test(relations[0] ?? "") ? definedBy(left, scope) : undefined;
      if (defined === undefined) continue;
      define(scope, defined, right);
      definitions.push({
        name: defined.ref.name,
        tex: firstOf(texts.length === statements.length ? (texts[k] as string) : tex),
      });
    }
  }
  for (const name of spec.known)
    if (scope.definition(name) === undefined) throw new FormulaError(`${spec.page} defines no ${name}`);
  const start = readerOf(tokensOf(spec.start), scope).whole();
  for (const [name, tex] of Object.entries(spec.means ?? {})) {
    const definition = scope.definition(name);
    if (definition === undefined) throw new FormulaError(`${spec.page} defines no ${name}`);
    const body = readerOf(tokensOf(tex), scope, definition.indices).whole();
    scope.define(name, { ...definition, body });
  }
  const used = givenSymbols(scope, start, spec);
  const fixed = freeIndices(start, scope);
  const understood = { fixed, argumentOf: () => undefined, variable: variableAmong(used) };
  return {
    spec,
    scope: scope.among(used, understood),
    start,
    definitions,
    example: exampleOf(page.symbols, page.example, used),
    compared: new Map(),
    same: new Map(),
  };
}

/** What a prime behind a bracket derives by: the one number that is given. */
function variableAmong(symbols: readonly Declared[]): Ref | undefined {
  const [only, ...others] = symbols.filter(
    ({ domain }) => !["size", "index", "function", "defined", "given"].includes(domain),
  );
  if (only === undefined || only.shape.length > 0 || others.length > 0) return undefined;
  return { is: "ref", name: nameOf(only), indices: [], primes: 0 };
}

/** The definition without what the page makes of it: of a = b = c, a = b. */
const firstOf = (tex: string): string => {
  const [left, right] = parted(tex).sides;
  return `${left?.text.trim()} = ${right?.text.trim()}`;
};

function statementsOf(tex: string): ReturnType<typeof statementsIn> {
  try {
    return statementsIn(tokensOf(tex));
  } catch (error) {
    if (error instanceof FormulaError) return [];
    throw error;
  }
}

/** The example, where it says all that is drawn. */
function exampleOf(
  symbols: readonly Declared[],
  given: readonly OfExample[],
  all: readonly Declared[],
): Drawn | undefined {
  if (given.length === 0) return undefined;
  const drawn = pointOfExample(symbols, given);
  const isMissing = (symbol: Declared): boolean =>
    !["size", "index", "defined", "given", "function"].includes(symbol.domain) &&
    !drawn.values.has(nameOf(symbol));
  return all.some(isMissing) ? undefined : drawn;
}
