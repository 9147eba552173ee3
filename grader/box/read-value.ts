/** Values among what the box answers, decoded strictly. */
import type { Returned } from "../value.ts";
import { sanitizeLine } from "./sanitize.ts";
import { limit, ProtocolError, Reader, readText, tag } from "./wire.ts";

/** Floats from one place up to another: a view of its own for each of thousands of frames would cost more than reading them. */
export interface Floats {
  readonly floats: Float64Array;
  readonly from: number;
  readonly to: number;
}

/** The value of an outcome that is known to be a returned one. */
export function readAnswer({ floats, from, to }: Floats): Returned {
  return readReturned(new Reader(floats, from + 1, to));
}

/** A value as it comes back. */
export function readReturned(r: Reader, depth = 0): Returned {
  if (depth > limit.depth) throw new ProtocolError("nested too deep");
  const kind = r.count(tag.iterable);
  if (kind === tag.number) return r.float();
  if (kind === tag.text) return readText(r, limit.value);
  if (kind === tag.iterable) return readIterable(r, depth);
  if (kind === tag.boolean) return r.count(1) === 1;
  if (kind === tag.foreign) return { foreign: sanitizeLine(readText(r, 40)) };
  if (kind === tag.fn) throw new ProtocolError("a function cannot come back");
  if (kind === tag.record) return readRecord(r, depth);
  const n = r.count(r.end - r.at);
  const list: Returned[] = [];
  for (let i = 0; i < n; i++) list.push(kind === tag.vector ? r.float() : readReturned(r, depth + 1));
  return list;
}

function readIterable(r: Reader, depth: number): Returned {
  const iterable = sanitizeLine(readText(r, 40));
  const ends = r.count(1) === 1;
  const n = r.count(limit.items);
  const items: Returned[] = [];
  for (let i = 0; i < n; i++) items.push(readReturned(r, depth + 1));
  return { iterable, items, ends };
}

/** Fields by which the judge knows its own markers: a text in one of them would be taken for such. */
const MARKS: ReadonlySet<string> = new Set(["foreign", "iterable", "fn"]);

function readRecord(r: Reader, depth: number): Returned {
  const n = r.count(limit.fields);
  const record: { [field: string]: Returned } = {};
  for (let i = 0; i < n; i++) {
    const name = readText(r);
    if (name === "__proto__" || Object.hasOwn(record, name)) throw new ProtocolError("a field no record has");
    const read = readReturned(r, depth + 1);
    const value = MARKS.has(name) && typeof read === "string" ? { foreign: "a string" } : read;
    // Nobody asks for a field whose name cannot be printed as it is.
    if (sanitizeLine(name) === name) record[name] = value;
  }
  return record;
}
