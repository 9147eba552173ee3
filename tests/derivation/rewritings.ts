/**
 * A formula's true rewritings, made by machine: the same value by another way of saying it.
 */
import { evaluate } from "../../grader/derivation/evaluate.ts";
import type { Binary, Expression } from "../../grader/derivation/expression.ts";
import type { Point } from "../../grader/derivation/point.ts";

export interface Rewriting {
  readonly kind: string;
  readonly to: Expression;
}

const number = (value: number): Expression => ({ is: "number", value });
const binary = (op: Binary, left: Expression, right: Expression): Expression => ({
  is: "binary",
  op,
  left,
  right,
});
const beside = (left: Expression, right: Expression): Expression => binary("side by side", left, right);
const minus = (of: Expression): Expression => ({ is: "minus", of });

/**
 * Every rewriting of one part of an expression.
 *
 * @param ranks tells how many indices a part's value has: numbers commute, matrices do not
 */
export function rewritingsOf(e: Expression, ranks: (part: Expression) => number | undefined): Rewriting[] {
  const own = ownRewritings(e, ranks);
  const inner = Object.entries(e).flatMap(([key, part]) =>
    within(part, ranks).map(({ kind, to }) => ({ kind, to: { ...e, [key]: to } as Expression })),
  );
  return [...own, ...inner];
}

/** Rewritings of a part that is an expression, or a list of them. */
function within(
  part: unknown,
  ranks: (part: Expression) => number | undefined,
): { kind: string; to: unknown }[] {
  if (Array.isArray(part))
    return part.flatMap((item, i) =>
      within(item, ranks).map(({ kind, to }) => ({
        kind,
        to: part.map((other, k) => (k === i ? to : other)),
      })),
    );
  if (typeof part !== "object" || part === null) return [];
  if ("is" in part) return rewritingsOf(part as Expression, ranks);
  return Object.entries(part).flatMap(([key, value]) =>
    within(value, ranks).map(({ kind, to }) => ({ kind, to: { ...part, [key]: to } })),
  );
}

function ownRewritings(e: Expression, ranks: (part: Expression) => number | undefined): Rewriting[] {
  const isNumber = (part: Expression): boolean => ranks(part) === 0;
  const found: Rewriting[] = [];
  const add = (kind: string, to: Expression): void => {
    found.push({ kind, to });
  };
  if (e.is === "binary") {
    const { op, left, right } = e;
    if (op === "+") add("sum turned around", binary("+", right, left));
    if (op === "-") {
      add("difference turned around", minus(binary("-", right, left)));
      add("difference as a sum", binary("+", minus(right), left));
    }
    const product = op === "side by side" || op === "\\cdot";
    if (product && (isNumber(left) || isNumber(right))) add("product turned around", binary(op, right, left));
    if (product && isNumber(left) && isNumber(right))
      add("product over 2", binary("/", beside(beside(number(2), left), right), number(2)));
    if (op === "\\odot") add("product entry by entry turned around", binary("\\odot", right, left));
    if (op === "/") {
      add("quotient as a product", beside(binary("/", number(1), right), left));
      add("quotient expanded by 3", binary("/", beside(number(3), left), beside(number(3), right)));
      if (left.is === "binary" && (left.op === "+" || left.op === "-"))
        add("fraction split", binary(left.op, binary("/", left.left, right), binary("/", left.right, right)));
    }
    if (product && right.is === "binary" && (right.op === "+" || right.op === "-"))
      add(
        "bracket multiplied out",
        binary(right.op, binary(op, left, right.left), binary(op, left, right.right)),
      );
  }
  if (e.is === "power" && e.exponent.is === "number" && e.exponent.value === 2 && isNumber(e.base))
    add("square as a product", beside(e.base, e.base));
  if (e.is === "transpose" && e.of.is === "binary" && e.of.op === "side by side")
    add(
      "transpose of a product",
      beside({ is: "transpose", of: e.of.right }, { is: "transpose", of: e.of.left }),
    );
  if (e.is === "over") {
    const { body } = e;
    if (e.op === "\\sum") {
      if (body.is === "binary" && (body.op === "+" || body.op === "-"))
        add("sum split", binary(body.op, { ...e, body: body.left }, { ...e, body: body.right }));
      add("factor before the sum", binary("/", { ...e, body: beside(number(5), body) }, number(5)));
      add("sign before the sum", minus({ ...e, body: minus(body) }));
    }
    // How far another name runs is not declared.
    if (e.to !== undefined)
      add("index renamed", { ...e, index: "renamed", body: renamed(body, e.index) as Expression });
  }
  if (e.is === "apply" && e.fn === "\\exp" && e.primes === 0)
    add("exponential as one over", binary("/", number(1), { ...e, to: e.to.map(minus) }));
  if (e.is === "apply" && e.fn === "\\sigma" && e.primes === 0)
    add("sigmoid by its symmetry", binary("-", number(1), { ...e, to: e.to.map(minus) }));
  return found;
}

/** A part in which an index has another name. */
function renamed(part: unknown, index: string): unknown {
  if (Array.isArray(part)) return part.map((item) => renamed(item, index));
  if (typeof part !== "object" || part === null) return part;
  const own = part as Expression;
  if (own.is === "ref" && own.name === index) return { ...own, name: "renamed" };
  // A sum within over the same index has one of its own.
  if (own.is === "over" && own.index === index) return own;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, renamed(value, index)]));
}

/** The rank of a part's value at a point; nothing where it has none there. */
export const ranksAt =
  (point: Point) =>
  (part: Expression): number | undefined => {
    try {
      return evaluate(part, point).rank;
    } catch {
      return undefined;
    }
  };
