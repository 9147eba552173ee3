/**
 * Two sides at a point, and what their last digits are worth there.
 */
import { random } from "../../reference/random.ts";
import { evaluate } from "./evaluate.ts";
import type { Expression } from "./expression.ts";
import { Degenerate, FormulaError, NoNumber } from "./formula-error.ts";
import { type Drawn, Point } from "./point.ts";
import type { Scope } from "./scope.ts";
import { mapped, sameShape, shapeText, type Tensor } from "./tensor.ts";

export interface Sides {
  readonly left: Tensor;
  readonly right: Tensor;
  /** For each entry, how far rounding may have moved the two sides apart. */
  readonly slack: readonly number[];
}

type Pair = readonly [Tensor, Tensor];

/** Two sides that agree to this part of themselves need no second look. */
const SURE = 1e-13;
/** The worth of the last digits is measured with results moved by thousands of roundings: 4 is plenty. */
const SAFETY = 4;

/** What stands on the two sides. */
export interface Compared {
  readonly left: Expression;
  readonly right: Expression;
}

/** A value for each free index. */
export type Indices = readonly (readonly [string, number])[];

/**
 * The values of both sides at each combination of the free indices.
 *
 * @throws Degenerate where a side is too large or at a pole
 * @throws NoNumber where a side lies outside of its domain
 */
export function valuesAt(origin: Point, { left, right }: Compared, all: readonly Indices[]): Pair[] {
  return all.map((indices) => {
    const point = origin.at(indices);
    const pair = fitted(evaluate(left, point), evaluate(right, point), left, right);
    if (pair.some((side) => side.at.some((x) => !Number.isFinite(x)))) throw new Degenerate("no number");
    return pair;
  });
}

/**
 * Both sides, and how far they may lie apart.
 *
 * Where they are not equal at once, they are worked out again with every operation's result moved by up to 1e−12 of
 * itself. What that changes, rounding can change: a sum that cancels far out raises no false alarm.
 *
 * @param sure whether sides that are equal at once need no second look
 */
export function sidesAt(
  scope: Scope,
  compared: Compared,
  drawn: Drawn,
  all: readonly Indices[],
  sure: boolean,
): Sides[] {
  const steady = new Point(scope, drawn);
  const pairs = valuesAt(steady, compared, all);
  if (sure && pairs.every(([x, y]) => x.at.every((a, k) => equal(a, y.at[k] as number))))
    return pairs.map(([left, right]) => ({ left, right, slack: slackOf([left, right], [left, right]) }));
  const unsteady = Point.traced(scope, drawn, { hash: 0, unsteady: random(1, "unsteady") });
  const moved = settled(() => valuesAt(unsteady, compared, all));
  if (unsteady.trace.hash !== steady.trace.hash) throw new Degenerate("near a kink");
  return pairs.map(([left, right], i) => ({ left, right, slack: slackOf([left, right], moved[i] as Pair) }));
}

/** A side that has no number only where its results are moved is at the edge of its domain, and not outside. */
export function settled<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof NoNumber) throw new Degenerate("at the edge of the domain");
    throw error;
  }
}

const equal = (x: number, y: number): boolean => Math.abs(x - y) <= SURE * Math.max(Math.abs(x), Math.abs(y));

const slackOf = ([x, y]: Pair, [movedX, movedY]: Pair): number[] =>
  x.at.map((a, k) => {
    const [b, c, d] = [y.at[k] as number, movedX.at[k] as number, movedY.at[k] as number];
    return (
      SAFETY * (Math.abs(a - c) + Math.abs(b - d)) + (a === b ? 0 : SURE * Math.max(Math.abs(a), Math.abs(b)))
    );
  });

const isZero = (e: Expression): boolean => e.is === "number" && e.value === 0;

/**
 * Both sides in one shape. The number 0 beside a vector or a matrix stands for each of its entries, as in ∂L/∂v = 0;
 * no other number does: a lost index would not be seen.
 */
export function fitted(left: Tensor, right: Tensor, from: Expression, to: Expression): [Tensor, Tensor] {
  if (sameShape(left, right)) return [left, right];
  if (isZero(to)) return [left, mapped(left, () => 0)];
  if (isZero(from)) return [mapped(right, () => 0), right];
  const help = left.rank === 0 || right.rank === 0 ? ": an index is missing, or there is one too many" : "";
  throw new FormulaError(`${shapeText(left)} on the left, ${shapeText(right)} on the right${help}`);
}
