/**
 * Operators by name: functions with their argument, sums and products with their range, max and min.
 */
import { isBuiltIn } from "./built-in.ts";
import type { Expression } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { readArguments } from "./read-primary.ts";
import type { Reader } from "./reader.ts";
import { primesIn } from "./symbols.ts";
import { isMark, type Token, textOf } from "./token.ts";

type Over = "\\sum" | "\\prod" | "\\max" | "\\min";

export function readOperator(reader: Reader, name: string): Expression {
  if (name === "\\sum" || name === "\\prod") return over(reader, name);
  if (name === "\\max" || name === "\\min") {
    if (reader.peek()?.is === "sub") return over(reader, name);
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
  if (raised?.is === "sup") {
    reader.place++;
    primes = primesIn(raised.body);
    power = raised.body.slice(primes);
  }
  const to = isMark(reader.peek(), "(", "[", "\\{") ? readArguments(reader) : [argument(reader, fn)];
  if (to.length !== 1) throw new FormulaError(`${fn} takes one argument, not ${to.length}`);
  const call: Expression = { is: "apply", fn, primes, to };
  return power.length === 0 ? call : { is: "power", base: call, exponent: reader.of(power).whole() };
}

/** Without a bracket the argument is what stands side by side: ln ŷ, ln Σ e^z. */
function argument(reader: Reader, fn: string): Expression {
  if (!reader.startsFactor()) throw new FormulaError(`${fn} has no argument before "${reader.rest()}"`);
  return reader.factors();
}

function over(reader: Reader, op: Over): Expression {
  let sub: readonly Token[] = [];
  let sup: readonly Token[] = [];
  for (let token = reader.peek(); token?.is === "sub" || token?.is === "sup"; token = reader.peek()) {
    if (token.is === "sub") sub = token.body;
    else sup = token.body;
    reader.place++;
  }
  const [index, relation, ...rest] = sub;
  if (index?.is !== "name") throw new FormulaError(`${op} runs over no index`);
  const body = (): Expression => inside(reader, index.text);
  if (relation === undefined) {
    if (reader.scope.declared(index.text)?.domain !== "index")
      throw new FormulaError(`how far ${index.text} runs is not declared`);
    if (sup.length > 0) throw new FormulaError(`${op} has an end and no beginning`);
    return { is: "over", op, index: index.text, body: body() };
  }
  if (isMark(relation, "\\ne"))
    return { is: "over", op, index: index.text, without: reader.of(rest).whole(), body: body() };
  if (!isMark(relation, "=") || sup.length === 0)
    throw new FormulaError(`${op} over ${textOf(sub)} cannot be read`);
  const [from, to] = [reader.of(rest).whole(), reader.of(sup).whole()];
  return { is: "over", op, index: index.text, from, to, body: body() };
}

/** A sum reaches to the next + or −. */
function inside(reader: Reader, index: string): Expression {
  const within = reader.of(reader.tokens, index);
  within.place = reader.place;
  within.inBars = reader.inBars;
  const body = within.term();
  reader.place = within.place;
  return body;
}
