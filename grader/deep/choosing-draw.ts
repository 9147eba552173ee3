/**
 * Draws by choices of fast-check: a declaration's own rules make the inputs, and every number that they ask for is one
 * that can be replayed and shrunk.
 */
import type { GeneratorValue } from "fast-check";
import { Draw, type Family } from "../exercise/draw.ts";
import type { Sizes } from "../exercise/types.ts";
import { type Again, fraction, oneIn, real, share, whole, within } from "./numbers.ts";

/** Draws a value of the arbitrary that `of` makes of the arguments. */
export type Choose = GeneratorValue;

/** How often a list has an entry twice. */
const TWICE = 8;

export class ChoosingDraw extends Draw {
  private readonly choose: Choose;
  private readonly earlier: number[];

  /** @param earlier numbers drawn so far, and added to: entries that are equal come of them */
  constructor(choose: Choose, sizes: Sizes, family: Family, earlier: number[]) {
    super(() => choose(fraction), sizes, family);
    this.choose = choose;
    this.earlier = earlier;
  }

  override real(): number {
    return this.numberOf(this.choose(real[this.family]));
  }

  override between(low: number, high: number): number {
    const x = this.numberOf(this.choose(within, low, high, this.family === "quarters"));
    return Math.min(high, Math.max(low, x));
  }

  override probability(): number {
    const x = Math.abs(this.numberOf(this.choose(share[this.family])));
    return x > 0 && x < 1 ? x : 0.5;
  }

  override integer(low: number, high: number): number {
    if (low > high) throw new RangeError(`no whole number from ${low} to ${high}`);
    return this.choose(whole, low, high);
  }

  override pick<T>(choices: readonly T[]): T {
    return choices[this.integer(0, choices.length - 1)] as T;
  }

  /** Independent draws of one kind; now and then a row is that before it. */
  override list<T>(length: number, one: (i: number) => T): T[] {
    const made: T[] = [];
    for (let i = 0; i < length; i++) {
      const before = made[i - 1];
      const isCopy = one.length === 0 && Array.isArray(before) && this.choose(oneIn, TWICE);
      made.push(isCopy ? (before.slice() as T) : one(i));
    }
    return made;
  }

  private numberOf(chosen: number | Again): number {
    const { earlier } = this;
    const x =
      typeof chosen === "number"
        ? chosen
        : chosen.sign * (earlier[Math.max(0, earlier.length - 1 - chosen.back)] ?? 0);
    earlier.push(x);
    return x;
  }
}
