/** Networks, slices, grids and central differences beside their twins. */
import { centralDifferences as checkTwin } from "../../../reference/dense/central-difference.ts";
import { predictGrid as gridTwin } from "../../../reference/dense/grid.ts";
import { lossSlice as sliceTwin } from "../../../reference/dense/loss-slice.ts";
import { networkOf } from "../../../reference/dense/network.ts";
import { countOf, type NetworkShape } from "../../../reference/dense/network-shape.ts";
import { descend as descendTwin } from "../../../reference/dense/updates.ts";
import { centralDifferences } from "../../../reference/gpu/central-difference.ts";
import type { Gpu } from "../../../reference/gpu/gpu.ts";
import { predictGrid } from "../../../reference/gpu/grid.ts";
import { descend } from "../../../reference/gpu/kernels/update.ts";
import { lossSlice } from "../../../reference/gpu/loss-slice.ts";
import { gpuNetwork } from "../../../reference/gpu/network.ts";
import { integer, pick } from "../../../reference/randomness/random.ts";
import { type Comparison, type Drawn, GATE, type Pair } from "./comparison.ts";

const shapes: readonly { readonly shape: NetworkShape; readonly n: number }[] = [
  { n: 1, shape: { sizes: [1, 1], activations: ["identity"], loss: "squared", over: "sum" } },
  {
    n: 17,
    shape: { sizes: [2, 3, 2], activations: ["sigmoid", "identity"], loss: "crossEntropy", over: "sum" },
  },
  {
    n: 31,
    shape: {
      sizes: [3, 7, 5, 1],
      activations: ["tanh", "relu", "identity"],
      loss: "bceLogits",
      over: "mean",
    },
  },
  {
    n: 29,
    shape: { sizes: [2, 5, 4, 3], activations: ["leakyRelu", "tanh", "sigmoid"], loss: "bce", over: "mean" },
  },
  { n: 23, shape: { sizes: [4, 6, 3], activations: ["sigmoid", "softmax"], loss: "squared", over: "mean" } },
  {
    n: 67,
    shape: { sizes: [64, 32, 10], activations: ["sigmoid", "identity"], loss: "crossEntropy", over: "mean" },
  },
];
const named = ({ sizes, activations, loss }: NetworkShape): string =>
  `${sizes.join("-")}, ${activations.join(" and ")}, ${loss}`;

/** A batch with targets that suit the loss, and parameters of the usual size. */
function exampleOf({ sizes, loss }: NetworkShape, n: number, draw: Drawn) {
  const [inputs, outputs] = [sizes[0] as number, sizes.at(-1) as number];
  const P = sizes
    .slice(1)
    .flatMap((to, l) => [
      ...draw.normals(((sizes[l] as number) + 1) * to, 1 / Math.sqrt(sizes[l] as number)),
    ]);
  const Y =
    loss === "crossEntropy"
      ? draw.oneHot(n, outputs)
      : loss === "squared"
        ? draw.normals(n * outputs)
        : draw.bits(n * outputs);
  return { P: Float64Array.from(P, Math.fround), X: draw.normals(n * inputs), Y };
}

async function gradientPairs(
  gpu: Gpu,
  draw: Drawn,
  shape: NetworkShape,
  n: number,
): Promise<readonly Pair[]> {
  const { P, X, Y } = exampleOf(shape, n, draw);
  const G = new Float64Array(P.length);
  const loss = networkOf(shape, n).gradient(G, P, X, Y);
  const network = gpuNetwork(gpu, shape, n, { P: gpu.from(P), X: gpu.from(X), Y: gpu.from(Y) });
  gpu.run(network.gradient);
  return [
    { yours: await gpu.read(network.G), right: G },
    { yours: await gpu.read(network.loss), right: [loss] },
  ];
}

/** Smooth ones: among a hundred thousand drawn numbers one may lie so near a kink that f32 is on its other side. */
const someActivations = ["sigmoid", "tanh", "identity"] as const;
const networks: readonly Comparison[] = [
  ...shapes.map(
    ({ shape, n }): Comparison => ({
      name: `gradient and loss of ${named(shape)}, n = ${n}`,
      bound: GATE,
      run: (gpu, draw) => gradientPairs(gpu, draw, shape, n),
    }),
  ),
  {
    name: "gradients of networks of fuzzed shapes",
    bound: GATE,
    run: async (gpu, draw) => {
      const pairs: Pair[] = [];
      for (let t = 0; t < 8; t++) {
        const sizes = Array.from({ length: integer(draw.rng, 2, 5) }, () => integer(draw.rng, 1, 40));
        const hidden = sizes.slice(2).map(() => pick(draw.rng, someActivations));
        const loss = pick(draw.rng, ["crossEntropy", "bceLogits"] as const);
        // With one class every cross-entropy is 0.
        if (loss === "crossEntropy") sizes.push(integer(draw.rng, 2, 12));
        const activations = [
          ...hidden,
          ...(loss === "crossEntropy" ? (["tanh"] as const) : []),
          "identity" as const,
        ];
        const shape: NetworkShape = { sizes, activations, loss, over: "mean" };
        pairs.push(...(await gradientPairs(gpu, draw, shape, integer(draw.rng, 1, 70))));
      }
      return pairs;
    },
  },
  ...shapes.slice(1).map(
    ({ shape, n }): Comparison => ({
      name: `loss after 100 steps of descent of ${named(shape)}, n = ${n}`,
      bound: GATE,
      run: async (gpu, draw) => {
        const { P, X, Y } = exampleOf(shape, n, draw);
        const [parameters, x, y] = [gpu.from(P), gpu.from(X), gpu.from(Y)];
        const network = gpuNetwork(gpu, shape, n, { P: parameters, X: x, Y: y });
        const rate = shape.over === "sum" ? 0.1 / n : 0.1;
        gpu.run([...network.gradient, ...descend(gpu, parameters, network.G, rate)], 100);
        gpu.run(network.evaluate);
        const [twin, G] = [networkOf(shape, n), new Float64Array(P.length)];
        for (let t = 0; t < 100; t++) {
          twin.gradient(G, P, X, Y);
          descendTwin(P, G, rate);
        }
        return [{ yours: await gpu.read(network.loss), right: [twin.loss(P, X, Y)] }];
      },
    }),
  ),
];

const surfaces: readonly Comparison[] = [
  ...shapes.slice(1).map(
    ({ shape, n }): Comparison => ({
      name: `losses over a plane through the parameters of ${named(shape)}`,
      bound: GATE,
      run: async (gpu, draw) => {
        const { P, X, Y } = exampleOf(shape, n, draw);
        const [U, V, points] = [
          draw.normals(P.length, 0.3),
          draw.normals(P.length, 0.3),
          draw.normals(2 * 37),
        ];
        const plane = { P, U, V, X, Y, n };
        return [
          { yours: await lossSlice(gpu, shape, plane, points), right: sliceTwin(shape, plane, points) },
        ];
      },
    }),
  ),
  ...(
    [
      ["tanh", 1, 1],
      ["sigmoid", 23, 17],
      ["relu", 40, 31],
    ] as const
  ).map(
    ([activation, columns, rows]): Comparison => ({
      name: `predictions over a grid of ${columns}×${rows} by a network with ${activation}`,
      bound: GATE,
      run: async (gpu, draw) => {
        const shape: NetworkShape = {
          sizes: [2, 5, 3],
          activations: [activation, "softmax"],
          loss: "squared",
          over: "mean",
        };
        const P = draw.normals(countOf(shape));
        const grid = { x: [-1, 1], y: [-2, 3], columns, rows } as const;
        return [{ yours: await predictGrid(gpu, shape, P, grid), right: gridTwin(shape, P, grid) }];
      },
    }),
  ),
];

/**
 * Steps of the check: ±h moves z by about h, and the formula is off by h² times a third derivative; f32 holds h
 * itself and the products with it to 6e-8.
 */
const h = 2 ** -10;
const checks: readonly Comparison[] = shapes.map(({ shape, n }) => ({
  name: `central differences of all parameters of ${named(shape)}, n = ${n}`,
  bound: GATE,
  run: async (gpu, draw) => {
    const batch = { ...exampleOf(shape, n, draw), n };
    const yours = await centralDifferences(gpu, shape, batch, h);
    const G = new Float64Array(batch.P.length);
    networkOf(shape, n).gradient(G, batch.P, batch.X, batch.Y);
    const pairs = [{ yours, right: checkTwin(shape, batch, h) }];
    // Where there are kinks, some weights straddle one within h, and the derivative is none there.
    return shape.activations.some((name) => /relu/i.test(name)) ? pairs : [...pairs, { yours, right: G }];
  },
}));

export const comparisons: readonly Comparison[] = [...networks, ...surfaces, ...checks];
