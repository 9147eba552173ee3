import type { Value } from "../value.ts";

/** Applies a function to each number of a value; texts and booleans stay. */
export function each(value: Value, change: (x: number, i: number) => number): Value {
  let i = 0;
  const walk = (x: Value): Value => {
    if (typeof x === "number") return change(x, i++);
    if (typeof x === "string" || typeof x === "boolean") return x;
    if (Array.isArray(x)) return x.map(walk);
    return Object.fromEntries(Object.entries(x).map(([k, inner]) => [k, walk(inner as Value)]));
  };
  return walk(value);
}
