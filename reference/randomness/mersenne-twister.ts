/**
 * The random numbers of NumPy's RandomState, so that the data of the source documents come back as they were.
 *
 * Everything of the course's own uses random.ts; this is for data that others have drawn.
 */

const LENGTH = 624;
const MIDDLE = 397;

/** A seeded stream and what NumPy makes of it. */
export interface NumpyRandom {
  /** A number in [0, 1) with 53 bits. */
  uniform(): number;
  /** A standard normal number. */
  normal(): number;
  /** A whole number in [0, bound). */
  integer(bound: number): number;
  /** A random order of 0 … n−1, as `shuffle(arange(n))` leaves it. */
  shuffled(n: number): number[];
}

/**
 * MT19937 of Matsumoto and Nishimura with NumPy's legacy distributions: 53-bit uniforms, polar normals of which the
 * second of a pair is kept for the next call, and whole numbers by masks and rejection.
 *
 * @param seed a whole number in [0, 2³²)
 */
export function numpyRandom(seed: number): NumpyRandom {
  const state = seededState(seed);
  let at = LENGTH;
  let kept: number | undefined;

  const bits = (): number => {
    if (at === LENGTH) {
      twist(state);
      at = 0;
    }
    return tempered(state[at++] as number);
  };
  const uniform = (): number => ((bits() >>> 5) * 67108864 + (bits() >>> 6)) / 9007199254740992;
  /** 0 … max, both included. */
  const upTo = (max: number): number => {
    if (max === 0) return 0;
    const mask = 0xffffffff >>> Math.clz32(max);
    let drawn = (bits() & mask) >>> 0;
    while (drawn > max) drawn = (bits() & mask) >>> 0;
    return drawn;
  };
  return {
    uniform,
    normal() {
      if (kept !== undefined) {
        const second = kept;
        kept = undefined;
        return second;
      }
      let [x, y, square] = [0, 0, 0];
      while (square >= 1 || square === 0) {
        x = 2 * uniform() - 1;
        y = 2 * uniform() - 1;
        square = x * x + y * y;
      }
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      kept = factor * x;
      return factor * y;
    },
    integer: (bound) => upTo(bound - 1),
    shuffled(n) {
      const order = Array.from({ length: n }, (_, i) => i);
      for (let i = n - 1; i > 0; i--) {
        const j = upTo(i);
        [order[i], order[j]] = [order[j] as number, order[i] as number];
      }
      return order;
    },
  };
}

function seededState(seed: number): Uint32Array {
  const state = new Uint32Array(LENGTH);
  state[0] = seed;
  for (let i = 1; i < LENGTH; i++) {
    const before = state[i - 1] as number;
    state[i] = Math.imul(before ^ (before >>> 30), 1812433253) + i;
  }
  return state;
}

function twist(state: Uint32Array): void {
  for (let i = 0; i < LENGTH; i++) {
    const y = ((state[i] as number) & 0x80000000) | ((state[(i + 1) % LENGTH] as number) & 0x7fffffff);
    state[i] = (state[(i + MIDDLE) % LENGTH] as number) ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
  }
}

function tempered(word: number): number {
  let y = word;
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  return (y ^ (y >>> 18)) >>> 0;
}
