/**
 * A page on which a symbol means something else:
 *
 *     s ↦ s · (1 + 0.3 sin t) + 0.2 cos t
 *
 * where t is made of everything behind s, and of its indices, so that derivatives and entries change as well.
 */
import type { Binary, Expression } from "./expression.ts";
import { nameOf, type Scope } from "./scope.ts";
import { type Declared, domainsOfPlaces } from "./symbols.ts";

export function otherwise(scope: Scope, name: string): Scope {
  const definition = scope.definition(name);
  if (definition === undefined) return scope;
  const behind = scope.symbols.filter(
    (symbol) => scope.dependsOn(name, nameOf(symbol)) && !domainsOfPlaces.includes(symbol.domain),
  );
  const t = [
    ...definition.indices.map((index): Expression => ref(index)),
    ...behind.filter((symbol) => scope.definition(nameOf(symbol)) === undefined).map(summary),
  ].reduce((sum, term) => binary("+", binary("side by side", number(1.3), sum), term), number(0.7));
  const { body } = definition;
  const wave = (fn: string, size: number): Expression =>
    binary("side by side", number(size), { is: "apply", fn, primes: 0, to: [t] });
  const factor = binary("+", number(1), wave("\\sin", 0.3));
  return scope.with(name, {
    ...definition,
    body: binary("+", binary("side by side", factor, body), wave("\\cos", 0.2)),
  });
}

const number = (value: number): Expression => ({ is: "number", value });
const ref = (name: string): Expression => ({ is: "ref", name, indices: [], primes: 0 });
const binary = (op: Binary, left: Expression, right: Expression): Expression => ({
  is: "binary",
  op,
  left,
  right,
});

/** One number of a symbol's entries: itself, or the sum of their squares. */
function summary(symbol: Declared): Expression {
  const own = ref(nameOf(symbol));
  if (symbol.shape.length === 0) return own;
  if (symbol.shape.length === 1) return binary("\\cdot", own, own);
  const square = binary("side by side", { is: "transpose", of: own }, own);
  return { is: "apply", fn: "tr", primes: 0, to: [square] };
}
