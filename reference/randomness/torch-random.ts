/**
 * The random numbers of PyTorch on a CPU, so that a run of one of the documents comes back as it was.
 *
 * Everything of the course's own uses random.ts.
 */
import { numpyRandom } from "./mersenne-twister.ts";

export interface TorchRandom {
  /** float32 in [−bound, bound), as `uniform_` gives them. */
  uniform(bound: number): number;
  /** float32 of the standard normal distribution, as `randn` gives 16 and more of them at once. */
  normals(count: number): Float64Array;
  /** A new order of 0 … n−1, as a DataLoader that shuffles takes it at the start of an epoch. */
  epochOrder(n: number): number[];
}

/** The words are those of MT19937, as NumPy's are. */
const wordsOf = (seed: number): (() => number) => {
  const stream = numpyRandom(seed);
  return () => stream.integer(2 ** 32);
};

export function torchRandom(seed: number): TorchRandom {
  const word = wordsOf(seed);
  /** 24 bits, in [0, 1). */
  const unit = (): number => (word() & 0xffffff) * 2 ** -24;
  return {
    uniform(bound) {
      const b = Math.fround(bound);
      return Math.fround(Math.fround(unit() * Math.fround(b + b)) - b);
    },
    normals(count) {
      if (count < 16) throw new RangeError(`normals: 16 at least expected, got ${count}`);
      const drawn = Float64Array.from({ length: count }, unit);
      for (let from = 0; from + 16 <= count; from += 16) boxMuller(drawn.subarray(from, from + 16));
      if (count % 16 !== 0) {
        // The rest has no block of its own: the last sixteen are drawn anew.
        const last = drawn.subarray(count - 16);
        for (let k = 0; k < 16; k++) last[k] = unit();
        boxMuller(last);
      }
      return drawn;
    },
    epochOrder(n) {
      // A loader draws two numbers of 64 bits: one for its workers, one for the order, whose lower half is its seed.
      for (let k = 0; k < 3; k++) word();
      const next = wordsOf(word());
      const order = Array.from({ length: n }, (_, i) => i);
      for (let i = 0; i < n - 1; i++) {
        const j = i + (next() % (n - i));
        [order[i], order[j]] = [order[j]!, order[i]!];
      }
      return order;
    },
  };
}

/** Eight pairs: the first eight numbers are for the radii, the last eight for the angles. */
function boxMuller(block: Float64Array): void {
  for (let k = 0; k < 8; k++) {
    const radius = Math.sqrt(-2 * Math.log(1 - block[k]!));
    const angle = 2 * Math.PI * block[k + 8]!;
    block[k] = Math.fround(radius * Math.cos(angle));
    block[k + 8] = Math.fround(radius * Math.sin(angle));
  }
}
