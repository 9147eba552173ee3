/**
 * The loss that a gradient check at full size is handed: of a 784-100-10 classifier on four images, which a seed fixes,
 * so that judge and box have the same without 79,510 numbers on the way between them.
 */
import { type Layer, lossesByRows } from "../networks/loss-by-rows.ts";
import type { FlatNetwork } from "../networks/softmax-network-dense.ts";
import { mulberry32, normalFrom } from "./generators.ts";

const [n, m, h, c] = [4, 784, 100, 10] as const;

export interface DigitsNetwork {
  readonly network: FlatNetwork;
  readonly labels: readonly number[];
}

/** Images and a network as it is before training: no unit is saturated, and every class has a chance. */
function drawnNetwork(seed: number): DigitsNetwork {
  const uniform = mulberry32(seed);
  const normal = normalFrom(uniform);
  const X = Float64Array.from({ length: n * m }, uniform);
  const spreads = [
    [m * h, 0.05],
    [h, 0.1],
    [h * c, 0.3],
    [c, 0.1],
  ] as const;
  const P = Float64Array.from(
    spreads.flatMap(([count, spread]) => Array.from({ length: count }, () => spread * normal())),
  );
  const labels = Array.from({ length: n }, () => Math.floor(c * uniform()));
  const shape = {
    sizes: [m, h, c],
    activations: ["sigmoid", "identity"],
    loss: "crossEntropy",
    over: "sum",
  } as const;
  return { network: { n, m, h, c, shape, X, P }, labels };
}

/** What was made for the seed that was asked last: a check asks for one network, part by part. */
let last:
  | (DigitsNetwork & { readonly seed: number; readonly losses: ReturnType<typeof lossesByRows> })
  | undefined;

function lastFor(seed: number) {
  if (last?.seed !== seed) {
    const drawn = drawnNetwork(seed);
    last = { ...drawn, seed, losses: lossesByRows(drawn.network, drawn.labels) };
  }
  return last;
}

/** The network and the classes of its images. */
export const digitsNetwork = (seed: number): DigitsNetwork => lastFor(seed);

/** Its loss by some rows of a layer, 1 or 2, from row `first` on; the biases are the last row. */
export const digitsLoss = (seed: number, layer: number, first: number) =>
  lastFor(seed).losses(LAYERS[layer - 1] as Layer, first);

export const LAYERS = ["hidden", "output"] as const satisfies readonly Layer[];
