/**
 * A feed-forward network on the device for batches of n rows. Twin: reference/dense/network.ts, whose formulas and
 * order of parameters these are.
 */
import { countOf, layersOf, type NetworkShape, scaleOf } from "../dense/network-shape.ts";
import type { Gpu, Pass } from "./gpu.ts";
import { type GpuArray, type Operand, part, partOf } from "./gpu-array.ts";
import { activationBackward, biasActivation } from "./kernels/activation.ts";
import { loss } from "./kernels/loss.ts";
import { matmul } from "./kernels/matmul.ts";
import { columnSums, sum } from "./kernels/reduce.ts";

export interface GpuNetwork {
  /** Parameters; the caller owns and writes them. */
  readonly P: GpuArray;
  /** Gradient, shape as P. */
  readonly G: GpuArray;
  /** Values of the last layer, shape [n, out]. */
  readonly output: GpuArray;
  /** The loss of the batch, shape [1]. */
  readonly loss: GpuArray;
  /** Writes `output`. */
  readonly forward: readonly Pass[];
  /** Writes `output` and `loss`. */
  readonly evaluate: readonly Pass[];
  /** Writes `output`, `loss` and `G`. */
  readonly gradient: readonly Pass[];
}

/**
 * Prepares the passes of a network over one batch; they read P, X and Y as those are at the time of a run.
 *
 * @param P shape [countOf(shape)]
 * @param X shape [n, in], or the part of a larger array where the batch begins
 * @param Y shape [n, out]; only `forward` can be run without it
 */
export function gpuNetwork(
  gpu: Gpu,
  shape: NetworkShape,
  n: number,
  { P, G, X, Y }: { readonly P: GpuArray; readonly G?: GpuArray; readonly X: Operand; readonly Y?: GpuArray },
): GpuNetwork {
  const layers = layersOf(shape);
  const last = layers.at(-1)!;
  const count = countOf(shape);
  if (P.length !== count) throw new RangeError(`gpuNetwork: ${count} parameters expected, got ${P.length}`);
  const scale = scaleOf(shape, n);
  const A = layers.map(({ outputs }) => gpu.zeros(n * outputs));
  const inputOf = (l: number): Operand => A[l - 1] ?? partOf(X, n * shape.sizes[0]!);
  const forward = layers.flatMap(({ inputs, outputs, activation, W, b }, l) => [
    ...matmul(gpu, A[l]!, inputOf(l), part(P, W), { m: n, k: inputs, n: outputs }, "nn"),
    ...biasActivation(gpu, A[l]!, A[l]!, part(P, b), { n, c: outputs }, activation),
  ]);
  const output = A.at(-1)!;
  const [rows, value] = [gpu.zeros(n), gpu.zeros(1)];
  const gradientOf = G ?? gpu.zeros(Y === undefined ? 0 : count);
  if (Y === undefined) return { P, G: gradientOf, output, loss: value, forward, evaluate: [], gradient: [] };
  const sizes = { n, c: last.outputs, scale };
  const total = sum(gpu, value, rows, scale);
  const evaluate = [...forward, ...loss(gpu, { rows, Z: output, Y }, sizes, shape.loss), ...total];
  const D = layers.map(({ outputs }) => gpu.zeros(n * outputs));
  const gradient = [
    ...forward,
    ...loss(gpu, { rows, D: D.at(-1)!, Z: output, Y }, sizes, shape.loss),
    ...total,
  ];
  for (let l = layers.length - 1; l >= 0; l--) {
    const { inputs, outputs, activation, W, b } = layers[l]!;
    gradient.push(
      ...activationBackward(gpu, D[l]!, A[l]!, { n, c: outputs }, activation),
      ...matmul(gpu, part(gradientOf, W), inputOf(l), D[l]!, { m: inputs, k: n, n: outputs }, "tn"),
      ...columnSums(gpu, part(gradientOf, b), D[l]!, { rows: n, columns: outputs }),
    );
    if (l > 0)
      gradient.push(...matmul(gpu, D[l - 1]!, D[l]!, part(P, W), { m: n, k: outputs, n: inputs }, "nt"));
  }
  return { P, G: gradientOf, output, loss: value, forward, evaluate, gradient };
}
