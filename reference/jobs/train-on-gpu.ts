/**
 * Steps of a network's training on the GPU. The CPU's arrays are the checkpoint: they are read from the device when
 * all is well, and stay as they were when it is not.
 */
import type { Gpu } from "../gpu/gpu.ts";
import { part } from "../gpu/gpu-array.ts";
import { gatherRows } from "../gpu/kernels/gather.ts";
import { descend, descendWithMomentum } from "../gpu/kernels/update.ts";
import { gpuNetwork } from "../gpu/network.ts";
import { cuts } from "../train/batches.ts";
import type { NetworkBatches } from "../train/network-batches.ts";

/** Milliseconds after which the state is read. */
const CHECKPOINT_MS = 250;

/**
 * Does up to `steps` steps and reads the state.
 *
 * @returns how many were done: fewer where a checkpoint was due or the signal came
 * @throws GpuError, with the state of the last checkpoint in the CPU's arrays
 */
export async function trainOnGpu(
  on: Gpu,
  batches: NetworkBatches,
  steps: number,
  signal?: AbortSignal,
): Promise<number> {
  const { shape, n, batch, momentum, learningRate, epochs, order } = batches;
  const gpu = on.room();
  try {
    const [P, X, Y] = [gpu.from(batches.P), gpu.from(batches.X), gpu.from(batches.Y)];
    const velocity = velocityOf(batches);
    const V = velocity === undefined ? undefined : gpu.from(velocity.values());
    const G = gpu.zeros(batches.P.length);
    const update =
      V === undefined
        ? descend(gpu, P, G, learningRate)
        : descendWithMomentum(gpu, P, V, G, { learningRate, momentum });
    const [m, c] = [shape.sizes[0]!, shape.sizes.at(-1)!];
    const isWhole = order === undefined && batch >= n;
    const places = gpu.from(isWhole ? [] : Array.from({ length: n }, (_, i) => i));
    const passes = cuts(batches).flatMap(([first, last]) => {
      const rows = last - first;
      if (isWhole) return [...gpuNetwork(gpu, shape, n, { P, G, X, Y }).gradient, ...update];
      const [x, y] = [gpu.zeros(rows * m), gpu.zeros(rows * c)];
      return [
        ...gatherRows(gpu, x, X, part(places, first), { n: rows, columns: m }),
        ...gatherRows(gpu, y, Y, part(places, first), { n: rows, columns: c }),
        ...gpuNetwork(gpu, shape, rows, { P, G, X: x, Y: y }).gradient,
        ...update,
      ];
    });
    const until = performance.now() + CHECKPOINT_MS;
    let done = 0;
    while (done < steps && performance.now() < until && signal?.aborted !== true) {
      if (order !== undefined) {
        gpu.write(places, order(epochs[0]! + done));
        await gpu.follow(passes, 1);
        done++;
        continue;
      }
      const some = Math.min(steps - done, 64);
      await gpu.follow(passes, some);
      done += some;
    }
    const [p, v] = [await gpu.read(P), V === undefined ? undefined : await gpu.read(V)];
    batches.P.set(p);
    if (v !== undefined) velocity?.set(v);
    epochs[0]! += done;
    return done;
  } finally {
    gpu.free();
  }
}

/** The velocity as the kernels write it, V ← μ V + G, whichever way the run does. */
function velocityOf({ V, M, learningRate }: NetworkBatches) {
  if (V !== undefined) return { values: () => V, set: (v: Float64Array) => V.set(v) };
  if (M === undefined) return undefined;
  return {
    values: () => M.map((each) => -each / learningRate),
    set: (v: Float64Array) => M.set(v.map((each) => -learningRate * each)),
  };
}
