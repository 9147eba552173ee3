/**
 * The point of a page's example: what is given there in the place of what is drawn elsewhere.
 */
import { entriesOf } from "./evaluate.ts";
import { type Given, isFunction, type OfOne } from "./example.ts";
import { FormulaError } from "./formula-error.ts";
import type { Numbers } from "./numbers-in.ts";
import type { Drawn, DrawnFunction } from "./point.ts";
import { pointAt } from "./point-at.ts";
import { Dual, numberOf, type Quantity, slopeOf } from "./quantity.ts";
import { readerOf } from "./reader-of.ts";
import { nameOf, Scope } from "./scope.ts";
import type { Declared } from "./symbols.ts";
import { matrix, numberIn, scalar, type Tensor, vector } from "./tensor.ts";
import { tokensOf } from "./tokens-of.ts";

/** @throws FormulaError where a line of the example does not fit what is declared */
export function pointOfExample(symbols: readonly Declared[], given: readonly Given[]): Drawn {
  const sizes = new Map<string, number>();
  const values = new Map<string, Tensor>();
  const functions = new Map<string, DrawnFunction[]>();
  const setSize = (axis: string, size: number, by: string): void => {
    const before = sizes.get(axis) ?? (Number(axis) || undefined);
    if (before !== undefined && before !== size)
      throw new FormulaError(`${by} has ${size} entries where ${axis} is ${before}`);
    if (!Number.isInteger(size) || size < 1 || size > MOST)
      throw new FormulaError(`${axis} is a size from 1 to ${MOST}, not ${size}`);
    sizes.set(axis, size);
  };
  for (const { name, value } of given) {
    const symbol = symbolNamed(symbols, name);
    const [rows = "", cols = ""] = symbol.shape;
    if (isFunction(value)) {
      if (symbol.domain !== "function") throw new FormulaError(`${name} is declared as no function`);
      functions.set(nameOf(symbol), [...(functions.get(nameOf(symbol)) ?? []), functionOf(value)]);
      continue;
    }
    if (NOT_GIVEN.includes(symbol.domain))
      throw new FormulaError(`${name} is worked out, or an index: the example does not give it`);
    if (symbol.domain === "size") {
      setSize(nameOf(symbol), Number(value), name);
      continue;
    }
    const tensor = tensorOf(value);
    if (tensor.rank !== symbol.shape.length)
      throw new FormulaError(`${name} has ${tensor.rank} sizes here and ${symbol.shape.length} as declared`);
    if (tensor.rank > 0) setSize(rows, tensor.rows, name);
    if (tensor.rank > 1) setSize(cols, tensor.cols, name);
    values.set(nameOf(symbol), tensor);
  }
  for (const symbol of symbols.filter(({ domain }) => domain === "identity")) {
    const n = sizes.get(symbol.shape[0] ?? "");
    if (n === undefined) continue;
    const entries = Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : 0));
    values.set(nameOf(symbol), matrix(n, n, entries));
  }
  return { sizes, values, functions };
}

/** Entries along one side: an example is small. */
const MOST = 12;
const NOT_GIVEN: readonly string[] = ["defined", "given", "index", "function", "identity"];

/** `f_2` is one of a family f. */
function symbolNamed(symbols: readonly Declared[], name: string): Declared {
  const bare = (text: string): string => text.replace(/[{}\s]/g, "");
  const named = (wanted: string): Declared | undefined =>
    symbols.find(({ names }) => names.some((one) => bare(one) === bare(wanted)));
  const symbol = named(name) ?? named(name.replace(/_\{?\d\}?$/, ""));
  if (symbol === undefined) throw new FormulaError(`${name} is not declared`);
  return symbol;
}

function tensorOf(value: Numbers): Tensor {
  if (typeof value === "number") return scalar(value);
  const rows = value.map((row) => (typeof row === "number" ? [row] : row));
  return typeof value[0] === "number"
    ? vector(rows.flat())
    : matrix(rows.length, rows[0]?.length ?? 0, rows.flat());
}

/** A function of one number with its derivatives, exact, of any order. */
function functionOf({ letter, formula }: OfOne): DrawnFunction {
  const name = letter.trim();
  const scope = new Scope([{ names: [name], keys: [name], shape: [], domain: "real", meaning: "", line: 0 }]);
  const body = readerOf(tokensOf(formula), scope).whole();
  const at = (x: Quantity, order: number): Quantity => {
    const origin = pointAt(scope, { sizes: new Map(), values: new Map(), functions: new Map() });
    return numberIn(entriesOf(body, origin.moved([[name, scalar(x)]], order)));
  };
  const primed = (x: Quantity, primes: number, order: number): Quantity =>
    primes === 0
      ? at(x, order)
      : slopeOf(primed(new Dual(order + 1, x, 1), primes - 1, order + 1), order + 1);
  return (x, primes) => {
    scope.budget.start();
    scope.budget.renew();
    return numberOf(primed(x, primes, 0));
  };
}
