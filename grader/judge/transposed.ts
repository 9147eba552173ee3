import type { Value } from "../value.ts";

/** A matrix with rows and columns exchanged. */
export function transposed(value: Value): Value | undefined {
  if (!Array.isArray(value) || !Array.isArray(value[0])) return undefined;
  const rows = value as readonly (readonly number[])[];
  return (rows[0] as readonly number[]).map((_, j) => rows.map((row) => row[j] as number));
}
