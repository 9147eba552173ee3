/**
 * Central differences of sums over the numbers of a matrix. Invocation i owns the quotient by entry i.
 * Twin with the formulas: reference/differentiation/structured-quotients.ts.
 */
import { flat, rowsOf } from "../networks/softmax-network-dense.ts";
import type { Gpu } from "./gpu.ts";
import { kernel } from "./kernel.ts";

/** 1/(cosh a · cosh b), by exponentials that do not overflow; sinh from e^z − 1, which is exact for small z. */
const module = `
fn sech_sech(a: f32, b: f32) -> f32 {
  let e = exp(-abs(a));
  let f = exp(-abs(b));
  return 4.0 * e * f / ((1.0 + e * e) * (1.0 + f * f));
}
fn sinh_of(z: f32) -> f32 {
  let e = exp_m1(z);
  return 0.5 * (e + e / (1.0 + e));
}`;

const quotient = {
  sumOfCubes: "3.0 * x * x + p.h * p.h",
  steepBowl: "2.0 * f32(i + 1u) * x",
  tiltedBowl: "2.0 * x + select(before, 0.0, i == 0u) + select(after, 0.0, i + 1u == p.n)",
  ring: "sinh_of(2.0 * p.h) / (2.0 * p.h) * sech_sech(x + p.h, x - p.h) * after + tanh_of(before)",
} as const;

const kernels = Object.fromEntries(
  Object.entries(quotient).map(([name, of]) => [
    name,
    kernel({
      name: `central differences of ${name}`,
      params: { n: "u32", h: "f32" },
      reads: ["X"],
      writes: ["quotients"],
      module,
      body: `
  let x = X[i];
  let before = X[(i + p.n - 1u) % p.n];
  let after = X[(i + 1u) % p.n];
  quotients[i] = ${of};`,
    }),
  ]),
);

/**
 * One quotient an entry of X.
 *
 * @param sum its name in the table of known functions
 * @throws GpuError
 */
export async function quotientsOnGpu(
  on: Gpu,
  sum: keyof typeof quotient,
  X: readonly (readonly number[])[],
  h: number,
): Promise<number[][]> {
  const gpu = on.room();
  try {
    const [x, quotients] = [gpu.from(flat(X)), gpu.zeros(X.length * X[0]!.length)];
    gpu.run([gpu.prepare(kernels[sum]!, quotients.length, { n: quotients.length, h }, [x, quotients])]);
    return rowsOf(await gpu.read(quotients), X[0]!.length);
  } finally {
    gpu.free();
  }
}
