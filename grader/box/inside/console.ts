/** The console of a submission: a few kilobytes of text, shown to the student as the student's. */
import { limit, putText, type Writer } from "../wire.ts";
import { nameOf } from "./answer.ts";
import * as c from "./captured.ts";
import { messageOf } from "./errors.ts";

let printed = 0;
let pending = "";

/** Text of at most about `room` characters. */
function show(value: unknown, depth: number, room: number): string {
  if (typeof value === "string") return depth === 0 ? c.clip(value, room) : `"${c.clip(value, room)}"`;
  if (typeof value === "number" && value === 0 && 1 / value < 0) return "-0";
  if (typeof value === "symbol" || value === undefined || value === null) return nameOf(value);
  if (typeof value !== "object")
    return typeof value === "function" ? "[function]" : c.clip(c.toText(value), room);
  if (value instanceof c.TheError) return messageOf(value);
  if (depth > 3 || room < 4) return "…";
  const listed = c.isArray(value) || c.typedName(value) !== undefined;
  return listed
    ? showList(value as unknown as ArrayLike<unknown>, depth, room)
    : showRecord(value, depth, room);
}

function showList(list: ArrayLike<unknown>, depth: number, room: number): string {
  let text = "[";
  for (let i = 0; i < list.length; i++) {
    if (i > 0) text += ", ";
    if (text.length > room || i > 200) return `${text}…]`;
    text += show(list[i], depth + 1, room - text.length);
  }
  return `${text}]`;
}

function showRecord(record: object, depth: number, room: number): string {
  const keys = c.ownKeys(record);
  let text = "{";
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (typeof key !== "string") continue;
    text += text === "{" ? " " : ", ";
    if (text.length > room || i > 64) return `${text}… }`;
    const value = (record as Record<string, unknown>)[key];
    text += `${c.clip(key, 60)}: ${show(value, depth + 1, room - text.length)}`;
  }
  return text === "{" ? "{}" : `${text} }`;
}

function print(...values: unknown[]): void {
  const room = limit.output - printed;
  if (room <= 0) return;
  let line = "";
  for (let i = 0; i < values.length && line.length <= room; i++) {
    if (i > 0) line += " ";
    try {
      line += show(values[i], 0, room - line.length);
    } catch {
      line += "(cannot be shown)";
    }
  }
  line = c.clip(`${line}\n`, room);
  printed += line.length;
  pending += line;
}

/** Writes what was printed since the last time, if anything was. */
export function putPrinted(w: Writer): void {
  if (pending === "") return;
  putText(w, pending, limit.output);
  pending = "";
}

/** Puts the console where submissions look for it. */
export function installConsole(): void {
  const console: Record<string, unknown> = {};
  for (const name of ["log", "info", "warn", "error", "debug", "trace", "table", "dir"])
    console[name] = print;
  for (const name of ["assert", "count", "group", "groupEnd", "time", "timeEnd", "clear"])
    console[name] = () => {};
  defineProperty("console", console);
}

function defineProperty(name: string, value: unknown): void {
  c.defineProperty(globalThis, name, { value, writable: true, enumerable: false, configurable: true });
}
