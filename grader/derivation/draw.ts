/**
 * A point from a seed: sizes that differ, numbers near 0, in the middle and far out, classes of which each is hit.
 */
import { integer, permutation, type Random, randomsUnder } from "../../reference/randomness/random.ts";
import { drawnFunction } from "./draw-function.ts";
import { drawnNumber, type Spread } from "./draw-number.ts";
import { FormulaError } from "./formula-error.ts";
import type { Drawn, DrawnFunction } from "./point.ts";
import { nameOf, type Scope } from "./scope.ts";
import type { Declared } from "./symbols.ts";
import type { Tensor } from "./tensor.ts";

/** Sizes are drawn from here, no two alike: a transposed matrix must not have the right shape. */
const SMALLEST = 2;

/** How the numbers of a point lie: all in one way, or each in its own. */
export type Kind = "middle" | "near" | "far" | "mixed";

/** The kinds in turn. Most points lie in the middle, where digits are worth most. */
const TURN: readonly Kind[] = ["middle", "mixed", "middle", "far", "middle", "near"];
export const kindOf = (attempt: number): Kind => TURN[attempt % TURN.length] as Kind;

/** Steps that it counts for to draw the numbers of one symbol, and to take in a letter of the point's name. */
const SYMBOL = 30;
const LETTER = 0.05;

export function draw(scope: Scope, seed: number, name: string, kind: Kind = "middle"): Drawn {
  scope.budget.charge(SYMBOL * scope.symbols.length + Math.round(LETTER * name.length));
  const rng = randomNamed(seed, name);
  const sizes = drawnSizes(scope, kind, rng);
  const values = new Map<string, Tensor>();
  const functions = new Map<string, readonly DrawnFunction[]>();
  for (const symbol of scope.symbols) {
    if (["size", "index", "defined", "given"].includes(symbol.domain)) continue;
    const shape = symbol.shape.map((axis) => {
      const size = sizes.get(axis) ?? Number(axis);
      if (!Number.isInteger(size)) throw new FormulaError(`the size ${axis} is not declared`);
      return size;
    });
    if (symbol.domain === "function") {
      const count = shape[0] ?? 1;
      functions.set(
        nameOf(symbol),
        Array.from({ length: count }, () => drawnFunction(rng)),
      );
    } else values.set(nameOf(symbol), drawnValue(symbol, shape, kind, rng));
  }
  return { sizes, values, functions };
}

/**
 * Points of one comparison are named by the whole text of its formulas with a number behind it: what stands before the
 * number is gone through once.
 */
function randomNamed(seed: number, name: string): Random {
  const at = name.lastIndexOf("/") + 1;
  const beginning = name.slice(0, at);
  if (last?.seed !== seed || last.beginning !== beginning)
    last = { seed, beginning, under: randomsUnder(seed, beginning) };
  return last.under(name.slice(at));
}

let last:
  | { readonly seed: number; readonly beginning: string; readonly under: (end: string) => Random }
  | undefined;

/** Where there are few sizes they lie further apart at some points: a group of several examples is needed there. */
function drawnSizes(scope: Scope, kind: Kind, rng: Random): ReadonlyMap<string, number> {
  const named = scope.symbols.filter(({ domain }) => domain === "size");
  const order = permutation(rng, Math.max(named.length, 3));
  const apart = named.length <= 3 && (kind === "far" || kind === "mixed") ? 2 : 1;
  return new Map(named.map((symbol, i) => [nameOf(symbol), SMALLEST + apart * (order[i] as number)]));
}

/** Mixed: each number in its own way, 0 and other whole numbers among them. */
function spreadOf(kind: Kind, rng: Random): Spread {
  if (kind !== "mixed") return kind;
  const roll = rng();
  return roll < 0.4 ? "middle" : roll < 0.6 ? "round" : roll < 0.8 ? "near" : "far";
}

function drawnValue({ domain, names }: Declared, shape: readonly number[], kind: Kind, rng: Random): Tensor {
  const [rows = 1, cols = 1] = shape;
  const at = Array.from({ length: rows * cols }, () => drawnNumber(domain, spreadOf(kind, rng), rng));
  if (domain === "one-hot")
    oneHot(at, shape.length === 1 ? 1 : rows, shape.length === 1 ? rows : cols, kind, rng);
  // All alike, a class that is never hit would not be seen.
  if (
    (domain === "bit" || domain === "sign") &&
    kind !== "mixed" &&
    at.every((x) => x === at[0]) &&
    at.length > 1
  )
    at[integer(rng, 0, at.length - 1)] = domain === "bit" ? 1 - (at[0] as number) : -(at[0] as number);
  if (domain === "symmetric" || domain === "identity") {
    if (rows !== cols)
      throw new FormulaError(
        `${names[0]} is ${domain === "identity" ? "an identity" : domain} and not square`,
      );
    if (domain === "identity")
      at.forEach((_, k) => {
        at[k] = k % (cols + 1) === 0 ? 1 : 0;
      });
    else
      for (let i = 0; i < rows; i++)
        for (let j = 0; j < i; j++) at[i * cols + j] = at[j * cols + i] as number;
  }
  return { rank: shape.length as 0 | 1 | 2, rows, cols, at };
}

/**
 * Rows with a single 1. Where there are as many rows as columns, each column has one and no class is empty; mixed, any
 * may be.
 */
function oneHot(at: number[], rows: number, cols: number, kind: Kind, rng: Random): void {
  at.fill(0);
  const classes = kind === "mixed" ? [] : permutation(rng, cols);
  const order = permutation(rng, rows);
  for (let i = 0; i < rows; i++)
    at[(order[i] as number) * cols + (classes[i] ?? integer(rng, 0, cols - 1))] = 1;
}
