/**
 * The values that cross between judge and box. Only bytes cross; this is what they mean.
 */

/** A function-valued argument, drawn by name from the table in reference/functions/known.ts. */
export interface FunctionValue {
  readonly fn: string;
  readonly args?: readonly (number | FunctionValue)[];
}

/** What the judge sends: numbers, nested lists, records, functions by name. */
export type Value = number | readonly Value[] | FunctionValue | { readonly [field: string]: Value };

/** Something that is none of ours: named, never carried. `name` is at most 40 printable characters. */
export interface Foreign {
  readonly foreign: string;
}

/** What comes back from a submission, before it is held against the declared type. */
export type Returned =
  | number
  | boolean
  | readonly Returned[]
  | Foreign
  | { readonly [field: string]: Returned };

/** True for the marker of a value that cannot cross, such as a string, a promise or a function. */
export function isForeign(value: Returned): value is Foreign {
  return typeof value === "object" && !Array.isArray(value) && typeof (value as Foreign).foreign === "string";
}

/** True for a function-valued argument. */
export function isFunctionValue(value: Value): value is FunctionValue {
  return (
    typeof value === "object" && !Array.isArray(value) && typeof (value as FunctionValue).fn === "string"
  );
}
