/**
 * One factor of a term: a number, a symbol, a bracket, a fraction, a function with its argument, and what is
 * raised behind it.
 */
import { type Expression, isRef } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { isTranspose } from "./look-up.ts";
import { readComposition } from "./read-composition.ts";
import { derived, readDerivative, readGradient, readInlineDerivative } from "./read-derivative.ts";
import { readIndices } from "./read-list.ts";
import { readName } from "./read-name.ts";
import { readOperator } from "./read-operator.ts";
import { raisedTo } from "./read-superscript.ts";
import type { Reader } from "./reader.ts";
import { primesIn } from "./symbols.ts";
import { CLOSING, isMark, type Token, textOf } from "./token.ts";

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
        readDerivative(reader, token.above, token.below) ?? {
          is: "binary",
          op: "/",
          left: reader.of(token.above).whole(),
          right: reader.of(token.below).whole(),
        }
      );
    case "root":
      return {
        is: "power",
        base: reader.of(token.body).whole(),
        exponent: { is: "number", value: 0.5 },
      };
    case "array":
      return cases(reader, token.rows);
    case "mark":
      if (token.text === "\\partial") {
        const derivative = readInlineDerivative(reader);
        if (derivative !== undefined) return derivative;
      }
      if (token.text === "\\nabla") return readGradient(reader);
      if (token.role === "open" || token.text === "|" || token.text === "‖")
        return bracket(reader, token.text);
  }
  throw new FormulaError(`"${textOf([token])}" cannot be read here${mendFor(token)}`);
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
  if (isMark(token, "\\partial")) return ": a derivative is \\frac{\\partial L}{\\partial w}";
  if (textOf([token]).includes("\\prime"))
    return ": a prime stands behind the name of a function, and what is in a bracket is derived by \\frac{d}{dz}";
  return isMark(token, "*") ? ": a power is q^{2}" : "";
}

/** What stands in a bracket; bars make it an absolute value or a norm. */
function bracket(reader: Reader, open: string): Expression {
  const close = CLOSING[open];
  if (close === undefined) throw new FormulaError(`the bracket ${open} is not known`);
  const array = reader.peek();
  if (array?.is === "array" && (open === "(" || open === "[")) {
    reader.place++;
    reader.expect(close);
    return writtenOut(reader, array.rows);
  }
  if (open === "|" && isPlainBar(reader.peek(-1)) && isPlainBar(reader.peek()))
    throw new FormulaError(
      "|| has two readings: write \\lVert v \\rVert for a norm, \\lvert q \\rvert for an absolute value",
    );
  const composed = open === "(" ? readComposition(reader) : undefined;
  if (composed !== undefined) return composed;
  const before = reader.inBars;
  reader.inBars = open === "|" || open === "‖";
  const isCases = open === "\\{" && reader.peek()?.is === "array";
  const inside = reader.sum();
  reader.inBars = before;
  // \begin{cases} has no bracket on its right.
  if (!isCases) reader.expect(close);
  if (open === "|") return { is: "abs", of: inside };
  return open === "‖" ? norm(reader, inside) : inside;
}

/** ‖v‖, ‖v‖₁, ‖v‖_∞, ‖W‖_F, each with what it is raised to. */
function norm(reader: Reader, of: Expression): Expression {
  const [first, second] = [reader.peek(), reader.peek(1)];
  const sub = first?.is === "sub" ? first : first?.is === "sup" && second?.is === "sub" ? second : undefined;
  if (sub?.is !== "sub") return { is: "norm", of, order: "2" };
  const label = textOf(sub.body);
  const order = label === "F" ? "2" : label;
  if (order !== "1" && order !== "2" && order !== "\\infty")
    throw new FormulaError(`the norm ‖·‖_${label} is not known`);
  reader.place++;
  const whole: Expression = { is: "norm", of, order };
  if (first?.is !== "sup") return whole;
  reader.place++;
  return { is: "power", base: whole, exponent: reader.of(first.body).whole() };
}

function writtenOut(reader: Reader, rows: readonly (readonly (readonly Token[])[])[]): Expression {
  const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
  if (filled.some((row) => row.length !== filled[0]?.length))
    throw new FormulaError("the rows of a matrix have different lengths");
  return { is: "matrix", rows: filled.map((row) => row.map((cell) => reader.of(cell).whole())) };
}

function cases(reader: Reader, rows: readonly (readonly (readonly Token[])[])[]): Expression {
  return {
    is: "cases",
    rows: rows
      .filter((row) => row.some((cell) => cell.length > 0))
      .map(([value = [], when = []]) => ({
        value: reader.of(value.filter((token) => !isMark(token, ","))).whole(),
        when: isElse(when) ? undefined : reader.of(when.filter((token) => token.is !== "text")).condition(),
      })),
  };
}

const isElse = (when: readonly Token[]): boolean =>
  when.length === 0 || (when.length === 1 && when[0]?.is === "text" && /otherwise|else/.test(when[0].text));

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
    } else if (token?.is === "sub") {
      reader.place++;
      factor = { is: "entry", of: factor, indices: readIndices(reader, token.body) };
    } else if (isMark(token, "|") && isPlace(reader.peek(1))) {
      reader.place++;
      factor = moved(reader, factor, (reader.next() as { body: readonly Token[] }).body);
    } else return factor;
  }
}

/** A bar that does not say whether it opens or closes. */
const isPlainBar = (token: Token | undefined): boolean =>
  isMark(token, "|") && token?.is === "mark" && token.role === "other";

const isPlace = (token: Token | undefined): boolean =>
  token?.is === "sub" && token.body.some((inner) => isMark(inner, "="));

/** What stands before the bar, where a symbol has another value. */
function moved(reader: Reader, of: Expression, place: readonly Token[]): Expression {
  const at = place.findIndex((token) => isMark(token, "="));
  const symbol = reader.of(place.slice(0, at)).whole();
  if (!isRef(symbol) || symbol.indices.length > 0)
    throw new FormulaError(`"${textOf(place)}" is no place of a symbol`);
  return { is: "moved", of, symbol, to: reader.of(place.slice(at + 1)).whole() };
}
