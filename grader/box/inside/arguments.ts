/**
 * Arguments: made afresh for each call from the judge's floats, and held against the same floats after it.
 *
 * The judge wrote them, so that nothing is checked. Each context begins with code that the engine has not compiled,
 * in which a call or a look at a property costs more than the work itself: hence variables, and loops written out.
 */

import { handed } from "../../../reference/functions/handed.ts";
import type { FunctionName } from "../../../reference/functions/known.ts";
import { tag } from "../wire.ts";
import * as c from "./captured.ts";

const { number, boolean, vector, record, text, fn: named } = tag;

/** The present batch. */
let floats: Float64Array = new Float64Array(0);
/** Where its next float is. */
let at = 0;
/** Whether arrays behave as they came: a setter put on Array.prototype would swallow a plain assignment. */
let plain = true;
/** The texts that the batch begins with; its calls name them by number. No prototype stands in an assignment's way. */
let texts: Record<number, string> = {};
/** The functions that the present call was handed, in order, and how many of them were passed since its first value. */
let functions: Record<number, unknown> = {};
let passed = 0;

/** Longest array that is copied: a row of an image has 784. */
const most = 1024;
/**
 * Arrays that new ones are copied from. The engine keeps an array in one of several forms by what it has seen in it:
 * a copy has the right one from the start, and the submission's code meets one form only.
 */
const fractions = doubled([0.5]);
const things = doubled<unknown>([null]);

function doubled<T>(list: T[]): T[] {
  let made = list;
  while (made.length < most) made = c.apply(c.concat, made, [made]) as T[];
  return made;
}

/** Written out where it is short, as nearly all are: a copy takes a call, and a list of its two arguments. */
function fractionsOf(n: number): number[] {
  if (n === 1) return [0.5];
  if (n === 2) return [0.5, 0.5];
  if (n === 3) return [0.5, 0.5, 0.5];
  if (n === 4) return [0.5, 0.5, 0.5, 0.5];
  if (n === 5) return [0.5, 0.5, 0.5, 0.5, 0.5];
  if (n === 6) return [0.5, 0.5, 0.5, 0.5, 0.5, 0.5];
  return copied(fractions, n);
}

function thingsOf(n: number): unknown[] {
  if (n === 1) return [null];
  if (n === 2) return [null, null];
  if (n === 3) return [null, null, null];
  if (n === 4) return [null, null, null, null];
  return copied(things, n);
}

function copied<T>(from: readonly T[], n: number): T[] {
  return n <= most ? (c.apply(c.slice, from, [0, n]) as T[]) : new c.TheArray<T>(n);
}

/** Begins the batch whose first float is number `from`. */
export function begin(batch: Float64Array, from: number): void {
  floats = batch;
  at = from;
  plain = c.arraysAreOurs();
  const n = next();
  texts = c.create(null) as Record<number, string>;
  functions = c.create(null);
  for (let i = 0; i < n; i++) texts[i] = nextText();
}

/** The next float. */
export const next = (): number => floats[at++]!;

/** Where the next float is. */
export const here = (): number => at;

/** Goes to where `here` was: before the arguments of a call, or behind them. */
export function goTo(place: number): void {
  at = place;
  passed = 0;
}

function nextText(): string {
  let read = "";
  for (let n = next(); n > 0; n--) read += c.fromCharCode(next());
  return read;
}

/** The next text, by its number. */
export const nextName = (): string => texts[next()]!;

function nextFunction(): FunctionName {
  const fn = nextName();
  const n = next();
  const args = new c.TheArray<number | FunctionName>(n);
  for (let i = 0; i < n; i++) c.put(args, `${i}`, next() === number ? next() : nextFunction());
  const name = c.create(null);
  name.fn = fn;
  name.args = args;
  return name as unknown as FunctionName;
}

/** The `n` arguments of the next call, made of this context's arrays and objects. */
export function build(n: number): unknown[] {
  passed = 0;
  return buildList(n);
}

function buildList(n: number): unknown[] {
  const list = plain ? thingsOf(n) : new c.TheArray<unknown>(n);
  // Most of what is in a list is a vector.
  if (plain) for (let i = 0; i < n; i++) list[i] = floats[at] === vector ? buildVector() : buildOne();
  else for (let i = 0; i < n; i++) c.put(list, `${i}`, buildOne());
  return list;
}

function buildOne(): unknown {
  if (floats[at] === vector) return buildVector();
  const kind = floats[at++];
  if (kind === number) return floats[at++];
  if (kind === named) return buildFunction();
  if (kind === text) return nextName();
  if (kind === boolean) return floats[at++] === 1;
  const n = floats[at++]!;
  return kind === record ? buildRecord(n) : buildList(n);
}

function buildFunction(): unknown {
  const fn = handed(nextFunction());
  functions[passed++] = fn;
  return fn;
}

function buildVector(): number[] {
  const source = floats;
  const n = source[at + 1]!;
  const from = at + 2;
  at = from + n;
  const list = plain ? fractionsOf(n) : new c.TheArray<number>(n);
  if (plain) for (let i = 0; i < n; i++) list[i] = source[from + i]!;
  else for (let i = 0; i < n; i++) c.put(list, `${i}`, source[from + i]);
  return list;
}

function buildRecord(n: number): object {
  const made: Record<string, unknown> = {};
  for (let i = 0; i < n; i++) {
    const name = nextName();
    if (plain) made[name] = buildOne();
    else c.put(made, name, buildOne());
  }
  return made;
}

/** Moves past the next `n` values. */
export function skip(n: number): void {
  for (let i = 0; i < n; i++) skipOne();
}

function skipOne(): void {
  const kind = next();
  if (kind === number || kind === text || kind === boolean) at++;
  else if (kind === named) skipFunction();
  else {
    const n = next();
    if (kind === vector) at += n;
    for (let i = 0; kind !== vector && i < n; i++) {
      if (kind === record) at++;
      skipOne();
    }
  }
}

/** Moves past a function; which one the call was handed. */
function skipFunction(): unknown {
  skipName();
  return functions[passed++];
}

function skipName(): void {
  at++;
  for (let n = next(); n > 0; n--) {
    if (next() === number) at++;
    else skipName();
  }
}

/**
 * Whether `value` no longer is the next value; leaves the place behind it.
 *
 * @param closely looks at properties beside the entries of lists, too, which takes much longer
 */
export function hasChanged(value: unknown, closely: boolean): boolean {
  const start = at;
  const before = passed;
  try {
    if (!differs(value, closely)) return false;
  } catch {
    // What throws when it is looked at is not what was handed over.
  }
  at = start;
  passed = before;
  skipOne();
  return true;
}

function differs(value: unknown, closely: boolean): boolean {
  if (floats[at] === vector) return vectorDiffers(value, closely);
  const kind = floats[at++];
  if (kind === number) return !c.is(value, floats[at++]);
  if (kind === named) return value !== skipFunction();
  if (kind === text) return value !== nextName();
  if (kind === boolean) return value !== (floats[at++] === 1);
  if (typeof value !== "object" || value === null) return true;
  const n = floats[at++]!;
  if (kind === record) return recordDiffers(value as Record<string, unknown>, n, closely);
  const list = value as unknown[];
  if (!c.isArray(list) || list.length !== n || (closely && !isBare(list, n))) return true;
  for (let i = 0; i < n; i++)
    if (floats[at] === vector ? vectorDiffers(list[i], closely) : differs(list[i], closely)) return true;
  return false;
}

/** Object.is, written out. */
function vectorDiffers(value: unknown, closely: boolean): boolean {
  const source = floats;
  const n = source[at + 1]!;
  const from = at + 2;
  at = from + n;
  const list = value as unknown[];
  if (!c.isArray(list) || list.length !== n || (closely && !isBare(list, n))) return true;
  for (let i = 0; i < n; i++) {
    const x = list[i];
    const y = source[from + i]!;
    // biome-ignore lint/suspicious/noSelfCompare: only NaN differs from itself
    if (x === y ? y === 0 && 1 / (x as number) !== 1 / y : x === x || y === y) return true;
  }
  return false;
}

/** No properties beyond indices and length. Looked at in small arrays only, where the list of keys is short. */
function isBare(list: unknown[], n: number): boolean {
  return n > 64 || c.ownKeys(list).length === n + 1;
}

function recordDiffers(value: Record<string, unknown>, n: number, closely: boolean): boolean {
  if (c.ownKeys(value).length !== n) return true;
  for (let i = 0; i < n; i++) {
    const name = nextName();
    if (c.getOwnPropertyDescriptor(value, name) === undefined || differs(value[name], closely)) return true;
  }
  return false;
}
