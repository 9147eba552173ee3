/**
 * A page's small example, one line a symbol.
 *
 *     x = [1, 2]            a vector; a matrix is [[1, 2], [3, 4]]
 *     w = 1/2               a number
 *     f(u) = u^2            a function, by a formula in a letter of its own
 */
import { type Numbers, numbersIn } from "./numbers-in.ts";
import { SymbolError } from "./symbols.ts";

export interface Given {
  /** The symbol as the line names it: `\eta`, `f_1`. */
  readonly name: string;
  /** As it is typed. */
  readonly text: string;
  readonly value: Numbers | OfOne;
  readonly line: number;
}

/** A function by its formula. */
export interface OfOne {
  readonly letter: string;
  readonly formula: string;
}

export const isFunction = (value: Given["value"]): value is OfOne =>
  typeof value === "object" && "formula" in value;

/**
 * @param first the number of the block's first line
 * @throws SymbolError with the line that cannot be read
 */
export const givenIn = (lines: readonly string[], first: number): Given[] =>
  lines.flatMap((text, i) => (text.trim() === "" ? [] : [givenOf(text.trim(), first + i)]));

function givenOf(text: string, line: number): Given {
  const [, name = "", letter, right = ""] = /^(.+?)(?:\(([^()]+)\))?\s*=\s*(\S.*)$/.exec(text) ?? [];
  if (name === "") throw new SymbolError("an example has lines such as `x = [1, 2]`", text, line);
  if (letter !== undefined)
    return { name: name.trim(), text: right, value: { letter, formula: right }, line };
  const value = numbersIn(right);
  if (value === undefined)
    throw new SymbolError(`${right} is no number, and no list of numbers such as [1, -1/2]`, text, line);
  return { name: name.trim(), text: right, value, line };
}
