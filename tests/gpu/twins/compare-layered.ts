/** The sigmoid network of any number of layers beside its twin. */
import { activationsOnGpu, wayBackOnGpu } from "../../../reference/gpu/layered-network.ts";
import { plainActivations, plainWayBack } from "../../../reference/networks/layered-network-plain.ts";
import { rowsOf } from "../../../reference/networks/softmax-network-dense.ts";
import { type Comparison, type Drawn, GATE, type Pair } from "./comparison.ts";

type Matrix = readonly (readonly number[])[];

/** A batch, and weights out×in of the usual size. */
function exampleOf(widths: readonly number[], n: number, draw: Drawn) {
  const matrix = (rows: number, columns: number, scale = 1): Matrix =>
    rowsOf(draw.normals(rows * columns, scale), columns);
  const layers = widths.slice(1).map((outputs, l) => ({ inputs: widths[l]!, outputs }));
  return {
    X: matrix(n, widths[0]!),
    Ws: layers.map(({ inputs, outputs }) => matrix(outputs, inputs, 1 / Math.sqrt(inputs))),
    bs: layers.map(({ outputs }) => [...draw.normals(outputs, 0.1)]),
    Y: rowsOf(draw.bits(n * widths.at(-1)!), widths.at(-1)!),
  };
}

/** One pair a matrix: each has magnitudes of its own. */
const pairsOf = (yours: readonly Matrix[], right: readonly Matrix[]): readonly Pair[] =>
  right.map((matrix, l) => ({ yours: (yours[l] ?? []).flat(), right: matrix.flat() }));

/** In single precision, so that both are given the same numbers. */
const inSingle = (As: readonly Matrix[]): Matrix[] => As.map((A) => A.map((row) => row.map(Math.fround)));

export const comparisons: readonly Comparison[] = [
  { n: 1, widths: [1, 1] },
  { n: 17, widths: [2, 3, 2] },
  { n: 16, widths: [784, 15, 12, 11, 10] },
  { n: 5, widths: [3, 7, 1, 9, 2, 4] },
].flatMap(({ n, widths }): Comparison[] => [
  {
    name: `activations of a sigmoid network ${widths.join("-")}, n = ${n}`,
    bound: GATE,
    run: async (gpu, draw) => {
      const { X, Ws, bs } = exampleOf(widths, n, draw);
      return pairsOf(await activationsOnGpu(gpu, X, Ws, bs), plainActivations(X, Ws, bs));
    },
  },
  {
    name: `errors and gradients of a sigmoid network ${widths.join("-")}, n = ${n}`,
    bound: GATE,
    run: async (gpu, draw) => {
      const { X, Ws, bs, Y } = exampleOf(widths, n, draw);
      const As = inSingle(plainActivations(X, Ws, bs));
      const [yours, right] = [await wayBackOnGpu(gpu, As, Y, Ws), plainWayBack(As, Y, Ws)];
      return [
        ...pairsOf(yours.deltas, right.deltas),
        ...pairsOf(yours.dWs, right.dWs),
        ...pairsOf(
          yours.dbs.map((db) => [db]),
          right.dbs.map((db) => [db]),
        ),
      ];
    },
  },
]);
