/**
 * What operators and functions make of values.
 */
import { builtIn, endsAtZero, jumps } from "./built-in.ts";
import { determinant } from "./determinant.ts";
import type { Binary, NormOrder } from "./expression.ts";
import { FormulaError, Met } from "./formula-error.ts";
import type { Point } from "./point.ts";
import { minus, numberOf, over, plus, type Quantity, times } from "./quantity.ts";
import { absolute, extreme } from "./side.ts";
import { power, rootOf } from "./smooth.ts";
import {
  dotted,
  inverted,
  isOpen,
  mapped,
  matrix,
  product,
  sameShape,
  scalar,
  shapeText,
  type Tensor,
  vector,
  zipped,
} from "./tensor.ts";

type Entries = Tensor<Quantity>;

/** @throws FormulaError for ones of which nothing says how many they are */
export function closed(value: Entries): Entries {
  if (isOpen(value))
    throw new FormulaError("how many ones 1 has is not said by what stands beside it: write \\mathbf{1}_n");
  return value;
}

export const absoluteOf = (a: Entries, point: Point): Entries => mapped(a, (x) => absolute(noted(x, point)));

export const normed = (order: NormOrder, a: Entries, point: Point): Entries =>
  scalar(norms[order](absoluteOf(closed(a), point).at));

/** Norms of a list of absolute values. */
const norms: Readonly<Record<NormOrder, (sizes: readonly Quantity[]) => Quantity>> = {
  "1": (sizes) => sizes.reduce(plus),
  "2": (sizes) => rootOf(sizes.map((x) => times(x, x)).reduce(plus)),
  "\\infty": (sizes) => sizes.reduce((most, x) => extreme(most, x, 1)),
};

export function writtenOut(rows: readonly (readonly Quantity[])[]): Entries {
  const [first = []] = rows;
  return first.length === 1 ? vector(rows.flat()) : matrix(rows.length, first.length, rows.flat());
}

/** Notes a number whose sign decides. @throws Met with the last one that is asked for */
export function noted(x: Quantity, { trace }: Point): Quantity {
  if (trace.bends !== undefined && trace.bends.push(numberOf(x)) === trace.atMost) throw new Met();
  return x;
}

export function applied(fn: string, primes: number, args: readonly Entries[], point: Point): Entries {
  const [a] = args as [Entries];
  if (fn === "diag" || fn === "tr" || fn === "det") closed(a);
  if (fn === "\\max" || fn === "\\min") {
    const sign = fn === "\\max" ? 1 : -1;
    return args.reduce((best, next) =>
      zipped(best, next, "beside", (x, y) => {
        noted(numberOf(x) - numberOf(y), point);
        return extreme(x, y, sign);
      }),
    );
  }
  if (fn === "diag") {
    const n = a.rows;
    return matrix(
      n,
      n,
      Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? (a.at[k / (n + 1)] ?? 0) : 0)),
    );
  }
  if (fn === "det") {
    point.scope.budget.spend(a.cols ** 4);
    return scalar(determinant(a));
  }
  if (fn === "tr") return scalar(a.at.filter((_, k) => k % (a.cols + 1) === 0).reduce(plus));
  const f = builtIn(fn, primes);
  return mapped(a, jumps(fn) || endsAtZero(fn) ? (x) => f(noted(x, point)) : f);
}

export function combined(op: Binary, a: Entries, b: Entries, point: Point): Entries {
  switch (op) {
    case "+":
      return zipped(a, b, "plus", plus);
    case "-":
      return zipped(a, b, "minus", minus);
    case "\\odot":
      if (a.rank === 0 || b.rank === 0) throw new FormulaError("⊙ with a number");
      return zipped(a, b, "⊙", times);
    case "/":
      if (b.rank > 0)
        throw new FormulaError(
          "a division by a vector or a matrix: write an entry by its index, as in \\frac{u_i}{v_i}, or an inverse as A^{-1}",
        );
      return zipped(a, b, "over", over);
    case "*":
      if (a.rank > 0 && b.rank > 0)
        throw new FormulaError(
          "* between vectors or matrices has two readings: write \\odot for entry by entry, nothing for the product",
        );
      return product(a, b);
    case "inner":
      if (!sameShape(a, b)) throw new FormulaError(`⟨…, …⟩ of ${shapeText(a)} and ${shapeText(b)}`);
      return scalar(zipped(a, b, "times", times).at.reduce(plus));
    case "\\cdot":
    case "side by side":
      point.scope.budget.spend(a.rows * a.cols * b.cols);
      return op === "\\cdot" ? dotted(a, b) : product(a, b);
  }
}

export function raised(base: Entries, exponent: Quantity, point: Point): Entries {
  if (base.rank === 0) {
    const [x] = base.at as [Quantity];
    return scalar(power(Number.isInteger(numberOf(exponent)) ? x : noted(x, point), exponent));
  }
  if (base.rank === 2 && exponent === -1) return inverted(base);
  if (base.rank === 1 || exponent !== 2) throw new FormulaError("a power of a vector or a matrix");
  if (base.rows !== base.cols) throw new FormulaError("the power of a matrix that is not square");
  return product(base, base);
}
