/**
 * Cases, and a matrix that is written out.
 */
import type { Expression } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import type { Reader } from "./reader.ts";
import { isMark, isStop, type Token } from "./token.ts";

type Rows = readonly (readonly (readonly Token[])[])[];

export function writtenOut(reader: Reader, rows: Rows): Expression {
  const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
  if (filled.some((row) => row.length !== filled[0]?.length))
    throw new FormulaError("the rows of a matrix have different lengths");
  return { is: "matrix", rows: filled.map((row) => row.map((cell) => reader.of(cell).whole())) };
}

export function cases(reader: Reader, rows: Rows): Expression {
  return {
    is: "cases",
    rows: rows
      .filter((row) => row.some((cell) => cell.length > 0))
      .map(([value = [], when = []]) => ({
        value: reader.of(withoutComma(value)).whole(),
        when: isElse(when)
          ? []
          : reader.of(withoutComma(when.filter((token) => token.is !== "text"))).conditions(),
      })),
  };
}

const withoutComma = (tokens: readonly Token[]): readonly Token[] =>
  isMark(tokens.at(-1), ",", ";") || isStop(tokens.at(-1)) ? tokens.slice(0, -1) : tokens;

const isElse = (when: readonly Token[]): boolean => {
  const [words, ...more] = when.filter((token) => !isStop(token) && !isMark(token, ",", ";"));
  return (
    words === undefined || (more.length === 0 && words.is === "text" && /otherwise|else/.test(words.text))
  );
};
