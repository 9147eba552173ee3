/**
 * One factor of a term: a number, a symbol, a bracket, a fraction, a function with its argument, and what is
 * raised behind it.
 */
import type { Expression } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { isTranspose } from "./look-up.ts";
import { cases } from "./read-array.ts";
import { readBracket } from "./read-bracket.ts";
import { derived, readDerivative, readGradient, readInlineDerivative } from "./read-derivative.ts";
import { readIndices } from "./read-list.ts";
import { readName } from "./read-name.ts";
import { readOperator } from "./read-operator.ts";
import { readPlace, withArguments } from "./read-place.ts";
import { raisedTo } from "./read-superscript.ts";
import type { Reader } from "./reader.ts";
import { primesIn } from "./symbols.ts";
import { isMark, isPlace, type Token, textOf } from "./token.ts";

export function readPrimary(reader: Reader): Expression {
  return raised(reader, base(reader));
}

function base(reader: Reader): Expression {
  const token = reader.next();
  switch (token.is) {
    case "number":
      return numberOrOnes(reader, token.text);
    case "name":
      return readName(reader, token.text);
    case "operator":
      return readOperator(reader, token.text);
    case "fraction":
      return (
        derivativeAt(reader, token) ?? {
          is: "binary",
          op: "/",
          left: reader.of(token.above).whole(),
          right: reader.of(token.below).whole(),
        }
      );
    case "root":
      return { is: "power", base: reader.of(token.body).whole(), exponent: overOne(reader, token.order) };
    case "array":
      return cases(reader, token.rows);
    case "mark":
      if (token.text === "\\partial") {
        const derivative = readInlineDerivative(reader);
        if (derivative !== undefined) return derivative;
      }
      if (token.text === "\\nabla") return readGradient(reader);
      if (token.role === "open" || token.text === "|" || token.text === "‖")
        return readBracket(reader, token.text);
  }
  throw new FormulaError(`"${textOf([token])}" cannot be read here${mendFor(token)}`);
}

function derivativeAt(
  reader: Reader,
  { above, below }: Extract<Token, { is: "fraction" }>,
): Expression | undefined {
  const derivative = readDerivative(reader, above, below);
  return derivative === undefined ? undefined : withArguments(reader, derivative);
}

/** The exponent of a root: ½, or 1/3 for ∛. */
function overOne(reader: Reader, order: readonly Token[]): Expression {
  if (order.length === 0) return { is: "number", value: 0.5 };
  return { is: "binary", op: "/", left: { is: "number", value: 1 }, right: reader.of(order).whole() };
}

/** 1ᵀ is a row of ones, as 1ᵀX. */
function numberOrOnes(reader: Reader, text: string): Expression {
  const raised = reader.peek();
  if (
    text === "1" &&
    raised?.is === "sup" &&
    raised.body.length === 1 &&
    isTranspose(raised.body[0], reader.scope, reader.bound)
  )
    return { is: "ones" };
  const value = Number(text);
  if (Number.isNaN(value)) throw new FormulaError(`${text} is no number`);
  return { is: "number", value };
}

/** How to write what a mark was probably meant for. */
function mendFor(token: Token): string {
  if (token.is === "mark" && /dots$/.test(token.text)) return ": write the sum with \\sum_{i=1}^{n}";
  if (token.is === "sub") return ": a place behind a bar says of what, as in |_{w = 0}";
  if (token.is === "sup") return ": what is raised stands behind a symbol, as in A^\\top";
  if (isMark(token, "\\partial")) return ": a derivative is \\frac{\\partial L}{\\partial w}";
  if (textOf([token]).includes("\\prime"))
    return ": a prime stands behind the name of a function, and what is in a bracket is derived by \\frac{d}{dz}";
  return isMark(token, "*") ? ": a power is q^{2}" : "";
}

/** Powers, transposes, inverses and indices behind a factor. */
function raised(reader: Reader, start: Expression): Expression {
  let factor = start;
  for (;;) {
    const token = reader.peek();
    const primes = token?.is === "sup" ? primesIn(token.body) : 0;
    const { variable } = reader.scope.understood ?? {};
    if (token?.is === "sup" && primes > 0 && variable !== undefined) {
      reader.place++;
      factor = derived(factor, primes, variable);
      if (token.body.length > primes) factor = raisedTo(reader, factor, token.body.slice(primes));
    } else if (token?.is === "sup") {
      reader.place++;
      factor = raisedTo(reader, factor, token.body);
    } else if (token?.is === "sub" && token.body.length === 1 && isMark(token.body[0], "+")) {
      reader.place++;
      factor = { is: "apply", fn: "\\max", primes: 0, to: [{ is: "number", value: 0 }, factor] };
    } else if (token?.is === "sub") {
      reader.place++;
      factor = { is: "entry", of: factor, indices: readIndices(reader, token.body) };
    } else if (isMark(token, "|") && isPlace(reader.peek(1))) {
      reader.place++;
      factor = readPlace(reader, factor, (reader.next() as { body: readonly Token[] }).body);
    } else return factor;
  }
}
