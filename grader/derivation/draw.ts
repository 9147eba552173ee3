/**
 * A point from a seed: sizes that differ, numbers away from 0, classes of which each is hit.
 */
import { integer, permutation, type Random, random } from "../../reference/random.ts";
import { FormulaError } from "./formula-error.ts";
import type { Drawn, DrawnFunction } from "./point.ts";
import { nameOf, type Scope } from "./scope.ts";
import type { Declared, Domain } from "./symbols.ts";
import type { Tensor } from "./tensor.ts";

/** Sizes are drawn from here, no two alike: a transposed matrix must not have the right shape. */
const SMALLEST = 2;

export function draw(scope: Scope, seed: number, name: string): Drawn {
  const rng = random(seed, name);
  const sizes = drawnSizes(scope, rng);
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
        Array.from({ length: count }, () => smooth(rng)),
      );
    } else values.set(nameOf(symbol), drawnValue(symbol, shape, rng));
  }
  return { sizes, values, functions };
}

function drawnSizes(scope: Scope, rng: Random): ReadonlyMap<string, number> {
  const named = scope.symbols.filter(({ domain }) => domain === "size");
  const order = permutation(rng, Math.max(named.length, 3));
  return new Map(named.map((symbol, i) => [nameOf(symbol), SMALLEST + (order[i] as number)]));
}

function drawnValue({ domain, names }: Declared, shape: readonly number[], rng: Random): Tensor {
  const [rows = 1, cols = 1] = shape;
  const at = Array.from({ length: rows * cols }, () => drawnNumber(domain, rng));
  if (domain === "one-hot") oneHot(at, shape.length === 1 ? 1 : rows, shape.length === 1 ? rows : cols, rng);
  // All alike, a class that is never hit would not be seen.
  if ((domain === "bit" || domain === "sign") && at.every((x) => x === at[0]) && at.length > 1)
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

/** Rows with a single 1. Where there are as many rows as columns, each column has one: no class is empty. */
function oneHot(at: number[], rows: number, cols: number, rng: Random): void {
  at.fill(0);
  const classes = permutation(rng, cols);
  const order = permutation(rng, rows);
  for (let i = 0; i < rows; i++)
    at[(order[i] as number) * cols + (classes[i] ?? integer(rng, 0, cols - 1))] = 1;
}

function drawnNumber(domain: Domain, rng: Random): number {
  const between = (low: number, high: number): number => low + (high - low) * rng();
  switch (domain) {
    case "positive":
      return between(0.3, 2);
    case "small":
      return between(0.01, 0.05);
    case "probability":
      return between(0.15, 0.85);
    case "sign":
      return rng() < 0.5 ? -1 : 1;
    case "bit":
      return rng() < 0.5 ? 0 : 1;
    default:
      return between(0.25, 1.75) * (rng() < 0.5 ? -1 : 1);
  }
}

/** a·x + b·sin(x + c), with all its derivatives. */
function smooth(rng: Random): DrawnFunction {
  const [a, b, c] = [0.5 + rng(), 0.5 + rng(), 6 * rng()];
  return (x, primes) =>
    b * Math.sin(x + c + (primes * Math.PI) / 2) + (primes === 0 ? a * x : primes === 1 ? a : 0);
}
