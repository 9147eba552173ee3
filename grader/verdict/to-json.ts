/**
 * The verdict for other programs. JSON has no NaN, no infinities and no negative zero: they are written as
 * the strings "NaN", "Infinity", "-Infinity" and "-0".
 */
import type { Verdict } from "./verdict.ts";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A verdict as plain JSON data that verdict.schema.json describes. */
export const toJson = (verdict: Verdict): Json => encode(verdict);

function encode(value: unknown): Json {
  if (typeof value === "number")
    return Number.isFinite(value) && !Object.is(value, -0) ? value : named(value);
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value !== "object" || value === null) return null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([name, field]) => [name, encode(field)]),
  );
}

const named = (x: number): string => (Object.is(x, -0) ? "-0" : String(x));
