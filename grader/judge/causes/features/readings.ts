/**
 * Numbers that are read off a value, to be held against thresholds.
 */
import { axes, type Type } from "../../../exercise/types.ts";
import type { Value } from "../../../value.ts";
import { numbersIn } from "./numbers-in.ts";

export interface Reading {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly of: (value: Value) => number;
}

/** Numbers that are read off a value. */
export function readingsOf(type: Type, name: string): readonly Reading[] {
  if (type.kind !== "tensor") return [];
  if (axes(type.shape).length === 0) {
    return [
      { id: "beyond-threshold", name, weight: 3, of: (x) => x as number },
      { id: "size-beyond-threshold", name: `|${name}|`, weight: 3.2, of: (x) => Math.abs(x as number) },
    ];
  }
  return [
    {
      id: "beyond-threshold",
      name: `the largest entry of ${name}`,
      weight: 3.5,
      of: (v) => Math.max(...numbersIn(v)),
    },
    {
      id: "beyond-threshold",
      name: `the smallest entry of ${name}`,
      weight: 3.5,
      of: (v) => Math.min(...numbersIn(v)),
    },
    {
      id: "size-beyond-threshold",
      name: `the largest |entry| of ${name}`,
      weight: 3.7,
      of: (v) => Math.max(...numbersIn(v).map(Math.abs)),
    },
  ];
}
