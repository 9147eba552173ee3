/**
 * The values that cross between judge and box. Only bytes cross; this is what they mean.
 */

/** A function-valued argument, drawn by name from the table in reference/functions/known.ts. */
export interface FunctionValue {
  readonly fn: string;
  readonly args?: readonly (number | FunctionValue)[];
}

/** What the judge sends: numbers, texts, booleans, nested lists, records, functions by name. */
export type Value =
  | number
  | string
  | boolean
  | readonly Value[]
  | FunctionValue
  | { readonly [field: string]: Value };

/** Something that is none of ours: named, never carried. `name` is at most 40 printable characters. */
export interface Foreign {
  readonly foreign: string;
}

/** What gave its items one by one, such as a generator: `iterable` names it. */
export type Iterated = {
  readonly iterable: string;
  /** All of them; none where it still gave more when the box stopped to ask. */
  readonly items: readonly Returned[];
  readonly ends: boolean;
};

/** What comes back from a submission, before it is held against the declared type. */
export type Returned =
  | number
  | string
  | boolean
  | readonly Returned[]
  | Foreign
  | Iterated
  | { readonly [field: string]: Returned };

/** True for the marker of a value that cannot cross, such as a symbol, a promise or a function. */
export function isForeign(value: Returned): value is Foreign {
  return typeof value === "object" && !Array.isArray(value) && typeof (value as Foreign).foreign === "string";
}

/** True for what was read item by item: no record comes in with a text for its field `iterable`. */
export function isIterated(value: Returned): value is Iterated {
  return (
    typeof value === "object" && !Array.isArray(value) && typeof (value as Iterated).iterable === "string"
  );
}

/** True for a function-valued argument. */
export function isFunctionValue(value: Value): value is FunctionValue {
  return (
    typeof value === "object" && !Array.isArray(value) && typeof (value as FunctionValue).fn === "string"
  );
}
