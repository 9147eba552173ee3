/** The class of ex56 over tracked numbers, and the same class with each mistake. */
import { type Batch, batchesOf, countOf } from "../../reference/data/mini-batches.ts";
import type { Num } from "../../reference/numbers/num.ts";
import { permutation } from "../../reference/randomness/random.ts";

interface Options {
  readonly shuffle: boolean;
  readonly dropLast?: boolean;
  readonly rng?: () => number;
}

/** The right class. */
class DataLoader {
  protected batchSize: number;
  protected readonly X: Num[][];
  protected readonly y: Num[];
  protected readonly opts: Options;
  constructor(X: Num[][], y: Num[], batchSize: number, opts: Options) {
    this.X = X;
    this.y = y;
    this.batchSize = batchSize;
    this.opts = opts;
  }
  get length(): number {
    return countOf(this.y.length, this.batchSize, this.opts.dropLast);
  }
  [Symbol.iterator](): Iterator<Batch<Num>> {
    return this.pass(this.order())[Symbol.iterator]();
  }
  protected pass(order: readonly number[]): Batch<Num>[] {
    return batchesOf(this.X, this.y, this.batchSize, order, this.opts.dropLast);
  }
  protected order(): number[] {
    const { shuffle, rng } = this.opts;
    return shuffle ? this.shuffled(rng as () => number) : this.natural();
  }
  protected shuffled(rng: () => number): number[] {
    return permutation(rng, this.y.length);
  }
  protected natural(): number[] {
    return this.y.map((_, i) => i);
  }
}
export const model = { DataLoader };

/** The same with other ways of drawing an order. */
export const drawing = (shuffled: (rng: () => number, n: number) => number[]) => ({
  DataLoader: class extends DataLoader {
    protected override shuffled(rng: () => number): number[] {
      return shuffled(rng, this.y.length);
    }
  },
});

/** Swaps each place with any other. */
export function swappedWithAny(rng: () => number, n: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(rng() * n);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Swaps from the start. */
export function fromTheStart(rng: () => number, n: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < n - 1; i++) {
    const j = i + Math.floor(rng() * (n - i));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** The order of the first pass serves all. */
export class ShuffledOnce extends DataLoader {
  private kept: number[] | undefined;
  protected override order(): number[] {
    this.kept ??= super.order();
    return this.kept;
  }
}

/** Each order is drawn on the one before. */
export class ShuffledOnTop extends DataLoader {
  private kept: number[] | undefined;
  protected override order(): number[] {
    const [before, drawn] = [this.kept ?? this.natural(), super.order()];
    this.kept = this.opts.shuffle ? drawn.map((i) => before[i]!) : drawn;
    return this.kept;
  }
}

export class NeverShuffled extends DataLoader {
  protected override order(): number[] {
    return this.natural();
  }
}

/** One iterator for all loops: a second one finds nothing, or what the first has left. */
export class OneIterator extends DataLoader {
  private one: Iterator<Batch<Num>> | undefined;
  override [Symbol.iterator](): Iterator<Batch<Num>> {
    this.one ??= super[Symbol.iterator]();
    return this.one;
  }
}

/** Each loop starts the object's own place anew. */
export class OnePlace extends DataLoader {
  private place = 0;
  override [Symbol.iterator](): Iterator<Batch<Num>> {
    const all = this.pass(this.order());
    this.place = 0;
    return {
      next: () => {
        const value = all[this.place++];
        return value === undefined ? { done: true, value } : { done: false, value };
      },
    };
  }
}

/** A short batch makes the size smaller for good. */
export class Shrinking extends DataLoader {
  override [Symbol.iterator](): Iterator<Batch<Num>> {
    const all = this.pass(this.order());
    const rest = this.y.length % this.batchSize;
    if (rest > 0 && this.opts.dropLast !== true) this.batchSize = rest;
    return all[Symbol.iterator]();
  }
}

export class KeepsLast extends DataLoader {
  protected override pass(order: readonly number[]): Batch<Num>[] {
    return batchesOf(this.X, this.y, this.batchSize, order);
  }
}

/** Its length, said otherwise. */
export const saying = (length: (n: number, size: number, dropLast: boolean | undefined) => number) => ({
  DataLoader: class extends DataLoader {
    override get length(): number {
      return length(this.y.length, this.batchSize, this.opts.dropLast);
    }
  },
});
