/**
 * The value of an expression at a point.
 */
import { builtIn, endsAtZero, jumps, saturates } from "./built-in.ts";
import { derivative } from "./derivative.ts";
import type { Binary, Condition, Expression, NormOrder, Ref } from "./expression.ts";
import { FormulaError, NoNumber } from "./formula-error.ts";
import type { Point } from "./point.ts";
import {
  dotted,
  entry,
  inverted,
  mapped,
  matrix,
  numberIn,
  product,
  sameShape,
  scalar,
  shapeText,
  type Tensor,
  transposed,
  vector,
  zipped,
} from "./tensor.ts";
import { unsteady } from "./trace.ts";

export function evaluate(e: Expression, point: Point): Tensor {
  switch (e.is) {
    case "number":
      return scalar(e.value);
    case "ref":
      return refValue(e, point);
    case "apply":
      return applied(
        e.fn,
        e.primes,
        e.to.map((arg) => evaluate(arg, point)),
        point,
      );
    case "minus":
      return mapped(evaluate(e.of, point), (x) => -x);
    case "binary":
      return binary(e, point);
    case "power":
      return raised(e, point);
    case "transpose":
      return transposed(evaluate(e.of, point));
    case "abs":
      return mapped(evaluate(e.of, point), (x) => Math.abs(branch(x, point)));
    case "norm":
      return normed(evaluate(e.of, point), e.order, point);
    case "matrix":
      return writtenOut(e.rows.map((row) => row.map((cell) => numberIn(evaluate(cell, point)))));
    case "moved":
      return evaluate(e.of, point.moved([[e.symbol.name, fitting(e, point)]]));
    case "entry":
      return entry(
        evaluate(e.of, point),
        e.indices.map((i) => numberIn(evaluate(i, point)) - 1),
      );
    case "over":
      return over(e, point);
    case "derivative":
      return derivative(e.of, e.by, point);
    case "cases":
      return oneCase(e, point);
    case "indicator":
      return scalar(isTrue(e.when, point) ? 1 : 0);
  }
}

/** Norms of a list of absolute values. */
const norms: Readonly<Record<NormOrder, (sizes: readonly number[]) => number>> = {
  "1": (sizes) => sizes.reduce((sum, x) => sum + x, 0),
  "2": (sizes) => Math.hypot(...sizes),
  "\\infty": (sizes) => Math.max(...sizes),
};

function normed(of: Tensor, order: NormOrder, point: Point): Tensor {
  return unsteady(scalar(norms[order](of.at.map((x) => Math.abs(branch(x, point))))), point.trace, of);
}

function writtenOut(rows: readonly (readonly number[])[]): Tensor {
  const [first = []] = rows;
  return first.length === 1 ? vector(rows.flat()) : matrix(rows.length, first.length, rows.flat());
}

/** The value that a symbol is moved to, in the symbol's own shape: w = 0 is every entry. */
function fitting({ symbol, to }: Extract<Expression, { is: "moved" }>, point: Point): Tensor {
  const declared = point.scope.declared(symbol.name);
  if (declared === undefined || ["size", "index", "function"].includes(declared.domain))
    throw new FormulaError(`${symbol.name} cannot be moved`);
  const [own, value] = [point.value(declared), evaluate(to, point)];
  if (value.rank === 0) return mapped(own, () => value.at[0] as number);
  if (!sameShape(own, value))
    throw new FormulaError(`${shapeText(own)} where ${symbol.name} is moved to ${shapeText(value)}`);
  return value;
}

/** The value of the one case that holds: cases that leave a gap, or overlap, define nothing. */
function oneCase(e: Extract<Expression, { is: "cases" }>, point: Point): Tensor {
  const holding = e.rows.filter(({ when }) => when === undefined || isTrue(when, point));
  const [row, second] = holding;
  if (row === undefined) throw new FormulaError("no case holds at a point that was drawn");
  if (second?.when !== undefined) throw new FormulaError("two cases hold at a point that was drawn");
  return evaluate(row.value, point);
}

/** Notes which side of a kink a number is on. */
function branch(x: number, { trace }: Point): number {
  trace.hash = (Math.imul(trace.hash, 31) + (x > 0 ? 1 : x < 0 ? 2 : 3)) | 0;
  trace.bends?.push(x);
  return x;
}

function refValue(ref: Ref, point: Point): Tensor {
  const index = point.index(ref.name);
  if (index !== undefined) return scalar(index);
  const symbol = point.scope.declared(ref.name);
  if (symbol === undefined) throw new FormulaError(`${ref.name} is not declared`);
  const indices = ref.indices.map((i) => numberIn(evaluate(i, point)) - 1);
  if (symbol.domain === "function") {
    const [first, more] = ref.args ?? [];
    if (first === undefined || more !== undefined)
      throw new FormulaError(`${symbol.names[0]} takes one argument`);
    const family = point.drawn.functions.get(ref.name) ?? [];
    const f = family[indices[0] ?? 0];
    if (f === undefined) throw new FormulaError(`${symbol.names[0]} has no number ${(indices[0] ?? 0) + 1}`);
    return mapped(evaluate(first, point), (x) => f(x, ref.primes));
  }
  if (symbol.domain === "index")
    throw new FormulaError(`the index ${symbol.names[0]} runs over nothing here`);
  return entry(placed(ref, point).value(symbol), indices);
}

/** A point at which the parameters of L(w, b) are the arguments that are written. */
function placed(ref: Ref, point: Point): Point {
  const params = point.scope.definition(ref.name)?.params;
  if (ref.args === undefined || params === undefined) return point;
  if (ref.primes > 0) throw new FormulaError(`a prime on ${ref.name}: write the derivative as a fraction`);
  if (params.length !== ref.args.length)
    throw new FormulaError(`${ref.name} takes ${params.length} arguments, not ${ref.args.length}`);
  return point.moved(params.map((name, i) => [name, evaluate(ref.args?.[i] as Expression, point)]));
}

function applied(fn: string, primes: number, args: readonly Tensor[], point: Point): Tensor {
  const [a] = args as [Tensor];
  if (fn === "\\max" || fn === "\\min") {
    const sign = fn === "\\max" ? 1 : -1;
    return args.reduce((best, next) =>
      zipped(best, next, "beside", (x, y) => (branch(sign * (x - y), point) >= 0 ? x : y)),
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
  if (fn === "tr") return scalar(a.at.reduce((t, x, k) => (k % (a.cols + 1) === 0 ? t + x : t), 0));
  const f = builtIn(fn, primes);
  if (jumps(fn)) return mapped(a, (x) => f(branch(x, point)));
  if (endsAtZero(fn)) point.trace.bends?.push(...a.at);
  return unsteady(mapped(a, f), point.trace, ...(saturates(fn) ? [] : [a]));
}

function binary(e: Extract<Expression, { is: "binary" }>, point: Point): Tensor {
  const [a, b] = [evaluate(e.left, point), evaluate(e.right, point)];
  return unsteady(combined(e.op, a, b), point.trace, a, b);
}

function combined(op: Binary, a: Tensor, b: Tensor): Tensor {
  switch (op) {
    case "+":
      return zipped(a, b, "plus", (x, y) => x + y);
    case "-":
      return zipped(a, b, "minus", (x, y) => x - y);
    case "\\odot":
      if (a.rank === 0 || b.rank === 0) throw new FormulaError("⊙ with a number");
      return zipped(a, b, "⊙", (x, y) => x * y);
    case "/":
      if (b.rank > 0) throw new FormulaError("a division by a vector or a matrix");
      return zipped(a, b, "over", (x, y) => x / y);
    case "\\cdot":
      return dotted(a, b);
    case "side by side":
      return product(a, b);
  }
}

function raised(e: Extract<Expression, { is: "power" }>, point: Point): Tensor {
  const [base, to] = [evaluate(e.base, point), evaluate(e.exponent, point)];
  return unsteady(toPower(base, numberIn(to), point), point.trace, base, to);
}

function toPower(base: Tensor, exponent: number, point: Point): Tensor {
  if (base.rank === 2 && exponent === -1) return inverted(base);
  if (base.rank === 2 && exponent === 2 && base.rows !== base.cols)
    throw new FormulaError("the power of a matrix that is not square");
  if (base.rank > 0 && !(base.rank === 2 && exponent === 2))
    throw new FormulaError("a power of a vector or a matrix");
  if (base.rank === 2) return product(base, base);
  const [x] = base.at as [number];
  if (!Number.isInteger(exponent)) {
    point.trace.bends?.push(x);
    if (x < 0) throw new NoNumber(`${x} to the power of ${exponent}`);
  }
  return scalar(x ** exponent);
}

function over(e: Extract<Expression, { is: "over" }>, point: Point): Tensor {
  const range = point.scope.declared(e.index)?.shape[0];
  const from = e.from === undefined ? 1 : numberIn(evaluate(e.from, point));
  const to = e.to === undefined ? point.size(range ?? "") : numberIn(evaluate(e.to, point));
  const without = e.without === undefined ? undefined : numberIn(evaluate(e.without, point));
  if (to - from > 1000 || !Number.isInteger(to - from))
    throw new FormulaError(`${e.op} from ${from} to ${to}`);
  let total: Tensor | undefined;
  for (let i = from; i <= to; i++) {
    if (i === without) continue;
    const term = point.with(e.index, i, (inside) => evaluate(e.body, inside));
    const next = unsteady(term, point.trace, term);
    total =
      total === undefined
        ? next
        : e.op === "\\sum"
          ? zipped(total, next, "plus", (x, y) => x + y)
          : e.op === "\\prod"
            ? zipped(total, next, "times", (x, y) => x * y)
            : applied(e.op, 0, [total, next], point);
  }
  return total ?? scalar(e.op === "\\prod" ? 1 : 0);
}

/** Whether a condition holds; equality is of whole numbers, such as indices and classes. */
export function isTrue({ left, relation, right }: Condition, point: Point): boolean {
  const [a, b] = [numberIn(evaluate(left, point)), numberIn(evaluate(right, point))];
  branch(a - b, point);
  switch (relation) {
    case "=":
      return a === b;
    case "\\ne":
      return a !== b;
    case "<":
      return a < b;
    case ">":
      return a > b;
    case "\\le":
      return a <= b;
    case "\\ge":
      return a >= b;
    default:
      throw new FormulaError(`"${relation}" in a condition`);
  }
}
