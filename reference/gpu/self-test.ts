/**
 * Whether a device computes: a small network's loss and gradient, whose right values the CPU knows.
 */
import { networkOf } from "../dense/network.ts";
import { countOf, type NetworkShape } from "../dense/network-shape.ts";
import { relativeError } from "../dense/relative-error.ts";
import { normal, random } from "../randomness/random.ts";
import type { Gpu } from "./gpu.ts";
import { gpuNetwork } from "./network.ts";

const shape: NetworkShape = {
  sizes: [5, 7, 3],
  activations: ["tanh", "identity"],
  loss: "crossEntropy",
  over: "mean",
};
const n = 6;

/**
 * Largest relative error of a sound device. Sums of at most 7 terms in f32 are off by a few units of 6e-8; a driver
 * that computes in half precision or nothing at all is off by 1e-3 and more.
 */
const BOUND = 1e-5;

/** Nothing if the device is sound, else what is wrong. @throws GpuError */
export async function selfTest(gpu: Gpu): Promise<string | undefined> {
  const { P, X, Y } = example();
  const G = new Float64Array(P.length);
  const loss = networkOf(shape, n).gradient(G, P, X, Y);
  const room = gpu.room();
  try {
    const network = gpuNetwork(room, shape, n, { P: room.from(P), X: room.from(X), Y: room.from(Y) });
    room.run(network.gradient);
    const [value, gradient] = [await room.read(network.loss), await room.read(network.G)];
    const error = Math.max(relativeError(value, [loss]), relativeError(gradient, G));
    return error <= BOUND ? undefined : `its self-test is off by ${error.toPrecision(2)}, more than ${BOUND}`;
  } finally {
    room.free();
  }
}

function example() {
  const rng = random(5, "gpu/self-test");
  const draws = (length: number): Float64Array =>
    Float64Array.from({ length }, () => Math.fround(normal(rng)));
  const Y = Float64Array.from({ length: 3 * n }, (_, at) => (at % 3 === Math.floor(at / 3) % 3 ? 1 : 0));
  return { P: draws(countOf(shape)), X: draws(5 * n), Y };
}
