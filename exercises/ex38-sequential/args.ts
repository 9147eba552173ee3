import {
  type Arg,
  type ArgsOf,
  args,
  type Draw,
  list,
  matrix,
  record,
  rows,
  text,
  vector,
} from "../../grader/exercise/form.ts";
import { activations } from "../../reference/dense/activations.ts";
import { type Layer as LayerOver, layerOutputs } from "../../reference/networks/sequential.ts";
import type { Num } from "../../reference/numbers/num.ts";
import { lift, plainOf } from "../../reference/numbers/tracked.ts";

export type Matrix = number[][];
export type Layer = LayerOver<number>;
export type Outputs = { readonly output: Matrix; readonly outputs: Matrix[] };

const names = Object.keys(activations);
const bends = names.filter((name) => name !== "identity");

/** All layers as wide as X: then each of them could stand in another's place, and a wrong order has a value. */
const linear = (draw: Draw): Layer => {
  const width = draw.size("m");
  const entry = () => draw.between(-1.5, 1.5);
  return { kind: "linear", W: draw.matrix(width, width, entry), b: draw.list(width, entry) };
};

const layer = record(
  {
    kind: text("`linear` or `activation`", { choices: ["linear", "activation"] }),
    W: matrix("out in", "of a linear layer: weights, **out × in**"),
    b: vector("out", "of a linear layer: biases, one a unit"),
    name: text("of an activation: its name, as in ex37", { choices: names }),
  },
  "a layer",
);
const layers = list(layer, "L", "the layers, in the order in which they are passed", {
  draw: (draw) =>
    draw.list(draw.size("L"), (i) =>
      i % 2 === 0 ? linear(draw) : { kind: "activation", name: draw.pick(bends) },
    ) as never,
}) as unknown as Arg<Layer[]>;

export const model = args(
  { layers, X: matrix("n m", "inputs, one example a row", { between: [-2, 2] }) },
  { sizes: { n: [3, 4], m: [2, 3], L: [2, 4], out: [2, 3], in: [2, 3] } },
);
export type Model = ArgsOf<typeof model>;

/** What the layers give, with the last of it. */
export const ofOutputs = (outputs: Num[][][], X: Num[][]) => ({ output: outputs.at(-1) ?? X, outputs });
/** The same in plain numbers. */
export const passed = (layers: readonly Layer[], X: Matrix): Outputs =>
  plainOf(ofOutputs(layerOutputs(lift(layers) as LayerOver<Num>[], lift(X)), lift(X))) as unknown as Outputs;

export const activation = (name: string): Layer => ({ kind: "activation", name });
export const shown: Model = {
  layers: [{ kind: "linear", W: rows([1, -1], [0, 3], [2, 1]), b: [0, 1, -4] }, activation("relu")],
  X: rows([2, 1], [0, -1]),
};

/** The document draws the weights of both layers with one seed, so that they are the same 20 numbers. */
const weights = [
  0.16243453636632418, -0.06117564136500754, -0.052817175226345575, -0.10729686221561706, 0.08654076293246786,
  -0.23015386968802828, 0.174481176421648, -0.07612069008951028, 0.03190390960570986, -0.02493703754774101,
  0.1462107937044974, -0.20601407094976543, -0.03224172040135075, -0.03840543546684157, 0.11337694423354375,
  -0.1099891267314031, -0.017242820755043575, -0.08778584179213718, 0.004221374671559283,
  0.058281521371582226,
];
const inRows = (width: number): Matrix =>
  Array.from({ length: weights.length / width }, (_, j) => weights.slice(j * width, (j + 1) * width));
export const document: Model = {
  layers: [
    { kind: "linear", W: inRows(2), b: new Array<number>(10).fill(0) },
    activation("sigmoid"),
    { kind: "linear", W: inRows(10), b: [0, 0] },
    activation("sigmoid"),
  ],
  X: [
    [9.828031017791265, 0.25020013871681224],
    [-1.6051075604336649, 7.401486741685511],
  ],
};
