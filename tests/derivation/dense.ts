/**
 * Whether an edit of a formula is wrong, found without the checker's draws, tolerances and searches: many points of
 * one plain kind, at which values are compared as numbers.
 */
import { combinations } from "../../grader/derivation/combinations.ts";
import { define, definedBy, defineGiven } from "../../grader/derivation/define.ts";
import { evaluate, isTrue } from "../../grader/derivation/evaluate.ts";
import type { Expression } from "../../grader/derivation/expression.ts";
import { Degenerate, FormulaError } from "../../grader/derivation/formula-error.ts";
import { freeIndices } from "../../grader/derivation/free-indices.ts";
import type { Page } from "../../grader/derivation/page.ts";
import type { Drawn, Point } from "../../grader/derivation/point.ts";
import { pointAt } from "../../grader/derivation/point-at.ts";
import { readerOf } from "../../grader/derivation/reader-of.ts";
import { nameOf, Scope } from "../../grader/derivation/scope.ts";
import { type Statement, statementsIn } from "../../grader/derivation/statements.ts";
import type { Declared } from "../../grader/derivation/symbols.ts";
import type { Tensor } from "../../grader/derivation/tensor.ts";
import { tokensOf } from "../../grader/derivation/tokens-of.ts";
import { integer, permutation, type Random, random } from "../../reference/randomness/random.ts";

/** Points for two sides that may be equal, and for an inequality that may be true. */
const FOR_EQUAL = 60;
const FOR_TRUE = 1500;

/** A page's names with all its definitions. */
export function scopeOf(page: Page): Scope {
  const scope = new Scope(page.symbols);
  defineGiven(scope, tokensOf);
  for (const display of page.displays)
    if (display.unchecked === undefined)
      for (const { sides } of statementsIn(tokensOf(display.tex))) {
        const [left = [], right = []] = sides;
        const defining = definedBy(left, scope);
        if (defining !== undefined) define(scope, defining, right);
      }
  return scope;
}

/**
 * Whether what an edited formula says is wrong on its page, where every symbol means what the page defines it as: an
 * equation is true where both sides are equal at all points, an inequality where no point says otherwise. Other
 * relations, and those that these points do not even show of the formula before the edit, are true where both sides
 * mean what they meant before.
 */
export function isWrong(page: Page, before: string, after: string): boolean {
  try {
    const scope = scopeOf(page);
    const [old, now] = [statementsIn(tokensOf(before)), statementsIn(tokensOf(after))];
    return now.some((statement, i) => statement.text !== old[i]?.text && isFalse(scope, statement, old[i]));
  } catch (error) {
    // What cannot be read, or has no value, says nothing that could be true.
    if (error instanceof FormulaError) return true;
    throw error;
  }
}

function isFalse(scope: Scope, now: Statement, old: Statement | undefined): boolean {
  const side = ({ sides }: Statement, k: number): Expression => readerOf(sides[k] ?? [], scope).whole();
  const isShown = (of: Statement, k: number): boolean =>
    /^(=|<|>|\\le|\\ge)$/.test(of.relations[k] as string) &&
    !isBroken(scope, side(of, k), of.relations[k] as string, side(of, k + 1), of.conditions);
  return now.relations.some((relation, k) => {
    if (isShown(now, k)) return false;
    if (old === undefined || old.relations[k] !== relation || isShown(old, k)) return true;
    return isOther(scope, old, now, k) || isOther(scope, old, now, k + 1);
  });
}

/** Whether a side means something else than before. */
function isOther(scope: Scope, old: Statement, now: Statement, k: number): boolean {
  const parts = ({ sides, relations }: Statement): [Expression[], string] => {
    const reader = readerOf(sides[k] ?? [], scope);
    if (!relations.includes("\\iff")) return [[reader.whole()], ""];
    const { left, relation, right } = reader.condition();
    return [[left, right], relation];
  };
  const [[before, relationBefore], [after, relation]] = [parts(old), parts(now)];
  return (
    relation !== relationBefore ||
    after.some((e, i) => isBroken(scope, before[i] as Expression, "=", e, now.conditions))
  );
}

function isBroken(
  scope: Scope,
  left: Expression,
  relation: string,
  right: Expression,
  conditions: Statement["conditions"] = [],
): boolean {
  const free = new Set([...freeIndices(left, scope), ...freeIndices(right, scope)]);
  const where = conditions.map((tokens) => readerOf(tokens, scope).condition());
  const rng = random(77, "dense");
  return Array.from({ length: relation === "=" ? FOR_EQUAL : FOR_TRUE }).some(() => {
    const origin = pointAt(scope, plainPoint(scope, rng));
    if (!where.every((condition) => isTrue(condition, origin))) return false;
    return combinations(free, origin).some((indices) => {
      const point = origin.at(indices);
      const [x, y] = [valueAt(left, point), valueAt(right, point)];
      if (x === undefined || y === undefined) return x !== y;
      return isBrokenAt(x, relation, y);
    });
  });
}

/** The value; nothing at a pole, at a kink or outside of a domain. */
function valueAt(e: Expression, point: Point): Tensor | undefined {
  point.scope.budget.renew();
  try {
    const value = evaluate(e, point);
    return value.at.every(Number.isFinite) ? value : undefined;
  } catch (error) {
    if (error instanceof Degenerate) return undefined;
    throw error;
  }
}

function isBrokenAt(x: Tensor, relation: string, y: Tensor): boolean {
  const zero = y.at.length === 1 && y.at[0] === 0;
  if (x.at.length !== y.at.length && !zero) return true;
  const size = Math.max(...x.at.map(Math.abs), ...y.at.map(Math.abs));
  return x.at.some((a, k) => {
    const gap = a - (zero ? 0 : (y.at[k] as number));
    const off = 1e-9 * size + 1e-13;
    if (relation === "=") return Math.abs(gap) > off;
    return relation === "<" || relation === "\\le" ? gap > off : -gap > off;
  });
}

/** Sizes from 2 to 6, no two alike, and numbers of a few units: no far ones, no small ones, no special ones. */
function plainPoint(scope: Scope, rng: Random): Drawn {
  const named = scope.symbols.filter(({ domain }) => domain === "size").map(nameOf);
  const order = permutation(rng, Math.max(5, named.length));
  const sizes = new Map(named.map((name, i) => [name, 2 + (order[i] as number)]));
  const values = new Map<string, Tensor>();
  const functions = new Map<string, ((x: number, primes: number) => number)[]>();
  for (const symbol of scope.symbols) {
    const [rows = 1, cols = 1] = symbol.shape.map((axis) => sizes.get(axis) ?? Number(axis));
    if (symbol.domain === "function")
      functions.set(
        nameOf(symbol),
        Array.from({ length: rows }, () => wave(rng)),
      );
    else if (!["size", "index", "defined", "given"].includes(symbol.domain))
      values.set(nameOf(symbol), plainValue(symbol, rows, cols, rng));
  }
  return { sizes, values, functions };
}

function plainValue({ domain, shape }: Declared, rows: number, cols: number, rng: Random): Tensor {
  const one: Readonly<Record<string, () => number>> = {
    positive: () => 0.1 + 3 * rng(),
    small: () => 0.001 + 0.05 * rng(),
    probability: rng,
    bit: () => integer(rng, 0, 1),
    sign: () => 2 * integer(rng, 0, 1) - 1,
  };
  const at = Array.from({ length: rows * cols }, one[domain] ?? (() => 6 * rng() - 3));
  if (domain === "one-hot")
    for (let i = 0; i < rows; i++) {
      const hit = integer(rng, 0, cols - 1);
      for (let k = 0; k < cols; k++) at[i * cols + k] = k === hit ? 1 : 0;
    }
  return { rank: shape.length as 0 | 1 | 2, rows, cols, at };
}

/** a e^{bx} + c x³, with its derivatives. */
function wave(rng: Random): (x: number, primes: number) => number {
  const [a, b, c] = [0.5 + rng(), 0.2 + 0.3 * rng(), rng() - 0.5];
  const cubes = [1, 3, 6, 6];
  return (x, primes) =>
    a * b ** primes * Math.exp(b * x) + (primes > 3 ? 0 : c * (cubes[primes] as number) * x ** (3 - primes));
}
