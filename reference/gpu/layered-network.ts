/**
 * The sigmoid network of any number of layers on the device. Twins: reference/networks/layered-network-plain.ts.
 */
import { flat, rowsOf } from "../networks/softmax-network-dense.ts";
import type { Gpu, Pass } from "./gpu.ts";
import { activationBackward, biasActivation } from "./kernels/activation.ts";
import { loss } from "./kernels/loss.ts";
import { matmul } from "./kernels/matmul.ts";
import { columnSums } from "./kernels/reduce.ts";

type Vector = readonly number[];
type Matrix = readonly Vector[];

const widthOf = (A: Matrix): number => A[0]?.length ?? 0;

/**
 * What each layer gives, the inputs first.
 *
 *     A⁰ = X,   A^l = σ(A^(l−1)·W^lᵀ + b^l)
 *
 * @param X inputs, shape [n, d⁰]
 * @param Ws weights of each layer, out×in, shapes [d^l, d^(l−1)]
 * @param bs biases of each layer, shapes [d^l]
 * @throws GpuError
 */
export async function activationsOnGpu(
  on: Gpu,
  X: Matrix,
  Ws: readonly Matrix[],
  bs: readonly Vector[],
): Promise<number[][][]> {
  const [n, gpu] = [X.length, on.room()];
  try {
    const As = [gpu.from(flat(X)), ...Ws.map((W) => gpu.zeros(n * W.length))];
    gpu.run(
      Ws.flatMap((W, l) => {
        const [to, c] = [As[l + 1]!, W.length];
        return [
          ...matmul(gpu, to, As[l]!, gpu.from(flat(W)), { m: n, k: widthOf(W), n: c }, "nt"),
          ...biasActivation(gpu, to, to, gpu.from(Float64Array.from(bs[l]!)), { n, c }, "sigmoid"),
        ];
      }),
    );
    const answer = [X.map((row) => [...row])];
    for (const [l, W] of Ws.entries()) answer.push(rowsOf(await gpu.read(As[l + 1]!), W.length));
    return answer;
  } finally {
    gpu.free();
  }
}

/**
 * Errors and gradients of the mean squared error over all n·t entries, at given activations.
 *
 *     δᴸ = 2/(n·t)·(Aᴸ − Y)·Aᴸ(1 − Aᴸ),   δ^l = (δ^(l+1)·W^(l+1))·A^l(1 − A^l),   dW^l = δ^lᵀ·A^(l−1),   db^l = Σᵢ δᵢ^l
 *
 * @param activations of all layers, the inputs first
 * @throws GpuError
 */
export async function wayBackOnGpu(
  on: Gpu,
  activations: readonly Matrix[],
  Y: Matrix,
  Ws: readonly Matrix[],
) {
  const [n, t, gpu] = [Y.length, widthOf(Y), on.room()];
  try {
    const As = activations.map((A) => gpu.from(flat(A)));
    const [weights, deltas, dWs, dbs] = [
      Ws.map((W) => gpu.from(flat(W))),
      Ws.map((W) => gpu.zeros(n * W.length)),
      Ws.map((W) => gpu.zeros(W.length * widthOf(W))),
      Ws.map((W) => gpu.zeros(W.length)),
    ];
    const output = { rows: gpu.zeros(n), D: deltas.at(-1)!, Z: As.at(-1)!, Y: gpu.from(flat(Y)) };
    const passes: Pass[] = [...loss(gpu, output, { n, c: t, scale: 1 / (n * t) }, "squared")];
    for (let l = Ws.length - 1; l >= 0; l--) {
      const [units, inputs, delta] = [Ws[l]!.length, widthOf(Ws[l]!), deltas[l]!];
      passes.push(
        ...activationBackward(gpu, delta, As[l + 1]!, { n, c: units }, "sigmoid"),
        ...matmul(gpu, dWs[l]!, delta, As[l]!, { m: units, k: n, n: inputs }, "tn"),
        ...columnSums(gpu, dbs[l]!, delta, { rows: n, columns: units }),
      );
      if (l > 0)
        passes.push(...matmul(gpu, deltas[l - 1]!, delta, weights[l]!, { m: n, k: units, n: inputs }, "nn"));
    }
    gpu.run(passes);
    const answer = { deltas: [] as number[][][], dWs: [] as number[][][], dbs: [] as number[][] };
    for (const [l, W] of Ws.entries()) {
      answer.deltas.push(rowsOf(await gpu.read(deltas[l]!), W.length));
      answer.dWs.push(rowsOf(await gpu.read(dWs[l]!), widthOf(W)));
      answer.dbs.push(Array.from(await gpu.read(dbs[l]!)));
    }
    return answer;
  } finally {
    gpu.free();
  }
}
