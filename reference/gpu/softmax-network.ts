/**
 * The classifier of softmax-network.ts on the device. Twins: reference/networks/softmax-network-dense.ts.
 */
import { asRecord, type DenseNetwork, flat, flatNetwork, rowsOf } from "../networks/softmax-network-dense.ts";
import type { Gpu } from "./gpu.ts";
import { part } from "./gpu-array.ts";
import { biasActivation } from "./kernels/activation.ts";
import { matmul } from "./kernels/matmul.ts";
import { gpuNetwork } from "./network.ts";

type Matrix = readonly (readonly number[])[];

/**
 * The forward pass.
 *
 *     H = σ(X·W_h + b_h),   Ŷ = ς(H·W_o + b_o)
 *
 * @throws GpuError
 */
export async function forwardOnGpu(on: Gpu, X: Matrix, p: DenseNetwork) {
  const { n, m, h, c, X: x, P } = flatNetwork(X, p);
  const gpu = on.room();
  try {
    const [H, Y, parameters] = [gpu.zeros(n * h), gpu.zeros(n * c), gpu.from(P)];
    const [bh, Wo, bo] = [m * h, (m + 1) * h, (m + 1) * h + h * c];
    gpu.run([
      ...matmul(gpu, H, gpu.from(x), parameters, { m: n, k: m, n: h }, "nn"),
      ...biasActivation(gpu, H, H, part(parameters, bh), { n, c: h }, "sigmoid"),
      ...matmul(gpu, Y, H, part(parameters, Wo), { m: n, k: h, n: c }, "nn"),
      ...biasActivation(gpu, Y, Y, part(parameters, bo), { n, c }, "softmax"),
    ]);
    return { H: rowsOf(await gpu.read(H), h), yHat: rowsOf(await gpu.read(Y), c) };
  } finally {
    gpu.free();
  }
}

/** Gradients of J = −Σ_i Σ_c y_ic ln ŷ_ic by all parameters. @throws GpuError */
export async function gradientsOnGpu(on: Gpu, X: Matrix, Y: Matrix, p: DenseNetwork) {
  const network = flatNetwork(X, p);
  const gpu = on.room();
  try {
    const arrays = { P: gpu.from(network.P), X: gpu.from(network.X), Y: gpu.from(flat(Y)) };
    const { G, gradient } = gpuNetwork(gpu, network.shape, network.n, arrays);
    gpu.run(gradient);
    return asRecord(await gpu.read(G), network);
  } finally {
    gpu.free();
  }
}
