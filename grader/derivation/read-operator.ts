/**
 * Operators by name: functions with their argument, max and min.
 */
import { isBuiltIn } from "./built-in.ts";
import { beginsDerivative } from "./derivative-sign.ts";
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
  const known = NAMES[name] ?? name;
  if (isBuiltIn(known)) return applied(reader, known);
  if (isOfMatrix(known)) return ofMatrix(reader, known);
  throw new FormulaError(`the operator ${name} is not known${mendFor(name)}`);
}

/** Other names of one operator. */
const NAMES: Readonly<Record<string, string>> = {
  Tr: "tr",
  trace: "tr",
  "\\det": "det",
  sgn: "sign",
  "\\sgn": "sign",
};

const isOfMatrix = (name: string): boolean => ["diag", "tr", "det"].includes(name);

/** Whether a word is an operator, as \\mathrm{tr} is. */
export const isOperator = (word: string): boolean =>
  isOfMatrix(NAMES[word] ?? word) || isBuiltIn(NAMES[word] ?? word);

/** tr(A B), and tr A where no bracket stands there. */
function ofMatrix(reader: Reader, fn: string): Expression {
  const to = isMark(reader.peek(), "(", "[") ? readArguments(reader) : [reader.factor()];
  return { is: "apply", fn, primes: 0, to };
}

/** What to write for an operator that has no number, or two readings. */
function mendFor(name: string): string {
  if (name === "\\lim")
    return ": a limit is no number at a point, and `unchecked: …` says so below the formula";
  if (/arg/.test(name)) return ": say by an inequality that no other value is larger, as in z_k \\le z_c";
  if (name === "vec") return ": write an entry by its indices";
  if (/^(?:Var|Cov)$/.test(name)) return ": write it as a mean, with \\frac{1}{n} \\sum_i";
  if (name === "\\lg") return ": write \\log_{10} or \\log_2";
  return name === "softmax" ? ": write \\frac{e^{z_c}}{\\sum_k e^{z_k}}" : "";
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

/** Without a bracket the argument is what stands side by side, up to the next function or derivative: ln Σ e^z, sin q cos q. */
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
    (token) =>
      isFunction(token) ||
      (token !== first && beginsDerivative(token, reader.scope)) ||
      (isTyped && token !== first && isMark(token, "(", "[")),
  );
}

const isFunction = (token: Token | undefined): boolean => token?.is === "operator" && isBuiltIn(token.text);
