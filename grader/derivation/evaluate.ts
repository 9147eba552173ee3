/**
 * The value of an expression at a point.
 */
import { builtIn, endsAtZero, jumps } from "./built-in.ts";
import { derivative } from "./derivative.ts";
import { refValue } from "./evaluate-ref.ts";
import type { Binary, Condition, Expression, NormOrder } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import type { Point } from "./point.ts";
import {
  absolute,
  extreme,
  minus,
  negated,
  numberOf,
  offOf,
  plus,
  power,
  type Quantity,
  over as quotient,
  rootOf,
  sideOfJump,
  times,
  written,
} from "./quantity.ts";
import {
  dotted,
  entry,
  inverted,
  isOpen,
  mapped,
  matrix,
  numberIn,
  open,
  product,
  sameShape,
  scalar,
  shapeText,
  type Tensor,
  transposed,
  vector,
  zipped,
} from "./tensor.ts";

type Entries = Tensor<Quantity>;

/** A value as numbers, with how far rounding can have moved each. */
export interface Measured extends Tensor {
  readonly off: readonly number[];
}

export function evaluate(e: Expression, point: Point): Measured {
  point.scope.budget.start();
  const value = entriesOf(e, point);
  closed(value);
  return { ...mapped(value, numberOf), off: value.at.map(offOf) };
}

/** @throws FormulaError for ones of which nothing says how many they are */
export function closed(value: Entries): Entries {
  if (isOpen(value)) throw new FormulaError("how many ones 1 has is not said by what stands beside it");
  return value;
}

/** The value with its slopes along the derivatives that are being taken. */
export function entriesOf(e: Expression, point: Point): Entries {
  const { budget } = point.scope;
  budget.enter();
  try {
    const value = workedOut(e, point);
    budget.spend((1 + value.at.length) << point.order);
    return value;
  } finally {
    budget.leave();
  }
}

function workedOut(e: Expression, point: Point): Entries {
  switch (e.is) {
    case "number":
      return scalar(written(e.value));
    case "ones":
      return open(1);
    case "ref":
      return refValue(e, point);
    case "apply":
      return applied(
        e.fn,
        e.primes,
        e.to.map((arg) => entriesOf(arg, point)),
        point,
      );
    case "minus":
      return mapped(entriesOf(e.of, point), negated);
    case "binary":
      return combined(e.op, entriesOf(e.left, point), entriesOf(e.right, point), point);
    case "power":
      return raised(entriesOf(e.base, point), numberIn(entriesOf(e.exponent, point)), point);
    case "transpose":
      return transposed(entriesOf(e.of, point));
    case "abs":
      return mapped(entriesOf(e.of, point), (x) => absolute(noted(x, point)));
    case "norm":
      return scalar(norms[e.order](closed(entriesOf(e.of, point)).at.map((x) => absolute(noted(x, point)))));
    case "matrix":
      return writtenOut(e.rows.map((row) => row.map((cell) => numberIn(entriesOf(cell, point)))));
    case "moved":
      return entriesOf(e.of, point.moved([[e.symbol.name, fitting(e, point)]]));
    case "entry":
      return entry(
        entriesOf(e.of, point),
        e.indices.map((i) => numberOf(numberIn(entriesOf(i, point))) - 1),
      );
    case "over":
      return over(e, point);
    case "derivative":
      return derivative(e.of, e.by, point);
    case "cases":
      return oneCase(e, point);
    case "indicator":
      return scalar<Quantity>(isTrue(e.when, point) ? 1 : 0);
  }
}

/** Norms of a list of absolute values. */
const norms: Readonly<Record<NormOrder, (sizes: readonly Quantity[]) => Quantity>> = {
  "1": (sizes) => sizes.reduce(plus),
  "2": (sizes) => rootOf(sizes.map((x) => times(x, x)).reduce(plus)),
  "\\infty": (sizes) => sizes.reduce((most, x) => extreme(most, x, 1)),
};

function writtenOut(rows: readonly (readonly Quantity[])[]): Entries {
  const [first = []] = rows;
  return first.length === 1 ? vector(rows.flat()) : matrix(rows.length, first.length, rows.flat());
}

/** The value that a symbol is moved to, in the symbol's own shape: w = 0 is every entry. */
function fitting({ symbol, to }: Extract<Expression, { is: "moved" }>, point: Point): Entries {
  const declared = point.scope.declared(symbol.name);
  if (declared === undefined || ["size", "index", "function"].includes(declared.domain))
    throw new FormulaError(`${symbol.name} cannot be moved`);
  const [own, value] = [point.value(declared), entriesOf(to, point)];
  if (value.rank === 0) return mapped(own, () => value.at[0] as Quantity);
  if (!sameShape(own, value))
    throw new FormulaError(`${shapeText(own)} where ${symbol.name} is moved to ${shapeText(value)}`);
  return value;
}

/** The value of the one case that holds: cases that leave a gap, or overlap, define nothing. */
function oneCase(e: Extract<Expression, { is: "cases" }>, point: Point): Entries {
  const holding = e.rows.filter(({ when }) => when === undefined || isTrue(when, point));
  const [row, second] = holding;
  if (row === undefined) throw new FormulaError("no case holds at a point that was drawn");
  if (second?.when !== undefined) throw new FormulaError("two cases hold at a point that was drawn");
  return entriesOf(row.value, point);
}

/** Notes a number whose sign decides. */
function noted(x: Quantity, { trace }: Point): Quantity {
  trace.bends?.push(numberOf(x));
  return x;
}

export function applied(fn: string, primes: number, args: readonly Entries[], point: Point): Entries {
  const [a] = args as [Entries];
  if (fn === "diag" || fn === "tr") closed(a);
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
  if (fn === "tr") return scalar(a.at.filter((_, k) => k % (a.cols + 1) === 0).reduce(plus));
  const f = builtIn(fn, primes);
  return mapped(a, jumps(fn) || endsAtZero(fn) ? (x) => f(noted(x, point)) : f);
}

function combined(op: Binary, a: Entries, b: Entries, point: Point): Entries {
  switch (op) {
    case "+":
      return zipped(a, b, "plus", plus);
    case "-":
      return zipped(a, b, "minus", minus);
    case "\\odot":
      if (a.rank === 0 || b.rank === 0) throw new FormulaError("⊙ with a number");
      return zipped(a, b, "⊙", times);
    case "/":
      if (b.rank > 0) throw new FormulaError("a division by a vector or a matrix");
      return zipped(a, b, "over", quotient);
    case "*":
      if (a.rank > 0 && b.rank > 0)
        throw new FormulaError(
          "* between vectors or matrices has two readings: write \\odot for entry by entry, nothing for the product",
        );
      return product(a, b);
    case "\\cdot":
    case "side by side":
      point.scope.budget.spend(a.rows * a.cols * b.cols);
      return op === "\\cdot" ? dotted(a, b) : product(a, b);
  }
}

function raised(base: Entries, exponent: Quantity, point: Point): Entries {
  if (base.rank === 0) {
    const [x] = base.at as [Quantity];
    return scalar(power(Number.isInteger(numberOf(exponent)) ? x : noted(x, point), exponent));
  }
  if (base.rank === 2 && exponent === -1) return inverted(base);
  if (base.rank === 1 || exponent !== 2) throw new FormulaError("a power of a vector or a matrix");
  if (base.rows !== base.cols) throw new FormulaError("the power of a matrix that is not square");
  return product(base, base);
}

/** Terms that a sum may have. */
const TERMS = 1000;

function over(e: Extract<Expression, { is: "over" }>, point: Point): Entries {
  const bound = (at: Expression): number => numberOf(numberIn(entriesOf(at, point)));
  const range = point.scope.declared(e.index)?.shape[0];
  const from = e.from === undefined ? 1 : bound(e.from);
  const to = e.to === undefined ? point.size(range ?? "") : bound(e.to);
  const without = e.without === undefined ? undefined : bound(e.without);
  if (!Number.isInteger(to - from)) throw new FormulaError(`${e.op} from ${from} to ${to}`);
  if (to - from >= TERMS)
    throw new FormulaError(`${e.op} from ${from} to ${to}: it may have ${TERMS} terms, let it run less far`);
  let total: Entries | undefined;
  point.scope.budget.running(e.index, Math.max(0, to - from + 1), () => {
    for (let i = from; i <= to; i++) {
      if (i === without) continue;
      const next = point.with(e.index, i, (inside) => entriesOf(e.body, inside));
      total =
        total === undefined
          ? next
          : e.op === "\\sum"
            ? zipped(total, next, "plus", plus)
            : e.op === "\\prod"
              ? zipped(total, next, "times", times)
              : applied(e.op, 0, [total, next], point);
    }
  });
  return total ?? scalar<Quantity>(e.op === "\\prod" ? 1 : 0);
}

/** Whether a condition holds; equality is of whole numbers, such as indices and classes. */
export function isTrue({ left, relation, right }: Condition, point: Point): boolean {
  const [a, b] = [numberIn(entriesOf(left, point)), numberIn(entriesOf(right, point))];
  const side = sideOfJump(noted(minus(a, b), point));
  switch (relation) {
    case "=":
      return side === 0;
    case "\\ne":
      return side !== 0;
    case "<":
      return side < 0;
    case ">":
      return side > 0;
    case "\\le":
      return side <= 0;
    case "\\ge":
      return side >= 0;
    default:
      throw new FormulaError(`"${relation}" in a condition`);
  }
}
