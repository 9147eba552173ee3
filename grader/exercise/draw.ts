/**
 * Drawing numbers for inputs. Two families: quarters k/4, exact and short in print, and wild floats.
 */
import { integer, normal, pick, type Random } from "../../reference/randomness/random.ts";
import { type Sizes, sizeOf } from "./types.ts";

export type Family = "quarters" | "wild";

export class Draw {
  readonly rng: Random;
  readonly sizes: Sizes;
  readonly family: Family;

  constructor(rng: Random, sizes: Sizes, family: Family) {
    this.rng = rng;
    this.sizes = sizes;
    this.family = family;
  }

  /** A real number: a quarter in [−3, 3], or a normal number times a scale from ¼ to 4. */
  real(): number {
    return this.family === "quarters"
      ? integer(this.rng, -12, 12) / 4
      : normal(this.rng) * 2 ** (4 * this.rng() - 2);
  }

  /** A real number in [low, high]: a quarter where the interval holds one. */
  between(low: number, high: number): number {
    const first = Math.ceil(low * 4);
    const last = Math.floor(high * 4);
    return this.family === "quarters" && first <= last
      ? integer(this.rng, first, last) / 4
      : low + (high - low) * this.rng();
  }

  /** A positive number up to `largest`: a power of two, exact and short, or any from that share of it on. */
  upTo(largest: number, share: number): number {
    return this.family === "quarters"
      ? 2 ** Math.floor(Math.log2(largest))
      : largest * this.between(share, 1);
  }

  /** A number in (0, 1): sixteenths, or any. */
  probability(): number {
    return this.family === "quarters" ? integer(this.rng, 1, 15) / 16 : 0.001 + 0.998 * this.rng();
  }

  /** A whole number, both ends included. */
  integer(low: number, high: number): number {
    return integer(this.rng, low, high);
  }

  pick<T>(choices: readonly T[]): T {
    return pick(this.rng, choices);
  }

  /** `length` draws of one kind. */
  list<T>(length: number, one: (i: number) => T): T[] {
    const drawn: T[] = [];
    for (let i = 0; i < length; i++) drawn.push(one(i));
    return drawn;
  }

  /** rows × columns real numbers. */
  matrix(rows: number, columns: number, one: () => number = () => this.real()): number[][] {
    return this.list(rows, () => this.list(columns, one));
  }

  /** A length as a type writes it: a size's name, a number, or a name and an addend such as "epochs+1", a square "N^2". */
  length(axis: string): number {
    const length = sizeOf(axis, this.sizes);
    if (length === undefined)
      throw new RangeError(`Draw.length: a size among ${Object.keys(this.sizes)}, got ${axis}`);
    return length;
  }

  /** A size by name. */
  size(name: string): number {
    const size = this.sizes[name];
    if (size === undefined) throw new RangeError(`Draw.size: a size of this function, got ${name}`);
    return size;
  }
}
