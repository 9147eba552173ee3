type Vector = number[];
type Matrix = number[][];

/** A stream of uniform numbers in [0, 1) that a seed fixes: each call of what is returned gives the next one. */
export function mulberry32(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function gaussian(u: () => number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - u()));
  return radius * Math.cos(2 * Math.PI * u());
}

/** A matrix row by row of what comes next. */
function filled(out: number, inp: number, next: () => number): Matrix {
  if (out === 0 || inp === 0) throw new RangeError("a layer has inputs and outputs");
  return Array.from({ length: out }, () => Array.from({ length: inp }, next));
}

export function initNormal(rng: () => number, out: number, inp: number, scale: number): Matrix {
  return filled(out, inp, () => scale * gaussian(rng));
}

export function initXavierUniform(rng: () => number, out: number, inp: number): Matrix {
  const limit = Math.sqrt(6 / (inp + out));
  return filled(out, inp, () => limit * (2 * rng() - 1));
}

export function initLinearDefault(rng: () => number, out: number, inp: number): { W: Matrix; b: Vector } {
  const limit = 1 / Math.sqrt(inp);
  const W = filled(out, inp, () => limit * (2 * rng() - 1));
  const b = Array.from({ length: out }, () => limit * (2 * rng() - 1));
  return { W, b };
}
