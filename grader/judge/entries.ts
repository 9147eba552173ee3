/**
 * The numbers of a nested value, in reading order, with the path of each.
 */
import { Num } from "../../reference/numbers/num.ts";
import { leavesOf, type Plain, type Tracked } from "../../reference/numbers/tracked.ts";
import type { Returned, Value } from "../value.ts";

/** All numbers of a value, in reading order. */
export function numbersIn(value: Value | Plain | Returned): number[] {
  const numbers: number[] = [];
  const walk = (x: unknown): void => {
    if (typeof x === "number") numbers.push(x);
    else if (Array.isArray(x)) for (const entry of x) walk(entry);
    else if (typeof x === "object" && x !== null) for (const entry of Object.values(x)) walk(entry);
  };
  walk(value);
  return numbers;
}

/** The numbers of an answer in the order of the expected structure, whatever the order of its fields. */
export function numbersAlong(expected: Tracked, yours: Returned | Value): number[] {
  const numbers: number[] = [];
  const walk = (e: Tracked, y: Returned | Value | undefined): void => {
    if (e instanceof Num) numbers.push(typeof y === "number" ? y : Number.NaN);
    else if (typeof e !== "object") return;
    else if (Array.isArray(e))
      for (const [i, inner] of e.entries()) walk(inner, (y as readonly Returned[])?.[i]);
    else
      for (const [k, inner] of Object.entries(e)) walk(inner, (y as Readonly<Record<string, Returned>>)?.[k]);
  };
  walk(expected, yours);
  return numbers;
}

/**
 * What is found first along the lists, records and texts of the expected structure, each beside what stands in its
 * place.
 */
export function firstAlong<T>(
  expected: Tracked,
  yours: Value | undefined,
  ask: (expected: Exclude<Tracked, Num>, yours: Value | undefined, at: string) => T | undefined,
  at = "",
): T | undefined {
  if (expected instanceof Num) return undefined;
  const found = ask(expected, yours, at);
  if (found !== undefined || typeof expected !== "object") return found;
  const isList = Array.isArray(expected);
  const entries = expected as Readonly<Record<string, Tracked>>;
  for (const name of Object.keys(entries)) {
    const entry = entries[name] as Tracked;
    // Most entries are numbers, of which nothing is asked: their place need not be spelled.
    if (entry instanceof Num) continue;
    const mine = (yours as Readonly<Record<string, Value>> | undefined)?.[name];
    const inner = firstAlong(entry, mine, ask, isList ? `${at}[${name}]` : `${at}.${name}`);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

const paths = new WeakMap<object, readonly string[]>();

/** Paths such as `.dW[0][2]` of the numbers of a structure, in the order of leavesOf. */
export function pathsOf(tracked: Tracked): readonly string[] {
  if (typeof tracked !== "object") return [];
  const known = paths.get(tracked) ?? pathsFrom(tracked, "");
  paths.set(tracked, known);
  return known;
}

function pathsFrom(tracked: Tracked, at: string): string[] {
  if (tracked instanceof Num) return [at];
  if (typeof tracked !== "object") return [];
  if (Array.isArray(tracked)) return tracked.flatMap((entry, i) => pathsFrom(entry, `${at}[${i}]`));
  return Object.entries(tracked).flatMap(([field, entry]) => pathsFrom(entry as Tracked, `${at}.${field}`));
}

type Structure = Returned | Plain | Value;

/**
 * True if both have the same lists, lengths and fields, with numbers in the same places, and the same texts.
 *
 * @param alike what counts as the same where neither is a number, a list or a record
 */
export function sameStructure(
  a: Structure,
  b: Structure,
  alike = (one: Structure, other: Structure): boolean => one === other,
): boolean {
  if (typeof a === "number" || typeof b === "number") return typeof a === typeof b;
  if (typeof a !== "object" || typeof b !== "object") return alike(a, b);
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((entry, i) => sameStructure(entry, b[i], alike));
  }
  if (a === null || b === null) return false;
  const [ka, kb] = [Object.keys(a), Object.keys(b)];
  const field = (x: object, k: string) => (x as Record<string, Plain>)[k] as Plain;
  return (
    ka.length === kb.length &&
    ka.every((k) => Object.hasOwn(b, k) && sameStructure(field(a, k), field(b, k), alike))
  );
}

/** True if a value has the structure of a tracked one, its texts included. */
export function hasFormOf(tracked: Tracked, value: Structure | undefined): boolean {
  if (tracked instanceof Num) return typeof value === "number";
  if (typeof tracked !== "object") return value === tracked;
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(tracked))
    return (
      Array.isArray(value) &&
      value.length === tracked.length &&
      tracked.every((entry, i) => hasFormOf(entry, value[i]))
    );
  const names = Object.keys(tracked);
  return (
    !Array.isArray(value) &&
    Object.keys(value).length === names.length &&
    names.every(
      (name) =>
        Object.hasOwn(value, name) &&
        hasFormOf(
          (tracked as Readonly<Record<string, Tracked>>)[name] as Tracked,
          (value as Readonly<Record<string, Value>>)[name],
        ),
    )
  );
}

/** Largest magnitude of a structure's numbers: the scale that its rounding errors are measured by. */
export function scaleOf(tracked: Tracked): number {
  return leavesOf(tracked).reduce(
    (scale, leaf) => Math.max(scale, Number.isFinite(leaf.magnitude) ? leaf.magnitude : 0),
    0,
  );
}
