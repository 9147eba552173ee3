import { type ArgsOf, args, matrix, rows, text } from "../../grader/exercise/form.ts";
import { type Activation, activations } from "../../reference/dense/activations.ts";

export const name = text("name of the activation g", { choices: Object.keys(activations) });
const Z = matrix("n k", "net inputs, one example a row");
const dA = matrix("n k", "∂L/∂A, how the loss follows what the layer passes on");
const sizes = { n: [3, 5], k: [2, 4] } as const;

/** Off the kinks of ReLU and leaky ReLU, and where differences still see a slope. */
const isInReach = (z: number): boolean => Math.abs(z) > 0.01 && Math.abs(z) <= 12;

export const forward = args({ name, Z }, { sizes });
export const smooth = args({ name, Z }, { sizes, accepts: ({ Z }) => Z.flat().every(isInReach) });
export const backward = args({ name, Z, dA }, { sizes, accepts: ({ Z }) => Z.flat().every(isInReach) });
export type Forward = ArgsOf<typeof forward>;
export type Backward = ArgsOf<typeof backward>;

export const around = rows([2, -1], [-3, 0.5]);
export const farOut = rows([800, -800], [0.5, -0.5]);

/** g and g′ of plain numbers. */
export const valueAt = (name: string, z: number): number => activations[name as Activation].of(z);
export const slopeAt = (name: string, z: number): number =>
  activations[name as Activation].slope(valueAt(name, z));
export const each = (A: readonly number[][], f: (a: number, i: number, j: number) => number): number[][] =>
  A.map((row, i) => row.map((a, j) => f(a, i, j)));
