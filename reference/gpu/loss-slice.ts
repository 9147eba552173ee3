/**
 * The loss of a network over a plane through its parameters, many points at once. Twin: reference/dense/loss-slice.ts.
 *
 *     L_t = L(P + α_t U + β_t V)
 *
 * The first layer is linear in the point: Z_1 = (X·P_1) + α (X·U_1) + β (X·V_1), so that its three products are made
 * once for all points. The layers above are products of a batch, one matrix of weights a point.
 */

import type { Plane } from "../dense/loss-slice.ts";
import { layersOf, type NetworkShape, scaleOf } from "../dense/network-shape.ts";
import type { Following, Gpu, Pass } from "./gpu.ts";
import { type GpuArray, part } from "./gpu-array.ts";
import { kernel } from "./kernel.ts";
import { biasActivation } from "./kernels/activation.ts";
import { loss } from "./kernels/loss.ts";
import { matmul } from "./kernels/matmul.ts";
import { rowSums } from "./kernels/reduce.ts";

/** t_bq = p_q + α_b u_q + β_b v_q for the numbers from `first` on; invocation i owns one number of one point. */
const combine = kernel({
  name: "points of a plane",
  params: { size: "u32", first: "u32", point: "u32" },
  reads: ["P", "U", "V", "points"],
  writes: ["T"],
  body: `
  let at = 2u * (p.point + i / p.size);
  let q = p.first + i % p.size;
  T[i] = P[q] + points[at] * U[q] + points[at + 1u] * V[q];`,
});

/** Numbers of one array of the batch, 16 MB. */
const ROOM = 2 ** 22;

/**
 * Losses at points of a plane.
 *
 * @param points α_1, β_1, α_2, β_2 …
 * @throws GpuError, RangeError if the shapes do not fit, or the signal's reason
 */
export async function lossSlice(
  on: Gpu,
  shape: NetworkShape,
  plane: Plane,
  points: Float64Array,
  { signal, progress }: Following = {},
): Promise<Float64Array> {
  const count = points.length / 2;
  const gpu = on.room();
  try {
    const losses = gpu.zeros(count);
    const passesFor = slicePasses(gpu, shape, plane, gpu.from(points), losses);
    const most = passesFor.most;
    for (let first = 0; first < count; first += most) {
      signal?.throwIfAborted();
      const here = gpu.room();
      try {
        here.run(passesFor.of(here, first, Math.min(most, count - first)));
        await here.settle();
      } finally {
        here.free();
      }
      progress?.(Math.min(1, (first + most) / count));
    }
    return await gpu.read(losses);
  } finally {
    gpu.free();
  }
}

function slicePasses(
  gpu: Gpu,
  shape: NetworkShape,
  { P, U, V, X, Y, n }: Plane,
  points: GpuArray,
  losses: GpuArray,
) {
  const layers = layersOf(shape);
  const [first, ...above] = layers as [(typeof layers)[number], ...(typeof layers)[number][]];
  const c = layers.at(-1)!.outputs;
  const most = Math.max(1, Math.floor(ROOM / (n * Math.max(...shape.sizes.slice(1)))));
  const from = first.b + first.outputs;
  const tail = P.length - from;
  const [x, y] = [gpu.from(X), gpu.from(Y)];
  const none = gpu.zeros(first.outputs);
  const parameters = [P, U, V].map((values) => gpu.from(values));
  // X·P_1 + b of each of the three, computed now.
  const products = parameters.map((of) => {
    const Z = gpu.zeros(n * first.outputs);
    gpu.run([
      ...matmul(gpu, Z, x, part(of, first.W), { m: n, k: first.inputs, n: first.outputs }, "nn"),
      ...biasActivation(gpu, Z, Z, part(of, first.b), { n, c: first.outputs }, "identity"),
    ]);
    return Z;
  });
  const of = (here: Gpu, point: number, batch: number): readonly Pass[] => {
    const size = n * first.outputs;
    let input = here.zeros(batch * size);
    const T = here.zeros(batch * tail);
    const passes: Pass[] = [
      here.prepare(combine, batch * size, { size, first: 0, point }, [...products, points, input], 2),
      ...biasActivation(here, input, input, none, { n: n * batch, c: first.outputs }, first.activation),
    ];
    if (tail > 0)
      passes.push(
        here.prepare(
          combine,
          batch * tail,
          { size: tail, first: from, point },
          [...parameters, points, T],
          2,
        ),
      );
    for (const { inputs, outputs, activation, W, b } of above) {
      const A = here.zeros(batch * n * outputs);
      passes.push(
        ...matmul(here, A, input, part(T, W - from, tail), { m: n, k: inputs, n: outputs }, "nn", { batch }),
        ...biasActivation(here, A, A, part(T, b - from, tail), { n, c: outputs, batch }, activation),
      );
      input = A;
    }
    const rows = here.zeros(batch * n);
    const scale = scaleOf(shape, n);
    passes.push(
      ...loss(here, { rows, Z: input, Y: y }, { n: n * batch, c, scale, targets: n }, shape.loss),
      ...rowSums(here, part(losses, point), rows, { rows: batch, columns: n, scale }),
    );
    return passes;
  };
  return { most, of };
}
