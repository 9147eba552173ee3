/**
 * A point in words, for the message of a failure.
 */
import type { Drawn } from "./point.ts";
import { nameOf, type Scope } from "./scope.ts";
import type { Tensor } from "./tensor.ts";

const short = (x: number): string => String(Number(x.toPrecision(6)));

/** "0.5", "[1, 2]", "[[1, 2], [3, 4]]" */
export function valueText({ rank, cols, at }: Tensor): string {
  if (rank === 0) return short(at[0] as number);
  if (rank === 1) return `[${at.map(short).join(", ")}]`;
  const rows = Array.from({ length: at.length / cols }, (_, i) => at.slice(i * cols, (i + 1) * cols));
  return `[${rows.map((row) => `[${row.map(short).join(", ")}]`).join(", ")}]`;
}

export function pointText(
  scope: Scope,
  drawn: Drawn,
  indices: readonly (readonly [string, number])[],
): string {
  const values = scope.symbols.flatMap((symbol) => {
    const value = drawn.values.get(nameOf(symbol));
    return value === undefined ? [] : [`${symbol.names[0]} = ${valueText(value)}`];
  });
  const sizes = [...drawn.sizes, ...indices].map(([name, n]) => `${name} = ${n}`);
  return [...sizes, ...values].join(", ");
}
