/** What the functions take: lists with one entry a layer, each layer of a width of its own. */
import { type ArgsOf, args, type Draw, list, matrix, scalar, vector } from "../../grader/exercise/form.ts";

export type Vector = number[];
export type Matrix = number[][];
export type Parameters = { Ws: Matrix[]; bs: Vector[] };
export type Gradients = { deltas: Matrix[]; dWs: Matrix[]; dbs: Vector[] };

// Weights up to 1½ keep most units off saturation.
const weight = (draw: Draw): number => draw.between(-1.5, 1.5);
/** Units of the layers: neighbours differ, and with three outputs or more 1/n is no 2/(n·t). */
const widths = (draw: Draw, inputs: number): number[] => {
  const all = [inputs];
  const layers = draw.size("L");
  while (all.length <= layers) {
    const width = draw.integer(all.length === layers ? 3 : 2, 4);
    if (width !== all.at(-1)) all.push(width);
  }
  return all;
};
const widthsOf = (As: Matrix[]): number[] => As.map((A) => A[0]!.length);
const weightsOf = (draw: Draw, sizes: number[]): Matrix[] =>
  sizes.slice(1).map((size, l) => draw.matrix(size, sizes[l]!, () => weight(draw)));

const WEIGHTS = "weights of each layer, **out × in**: row k belongs to unit k";
const likeWeights = (says: string) =>
  list(matrix("u v", ""), "L", says, {
    draw: (draw, { Ws }) => (Ws as Matrix[]).map((W) => W.map((row) => row.map(() => weight(draw)))),
  });
const perUnit = (says: string) =>
  list(vector("u", ""), "L", says, {
    draw: (draw, { Ws }) => (Ws as Matrix[]).map((W) => W.map(() => weight(draw))),
  });

const sizes = { L: [1, 3], n: [3, 5], m: [2, 4], u: [2, 9], v: [2, 9] } as const;
const { n, m, ...ofLayers } = sizes;

export const bs = perUnit("biases of each layer, one a unit");
export const forwardPass = args(
  {
    X: matrix("n m", "inputs, one example a row"),
    Ws: list(matrix("u v", ""), "L", WEIGHTS, {
      draw: (draw, { X }) => weightsOf(draw, widths(draw, (X as Matrix)[0]!.length)),
    }),
    bs,
  },
  { sizes: { ...ofLayers, n, m } },
);
export const backwardPass = args(
  {
    As: list(matrix("n w", ""), "L+1", "what each layer gives, A⁰ = X first", {
      draw: (draw) => {
        const [inputs = 2, ...layers] = widths(draw, draw.integer(2, 4));
        const rows = draw.size("n");
        return [
          draw.matrix(rows, inputs),
          ...layers.map((width) => draw.matrix(rows, width, () => draw.probability())),
        ];
      },
    }),
    Y: matrix("n t", "targets, from 0 to 1", {
      draw: (draw, { As }) => (As as Matrix[]).at(-1)!.map((row) => row.map(() => draw.between(0, 1))),
    }),
    Ws: list(matrix("u v", ""), "L", WEIGHTS, {
      draw: (draw, { As }) => weightsOf(draw, widthsOf(As as Matrix[])),
    }),
  },
  { sizes: { ...ofLayers, n, w: [2, 9], t: [3, 9] } },
);
export const step = args(
  {
    Ws: list(matrix("u v", ""), "L", WEIGHTS, {
      draw: (draw) => weightsOf(draw, widths(draw, draw.integer(2, 4))),
    }),
    bs,
    dWs: likeWeights("derivatives of the loss by Ws"),
    dbs: perUnit("derivatives of the loss by bs"),
    lr: scalar("learning rate η", {
      // Not 1, where a rate that is forgotten does not show.
      draw: (draw) => (draw.family === "quarters" ? draw.pick([0.25, 0.5, 1.5]) : draw.between(0.02, 0.9)),
    }),
  },
  { sizes: ofLayers },
);
export type Forward = ArgsOf<typeof forwardPass>;
export type Backward = ArgsOf<typeof backwardPass>;
export type Step = ArgsOf<typeof step>;
