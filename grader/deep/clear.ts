/**
 * Whether a smaller counterexample is as clear as the one that it comes of. Without this a search for simpler numbers
 * ends where a wrong answer and the right one print alike.
 */
import type { Difference } from "../judge/compare.ts";
import type { Shortfall } from "./trial.ts";

/** From this share on nobody takes a difference for rounding, nor from this many tolerances on. */
const PLAIN = { share: 1e-4, tolerances: 1e9 };

export function isAsClear({ fault: smaller }: Shortfall, { fault: than }: Shortfall): boolean {
  if (smaller.code !== than.code || smaller.line !== than.line) return false;
  if (than.difference === undefined || smaller.difference === undefined)
    return (than.difference === undefined) === (smaller.difference === undefined);
  const [a, b] = [sizeOf(smaller.difference), sizeOf(than.difference)];
  return (
    a.share >= Math.min(b.share / 2, PLAIN.share) &&
    a.tolerances >= Math.min(b.tolerances / 2, PLAIN.tolerances)
  );
}

/** How large a difference is: as a share of what is printed, and in tolerances. */
function sizeOf({ yours, expected, tolerance }: Difference) {
  const off = Math.abs(yours - expected);
  const share = off / Math.max(Math.abs(yours), Math.abs(expected));
  return { share, tolerances: off / tolerance };
}
