/** The sheet that answers are written on, frame by frame. The runner sends what is on it and clears it. */
import { Writer } from "../wire.ts";
import * as c from "./captured.ts";

/** Room for what is sent together, so that it seldom grows: it would in each context anew. */
export const sheet = new Writer(16_384);
let opened = 0;

/** Keeps a float free for the header of the frame that follows. */
export function open(): void {
  opened = sheet.length;
  sheet.put(0);
}

/** Takes back what was written of the frame. */
export function reopen(): void {
  sheet.length = opened + 1;
}

const bufferOf = c.getOwnPropertyDescriptor(c.getPrototypeOf(Float64Array.prototype)!, "buffer")!.get!;

/** The memory of an array, whatever its prototype says. */
export const buffer = (floats: Float64Array): ArrayBufferLike =>
  c.apply(bufferOf, floats, []) as ArrayBufferLike;

let known = sheet.floats;
let memory = buffer(known);

/** The memory of all answers, another one where it has grown. */
export function answers(): ArrayBufferLike {
  if (sheet.floats !== known) {
    known = sheet.floats;
    memory = buffer(known);
  }
  return memory;
}
