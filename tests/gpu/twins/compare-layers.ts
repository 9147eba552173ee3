/** Activations, losses and updates beside their twins. */
import {
  activationBackward as backwardTwin,
  biasActivation as forwardTwin,
  type RowActivation,
} from "../../../reference/dense/layer.ts";
import { type LossName, losses } from "../../../reference/dense/losses.ts";
import * as updates from "../../../reference/dense/updates.ts";
import { activationBackward, biasActivation } from "../../../reference/gpu/kernels/activation.ts";
import { loss } from "../../../reference/gpu/kernels/loss.ts";
import * as kernels from "../../../reference/gpu/kernels/update.ts";
import { type Comparison, GATE, type Pair } from "./comparison.ts";

const activations: readonly RowActivation[] = ["identity", "sigmoid", "tanh", "relu", "leakyRelu", "softmax"];
const batches: readonly { readonly n: number; readonly c: number }[] = [
  { n: 1, c: 1 },
  { n: 13, c: 7 },
  { n: 67, c: 11 },
  { n: 0, c: 3 },
];

const layers: readonly Comparison[] = activations.flatMap((name) =>
  batches.map(({ n, c }) => ({
    name: `bias and ${name}, forward and backward, ${n}×${c}`,
    bound: GATE,
    run: async (gpu, draw) => {
      const [Z, b, E] = [draw.normals(n * c, 3), draw.normals(c), draw.normals(n * c)];
      const A = new Float64Array(n * c);
      forwardTwin(A, Z, b, { n, c }, name);
      const D = E.slice();
      backwardTwin(D, A, { n, c }, name);
      const [z, a, bias, d] = [gpu.from(Z), gpu.zeros(n * c), gpu.from(b), gpu.from(E)];
      gpu.run([
        ...biasActivation(gpu, a, z, bias, { n, c }, name),
        ...biasActivation(gpu, z, z, bias, { n, c }, name),
        ...activationBackward(gpu, d, a, { n, c }, name),
      ]);
      return [
        { yours: await gpu.read(a), right: A },
        { yours: await gpu.read(z), right: A },
        // The slope is made of a, which in f32 leaves 1 − a few digits where a unit is saturated: what is lost is
        // small beside the error that comes in, E.
        { yours: [...(await gpu.read(d)), ...E], right: [...D, ...E] },
      ];
    },
  })),
);

/** From the smallest arguments to those where nothing is left but 0 and 1. */
const ladder = Float64Array.from({ length: 400 }, (_, i) =>
  Math.fround((i % 2 === 0 ? 1 : -1) * 2 ** (-24 + (i * 30.5) / 400)),
);

/** Entry by entry, as pairs of one number, so that the bound is on each relative error. */
const singly = (yours: Float64Array, right: Float64Array): Pair[] =>
  [...right].map((r, i) => ({ yours: [yours[i] as number], right: [r] }));

const functions: readonly Comparison[] = [
  ...(["sigmoid", "tanh"] as const).map(
    (name): Comparison => ({
      name: `${name}, each value from 2^-24 to 90, on both sides of 0`,
      // exp is off by 3 + 2|x| units of 6e-8 at most; where the result is below the normal numbers it may be 0.
      bound: GATE,
      run: async (gpu) => {
        const Z = ladder.filter((z) => Math.abs(z) < 60);
        const right = new Float64Array(Z.length);
        forwardTwin(right, Z, new Float64Array(1), { n: Z.length, c: 1 }, name);
        const a = gpu.zeros(Z.length);
        gpu.run(biasActivation(gpu, a, gpu.from(Z), gpu.zeros(1), { n: Z.length, c: 1 }, name));
        return singly(await gpu.read(a), right);
      },
    }),
  ),
  {
    name: "softplus, each value from 2^-24 to 90, on both sides of 0",
    bound: GATE,
    run: async (gpu) => {
      const Z = ladder.filter((z) => Math.abs(z) < 60);
      const n = Z.length;
      const [right, D] = [new Float64Array(n), new Float64Array(n)];
      losses.bceLogits(right, D, Z, new Float64Array(n), { n, c: 1, scale: 1 });
      const rows = gpu.zeros(n);
      gpu.run(loss(gpu, { rows, Z: gpu.from(Z), Y: gpu.zeros(n) }, { n, c: 1, scale: 1 }, "bceLogits"));
      return singly(await gpu.read(rows), right);
    },
  },
];

const lossNames: readonly LossName[] = ["squared", "bce", "bceLogits", "crossEntropy"];
const lossPairs: readonly Comparison[] = lossNames.flatMap((name) =>
  batches.map(({ n, c }) => ({
    name: `loss ${name} and its slopes, ${n}×${c}`,
    bound: GATE,
    run: async (gpu, draw) => {
      const Z = name === "bce" ? draw.between(n * c, 0, 1) : draw.normals(n * c, 3);
      const Y =
        name === "squared"
          ? draw.normals(n * c)
          : name === "crossEntropy"
            ? draw.oneHot(n, c)
            : draw.bits(n * c);
      const right = { rows: new Float64Array(n), D: new Float64Array(n * c) };
      losses[name](right.rows, right.D, Z, Y, { n, c, scale: 0.25 });
      const [rows, flat, D, z, y] = [gpu.zeros(n), gpu.zeros(n), gpu.zeros(n * c), gpu.from(Z), gpu.from(Y)];
      const sizes = { n, c, scale: 0.25 };
      gpu.run([
        ...loss(gpu, { rows, D, Z: z, Y: y }, sizes, name),
        ...loss(gpu, { rows: flat, Z: z, Y: y }, sizes, name),
      ]);
      return [
        { yours: await gpu.read(rows), right: right.rows },
        { yours: await gpu.read(flat), right: right.rows },
        { yours: await gpu.read(D), right: right.D },
      ];
    },
  })),
);

const steps: readonly Comparison[] = [1, 257].map((length) => ({
  name: `ten steps of descent and of momentum, ${length} parameters`,
  bound: GATE,
  run: async (gpu, draw) => {
    const [P, G] = [draw.normals(length), draw.normals(length)];
    const momentum = { learningRate: 0.05, momentum: 0.9 };
    const right = [P.slice(), P.slice()] as const;
    const velocity = new Float64Array(length);
    for (let t = 0; t < 10; t++) {
      updates.descend(right[0], G, 0.05);
      updates.descendWithMomentum(right[1], velocity, G, momentum);
    }
    const yours = [gpu.from(P), gpu.from(P)] as const;
    const [g, v] = [gpu.from(G), gpu.zeros(length)];
    gpu.run(
      [
        ...kernels.descend(gpu, yours[0], g, 0.05),
        ...kernels.descendWithMomentum(gpu, yours[1], v, g, momentum),
      ],
      10,
    );
    const pairs: Pair[] = [];
    for (const [k, array] of yours.entries())
      pairs.push({ yours: await gpu.read(array), right: right[k] as Float64Array });
    return pairs;
  },
}));

export const comparisons: readonly Comparison[] = [...layers, ...functions, ...lossPairs, ...steps];
