/** Makes the calls of a batch. */
import { behind, care, limit, outcome, putText, tag } from "../wire.ts";
import { putAnswer } from "./answer.ts";
import { begin as beginBatch, build, goTo, hasChanged, here, next, nextName, skip } from "./arguments.ts";
import * as c from "./captured.ts";
import { putOverwritten } from "./earlier.ts";
import { putThrown } from "./errors.ts";
import { exportNamed } from "./program.ts";
import { buffer, open, reopen, sheet } from "./sheet.ts";

type Callable = (...args: unknown[]) => unknown;

let input = new Float64Array(0);

/** Memory for `floats` floats, which the runner fills. */
export function reserve(floats: number): ArrayBufferLike {
  input = new c.Floats(floats);
  return buffer(input);
}

/** Begins the batch that the runner has put into the reserved memory; the number of its calls. */
export function begin(): number {
  beginBatch(input, 0);
  return next();
}

/** How many of the batch's first answers are to be sent one by one. */
export function singles(): number {
  return next();
}

/** Makes the next call of the batch; the length of all answers. */
export function step(): number {
  open();
  const name = nextName();
  const held = next();
  const asksForItems = next() === 1;
  const n = next();
  const at = here();
  const fn = exportNamed(name);
  if (typeof fn !== "function") {
    sheet.put(outcome.missing);
    skip(n);
    return sheet.length;
  }
  /** Where the arguments end; 0 until they are made. */
  let end = 0;
  try {
    const args = build(n);
    end = here();
    const value = c.apply(fn as Callable, undefined, args);
    sheet.put(outcome.returned);
    const first = sheet.length;
    putAnswer(sheet, value, first + limit.floats, asksForItems);
    const last = sheet.length;
    goTo(at);
    if (held === care.answer) sheet.put(0);
    else putChanged(args, n, held === care.twice);
    const isTwice = held === care.twice;
    if (!isTwice || !putAgain(fn as Callable, n, at, first, last, asksForItems)) {
      // To look at items once more would take them.
      if (isTwice && !asksForItems) putOverwritten(fn, value, first, last);
      else sheet.put(behind.nothing);
    }
  } catch (thrown) {
    reopen();
    putThrown(sheet, outcome.threw, thrown);
  }
  if (end === 0) {
    goTo(at);
    skip(n);
  } else goTo(end);
  return sheet.length;
}

function putChanged(args: readonly unknown[], n: number, closely: boolean): void {
  const slot = sheet.length;
  sheet.put(0);
  for (let i = 0; i < n; i++) if (hasChanged(args[i], closely)) sheet.put(i);
  sheet.floats[slot] = sheet.length - slot - 1;
}

/** The second answer, where it differs from the first in any bit; whether it does. */
function putAgain(
  fn: Callable,
  n: number,
  at: number,
  first: number,
  last: number,
  asksForItems: boolean,
): boolean {
  const slot = sheet.length;
  sheet.put(behind.other);
  goTo(at);
  const begins = sheet.length;
  try {
    const value = c.apply(fn, undefined, build(n));
    putAnswer(sheet, value, begins + limit.floats, asksForItems);
  } catch {
    sheet.length = begins;
    sheet.put(tag.foreign);
    putText(sheet, "a thrown error", 40);
  }
  if (sheet.length - begins !== last - first || !isSame(first, begins, last - first)) return true;
  sheet.length = slot;
  return false;
}

function isSame(a: number, b: number, n: number): boolean {
  for (let i = 0; i < n; i++) if (!c.is(sheet.floats[a + i], sheet.floats[b + i])) return false;
  return true;
}
