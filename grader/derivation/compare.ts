/**
 * Two sides at a point, and how far rounding may have moved them apart there.
 */
import { evaluate, type Measured } from "./evaluate.ts";
import type { Expression } from "./expression.ts";
import { Degenerate, FormulaError } from "./formula-error.ts";
import type { Point } from "./point.ts";
import { mapped, sameShape, shapeText, type Tensor } from "./tensor.ts";

/** How many times the bound on rounding two sides may lie apart. */
export const SAFETY = 4;

/** Below this, numbers have fewer digits: what is off by less is not off. */
const SMALLEST = 1e-290;

export interface Sides {
  readonly left: Tensor;
  readonly right: Tensor;
  /** For each entry, how far rounding may have moved the two sides apart. */
  readonly slack: readonly number[];
}

/** What stands on the two sides. */
export interface Compared {
  readonly left: Expression;
  readonly right: Expression;
}

/** A value for each free index. */
export type Indices = readonly (readonly [string, number])[];

/**
 * Both sides at each combination of the free indices.
 *
 * @throws Degenerate where a side is too large or at a pole
 * @throws NoNumber where a side lies outside of its domain
 */
export function sidesAt(origin: Point, compared: Compared, all: readonly Indices[]): Sides[] {
  return all.map((indices) => {
    const point = origin.at(indices);
    const [left, right] = fitted(evaluate(compared.left, point), evaluate(compared.right, point), compared);
    if (![...left.at, ...right.at].every(Number.isFinite)) throw new Degenerate("no number");
    const slack = left.off.map((off, k) => {
      const both = off + (right.off[k] as number);
      return both === 0 && left.at[k] === right.at[k] ? 0 : SAFETY * both + SMALLEST;
    });
    return { left, right, slack };
  });
}

const isZero = (e: Expression): boolean => e.is === "number" && e.value === 0;

/**
 * Both sides in one shape. The number 0 beside a vector or a matrix stands for each of its entries, as in ∂L/∂v = 0;
 * no other number does: a lost index would not be seen.
 */
function fitted(left: Measured, right: Measured, from: Compared): [Measured, Measured] {
  if (sameShape(left, right)) return [left, right];
  if (isZero(from.right)) return [left, zerosLike(left)];
  if (isZero(from.left)) return [zerosLike(right), right];
  const help = left.rank === 0 || right.rank === 0 ? ": an index is missing, or there is one too many" : "";
  throw new FormulaError(`${shapeText(left)} on the left, ${shapeText(right)} on the right${help}`);
}

const zerosLike = (a: Tensor): Measured => ({ ...mapped(a, () => 0), off: a.at.map(() => 0) });
