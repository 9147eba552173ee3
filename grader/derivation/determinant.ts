import { FormulaError } from "./formula-error.ts";
import { minus, plus, type Quantity, times } from "./quantity.ts";
import { shapeText, type Tensor } from "./tensor.ts";

/** Sizes that are drawn are smaller. */
const MOST_ROWS = 7;

/** By the first row: sums and products alone, so that it has a slope where it is 0 as well. */
export function determinant(a: Tensor<Quantity>): Quantity {
  if (a.rank !== 2 || a.rows !== a.cols) throw new FormulaError(`the determinant of ${shapeText(a)}`);
  if (a.rows > MOST_ROWS)
    throw new FormulaError(`a determinant of ${a.rows} rows; there may be ${MOST_ROWS}`);
  return ofRows(Array.from({ length: a.rows }, (_, i) => a.at.slice(i * a.cols, (i + 1) * a.cols)));
}

function ofRows([first = [], ...others]: readonly (readonly Quantity[])[]): Quantity {
  return first.reduce<Quantity>((sum, x, j) => {
    const minor = others.map((row) => row.filter((_, k) => k !== j));
    const term = others.length === 0 ? x : times(x, ofRows(minor));
    return j % 2 === 0 ? plus(sum, term) : minus(sum, term);
  }, 0);
}
