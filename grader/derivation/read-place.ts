/**
 * Where something is taken: behind a bar, as in |_{w = 0, b = 1}, or in the bracket behind a derivative, ∂f/∂x (x, y).
 */
import { type Expression, isRef, type Ref } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { readArguments, splitAtCommas } from "./read-list.ts";
import type { Reader } from "./reader.ts";
import { namesIn } from "./scope.ts";
import { isMark, type Token, textOf } from "./token.ts";

interface Place {
  readonly symbol: Ref;
  readonly to: Expression;
}

/** What stands before the bar, where symbols have other values. */
export function readPlace(reader: Reader, of: Expression, place: readonly Token[]): Expression {
  return moved(
    of,
    splitAtCommas(place).map((part) => {
      const at = part.findIndex((token) => isMark(token, "="));
      const symbol = at < 0 ? undefined : reader.of(part.slice(0, at)).whole();
      if (symbol === undefined || !isRef(symbol) || symbol.indices.length > 0)
        throw new FormulaError(`"${textOf(place)}" is no place of a symbol`);
      return { symbol, to: reader.of(part.slice(at + 1)).whole() };
    }),
  );
}

function moved(of: Expression, places: readonly Place[]): Expression {
  const names = places.map(({ symbol }) => symbol.name);
  if (
    places.length > 1 &&
    places.some(({ symbol, to }) => namesIn(to).some((name) => name !== symbol.name && names.includes(name)))
  )
    throw new FormulaError(
      `${names.join(" and ")} are moved to one another: give one a name of its own first`,
    );
  return places.reduce<Expression>((inner, { symbol, to }) => ({ is: "moved", of: inner, symbol, to }), of);
}

/** A derivative with the arguments that stand behind it; as it is where none do, or where they may be a factor. */
export function withArguments(reader: Reader, derivative: Expression): Expression {
  if (derivative.is !== "derivative" || !isMark(reader.peek(), "(")) return derivative;
  const { of, by } = derivative;
  if (!isRef(of) || of.args !== undefined) return derivative;
  const params = reader.scope.definition(of.name)?.params ?? [];
  const start = reader.place;
  if (reader.scope.declared(of.name)?.domain === "function") {
    const args = readArguments(reader);
    return { ...of, primes: of.primes + by.length, args };
  }
  if (params.length < 2 || splitAtCommas(inBracket(reader)).length !== params.length) return derivative;
  reader.place = start;
  const places = readArguments(reader).flatMap((to, i): Place[] => {
    const symbol: Ref = { is: "ref", name: params[i] as string, indices: [], primes: 0 };
    return JSON.stringify(to) === JSON.stringify(symbol) ? [] : [{ symbol, to }];
  });
  return moved(derivative, places);
}

/** What stands in the bracket that comes next; it is left unread. */
function inBracket(reader: Reader): Token[] {
  let depth = 0;
  for (let ahead = 0; ; ahead++) {
    const token = reader.peek(ahead);
    if (token === undefined) return [];
    if (token.is === "mark" && token.role === "open") depth++;
    if (token.is === "mark" && token.role === "close" && --depth === 0)
      return reader.tokens.slice(reader.place + 1, reader.place + ahead);
  }
}
