/**
 * The value of an expression at a point.
 */
import { derivative } from "./derivative.ts";
import { refValue } from "./evaluate-ref.ts";
import type { Condition, Expression } from "./expression.ts";
import { Degenerate, FormulaError } from "./formula-error.ts";
import { absoluteOf, applied, closed, combined, normed, noted, raised, writtenOut } from "./operations.ts";
import type { Point } from "./point.ts";
import { minus, negated, numberOf, offOf, plus, type Quantity, times, written } from "./quantity.ts";
import { sideOfJump } from "./side.ts";
import {
  entry,
  mapped,
  numberIn,
  open,
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
  const value = closed(entriesOf(e, point));
  return { ...mapped(value, numberOf), off: value.at.map(offOf) };
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
      return e.size === undefined ? open(1) : ones(numberOf(numberIn(entriesOf(e.size, point))));
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
      return absoluteOf(entriesOf(e.of, point), point);
    case "norm":
      return normed(e.order, entriesOf(e.of, point), point);
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
      return scalar<Quantity>(areTrue(e.when, point) ? 1 : 0);
  }
}

/** 1_n */
function ones(n: number): Entries {
  if (!Number.isInteger(n) || n < 1 || n > TERMS) throw new FormulaError(`a vector of ${n} ones`);
  return vector(Array.from({ length: n }, () => 1));
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
  const holding = e.rows.filter(({ when }) => areTrue(when, point));
  const [row, second] = holding;
  if (row === undefined) throw new FormulaError("no case holds at a point that was drawn");
  if (second !== undefined && second.when.length > 0)
    throw new FormulaError("two cases hold at a point that was drawn");
  return entriesOf(row.value, point);
}

/** Terms that a sum may have. */
const TERMS = 1000;

function over(e: Extract<Expression, { is: "over" }>, point: Point): Entries {
  const bound = (at: Expression): number => numberOf(numberIn(entriesOf(at, point)));
  const range = point.scope.declared(e.index)?.shape[0];
  const from = e.from === undefined ? 1 : bound(e.from);
  const to = e.to === undefined ? point.size(range ?? "") : bound(e.to);
  const { when = [] } = e;
  if (!Number.isInteger(to - from)) throw new FormulaError(`${e.op} from ${from} to ${to}`);
  if (to - from >= TERMS)
    throw new FormulaError(`${e.op} from ${from} to ${to}: it may have ${TERMS} terms, let it run less far`);
  let total: Entries | undefined;
  point.scope.budget.running(e.index, Math.max(0, to - from + 1), () => {
    for (let i = from; i <= to; i++) {
      const next = point.with(e.index, i, (inside) =>
        areTrue(when, inside) ? entriesOf(e.body, inside) : undefined,
      );
      if (next === undefined) continue;
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
  if (total === undefined && (e.op === "\\max" || e.op === "\\min"))
    throw new Degenerate(`${e.op} of nothing`);
  return total ?? scalar<Quantity>(e.op === "\\prod" ? 1 : 0);
}

const areTrue = (conditions: readonly Condition[], point: Point): boolean =>
  conditions.every((condition) => isTrue(condition, point));

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
