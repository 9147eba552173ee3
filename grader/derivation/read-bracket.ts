/**
 * What stands in a bracket; bars make it an absolute value or a norm, angles an inner product.
 */
import type { Expression } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { writtenOut } from "./read-array.ts";
import { readComposition } from "./read-composition.ts";
import { readArguments } from "./read-list.ts";
import type { Reader } from "./reader.ts";
import { CLOSING, isMark, type Token, textOf } from "./token.ts";

export function readBracket(reader: Reader, open: string): Expression {
  const close = CLOSING[open];
  if (close === undefined) throw new FormulaError(`the bracket ${open} is not known`);
  if (open === "\\langle") return inner(reader);
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

/** ⟨u, v⟩ */
function inner(reader: Reader): Expression {
  reader.place--;
  const [left, right, ...more] = readArguments(reader);
  if (left === undefined || right === undefined || more.length > 0)
    throw new FormulaError("⟨…⟩ is the inner product of two: a mean is \\frac{1}{n} \\sum_i");
  return { is: "binary", op: "inner", left, right };
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

/** A bar that does not say whether it opens or closes. */
const isPlainBar = (token: Token | undefined): boolean =>
  isMark(token, "|") && token?.is === "mark" && token.role === "other";
