/**
 * What a formula is put together from, with what stands behind its names, and behind σ and tanh: two lines that have
 * much of it in common lie near to each other, in whatever terms they are written. What is still to be derived is left
 * out.
 */
import type { Expression } from "../expression.ts";
import type { Scope } from "../scope.ts";
import { sortedForm } from "./canonical.ts";
import { withoutNames } from "./without-names.ts";

/** How many parts of one formula stand in another one. */
export function inCommon(one: Expression, other: Expression, scope: Scope): number {
  const parts = partsBehind(other, scope);
  return [...partsBehind(one, scope)].filter((part) => parts.has(part)).length;
}

/** The forms of all parts that are more than a name or a number. */
function partsBehind(e: Expression, scope: Scope): ReadonlySet<string> {
  const forms = new Set<string>();
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    const one = part as Expression;
    if (one.is === "derivative") return;
    if (one.is !== undefined && !["ref", "number", "ones"].includes(one.is))
      forms.add(sortedForm(withoutNames(one, scope)));
    if (one.is === "ref" && !names.has(one.name)) {
      names.add(one.name);
      visit(scope.definition(one.name)?.body);
    }
    if (one.is === "apply" && one.primes === 0) for (const other of writtenOtherwise(one)) visit(other);
    Object.values(part).forEach(visit);
  };
  visit(e);
  return forms;
}

/** σ and tanh as the fractions of exponentials that people write for them. */
function writtenOtherwise({ fn, to: [z] }: Extract<Expression, { is: "apply" }>): readonly Expression[] {
  if (z === undefined) return [];
  const twice: Expression = { is: "binary", op: "\\cdot", left: { is: "number", value: 2 }, right: z };
  const [plus, minus, square] = [exp(z), exp({ is: "minus", of: z }), exp(twice)];
  const both = (left: Expression, op: "+" | "-", right: Expression): Expression => ({
    is: "binary",
    op,
    left,
    right,
  });
  const quotient = (left: Expression, right: Expression): Expression =>
    over(both(left, "-", right), both(left, "+", right));
  if (fn === "\\sigma") return [over(ONE, both(ONE, "+", minus)), over(plus, both(plus, "+", ONE))];
  return fn === "\\tanh"
    ? [quotient(plus, minus), quotient(square, ONE), over(named("\\sinh", z), named("\\cosh", z))]
    : [];
}

const ONE: Expression = { is: "number", value: 1 };
const named = (fn: string, to: Expression): Expression => ({ is: "apply", fn, primes: 0, to: [to] });
const exp = (to: Expression): Expression => named("\\exp", to);
const over = (left: Expression, right: Expression): Expression => ({ is: "binary", op: "/", left, right });
