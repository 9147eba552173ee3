/** What the machine can do at most from JavaScript: a copy of memory, and multiply-adds in registers. */

const BYTES = 2 ** 27;

/** GB a second, reading and writing counted. */
export function copyPeak(): number {
  const [from, to] = [new Float64Array(BYTES / 8).fill(1), new Float64Array(BYTES / 8)];
  to.set(from);
  const begun = performance.now();
  to.set(from);
  return (2 * BYTES) / (performance.now() - begun) / 1e6;
}

/** Multiply-adds of one loop. */
const COUNT = 2 ** 24;

/** GFLOP a second of f64 in eight chains, two operations a multiply-add; kept alive by what it returns. */
export function multiplyAddPeak(): { readonly gflops: number; readonly kept: number } {
  const run = (x: number): number => {
    let [a, b, c, d, e, f, g, h] = [1, 2, 3, 4, 5, 6, 7, 8];
    for (let t = 0; t < COUNT / 8; t++) {
      a = a * x + 1;
      b = b * x + 1;
      c = c * x + 1;
      d = d * x + 1;
      e = e * x + 1;
      f = f * x + 1;
      g = g * x + 1;
      h = h * x + 1;
    }
    return a + b + c + d + e + f + g + h;
  };
  let kept = run(0.5);
  const begun = performance.now();
  kept += run(0.25);
  return { gflops: (2 * COUNT) / (performance.now() - begun) / 1e6, kept };
}
