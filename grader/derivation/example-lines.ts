/**
 * The numbers beside a formula, as LaTeX: its left side, the formula with numbers in the place of symbols where that
 * is short, and what it comes to.
 */
import type { SideAt, StatementAt } from "./at-example.ts";
import { isExact, numberText, rowsText, valueText } from "./number-text.ts";
import { withNumbers } from "./with-numbers.ts";

/** One line a statement; none for a statement without numbers. */
export const exampleLines = (statements: readonly StatementAt[]): string[] => statements.flatMap(lineOf);

/** A left side that is longer stands in the formula beside it. */
const LONGEST = 75;

const INEQUALITY = /^(?:\\le|\\ge|<|>)$/;

function lineOf({ sides: all, relations }: StatementAt): string[] {
  const [relation = "="] = relations;
  // Of a = b ≤ c, what equals a: c has another value.
  const bound = relations.findIndex((one) => INEQUALITY.test(one));
  const sides = bound > 0 ? all.slice(0, bound + 1) : all;
  const [left] = sides;
  const last = sides.at(-1);
  if (last === undefined || last.values.length === 0) return [];
  if (INEQUALITY.test(relation)) {
    if (sides.length !== 2 || left === undefined) return [];
    const [a, b] = [sideText(left), sideText(last)];
    return a === undefined || b === undefined ? [] : [`${a} ${relation} ${b}`];
  }
  if (relation === "\\propto") return [];
  const result = sideText(last);
  if (result === undefined) return [];
  const name = left !== undefined && left !== last && isShort(left.tex) ? left.tex : "\\ldots";
  const work = sides
    .slice(1)
    .map((side) => (side === undefined ? undefined : worked(side)))
    .find((text) => text !== undefined);
  const numbers = last.values.flatMap(({ value }) => value.at);
  const equals = isExact(numbers) ? "=" : "\\approx";
  const first = relation === "\\leftarrow" ? "\\leftarrow" : relation === "\\approx" ? "\\approx" : "=";
  return work === undefined
    ? [`${name} ${first === "=" ? equals : first} ${result}`]
    : [`${name} ${first} ${work} ${equals} ${result}`];
}

const isShort = (tex: string): boolean => tex.length <= LONGEST && !/&|\\\\/.test(tex);

const worked = ({ read, values, point }: SideAt): string | undefined =>
  values.length === 1 && values[0]?.value.rank === 0 && values[0].indices.length === 0
    ? withNumbers(read, point)
    : undefined;

/** A side's value; with an open index, that of each: two make the rows and columns of a table. */
export function sideText({ values }: SideAt): string | undefined {
  const [first] = values;
  if (first === undefined) return undefined;
  const { indices, value } = first;
  if (indices.length === 0) return valueText(value);
  if (value.rank > 0 || indices.length > 2) return undefined;
  const texts = values.map((one) => numberText(one.value.at[0] as number));
  if (indices.length === 1) return texts.join(",\\; ");
  const cols = values.filter((one) => one.indices[0]?.[1] === indices[0]?.[1]).length;
  return `\\begin{matrix} ${rowsText(texts, cols)} \\end{matrix}`;
}
