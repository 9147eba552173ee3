/**
 * Derivatives: ∂L/∂w, d/dz of what follows, ∂²L/∂w², ∇_w L.
 */
import type { Expression, Ref } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { isRef } from "./read-primary.ts";
import type { Reader } from "./reader.ts";
import { isMark, type Token, textOf } from "./token.ts";

/** The derivative that a fraction is; undefined for one that is a quotient. */
export function readDerivative(
  reader: Reader,
  above: readonly Token[],
  below: readonly Token[],
): Expression | undefined {
  if (!isD(above[0]) || !isD(below[0]) || below.length < 2) return undefined;
  let rest = above.slice(1);
  let order = 1;
  const [power] = rest;
  if (power?.is === "sup") {
    order = Number(textOf(power.body));
    rest = rest.slice(1);
  }
  const by = variables(reader, below);
  if (by.length !== order) throw new FormulaError(`${order} derivatives by ${by.length} variables`);
  const of = rest.length > 0 ? reader.of(rest).whole() : operand(reader);
  return { is: "derivative", of, by };
}

const isD = (token: Token | undefined): boolean =>
  isMark(token, "\\partial") || (token?.is === "name" && token.text === "d");

/** ∂w, ∂w², ∂w ∂b */
function variables(reader: Reader, below: readonly Token[]): Ref[] {
  const found: Ref[] = [];
  let part: Token[] = [];
  const finish = (): void => {
    if (part.length === 0) throw new FormulaError("a derivative by nothing");
    found.push(...variable(reader, part));
    part = [];
  };
  for (const token of below.slice(1)) {
    if (isMark(token, "\\partial") || (isD(token) && isD(below[0]) && !isMark(below[0], "\\partial")))
      finish();
    else part.push(token);
  }
  finish();
  return found;
}

function variable(reader: Reader, part: readonly Token[]): Ref[] {
  const read = reader.of(part).whole();
  if (isRef(read)) return [read];
  if (read.is === "power" && isRef(read.base) && read.exponent.is === "number")
    return Array.from({ length: read.exponent.value }, () => read.base as Ref);
  throw new FormulaError(`a derivative by ${textOf(part)}, which is no symbol`);
}

/** What d/dz stands before: a bracket, or what stands side by side. */
function operand(reader: Reader): Expression {
  return isMark(reader.peek(), "(", "[") ? reader.factor() : reader.factors();
}

/** ∇_w L */
export function readGradient(reader: Reader): Expression {
  const sub = reader.next();
  if (sub.is !== "sub") throw new FormulaError("∇ has to say by which symbol: ∇_w");
  return { is: "derivative", of: operand(reader), by: variable(reader, sub.body) };
}
