/**
 * The numbers of a point that can be moved a little, one by one.
 */
import { type Ends, endsOf } from "./draw-number.ts";
import type { Drawn } from "./point.ts";
import { nameOf, namesIn, type Scope } from "./scope.ts";
import type { Tensor } from "./tensor.ts";

export interface Coordinate {
  readonly name: string;
  /** The place of the entry. */
  readonly k: number;
  readonly ends: Ends;
  readonly symmetric: boolean;
}

/** Every symbol that formulas name, and every one behind those. */
export function namesBehind(scope: Scope, formulas: readonly unknown[]): ReadonlySet<string> {
  const named = formulas.flatMap(namesIn);
  const behind = scope.symbols
    .map(nameOf)
    .filter((name) => named.some((other) => scope.dependsOn(other, name)));
  return new Set([...named, ...behind]);
}

export function coordinatesOf(scope: Scope, names: ReadonlySet<string>, drawn: Drawn): Coordinate[] {
  return scope.symbols.flatMap((symbol) => {
    const [name, ends] = [nameOf(symbol), endsOf(symbol.domain)];
    const value = names.has(name) ? drawn.values.get(name) : undefined;
    if (value === undefined || ends === undefined) return [];
    return value.at.map((_, k) => ({ name, k, ends, symmetric: symbol.domain === "symmetric" }));
  });
}

export const numberAt = ({ name, k }: Coordinate, drawn: Drawn): number =>
  drawn.values.get(name)?.at[k] as number;

/** The point with one number put elsewhere. */
export function movedTo(drawn: Drawn, { name, k, symmetric }: Coordinate, to: number): Drawn {
  const value = drawn.values.get(name) as Tensor;
  const at = [...value.at];
  at[k] = to;
  if (symmetric) at[(k % value.cols) * value.cols + Math.floor(k / value.cols)] = to;
  return { ...drawn, values: new Map([...drawn.values, [name, { ...value, at }]]) };
}
