/** The answer of the call before, as it was and as it is: one list for all calls holds the last one's numbers only. */
import { behind, limit } from "../wire.ts";
import { putAnswer } from "./answer.ts";
import * as c from "./captured.ts";
import { sheet } from "./sheet.ts";

/** An answer with how it was written when it was given. */
interface Earlier {
  readonly fn: unknown;
  readonly value: object;
  readonly floats: Float64Array;
  readonly n: number;
}

let earlier: Earlier | undefined;

/**
 * Puts whether the answer that the same function gave before is another one by now. Keeps the present one, which lies
 * on the sheet from `first` to `last`.
 */
export function putOverwritten(fn: unknown, value: unknown, first: number, last: number): void {
  const before = earlier;
  earlier = typeof value === "object" && value !== null ? kept(fn, value, first, last) : undefined;
  const isOther = before !== undefined && before.fn === fn && hasChanged(before);
  sheet.put(isOther ? behind.overwritten : behind.nothing);
}

function hasChanged(before: Earlier): boolean {
  const at = sheet.length;
  try {
    putAnswer(sheet, before.value, at + limit.floats);
    return !isWrittenAt(at, before);
  } catch {
    // What throws when it is looked at again says nothing about the call.
    return false;
  } finally {
    sheet.length = at;
  }
}

function kept(fn: unknown, value: object, first: number, last: number): Earlier {
  const n = last - first;
  const floats = new c.Floats(n);
  for (let i = 0; i < n; i++) floats[i] = sheet.floats[first + i]!;
  return { fn, value, floats, n };
}

/** Whether the sheet's end, from a place on, is what was written before, to the bit. */
function isWrittenAt(at: number, { floats, n }: Earlier): boolean {
  if (sheet.length - at !== n) return false;
  for (let i = 0; i < n; i++) if (!c.is(sheet.floats[at + i], floats[i])) return false;
  return true;
}
