/**
 * Partial derivatives, entry by entry, by dual numbers: exact but for rounding, and without a step.
 *
 *     ∂f/∂x = the slope of f at x + 1·ε
 *
 * A derivative by something that is defined moves that value alone, and what is defined by it.
 */
import type { Expression, Ref } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { closed } from "./operations.ts";
import type { Point } from "./point.ts";
import { Dual, numberOf, type Quantity, slopeOf } from "./quantity.ts";
import { entry, mapped, matrix, numberIn, shapeText, type Tensor } from "./tensor.ts";

/** Derivatives within one another; each doubles the work. */
const MOST = 6;

/** ∂of/∂by, with the shape of the variable for a number, a Jacobian for a vector. */
export function derivative(of: Expression, by: readonly Ref[], point: Point): Tensor<Quantity> {
  const variable = by.at(-1) as Ref;
  const rest = by.slice(0, -1);
  const inner = rest.length === 0 ? of : ({ is: "derivative", of, by: rest } as const);
  const symbol = point.scope.declared(variable.name);
  if (symbol === undefined || ["size", "index", "function"].includes(symbol.domain))
    throw new FormulaError(`a derivative by ${variable.name}, which is no variable`);
  if (variable.args !== undefined) throw new FormulaError("a derivative by a function with its arguments");
  const order = point.order + 1;
  if (order > MOST) throw new FormulaError(`more than ${MOST} derivatives within one another`);
  const value = point.value(symbol);
  const indices = variable.indices.map((i) => numberOf(numberIn(point.entries(i))) - 1);
  // The places of the entries that are meant, read off from a tensor of places.
  const places = entry({ ...value, at: value.at.map((_, k) => k) }, indices);
  const columns = places.at.map((place) => {
    const at = value.at.map((x, k) => (k === place ? new Dual(order, x, 1) : x));
    const moved = point.moved([[variable.name, { ...value, at }]], order);
    return mapped(closed(moved.entries(inner)), (x) => slopeOf(x, order));
  });
  return assembled(places, columns);
}

/** One slope for each entry of the variable, as the shape that the course gives it. */
function assembled(places: Tensor, columns: readonly Tensor<Quantity>[]): Tensor<Quantity> {
  const [first] = columns as [Tensor<Quantity>];
  if (places.rank === 0) return first;
  if (first.rank === 0) return { ...places, at: columns.map((column) => column.at[0] as Quantity) };
  if (first.rank === 1 && places.rank === 1) {
    const at = first.at.flatMap((_, i) => columns.map((column) => column.at[i] as Quantity));
    return matrix(first.rows, places.rows, at);
  }
  throw new FormulaError(`a derivative of ${shapeText(first)} by ${shapeText(places)}`);
}
