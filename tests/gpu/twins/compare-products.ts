/** Products, covariances and what moves rows beside their twins. */
import { covariance as covarianceTwin } from "../../../reference/dense/covariance.ts";
import { matmul as matmulTwin } from "../../../reference/dense/matmul.ts";
import type { Form, Sizes } from "../../../reference/dense/matmul-loops.ts";
import type { Gpu } from "../../../reference/gpu/gpu.ts";
import { part } from "../../../reference/gpu/gpu-array.ts";
import { kernel, LANES, MOST_GROUPS } from "../../../reference/gpu/kernel.ts";
import { covariance } from "../../../reference/gpu/kernels/covariance.ts";
import { copy, gatherRows } from "../../../reference/gpu/kernels/gather.ts";
import { matmul } from "../../../reference/gpu/kernels/matmul.ts";
import { integer } from "../../../reference/randomness/random.ts";
import { type Comparison, type Drawn, GATE, type Pair } from "./comparison.ts";

const forms: readonly Form[] = ["nn", "tn", "nt"];
/** One, primes, above a workgroup, a long sum, no terms, no rows. */
const products: readonly Sizes[] = [
  { m: 1, k: 1, n: 1 },
  { m: 7, k: 13, n: 5 },
  { m: 67, k: 31, n: 131 },
  { m: 257, k: 3, n: 2 },
  { m: 3, k: 5000, n: 2 },
  { m: 4, k: 0, n: 3 },
  { m: 0, k: 3, n: 4 },
];
const named = ({ m, k, n }: Sizes): string => `${m}×${k} by ${k}×${n}`;

async function product(
  gpu: Gpu,
  draw: Drawn,
  sizes: Sizes,
  form: Form,
  by: "tiles" | "entries",
): Promise<Pair> {
  const { m, k, n } = sizes;
  const [A, B] = [draw.normals(m * k), draw.normals(k * n)];
  const right = new Float64Array(m * n);
  matmulTwin(right, A, B, sizes, form);
  const C = gpu.zeros(m * n);
  gpu.run(matmul(gpu, C, gpu.from(A), gpu.from(B), sizes, form, { by }));
  return { yours: await gpu.read(C), right };
}

const matmuls: readonly Comparison[] = [
  ...(["entries", "tiles"] as const).flatMap((by) =>
    products.map((sizes) => ({
      name: `products nn, tn and nt by ${by}, ${named(sizes)}`,
      bound: GATE,
      run: async (gpu: Gpu, draw: Drawn) => {
        const pairs: Pair[] = [];
        for (const form of forms) pairs.push(await product(gpu, draw, sizes, form, by));
        return pairs;
      },
    })),
  ),
  {
    name: "products of fuzzed shapes",
    bound: GATE,
    run: async (gpu, draw) => {
      const pairs: Pair[] = [];
      for (let t = 0; t < 24; t++) {
        const [m, k, n] = [1, 2, 3].map(() => integer(draw.rng, 1, t < 12 ? 20 : 150)) as [
          number,
          number,
          number,
        ];
        const form = forms[t % 3] as Form;
        pairs.push(await product(gpu, draw, { m, k, n }, form, t % 2 === 0 ? "entries" : "tiles"));
      }
      return pairs;
    },
  },
  {
    name: "a batch of products with one matrix shared, from the middle of arrays",
    bound: GATE,
    run: async (gpu, draw) => {
      const [batch, m, k, n] = [5, 6, 7, 3];
      const [A, B] = [draw.normals(2 + m * k), draw.normals(4 + batch * (k * n + 1))];
      const C = gpu.zeros(batch * m * n);
      const operands = [part(gpu.from(A), 2), part(gpu.from(B), 4, k * n + 1)] as const;
      gpu.run(matmul(gpu, C, ...operands, { m, k, n }, "nn", { batch }));
      const right = new Float64Array(batch * m * n);
      for (let b = 0; b < batch; b++) {
        const at = 4 + b * (k * n + 1);
        const into = right.subarray(b * m * n, (b + 1) * m * n);
        matmulTwin(into, A.slice(2), B.slice(at, at + k * n), { m, k, n }, "nn");
      }
      return [{ yours: await gpu.read(C), right }];
    },
  },
];

/** Number i modulo 1000, for places that f32 cannot count. */
const counting = kernel({
  name: "counting",
  params: {},
  reads: [],
  writes: ["A"],
  body: "  A[i] = f32(i % 1000u);",
});

const cut: readonly Comparison[] = [
  ...(["entries", "tiles"] as const).map(
    (by): Comparison => ({
      name: `a product by ${by} that is cut into short dispatches`,
      bound: GATE,
      run: async (gpu, draw) => {
        const room = gpu.room(2 ** 16);
        const sizes = { m: 97, k: 33, n: 133 };
        const [A, B, right] = [draw.normals(97 * 33), draw.normals(33 * 133), new Float64Array(97 * 133)];
        matmulTwin(right, A, B, sizes, "nn");
        const C = room.zeros(97 * 133);
        const passes = matmul(room, C, room.from(A), room.from(B), sizes, "nn", { by });
        room.run(passes);
        const yours = await room.read(C);
        room.free();
        return [
          { yours, right },
          { yours: [passes.flatMap(({ dispatches }) => dispatches).length > 3 ? 1 : 0], right: [1] },
        ];
      },
    }),
  ),
  {
    name: "a dispatch of more workgroups than one axis holds",
    bound: 0,
    run: async (gpu) => {
      const [room, count] = [gpu.room(2 ** 26), MOST_GROUPS * LANES + 700];
      const [A, end] = [room.zeros(count), room.zeros(1000)];
      room.run([room.prepare(counting, count, {}, [A]), ...copy(room, end, part(A, count - 1000), 1000)]);
      const yours = await room.read(end);
      room.free();
      return [{ yours, right: Array.from({ length: 1000 }, (_, i) => (count - 1000 + i) % 1000) }];
    },
  },
];

const others: readonly Comparison[] = [
  ...[
    { n: 2, m: 1 },
    { n: 101, m: 7 },
    { n: 5003, m: 17 },
  ].map(
    ({ n, m }): Comparison => ({
      name: `covariance of ${n} rows of ${m} columns with means far from 0`,
      bound: GATE,
      run: async (gpu, draw) => {
        const X = draw.normals(n * m).map((x, at) => Math.fround(x + 100 * (at % m)));
        const [S, mean] = [gpu.zeros(m * m), gpu.zeros(m)];
        gpu.run(covariance(gpu, { S, mean }, gpu.from(X), { n, m }));
        const right = { S: new Float64Array(m * m), mean: new Float64Array(m) };
        covarianceTwin(right.S, right.mean, X, { n, m });
        return [
          { yours: await gpu.read(S), right: right.S },
          { yours: await gpu.read(mean), right: right.mean },
        ];
      },
    }),
  ),
  {
    name: "rows in a given order, and a copied piece",
    bound: 0,
    run: async (gpu, draw) => {
      const [X, order] = [draw.normals(11 * 3), Float64Array.of(9, 9, 0, 10, 3, 4)];
      const [T, piece, x] = [gpu.zeros(15), gpu.zeros(6), gpu.from(X)];
      gpu.run([
        ...gatherRows(gpu, T, x, part(gpu.from(order), 1), { n: 5, columns: 3 }),
        ...copy(gpu, part(piece, 2), part(x, 7), 3),
      ]);
      return [
        {
          yours: await gpu.read(T),
          right: [...order.slice(1)].flatMap((i) => [...X.subarray(3 * i, 3 * i + 3)]),
        },
        { yours: await gpu.read(piece), right: [0, 0, ...X.subarray(7, 10), 0] },
      ];
    },
  },
];

export const comparisons: readonly Comparison[] = [...matmuls, ...cut, ...others];
