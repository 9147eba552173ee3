/**
 * The value of a symbol at a point: with its indices, and with its arguments where it is a function.
 */
import type { Ref } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import type { DrawnFunction, Point } from "./point.ts";
import { Dual, numberOf, type Quantity, slopeOf } from "./quantity.ts";
import type { Definition } from "./scope.ts";
import { type Smooth, through } from "./smooth.ts";
import type { Declared } from "./symbols.ts";
import { entry, mapped, numberIn, scalar, type Tensor } from "./tensor.ts";

type Entries = Tensor<Quantity>;

export function refValue(ref: Ref, point: Point): Entries {
  const index = point.index(ref.name);
  if (index !== undefined) return scalar<Quantity>(index);
  const symbol = point.scope.declared(ref.name);
  if (symbol === undefined) throw new FormulaError(`${ref.name} is not declared`);
  const indices = ref.indices.map((i) => numberOf(numberIn(point.entries(i))) - 1);
  if (symbol.domain === "function") return ofDrawn(ref, symbol, indices, point);
  if (symbol.domain === "index")
    throw new FormulaError(`the index ${symbol.names[0]} runs over nothing here`);
  const definition = point.scope.definition(ref.name);
  if (ref.args === undefined || definition === undefined || definition.params.length === 0) {
    if (ref.primes > 0)
      throw new FormulaError(
        `${symbol.names[0]}${"'".repeat(ref.primes)} does not say where: write its argument`,
      );
    const alone = definition === undefined ? undefined : point.entryAlone(symbol, definition, indices);
    return alone ?? entry(point.value(symbol), indices);
  }
  return ofDefined(ref, symbol, definition, indices, point);
}

/** f(x) of a declared function, which is drawn. */
function ofDrawn(ref: Ref, symbol: Declared, indices: readonly number[], point: Point): Entries {
  const [first, more] = ref.args ?? [];
  if (first === undefined)
    throw new FormulaError(`${symbol.names[0]} has no argument here: write ${symbol.names[0]}(x)`);
  if (more !== undefined) throw new FormulaError(`${symbol.names[0]} takes one argument`);
  const family = point.drawn.functions.get(ref.name) ?? [];
  const f = family[indices[0] ?? 0];
  if (f === undefined) throw new FormulaError(`${symbol.names[0]} has no number ${(indices[0] ?? 0) + 1}`);
  return mapped(point.entries(first), (x) => through(x, smooth(f, ref.primes)));
}

/** A drawn function is a sum of terms, of which the largest is about 1 + x². */
const smooth = (f: DrawnFunction, primes: number): Smooth => ({
  value: (x) => f(x, primes),
  slope: (x) => through(x, smooth(f, primes + 1)),
  size: (x) => 8 * (1 + x * x),
});

/** L(w, b) or L′(w): the value at a point where the parameters are the arguments that are written. */
function ofDefined(
  ref: Ref,
  symbol: Declared,
  { params }: Definition,
  indices: readonly number[],
  point: Point,
): Entries {
  const args = ref.args ?? [];
  if (params.length !== args.length)
    throw new FormulaError(`${ref.name} takes ${params.length} arguments, not ${args.length}`);
  const values = args.map((arg) => point.entries(arg));
  if (ref.primes === 0)
    return entry(point.moved(params.map((name, i) => [name, values[i] as Entries])).value(symbol), indices);
  const [param = "", ...more] = params;
  if (more.length > 0)
    throw new FormulaError(
      `a prime on ${ref.name}, which has ${params.length} arguments: write the derivative as a fraction`,
    );
  return scalar(slopes(ref.primes, numberIn(values[0] as Entries), point));

  function slopes(primes: number, x: Quantity, from: Point): Quantity {
    if (primes === 0) return numberIn(entry(from.moved([[param, scalar(x)]]).value(symbol), indices));
    const order = from.order + 1;
    const there = from.moved([], order);
    return slopeOf(slopes(primes - 1, new Dual(order, x, 1), there), order);
  }
}
