/**
 * The random numbers of NumPy's legacy generator, to make again the data behind the documents' printed numbers.
 */
export class LegacyRandom {
  readonly #state = new Uint32Array(624);
  #at = 624;
  #spare: number | undefined;

  constructor(seed: number) {
    this.#state[0] = seed;
    for (let i = 1; i < 624; i++) {
      const last = this.#state[i - 1]! ^ (this.#state[i - 1]! >>> 30);
      this.#state[i] = Math.imul(1812433253, last) + i;
    }
  }

  /** Mersenne Twister MT19937. */
  uint32(): number {
    const s = this.#state;
    if (this.#at === 624) {
      for (let i = 0; i < 624; i++) {
        const y = (s[i]! & 0x80000000) | (s[(i + 1) % 624]! & 0x7fffffff);
        s[i] = s[(i + 397) % 624]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
      }
      this.#at = 0;
    }
    let y = s[this.#at++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  double(): number {
    const a = this.uint32() >>> 5;
    const b = this.uint32() >>> 6;
    return (a * 67108864 + b) / 9007199254740992;
  }

  /** Polar method; the second of each pair is kept. */
  normal(): number {
    if (this.#spare !== undefined) {
      const spare = this.#spare;
      this.#spare = undefined;
      return spare;
    }
    for (;;) {
      const a = 2 * this.double() - 1;
      const b = 2 * this.double() - 1;
      const r = a * a + b * b;
      if (r >= 1 || r === 0) continue;
      const f = Math.sqrt((-2 * Math.log(r)) / r);
      this.#spare = f * a;
      return f * b;
    }
  }

  /** A random order of 0 … n−1. */
  shuffled(n: number): number[] {
    const order = Array.from({ length: n }, (_, i) => i);
    for (let i = n - 1; i > 0; i--) {
      const mask = 2 ** (32 - Math.clz32(i)) - 1;
      let j = (this.uint32() & mask) >>> 0;
      while (j > i) j = (this.uint32() & mask) >>> 0;
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    return order;
  }
}
