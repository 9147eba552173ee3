/**
 * Bias and activation, forward and backward. Twins: reference/dense/layer.ts.
 */
import { LEAK } from "../../dense/activations.ts";
import type { RowActivation } from "../../dense/layer.ts";
import type { Gpu, Pass } from "../gpu.ts";
import { type GpuArray, mustHold, type Operand, part, partOf } from "../gpu-array.ts";
import { type Kernel, kernel } from "../kernel.ts";

type Elementwise = Exclude<RowActivation, "softmax">;

/** g(z), and g′(z) by a = g(z). */
const formulas: Readonly<Record<Elementwise, readonly [of: string, slope: string]>> = {
  identity: ["z", "1.0"],
  sigmoid: ["sigmoid(z)", "a * (1.0 - a)"],
  tanh: ["tanh_of(z)", "1.0 - a * a"],
  relu: ["max(z, 0.0)", "select(0.0, 1.0, a > 0.0)"],
  leakyRelu: [`select(${LEAK} * z, z, z > 0.0)`, `select(${LEAK}, 1.0, a > 0.0)`],
};
const names = Object.keys(formulas) as Elementwise[];

/** The WGSL of g(z) for other kernels, as an expression in `z`. */
export const activationWgsl = (name: Elementwise): string => formulas[name][0];

const params = { rows: "u32", columns: "u32", start: "u32", stride: "u32" } as const;
type Forward = Kernel<keyof typeof params>;

/** The bias of entry i: one row of biases for each matrix of the batch. */
const bias = "b[p.start + (i / (p.rows * p.columns)) * p.stride + i % p.columns]";

/** a = g(z + b); invocation i owns one entry. In place where Z is left out. */
const entries = (name: Elementwise, inPlace: boolean): Forward =>
  kernel({
    name: `bias and ${name}`,
    params,
    reads: inPlace ? ["b"] : ["b", "Z"],
    writes: ["A"],
    body: `
  let z = ${inPlace ? "A" : "Z"}[i] + ${bias};
  A[i] = ${activationWgsl(name)};`,
  });

/** a_ic = e^(z_ic) / Σ_k e^(z_ik), shifted by the largest z of the row; invocation i owns row i. */
const softmaxRows = (inPlace: boolean): Forward =>
  kernel({
    name: "bias and softmax",
    params,
    reads: inPlace ? ["b"] : ["b", "Z"],
    writes: ["A"],
    body: `
  let begin = i * p.columns;
  let at = p.start + (i / p.rows) * p.stride;
  var most = -3.4e38;
  for (var c = 0u; c < p.columns; c++) {
    let z = ${inPlace ? "A" : "Z"}[begin + c] + b[at + c];
    A[begin + c] = z;
    most = max(most, z);
  }
  var sum = 0.0;
  for (var c = 0u; c < p.columns; c++) {
    let e = exp(A[begin + c] - most);
    A[begin + c] = e;
    sum += e;
  }
  for (var c = 0u; c < p.columns; c++) { A[begin + c] /= sum; }`,
  });

const forwards = (inPlace: boolean): Readonly<Record<RowActivation, Forward>> => ({
  ...(Object.fromEntries(names.map((name) => [name, entries(name, inPlace)])) as Record<
    Elementwise,
    Forward
  >),
  softmax: softmaxRows(inPlace),
});
const inPlace = forwards(true);
const apart = forwards(false);

export interface Rows {
  readonly n: number;
  readonly c: number;
  /** Matrices of n rows, each with biases of its own; 1 unless told. */
  readonly batch?: number;
}

/**
 * Adds the biases to every row and applies the activation.
 *
 *     A = g(Z + 1·b),   softmax row by row
 *
 * @param A shape [batch, n, c], overwritten; may be Z itself
 * @param Z shape [batch, n, c]
 * @param b shape [c] for each matrix of the batch
 */
export function biasActivation(
  gpu: Gpu,
  A: GpuArray,
  Z: GpuArray,
  b: Operand,
  { n, c, batch = 1 }: Rows,
  name: RowActivation,
): readonly Pass[] {
  const at = partOf(b, c);
  for (const [what, array] of [
    ["A", A],
    ["Z", Z],
  ] as const)
    mustHold("biasActivation", what, part(array, 0), n * c * batch);
  mustHold("biasActivation", "b", at, c, batch);
  const [threads, work] = name === "softmax" ? [n * batch, 12 * c] : [n * c * batch, 8];
  const values = { rows: n, columns: c, start: at.from, stride: at.stride };
  return A === Z
    ? [gpu.prepare(inPlace[name], threads, values, [at.array, A], work)]
    : [gpu.prepare(apart[name], threads, values, [at.array, Z, A], work)];
}

/** d = e g′(z); invocation i owns one entry. */
const back = (name: Elementwise): Kernel<"columns"> =>
  kernel({
    name: `${name} backward`,
    params: { columns: "u32" },
    reads: ["A"],
    writes: ["D"],
    body: `
  let a = A[i];
  D[i] *= ${formulas[name][1]};`,
  });

/** d_ic = a_ic (e_ic − Σ_k e_ik a_ik); invocation i owns row i. */
const softmaxBack = kernel({
  name: "softmax backward",
  params: { columns: "u32" },
  reads: ["A"],
  writes: ["D"],
  body: `
  let begin = i * p.columns;
  var along = 0.0;
  for (var c = 0u; c < p.columns; c++) { along += D[begin + c] * A[begin + c]; }
  for (var c = 0u; c < p.columns; c++) { D[begin + c] = A[begin + c] * (D[begin + c] - along); }`,
});
const backs: Readonly<Record<RowActivation, Kernel<"columns">>> = {
  ...(Object.fromEntries(names.map((name) => [name, back(name)])) as Record<Elementwise, Kernel<"columns">>),
  softmax: softmaxBack,
};

/**
 * Takes the slope of the loss by A to that by Z, in place. The slope of the biases is columnSums of the result.
 *
 *     D ← D ⊙ g′(Z),   for softmax   d_ic ← a_ic (d_ic − Σ_k d_ik a_ik)
 *
 * @param D ∂L/∂A, becomes ∂L/∂Z, shape [n, c]
 * @param A activations, shape [n, c]
 */
export function activationBackward(
  gpu: Gpu,
  D: GpuArray,
  A: GpuArray,
  { n, c }: Rows,
  name: RowActivation,
): readonly Pass[] {
  mustHold("activationBackward", "D", part(D, 0), n * c);
  mustHold("activationBackward", "A", part(A, 0), n * c);
  if (name === "identity") return [];
  const [threads, work] = name === "softmax" ? [n, 2 * c] : [n * c, 1];
  return [gpu.prepare(backs[name], threads, { columns: c }, [A, D], work)];
}
