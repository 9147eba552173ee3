/**
 * A formula without what was only put there to fall away again: `+ w − w`, `· w / w`. Unlike {@link tidy} this may
 * undo a step that is needed, as e⁻ᶻ = 1 + e⁻ᶻ − 1 is, so that no line is refused for it; it is not counted.
 */
import type { Expression } from "../expression.ts";
import { sortedForm, tidy } from "./canonical.ts";
import { withParts } from "./with-parts.ts";

export const withoutDetours = (e: Expression): Expression => tidy(reduced(tidy(e)));

const ONE: Expression = { is: "number", value: 1 };
const ZERO: Expression = { is: "number", value: 0 };

/** A sum is taken as a whole, and not once for each of its signs. */
function reduced(e: Expression): Expression {
  if (e.is !== "binary" || e.op === "\\odot") return withParts(e, reduced);
  return e.op === "+" || e.op === "-" ? sumOf(e) : productOf(e);
}

const each = ({ e, isPlus }: Term): Term => ({ e: reduced(e), isPlus });

interface Term {
  readonly e: Expression;
  /** Whether it is added, or stands above the line. */
  readonly isPlus: boolean;
}

function sumOf(e: Expression): Expression {
  const left = withoutPairs(termsOf(e, true).map(each), coefficientOf);
  return left.reduce<Expression>(
    (sum, { e: term, isPlus }) => ({ is: "binary", op: isPlus ? "+" : "-", left: sum, right: term }),
    ZERO,
  );
}

function productOf(e: Expression): Expression {
  const left = withoutPairs(factorsOf(e, true).map(each), (factor) => [1, factor]);
  const product = (all: readonly Term[]): Expression =>
    all.reduce<Expression>((of, { e: one }) => ({ is: "binary", op: "\\cdot", left: of, right: one }), ONE);
  const [above, below] = [left.filter(({ isPlus }) => isPlus), left.filter(({ isPlus }) => !isPlus)];
  return below.length === 0
    ? product(above)
    : { is: "binary", op: "/", left: product(above), right: product(below) };
}

/** 2 w is w, twice. */
function coefficientOf(e: Expression): readonly [number, Expression] {
  if (e.is !== "binary" || e.op !== "\\cdot" || e.left.is !== "number") return [1, e];
  return [e.left.value, e.right];
}

/** Those that are not cancelled by others of the same form; numbers alone stay. */
function withoutPairs(
  all: readonly Term[],
  sized: (e: Expression) => readonly [number, Expression],
): readonly Term[] {
  const totals = new Map<string, { total: number; count: number }>();
  const keys = all.map(({ e, isPlus }) => {
    const [size, rest] = sized(e);
    const key = sortedForm(rest);
    const { total, count } = totals.get(key) ?? { total: 0, count: 0 };
    totals.set(key, { total: total + (isPlus ? size : -size), count: count + 1 });
    return key;
  });
  return all.filter((_, i) => {
    const { total, count } = totals.get(keys[i] as string) ?? { total: 1, count: 0 };
    return count < 2 || Math.abs(total) > 1e-12;
  });
}

function termsOf(e: Expression, isPlus: boolean): Term[] {
  if (e.is === "minus") return termsOf(e.of, !isPlus);
  if (e.is !== "binary" || (e.op !== "+" && e.op !== "-")) return [{ e, isPlus }];
  return [...termsOf(e.left, isPlus), ...termsOf(e.right, e.op === "+" ? isPlus : !isPlus)];
}

function factorsOf(e: Expression, isPlus: boolean): Term[] {
  if (e.is !== "binary" || e.op === "+" || e.op === "-" || e.op === "\\odot") return [{ e, isPlus }];
  return [...factorsOf(e.left, isPlus), ...factorsOf(e.right, e.op === "/" ? !isPlus : isPlus)];
}
