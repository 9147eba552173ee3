/**
 * A formula without what changes nothing: brackets, + 0, · 1, two minus signs, numbers that are worked out.
 *
 * Two lines that are one and the same in this form say the same thing. Sorted, they do so in any order.
 */
import type { Condition, Expression } from "../expression.ts";
import { withParts } from "./with-parts.ts";

/** A form is asked for often, and worked out once. */
function kept(form: (e: Expression) => string): (e: Expression) => string {
  const known = new WeakMap<Expression, string>();
  return (e) => {
    const text = known.get(e) ?? form(e);
    known.set(e, text);
    return text;
  };
}

/** As text. */
export const plainForm = kept((e) => textOf(tidy(e), false));
/** As text, with sums and products in an order of their own. */
export const sortedForm = kept((e) => textOf(tidy(e), true));

/** How many parts a formula has. */
export const sizeOf = (part: unknown): number =>
  typeof part !== "object" || part === null
    ? 0
    : Object.values(part).reduce((sum: number, inner) => sum + sizeOf(inner), Array.isArray(part) ? 0 : 1);

const number = (value: number): Expression => ({ is: "number", value });
const isNumber = (e: Expression, value?: number): e is Extract<Expression, { is: "number" }> =>
  e.is === "number" && (value === undefined || e.value === value);

/** The same value, without what changes nothing. */
export function tidy(e: Expression): Expression {
  const inside = mapped(e);
  switch (inside.is) {
    case "minus":
      return negated(inside.of);
    case "power":
      return isNumber(inside.exponent, 1) ? inside.base : inside;
    case "binary":
      return tidyBinary(inside);
    case "moved":
      return isSame(inside.symbol, inside.to) ? inside.of : inside;
    case "indicator":
      return inside.when.every(isAlways) ? number(1) : inside;
    default:
      return inside;
  }
}

const isSame = (a: Expression, b: Expression): boolean => plainForm(a) === plainForm(b);

/** 1 = 1, and 0 < 1. */
function isAlways({ left, relation, right }: Condition): boolean {
  if (["=", "\\le", "\\ge"].includes(relation) && isSame(left, right)) return true;
  if (!isNumber(left) || !isNumber(right)) return false;
  if (["<", "\\le"].includes(relation)) return left.value < right.value;
  return [">", "\\ge"].includes(relation) && left.value > right.value;
}

/** With the other sign, of what is tidy. */
function negated(e: Expression): Expression {
  if (isNumber(e)) return number(-e.value);
  return e.is === "minus" ? e.of : { is: "minus", of: e };
}

function tidyBinary(e: Extract<Expression, { is: "binary" }>): Expression {
  const { op, left, right } = e;
  if (isNumber(left) && isNumber(right) && !(op === "/" && right.value === 0)) {
    const value = workedOut(op, left.value, right.value);
    if (Number.isInteger(value)) return number(value);
  }
  switch (op) {
    case "+":
      if (isNumber(right, 0)) return left;
      if (isNumber(left, 0)) return right;
      return right.is === "minus" ? tidyBinary({ ...e, op: "-", right: right.of }) : e;
    case "-":
      if (isNumber(right, 0)) return left;
      if (isNumber(left, 0)) return negated(right);
      return right.is === "minus" ? { ...e, op: "+", right: right.of } : e;
    case "/":
      return isNumber(right, 1) ? left : e;
    case "\\odot":
      return e;
    default:
      return productOf(left, right);
  }
}

/** A minus stands before the whole product; · and nothing are one sign. */
function productOf(left: Expression, right: Expression): Expression {
  if (left.is === "minus") return negated(productOf(left.of, right));
  if (right.is === "minus") return negated(productOf(left, right.of));
  if (isNumber(left, 1)) return right;
  if (isNumber(right, 1)) return left;
  if (isNumber(left, -1)) return negated(right);
  if (isNumber(right, -1)) return negated(left);
  return { is: "binary", op: "\\cdot", left, right };
}

function workedOut(op: string, a: number, b: number): number {
  if (op === "+") return a + b;
  if (op === "-") return a - b;
  return op === "/" ? a / b : a * b;
}

/** The parts tidied. */
const mapped = (e: Expression): Expression => withParts(e, tidy);

function textOf(e: Expression, sorted: boolean): string {
  if (e.is === "binary" && (e.op === "+" || e.op === "-")) return listed(termsOf(e), "+", sorted);
  if (e.is === "binary" && (e.op === "\\cdot" || e.op === "\\odot"))
    return listed(factorsOf(e, e.op), e.op, sorted);
  if (e.is === "minus") return `-(${textOf(e.of, sorted)})`;
  const entries = Object.entries(e).map(([key, inner]) => `${key}:${partText(inner, sorted)}`);
  return `{${entries.join(",")}}`;

  function listed(parts: readonly Expression[], op: string, inOrder: boolean): string {
    const texts = parts.map((one) => textOf(one, sorted));
    return `${op}[${(inOrder ? texts.sort() : texts).join(" ")}]`;
  }
}

const partText = (part: unknown, sorted: boolean): string => {
  if (Array.isArray(part)) return `[${part.map((inner) => partText(inner, sorted)).join(",")}]`;
  if (typeof part === "object" && part !== null)
    return "is" in part
      ? textOf(part as Expression, sorted)
      : `{${Object.entries(part)
          .map(([key, inner]) => `${key}:${partText(inner, sorted)}`)
          .join(",")}}`;
  return String(part);
};

function termsOf(e: Expression): Expression[] {
  if (e.is !== "binary" || (e.op !== "+" && e.op !== "-")) return [e];
  const right = termsOf(e.right);
  return [
    ...termsOf(e.left),
    ...(e.op === "+" ? right : right.map((of): Expression => ({ is: "minus", of }))),
  ];
}

function factorsOf(e: Expression, op: string): Expression[] {
  return e.is === "binary" && e.op === op ? [...factorsOf(e.left, op), ...factorsOf(e.right, op)] : [e];
}
