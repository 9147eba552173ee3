/** A network of a few layers, half of them all of one width, so that a residual connection has a place. */
import {
  type ArgsOf,
  args,
  type Draw,
  list,
  matrix,
  optional,
  record,
  text,
  truth,
  vector,
} from "../../grader/exercise/form.ts";
import { type Activation, activations } from "../../reference/dense/activations.ts";

export type Vector = number[];
export type Matrix = number[][];
export type Net = { Ws: Matrix[]; bs: Vector[] };

export const widthOf = (A: Matrix): number => A[0]!.length;
export const isSquare = (W: Matrix): boolean => W.length === widthOf(W);
/** A row of A through one layer, in plain numbers: its activations. */
export const layer = (name: string, A: Matrix, W: Matrix, b: Vector): Matrix =>
  A.map((a) =>
    W.map((w, k) =>
      activations[name as Activation].of(w.reduce((sum, wj, j) => sum + wj * a[j]!, 0) + b[k]!),
    ),
  );

/** With three outputs or more 1/n is no 2/(n·t). */
function widths(draw: Draw): number[] {
  const layers = draw.size("L");
  if (draw.integer(0, 1) === 0) return new Array<number>(layers + 1).fill(3);
  return draw.list(layers + 1, (l) => (l === layers ? draw.integer(3, 4) : draw.integer(2, 4)));
}
const weight = (draw: Draw) => (): number => draw.between(-1.5, 1.5);
const net = {
  ...record<Net>(
    {
      Ws: list(matrix("u v", ""), "L", "weights of each layer, **out × in**: row k belongs to unit k"),
      bs: list(vector("u", ""), "L", "biases of each layer, one a unit"),
    },
    "the network, one entry a layer, the first layer first",
  ),
  draw: (draw: Draw): Net => {
    const sizes = widths(draw);
    const Ws = sizes.slice(1).map((size, l) => draw.matrix(size, sizes[l]!, weight(draw)));
    return { Ws, bs: Ws.map((W) => W.map(weight(draw))) };
  },
};

const KINKED = ["relu", "leakyRelu"];

/** Off the kinks of ReLU and leaky ReLU, and not so far out that nothing is left to see. */
function isInReach({ net: { Ws, bs }, act, X, residual }: Omit<ArgsOfNet, "Y">): boolean {
  let A = X;
  return Ws.every((W, l) => {
    const Z = layer("identity", A, W, bs[l]!);
    const after = layer(act, A, W, bs[l]!);
    A = residual && isSquare(W) ? after.map((row, i) => row.map((a, j) => a + A[i]![j]!)) : after;
    return Z.flat().every((z) => Math.abs(z) < 30 && (!KINKED.includes(act) || Math.abs(z) > 0.01));
  });
}
interface ArgsOfNet {
  readonly net: Net;
  readonly act: string;
  readonly X: Matrix;
  readonly Y: Matrix;
  readonly residual: boolean | undefined;
}

export const depth = args(
  {
    net,
    act: text("name of the activation g of all layers, as in ex37", { choices: Object.keys(activations) }),
    X: matrix("n m", "inputs, one example a row", {
      draw: (draw, { net }) =>
        draw.matrix(draw.size("n"), widthOf((net as Net).Ws[0]!), () => draw.between(-2, 2)),
    }),
    Y: matrix("n t", "targets, one example a row", {
      draw: (draw, { X, net }) =>
        draw.matrix((X as Matrix).length, (net as Net).Ws.at(-1)!.length, () => draw.between(-1, 1)),
    }),
    residual: optional(truth("whether layers add their inputs to what they give"), false),
  },
  {
    sizes: { L: [1, 3], n: [3, 4], m: [2, 9], t: [3, 9], u: [2, 9], v: [2, 9] },
    accepts: isInReach,
  },
);
export type Depth = ArgsOf<typeof depth>;
