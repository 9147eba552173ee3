/**
 * SHA-256 of some bytes, in hexadecimal. The browser's own is asynchronous and missing where a page came neither
 * over TLS nor from this machine; a submission is small.
 *
 * @see FIPS 180-4, section 6.2
 */
export function sha256(bytes: Uint8Array): string {
  const words = padded(bytes);
  const state = Int32Array.from(rootsOf(2, 8));
  const schedule = new Int32Array(64);
  for (let block = 0; block < words.length; block += 16) {
    schedule.set(words.subarray(block, block + 16));
    for (let t = 16; t < 64; t++) {
      const early = schedule[t - 15]!;
      const late = schedule[t - 2]!;
      const small = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
      const large = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
      schedule[t] = schedule[t - 16]! + small + schedule[t - 7]! + large;
    }
    mix(state, schedule);
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

function mix(state: Int32Array, schedule: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as Eight;
  for (let t = 0; t < 64; t++) {
    const chosen = (e & f) ^ (~e & g);
    const most = (a & b) ^ (a & c) ^ (b & c);
    const large1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const large0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const first = (h + large1 + chosen + constants[t]! + schedule[t]!) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + large0 + most) | 0];
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = state[i]! + word;
}

type Eight = [number, number, number, number, number, number, number, number];

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The message in big-endian words: a 1 behind it, zeros, its length in bits. */
function padded(bytes: Uint8Array): Int32Array {
  const words = new Int32Array(Math.ceil((bytes.length + 9) / 64) * 16);
  for (const [i, byte] of bytes.entries()) words[i >> 2]! |= byte << (24 - 8 * (i & 3));
  words[bytes.length >> 2]! |= 0x80 << (24 - 8 * (bytes.length & 3));
  words[words.length - 1] = bytes.length * 8;
  return words;
}

/** The first 32 bits behind the point of the square or cube roots of the first primes. */
function rootsOf(degree: number, count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((p) => n % p !== 0)) primes.push(n);
  return primes.map((p) => {
    const root = degree === 2 ? Math.sqrt(p) : Math.cbrt(p);
    return ((root % 1) * 2 ** 32) | 0;
  });
}

const constants = Int32Array.from(rootsOf(3, 64));
