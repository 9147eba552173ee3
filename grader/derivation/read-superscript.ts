/**
 * What is raised behind a factor: a power, an inverse, a transpose.
 */
import type { Expression } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { isTranspose } from "./look-up.ts";
import type { Reader } from "./reader.ts";
import { isMark, type Token, textOf } from "./token.ts";

export function raisedTo(reader: Reader, of: Expression, body: readonly Token[]): Expression {
  const [first, second] = body;
  if (body.length === 1 && isTranspose(first, reader.scope, reader.bound)) return { is: "transpose", of };
  if (body.length === 2 && isMark(first, "-") && isTranspose(second, reader.scope, reader.bound))
    return {
      is: "transpose",
      of: { is: "power", base: of, exponent: { is: "minus", of: { is: "number", value: 1 } } },
    };
  return { is: "power", base: of, exponent: exponentOf(reader, body, of) };
}

/** @throws FormulaError for what was raised only in part, or has two readings */
export function exponentOf(reader: Reader, body: readonly Token[], of?: Expression): Expression {
  const [only] = body;
  if (body.length === 1 && isMark(only, "-", "+")) {
    const sign = textOf(body);
    throw new FormulaError(
      `^${sign} raises the sign alone: put the whole exponent in braces, as in e^{${sign}z}`,
    );
  }
  const [, number, close] = body;
  if (isMark(only, "(") && number?.is === "number" && isMark(close, ")") && body.length === 3)
    throw new FormulaError(
      `^{${textOf(body)}} has two readings: write ^{${number.text}} for a power, primes for a derivative`,
    );
  const t =
    body.length === 1 && only?.is === "name" && only.text === "T" ? reader.scope.declared("T") : undefined;
  const rank = of?.is === "ref" ? (reader.scope.declared(of.name)?.shape.length ?? 0) - of.indices.length : 0;
  if (t !== undefined && (t.shape.length > 0 || rank > 0))
    throw new FormulaError(`T is declared as ${t.meaning}, so ^T is no transpose: write ^\\top`);
  return reader.of(body).whole();
}
