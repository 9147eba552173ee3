/**
 * What is left of a line where only algebra is known: a number at a few points, at which every function and every
 * derivative is some other one, without its laws. Two true lines with the same print differ by brackets, sums and
 * fractions alone; e⁻ᶻ/(1 + e⁻ᶻ) and 1 − σ(z) do not have the same.
 *
 * Two forms that are equal for all numbers are equal for these; that others agree by chance has probability 0
 * (Schwartz–Zippel).
 */
import { Budget } from "../budget.ts";
import { combinations } from "../combinations.ts";
import { draw } from "../draw.ts";
import { evaluate } from "../evaluate.ts";
import type { Expression } from "../expression.ts";
import { FormulaError } from "../formula-error.ts";
import { freeIndices } from "../free-indices.ts";
import { pointAt } from "../point-at.ts";
import { nameOf, type Scope } from "../scope.ts";
import { inOneNotation } from "./notation.ts";

export type Print = readonly number[];

const POINTS = 2;
const NEAR = 1e-8;
/** Of one print; a line that asks for more has none, and counts. */
const STEPS = { point: 50_000, relation: 100_000, page: 1_000_000 };

/** Undefined where a line has no number in this world. */
export function algebraPrint(e: Expression, scope: Scope): Print | undefined {
  const strange = strangeScope(scope);
  const read = estranged(inOneNotation(e), scope);
  const before = strange.budget.all;
  try {
    return Array.from({ length: POINTS }, (_, k) => {
      const point = pointAt(strange, draw(strange, 1, `algebra/${k}`));
      return combinations(freeIndices(read, strange), point).flatMap(
        (indices) => evaluate(read, point.at(indices)).at,
      );
    }).flat();
  } catch (error) {
    if (error instanceof FormulaError) return undefined;
    throw error;
  } finally {
    scope.budget.charge(strange.budget.all - before);
  }
}

export const isSamePrint = (a: Print | undefined, b: Print | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.length === b.length &&
  a.every((x, k) => Math.abs(x - (b[k] as number)) <= NEAR * (1 + Math.abs(x)));

const scopes = new WeakMap<Scope, Scope>();

/** The same symbols, their definitions made of other functions too. */
function strangeScope(scope: Scope): Scope {
  const known = scopes.get(scope);
  if (known !== undefined) {
    known.budget.renew();
    return known;
  }
  const other = scope.among(scope.symbols, scope.understood, new Budget(STEPS));
  for (const symbol of scope.symbols) {
    const definition = scope.definition(nameOf(symbol));
    if (definition !== undefined)
      other.define(nameOf(symbol), { ...definition, body: estranged(inOneNotation(definition.body), scope) });
  }
  scopes.set(scope, other);
  return other;
}

/** The formula with a function in the place of each other one, and of each derivative. */
function estranged(e: Expression, scope: Scope): Expression {
  const visit = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    if (Array.isArray(part)) return part.map(visit);
    const inner = Object.fromEntries(Object.entries(part).map(([key, one]) => [key, visit(one)]));
    const made = inner as unknown as Expression;
    if (made.is === "derivative") return opaque(made, scope);
    if (made.is === "apply" && made.to.length === 1)
      return applied(made.fn, factorOf(`${made.fn} ${made.primes}`), made.to[0] as Expression);
    return inner;
  };
  return visit(e) as Expression;
}

/** Some number that depends on what is derived and by what, and obeys no rule. */
function opaque({ of, by }: Extract<Expression, { is: "derivative" }>, scope: Scope): Expression {
  const value = applied("\\arctan", 0.71, of);
  return by.reduce<Expression>((left, one) => {
    const right = applied("\\arctan", factorOf(`by ${one.name}`), one);
    const isVector = (ref: Expression): boolean =>
      ref.is === "ref" && (scope.declared(ref.name)?.shape.length ?? 0) - ref.indices.length === 1;
    return isVector(of) && isVector(one)
      ? { is: "binary", op: "\\cdot", left, right: { is: "transpose", of: right } }
      : { is: "binary", op: "\\cdot", left, right };
  }, value);
}

const applied = (fn: string, factor: number, to: Expression): Expression => ({
  is: "apply",
  fn,
  primes: 0,
  to: [{ is: "binary", op: "\\cdot", left: { is: "number", value: factor }, right: to }],
});

/** A factor from 0.4 to 1 for each name. */
function factorOf(name: string): number {
  let hash = 7;
  for (const character of name) hash = (hash * 31 + character.charCodeAt(0)) % 9973;
  return 0.4 + (0.6 * hash) / 9973;
}
