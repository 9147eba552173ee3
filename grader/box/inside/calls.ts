/** Makes the calls of a batch. */
import { limit, outcome, putText, Reader, tag } from "../wire.ts";
import { putAnswer } from "./answer.ts";
import { build, hasChanged, skip, takeTexts, textAt } from "./arguments.ts";
import * as c from "./captured.ts";
import { putThrown } from "./errors.ts";
import { exportNamed } from "./program.ts";
import { buffer, open, reopen, sheet } from "./sheet.ts";

type Callable = (...args: unknown[]) => unknown;

let input = new Float64Array(0);
let batch = new Reader(input, 0, 0);
let plain = true;
/** Where the arguments of the present call end; 0 until they are made. */
let end = 0;

/** Memory for `floats` floats, which the runner fills. */
export function reserve(floats: number): ArrayBufferLike {
  input = new Float64Array(floats);
  return buffer(input);
}

/** Begins the batch that the runner has put into the reserved memory; the number of its calls. */
export function begin(floats: number): number {
  batch = new Reader(input, 0, floats);
  plain = c.prototypesAreOurs();
  takeTexts(batch);
  return batch.count(floats);
}

/** How many of the batch's first answers are to be sent one by one. */
export function singles(): number {
  return batch.count(batch.end);
}

/** Makes the next call of the batch; the length of all answers. */
export function step(): number {
  open();
  const name = textAt(batch);
  const twice = batch.count(1) === 1;
  const n = batch.count(limit.fields);
  const at = batch.at;
  end = 0;
  const fn = exportNamed(name);
  if (typeof fn !== "function") {
    sheet.put(outcome.missing);
    pass(n);
    return sheet.length;
  }
  const args = new c.TheArray<unknown>(n);
  try {
    const value = call(fn as Callable, args, n);
    sheet.put(outcome.returned);
    const first = sheet.length;
    putAnswer(sheet, value, first + limit.floats);
    const last = sheet.length;
    putChanged(args, n, at);
    putAgain(twice ? (fn as Callable) : undefined, n, at, first, last);
  } catch (thrown) {
    reopen();
    putThrown(sheet, outcome.threw, thrown);
  }
  batch.at = end === 0 ? at : end;
  if (end === 0) pass(n);
  return sheet.length;
}

/** Moves past the arguments of one call. */
function pass(n: number): void {
  for (let i = 0; i < n; i++) skip(batch);
}

/** One call, on arguments made for it. They stay in `args`. */
function call(fn: Callable, args: unknown[], n: number): unknown {
  for (let i = 0; i < n; i++) {
    const arg = build(batch, plain);
    if (plain) args[i] = arg;
    else c.put(args, `${i}`, arg);
  }
  end = batch.at;
  return c.apply(fn, undefined, args);
}

function putChanged(args: readonly unknown[], n: number, at: number): void {
  batch.at = at;
  const slot = sheet.length;
  sheet.put(0);
  for (let i = 0; i < n; i++) if (hasChanged(args[i], batch)) sheet.put(i);
  sheet.floats[slot] = sheet.length - slot - 1;
}

/** The second answer, where it differs from the first in any bit. */
function putAgain(fn: Callable | undefined, n: number, at: number, first: number, last: number): void {
  const slot = sheet.length;
  sheet.put(0);
  if (fn === undefined) return;
  batch.at = at;
  const begins = sheet.length;
  try {
    const value = call(fn, new c.TheArray<unknown>(n), n);
    putAnswer(sheet, value, begins + limit.floats);
  } catch {
    sheet.length = begins;
    sheet.put(tag.foreign);
    putText(sheet, "a thrown error", 40);
  }
  if (sheet.length - begins === last - first && isSame(first, begins, last - first)) sheet.length = begins;
  else sheet.floats[slot] = 1;
}

function isSame(a: number, b: number, n: number): boolean {
  for (let i = 0; i < n; i++) if (!c.is(sheet.floats[a + i], sheet.floats[b + i])) return false;
  return true;
}
