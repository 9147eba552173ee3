/** Arguments: made afresh for each call from the judge's bytes, and held against the same bytes after it. */
import { type FunctionName, functionOf } from "../../../reference/functions.ts";
import { ProtocolError, type Reader, readText, tag } from "../wire.ts";
import * as c from "./captured.ts";

/** The texts of the present batch; calls name them by number. */
let texts = new c.TheArray<string>(0);

/** Takes the texts that a batch begins with. */
export function takeTexts(r: Reader): void {
  const n = r.count(r.end);
  texts = new c.TheArray<string>(n);
  for (let i = 0; i < n; i++) c.put(texts, `${i}`, readText(r));
}

/** The next text, by its number. */
export function textAt(r: Reader): string {
  return texts[r.count(texts.length - 1)]!;
}

function readName(r: Reader): FunctionName {
  const fn = textAt(r);
  const n = r.count(8);
  const args = new c.TheArray<number | FunctionName>(n);
  for (let i = 0; i < n; i++) c.put(args, `${i}`, r.count(tag.fn) === tag.number ? r.float() : readName(r));
  const name = c.create(null);
  name.fn = fn;
  name.args = args;
  return name as unknown as FunctionName;
}

/** The next value of the stream, made of this context's arrays and objects. */
export function build(r: Reader, plain: boolean): unknown {
  const kind = r.count(tag.fn);
  if (kind === tag.number) return r.float();
  if (kind === tag.fn) return functionOf(readName(r)).value;
  if (kind === tag.record) {
    const record = {};
    for (let n = r.count(r.end); n > 0; n--) c.put(record, textAt(r), build(r, plain));
    return record;
  }
  if (kind !== tag.vector && kind !== tag.list) throw new ProtocolError("a value");
  const n = r.count(r.end);
  const list = new c.TheArray<unknown>(n);
  for (let i = 0; i < n; i++) {
    const item = kind === tag.vector ? r.float() : build(r, plain);
    // A setter put on Array.prototype would swallow a plain assignment.
    if (plain) list[i] = item;
    else c.put(list, `${i}`, item);
  }
  return list;
}

/** Moves past the next value. */
export function skip(r: Reader): void {
  const kind = r.count(tag.fn);
  if (kind === tag.number) r.float();
  else if (kind === tag.fn) readName(r);
  else {
    const n = r.count(r.end);
    if (kind === tag.vector) r.at += n;
    for (let i = 0; kind !== tag.vector && i < n; i++) {
      if (kind === tag.record) textAt(r);
      skip(r);
    }
  }
}

/** Whether `value` no longer is the next value of the stream; leaves the reader after it. */
export function hasChanged(value: unknown, r: Reader): boolean {
  const start = r.at;
  try {
    if (!differs(value, r)) return false;
  } catch {
    // What throws when it is looked at is not what was handed over.
  }
  r.at = start;
  skip(r);
  return true;
}

function differs(value: unknown, r: Reader): boolean {
  const kind = r.count(tag.fn);
  if (kind === tag.number) return !c.is(value, r.float());
  if (kind === tag.fn) {
    readName(r);
    return typeof value !== "function";
  }
  if (typeof value !== "object" || value === null) return true;
  const n = r.count(r.end);
  if (kind === tag.record) return recordDiffers(value as Record<string, unknown>, n, r);
  const list = value as unknown[];
  if (!c.isArray(list) || list.length !== n || !isBare(list, n)) return true;
  for (let i = 0; i < n; i++)
    if (kind === tag.vector ? !c.is(list[i], r.float()) : differs(list[i], r)) return true;
  return false;
}

/** No properties beyond indices and length. Looked at in small arrays only, where the list of keys is short. */
function isBare(list: unknown[], n: number): boolean {
  return n > 64 || c.ownKeys(list).length === n + 1;
}

function recordDiffers(record: Record<string, unknown>, n: number, r: Reader): boolean {
  if (c.ownKeys(record).length !== n) return true;
  for (let i = 0; i < n; i++) {
    const name = textAt(r);
    if (c.getOwnPropertyDescriptor(record, name) === undefined || differs(record[name], r)) return true;
  }
  return false;
}
