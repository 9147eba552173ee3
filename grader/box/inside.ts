/**
 * The inside of the box: the first script of a fresh context, there before the submission and beside it ever after.
 * The runner calls it with numbers and functions of this context, and takes numbers and buffers back.
 */
import { putPrinted } from "./inside/console.ts";
import { furnish } from "./inside/furnish.ts";
import { open, sheet } from "./inside/sheet.ts";

export { begin, reserve, singles, step } from "./inside/calls.ts";
export { load, provide, refuseSyntax } from "./inside/program.ts";
export { answers } from "./inside/sheet.ts";

/** Forgets the answers written so far: the runner has sent them. */
export function clear(): void {
  sheet.length = 0;
}

/** Writes what was printed; the length of all answers. */
export function print(): number {
  open();
  putPrinted(sheet);
  return sheet.length;
}

furnish();
