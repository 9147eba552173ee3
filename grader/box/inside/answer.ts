/** Answers: the submission's value walked and written, everything unknown by its name only. */
import { limit, putText, tag, type Writer } from "../wire.ts";
import * as c from "./captured.ts";

/** What a value that cannot cross is called. */
export function nameOf(value: unknown): string {
  if (value === null) return "null";
  if (value === undefined) return "undefined";
  if (typeof value === "function") return "a function";
  if (typeof value !== "object") return `a ${typeof value}`;
  const typed = c.typedName(value);
  if (typed !== undefined) return `a ${typed}`;
  return boxedName(value);
}

function boxedName(value: object): string {
  const prototype = c.getPrototypeOf(value) as object | null;
  const own = prototype === null ? undefined : c.getOwnPropertyDescriptor(prototype, "constructor");
  const maker = own?.value as unknown;
  const named = typeof maker === "function" ? c.getOwnPropertyDescriptor(maker, "name") : undefined;
  const name = named?.value as unknown;
  if (typeof name !== "string" || name === "" || name.length > 25) return "an object";
  if (name === "Promise") return "a Promise";
  if (name === "Number" || name === "String" || name === "Boolean") return `a ${name} object`;
  return `an instance of ${name}`;
}

function foreign(w: Writer, name: string): void {
  w.put(tag.foreign);
  putText(w, name, 40);
}

/** Writes one value; `most` is the length that the writer may reach. */
export function putAnswer(w: Writer, value: unknown, most: number, depth = 0): void {
  if (typeof value === "number") {
    w.put(tag.number);
    w.put(value);
  } else if (typeof value === "boolean") {
    w.put(tag.boolean);
    w.put(value ? 1 : 0);
  } else if (typeof value !== "object" || value === null) foreign(w, nameOf(value));
  else if (depth >= limit.depth) foreign(w, "nested too deep");
  else if (c.isArray(value)) putList(w, value, most, depth);
  else putRecord(w, value as Record<string, unknown>, most, depth);
}

function putList(w: Writer, list: readonly unknown[], most: number, depth: number): void {
  const n: unknown = list.length;
  const start = w.length;
  // A proxy may give any length, and any thing as a length.
  if (typeof n !== "number" || !(n >= 0) || n % 1 !== 0 || start + n + 2 > most) {
    foreign(w, "too large");
    return;
  }
  w.put(tag.vector);
  w.put(n);
  for (let i = 0; i < n; i++) {
    const item = list[i];
    if (typeof item !== "number") {
      w.length = start;
      putMixed(w, list, n, most, depth);
      return;
    }
    w.put(item);
  }
}

function putMixed(w: Writer, list: readonly unknown[], n: number, most: number, depth: number): void {
  const start = w.length;
  w.put(tag.list);
  w.put(n);
  for (let i = 0; i < n; i++) {
    if (w.length + 2 * (n - i) > most) {
      w.length = start;
      foreign(w, "too large");
      return;
    }
    putAnswer(w, list[i], most, depth + 1);
  }
}

function putRecord(w: Writer, record: Record<string, unknown>, most: number, depth: number): void {
  const prototype = c.getPrototypeOf(record);
  if (prototype !== null && prototype !== c.ObjectPrototype) {
    foreign(w, nameOf(record));
    return;
  }
  const keys = c.ownKeys(record);
  const start = w.length;
  let fields = 0;
  w.put(tag.record);
  w.put(0);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (typeof key !== "string" || c.getOwnPropertyDescriptor(record, key)?.enumerable !== true) continue;
    if (++fields > limit.fields || key.length > 100 || key === "__proto__" || w.length + 200 > most) {
      w.length = start;
      foreign(w, "too large");
      return;
    }
    putText(w, key);
    putAnswer(w, record[key], most, depth + 1);
  }
  w.floats[start + 1] = fields;
}
