/**
 * Whether the terms of one line are worth those of another, one by one: cosh² z/cosh² z − sinh² z/cosh² z before
 * 1 − tanh² z is a fraction that was split for what comes next.
 */
import { combinations } from "../combinations.ts";
import { draw } from "../draw.ts";
import { evaluate } from "../evaluate.ts";
import type { Expression } from "../expression.ts";
import { FormulaError } from "../formula-error.ts";
import { freeIndices } from "../free-indices.ts";
import { pointAt } from "../point-at.ts";
import type { Scope } from "../scope.ts";

/** Terms that are compared: more are no split fraction. */
const MOST = 4;
const POINTS = 2;
const NEAR = 1e-8;

export function haveSameTerms(one: Expression, other: Expression, scope: Scope): boolean {
  const [terms, others] = [termsOf(one), termsOf(other)];
  if (terms.length < 2 || terms.length > MOST || terms.length !== others.length) return false;
  try {
    const rest = others.map((term) => valuesOf(term, scope));
    return terms.every((term) => {
      const values = valuesOf(term, scope);
      const at = rest.findIndex((its) => areNear(values, its));
      return at >= 0 && rest.splice(at, 1).length > 0;
    });
  } catch (error) {
    if (error instanceof FormulaError) return false;
    throw error;
  }
}

function termsOf(e: Expression): readonly Expression[] {
  if (e.is === "minus") return termsOf(e.of).map((of) => ({ is: "minus", of }));
  if (e.is !== "binary" || (e.op !== "+" && e.op !== "-")) return [e];
  const right = termsOf(e.right);
  return [
    ...termsOf(e.left),
    ...(e.op === "+" ? right : right.map((of): Expression => ({ is: "minus", of }))),
  ];
}

function valuesOf(e: Expression, scope: Scope): readonly number[] {
  return Array.from({ length: POINTS }, (_, k) => {
    scope.budget.renew();
    const point = pointAt(scope, draw(scope, 1, `terms/${k}`));
    return combinations(freeIndices(e, scope), point).flatMap((indices) => evaluate(e, point.at(indices)).at);
  }).flat();
}

const areNear = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((x, k) => Math.abs(x - (b[k] as number)) <= NEAR * (1 + Math.abs(x)));
