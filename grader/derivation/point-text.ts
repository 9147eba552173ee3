/**
 * A point in words, for the message of a failure.
 */
import type { Drawn } from "./point.ts";
import { nameOf, type Scope } from "./scope.ts";
import type { Tensor } from "./tensor.ts";

const short = (x: number, digits = 6): string => String(Number(x.toPrecision(digits)));

/** "0.5", "[1, 2]", "[[1, 2], [3, 4]]" */
export function valueText({ rank, cols, at }: Tensor, digits = 6): string {
  const texts = at.map((x) => short(x, digits));
  if (rank === 0) return texts[0] as string;
  if (rank === 1) return `[${texts.join(", ")}]`;
  const rows = Array.from({ length: at.length / cols }, (_, i) => texts.slice(i * cols, (i + 1) * cols));
  return `[${rows.map((row) => `[${row.join(", ")}]`).join(", ")}]`;
}

/** Two values with as many digits as it takes to tell them apart. */
export function apart(left: Tensor, right: Tensor): [string, string] {
  for (const digits of [6, 10])
    if (valueText(left, digits) !== valueText(right, digits))
      return [valueText(left, digits), valueText(right, digits)];
  return [valueText(left, 16), valueText(right, 16)];
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
