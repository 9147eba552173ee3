/**
 * Losses of a batch, one number an example, with their slopes. Twins and formulas: reference/dense/losses.ts.
 *
 * WGSL has no infinity: a probability of 0 or 1 on the wrong side gives a loss of 3.4e38 in place of ∞.
 */
import type { LossName } from "../../dense/losses.ts";
import type { Gpu, Pass } from "../gpu.ts";
import { type GpuArray, mustHold, part } from "../gpu-array.ts";
import { type Kernel, kernel } from "../kernel.ts";

/** Statements for one entry: they add to `sum`, and give the slope without its scale as `slope`. */
const entries: Readonly<Record<Exclude<LossName, "crossEntropy">, string>> = {
  squared: `
    let e = y - z;
    sum += e * e;
    let slope = -2.0 * e;`,
  bce: `
    if (y != 0.0) { sum -= y * ln(z); }
    if (y != 1.0) { sum -= (1.0 - y) * ln_1p(-z); }
    let slope = (z - y) / (z * (1.0 - z));`,
  bceLogits: `
    sum += softplus(z) - y * z;
    let slope = sigmoid(z) - y;`,
};

const params = { columns: "u32", targets: "u32", scale: "f32" } as const;
type Loss = Kernel<keyof typeof params>;

/** ℓ_i = Σ_c of one entry's loss, d_ic = scale ∂ℓ_i/∂z_ic; invocation i owns row i of D and rows[i]. */
const byEntry = (name: Exclude<LossName, "crossEntropy">, withSlopes: boolean): Loss =>
  kernel({
    name: `loss ${name}`,
    params,
    reads: ["Z", "Y"],
    writes: withSlopes ? ["rows", "D"] : ["rows"],
    body: `
  let begin = i * p.columns;
  let at = (i % p.targets) * p.columns;
  var sum = 0.0;
  for (var c = 0u; c < p.columns; c++) {
    let z = Z[begin + c];
    let y = Y[at + c];
    ${entries[name]}
    ${withSlopes ? "D[begin + c] = p.scale * slope;" : ""}
  }
  rows[i] = sum;`,
  });

/**
 * ℓ_i = ln Σ_c e^(z_c − z_y) with the term of the label taken apart, ln(1 + Σ_{c ≠ y}), so that a small loss keeps
 * its digits; with labels that are no one-hot row, ln Σ e^(z − max) − Σ y (z − max).
 */
const crossEntropy = (withSlopes: boolean): Loss =>
  kernel({
    name: "loss crossEntropy",
    params,
    reads: ["Z", "Y"],
    writes: withSlopes ? ["rows", "D"] : ["rows"],
    body: `
  let begin = i * p.columns;
  let at = (i % p.targets) * p.columns;
  var most = Z[begin];
  var place = 0u;
  for (var c = 1u; c < p.columns; c++) {
    if (Z[begin + c] > most) { most = Z[begin + c]; place = c; }
  }
  var others = 0.0;
  var right = 0.0;
  for (var c = 0u; c < p.columns; c++) {
    let z = Z[begin + c] - most;
    if (c != place) { others += exp(z); }
    right += Y[at + c] * z;
  }
  rows[i] = ln_1p(others) - right;
  ${
    withSlopes
      ? `for (var c = 0u; c < p.columns; c++) {
    D[begin + c] = p.scale * (exp(Z[begin + c] - most) / (1.0 + others) - Y[at + c]);
  }`
      : ""
  }`,
  });

const kernels = (withSlopes: boolean): Readonly<Record<LossName, Loss>> => ({
  squared: byEntry("squared", withSlopes),
  bce: byEntry("bce", withSlopes),
  bceLogits: byEntry("bceLogits", withSlopes),
  crossEntropy: crossEntropy(withSlopes),
});
const sloped = kernels(true);
const flat = kernels(false);

export interface LossArrays {
  /** One loss an example, not scaled; shape [n], overwritten. Its sum is `sum` of reduce.ts. */
  readonly rows: GpuArray;
  /** Slopes of scale Σ ℓ_i by Z, shape [n, c], overwritten; left out where only the loss is wanted. */
  readonly D?: GpuArray;
  /** Last values of the network, shape [n, c]. */
  readonly Z: GpuArray;
  /** Targets, shape [targets, c]. */
  readonly Y: GpuArray;
}

/**
 * Losses and slopes of a batch.
 *
 * @param targets rows of Y, which repeat where there are fewer than n; n unless told
 */
export function loss(
  gpu: Gpu,
  { rows, D, Z, Y }: LossArrays,
  {
    n,
    c,
    scale,
    targets = n,
  }: { readonly n: number; readonly c: number; readonly scale: number; readonly targets?: number },
  name: LossName,
): readonly Pass[] {
  mustHold("loss", "rows", part(rows, 0), n);
  mustHold("loss", "Z", part(Z, 0), n * c);
  mustHold("loss", "Y", part(Y, 0), targets * c);
  if (D !== undefined) mustHold("loss", "D", part(D, 0), n * c);
  const values = { columns: c, targets, scale };
  return D === undefined
    ? [gpu.prepare(flat[name], n, values, [Z, Y, rows], 20 * c)]
    : [gpu.prepare(sloped[name], n, values, [Z, Y, rows, D], 20 * c)];
}
