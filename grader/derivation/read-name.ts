/**
 * A letter with its labels, looked up among the declared symbols: the longest name that is declared is meant,
 * and what is left over is an index, a power, a derivative.
 */
import { isBuiltIn } from "./built-in.ts";
import type { Expression } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { type Found, lookUp } from "./look-up.ts";
import { applied } from "./read-operator.ts";
import { readArguments, readIndices } from "./read-primary.ts";
import type { Reader } from "./reader.ts";
import { nameOf } from "./scope.ts";
import { type Declared, keyOf, primesIn } from "./symbols.ts";
import { isMark, type Token, textOf } from "./token.ts";

export function readName(reader: Reader, base: string): Expression {
  const start = reader.place;
  const { sup, sub } = labels(reader);
  const primes = primesIn(sup);
  const label = sup.slice(primes);
  if (sub.length === 0 && label.length === 0 && reader.bound.includes(base))
    return { is: "ref", name: base, indices: [], primes: 0 };
  const found = lookUp(reader.scope, base, primes, label, sub);
  if (found === undefined) {
    // What is raised belongs to what is read next.
    reader.place = start;
    return undeclared(reader, base);
  }
  return referred(reader, found);
}

/** The superscript and the subscript that come next. */
function labels(reader: Reader): { sup: readonly Token[]; sub: readonly Token[] } {
  let sup: readonly Token[] = [];
  let sub: readonly Token[] = [];
  for (;;) {
    const token = reader.peek();
    if (token?.is === "sup" && sup.length === 0) sup = token.body;
    else if (token?.is === "sub" && sub.length === 0) sub = token.body;
    else return { sup, sub };
    reader.place++;
  }
}

function referred(reader: Reader, { symbol, primes, sup, sub }: Found): Expression {
  const name = nameOf(symbol);
  const rank = symbol.shape.length;
  const indices = sub.length === 0 ? [] : readIndices(reader, sub, symbol.domain === "index" ? 0 : rank);
  if (indices.length > rank && symbol.domain !== "index")
    throw new FormulaError(`${symbol.names[0]} has ${rank} indices, not ${indices.length}`);
  const calls = isMark(reader.peek(), "(", "[") && takesArguments(reader, symbol);
  if (primes > 0 && !takesArguments(reader, symbol))
    throw new FormulaError(`${symbol.names[0]}${"'".repeat(primes)} is not declared`);
  const args = calls ? { args: readArguments(reader) } : {};
  const ref: Expression = { is: "ref", name, indices, primes, ...args };
  if (sup.length === 0) return ref;
  if (sup.length === 1 && isMark(sup[0], "\\top")) return { is: "transpose", of: ref };
  return { is: "power", base: ref, exponent: reader.of(sup).whole() };
}

function takesArguments(reader: Reader, symbol: Declared): boolean {
  if (symbol.domain === "function") return true;
  return (reader.scope.definition(nameOf(symbol))?.params.length ?? 0) > 0;
}

/** e, σ and δ have a meaning without being declared; nothing else has. */
function undeclared(reader: Reader, base: string): Expression {
  if (base === "e" && reader.peek()?.is === "sup") {
    const exponent = (reader.next() as { body: readonly Token[] }).body;
    return { is: "apply", fn: "\\exp", primes: 0, to: [reader.of(exponent).whole()] };
  }
  if (isBuiltIn(base)) return applied(reader, base);
  if (base === "\\delta" && reader.peek()?.is === "sub") {
    const [left, right] = readIndices(reader, (reader.next() as { body: readonly Token[] }).body);
    if (left !== undefined && right !== undefined)
      return { is: "indicator", when: { left, relation: "=", right } };
  }
  if (base === "\\mathbb 1" && (isMark(reader.peek(), "[", "(", "\\{") || reader.peek()?.is === "sub")) {
    const sub = reader.peek();
    if (sub?.is === "sub") {
      reader.place++;
      return { is: "indicator", when: reader.of(sub.body).condition() };
    }
    const from = ++reader.place;
    let depth = 1;
    while (depth > 0) {
      const token = reader.next();
      if (token.is === "mark" && token.role === "open") depth++;
      if (token.is === "mark" && token.role === "close") depth--;
    }
    return { is: "indicator", when: reader.of(reader.tokens.slice(from, reader.place - 1)).condition() };
  }
  const { sup, sub } = labels(reader);
  const full = keyOf(base, 0, textOf(sup), textOf(sub));
  throw new FormulaError(`${full} is not declared`);
}
