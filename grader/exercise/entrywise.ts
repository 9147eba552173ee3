/**
 * Arithmetic on vectors, matrices and records as a whole, entry by entry, with plain numbers and tracked ones: what laws
 * say of answers and do to inputs.
 */
import { Num, num } from "../../reference/numbers/num.ts";

type Entry = Num | number;

/** Each entry times k. */
export const scaled = <T>(all: T, k: number): T =>
  entrywise(all, (x) => (x instanceof Num ? x.times(k) : x * k));

/** Each entry plus c. */
export const shifted = <T>(all: T, c: number): T =>
  entrywise(all, (x) => (x instanceof Num ? x.plus(c) : x + c));

/** Each entry with its sign turned. */
export const negated = <T>(all: T): T => entrywise(all, (x) => (x instanceof Num ? x.negated() : -x));

/** Zeros in the same form. */
export const zeros = <T>(all: T): T => entrywise(all, (x) => (x instanceof Num ? num(0) : 0));

/** Tracked entries less those of something in the same form. */
export const minus = <T>(all: T, less: unknown): T =>
  entrywise(all, (x, y) => num(x).minus(y as Entry), less);

function entrywise<T>(all: T, change: (x: Entry, y: unknown) => Entry, beside?: unknown): T {
  const walk = (x: unknown, y: unknown): unknown => {
    if (typeof x === "number" || x instanceof Num) return change(x, y);
    if (Array.isArray(x)) return x.map((entry, i) => walk(entry, (y as readonly unknown[] | undefined)?.[i]));
    return Object.fromEntries(
      Object.entries(x as object).map(([name, part]) => [
        name,
        walk(part, (y as Readonly<Record<string, unknown>> | undefined)?.[name]),
      ]),
    );
  };
  return walk(all, beside) as T;
}
