/**
 * Operators by name: functions with their argument, max and min.
 */
import { isBuiltIn } from "./built-in.ts";
import type { Expression } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { readArguments } from "./read-list.ts";
import { readOver } from "./read-over.ts";
import { raisedTo } from "./read-superscript.ts";
import type { Reader } from "./reader.ts";
import { primesIn } from "./symbols.ts";
import { isMark, type Token, textOf } from "./token.ts";

export function readOperator(reader: Reader, name: string): Expression {
  if (name === "\\sum" || name === "\\prod") return readOver(reader, name);
  if (name === "\\max" || name === "\\min") {
    if (reader.peek()?.is === "sub") return readOver(reader, name);
    return { is: "apply", fn: name, primes: 0, to: readArguments(reader) };
  }
  if (isBuiltIn(name)) return applied(reader, name);
  if (name === "diag" || name === "tr")
    return { is: "apply", fn: name, primes: 0, to: readArguments(reader) };
  throw new FormulaError(`the operator ${name} is not known`);
}

/** A built-in function: σ(z), ln s, tanh² u, tanh′(u). */
export function applied(reader: Reader, fn: string): Expression {
  const raised = reader.peek();
  let primes = 0;
  let power: readonly Token[] = [];
  if (raised?.is === "sub" && fn === "\\log") return logarithm(reader, raised.body);
  if (raised?.is === "sup") {
    reader.place++;
    primes = primesIn(raised.body);
    power = raised.body.slice(primes);
  }
  if (textOf(power) === "-1")
    throw new FormulaError(`${fn}^{-1} has two readings: write \\frac{1}{${fn}(z)}, or ${inverseOf(fn)}`);
  const to = isMark(reader.peek(), "(", "[", "\\{") ? readArguments(reader) : [argument(reader, fn, primes)];
  if (to.length !== 1) throw new FormulaError(`${fn} takes one argument, not ${to.length}`);
  const call: Expression = { is: "apply", fn, primes, to };
  return power.length === 0 ? call : raisedTo(reader, call, power);
}

const inverseOf = (fn: string): string =>
  ({ "\\sin": "\\arcsin", "\\cos": "\\arccos", "\\tan": "\\arctan", "\\exp": "\\ln" })[fn] ??
  "the formula of the inverse function";

/** log₂ x */
function logarithm(reader: Reader, base: readonly Token[]): Expression {
  reader.place++;
  const below: Expression = { is: "apply", fn: "\\ln", primes: 0, to: [reader.of(base).whole()] };
  return { is: "binary", op: "/", left: applied(reader, "\\ln"), right: below };
}

/** Without a bracket the argument is what stands side by side, up to the next function: ln Σ e^z, sin q cos q. */
function argument(reader: Reader, fn: string, primes: number): Expression {
  if (!reader.startsFactor()) {
    const understood = reader.scope.understood?.argumentOf(fn);
    if (understood !== undefined) return understood;
    throw new FormulaError(
      `${fn}${"'".repeat(primes)} has no argument here: write ${fn}${"'".repeat(primes)}(z)`,
    );
  }
  const first = reader.peek();
  // Who types sinh z (cosh z) means a product.
  const isTyped = reader.scope.understood !== undefined;
  return reader.factors(
    (token) => isFunction(token) || (isTyped && token !== first && isMark(token, "(", "[")),
  );
}

const isFunction = (token: Token | undefined): boolean => token?.is === "operator" && isBuiltIn(token.text);
