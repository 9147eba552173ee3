/**
 * (f ∘ g)(x): functions one after the other, the last one first. Between anything else ∘ goes entry by entry.
 */
import { isBuiltIn } from "./built-in.ts";
import type { Expression } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { readArguments } from "./read-list.ts";
import type { Reader } from "./reader.ts";
import { primesIn } from "./symbols.ts";
import { isMark, type Token } from "./token.ts";

interface Called {
  readonly name: string;
  readonly primes: number;
}

/** The composition behind an opening bracket; undefined where none stands there. */
export function readComposition(reader: Reader): Expression | undefined {
  const start = reader.place;
  const functions: Called[] = [];
  do {
    const called = functionAt(reader);
    if (called === undefined) break;
    functions.push(called);
  } while (reader.take("\\circ"));
  if (functions.length < 2 || !reader.take(")")) {
    reader.place = start;
    return undefined;
  }
  if (!isMark(reader.peek(), "(", "["))
    throw new FormulaError("a composition needs its argument: write (f \\circ g)(x)");
  const args = readArguments(reader);
  const [argument] = args as [Expression];
  if (args.length !== 1) throw new FormulaError("a composition takes one argument");
  return functions.reduceRight((to, { name, primes }) => call(reader, name, primes, to), argument);
}

const call = (reader: Reader, name: string, primes: number, to: Expression): Expression =>
  reader.scope.declared(name) === undefined
    ? { is: "apply", fn: name, primes, to: [to] }
    : { is: "ref", name, indices: [], primes, args: [to] };

/** A function by its name alone. */
function functionAt(reader: Reader): Called | undefined {
  const token = reader.peek();
  if ((token?.is !== "name" && token?.is !== "operator") || !isFunction(reader, token.text)) return undefined;
  reader.place++;
  const raised = reader.peek();
  if (raised?.is !== "sup" || !onlyPrimes(raised.body)) return { name: token.text, primes: 0 };
  reader.place++;
  return { name: token.text, primes: raised.body.length };
}

const onlyPrimes = (body: readonly Token[]): boolean => primesIn(body) === body.length;

function isFunction({ scope }: Reader, name: string): boolean {
  const symbol = scope.declared(name);
  if (symbol === undefined) return isBuiltIn(name);
  return symbol.domain === "function" || scope.definition(symbol.keys[0] as string)?.params.length === 1;
}
