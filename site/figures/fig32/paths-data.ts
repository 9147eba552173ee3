/** The network of the figure, and the paths to the weight that is selected. */

import {
  activations,
  exampleLoss,
  type SigmoidNetwork,
} from "../../../reference/networks/sigmoid-network.ts";
import type { Num } from "../../../reference/numbers/num.ts";
import { gradient, lift } from "../../../reference/numbers/tracked.ts";
import { normal, random } from "../../../reference/randomness/random.ts";
import { measuredBy } from "./network-slopes.ts";
import { type Path, pathsTo, type WeightName } from "./paths.ts";

export const SUB = "₀₁₂₃₄";
export const INPUTS = 2;
const TARGETS = [1, 0, 1, 0];
/** Step of the difference that measures the slope: wrong by about 10⁻⁹. */
const STEP = 1e-4;
/** Frames before the way back begins: inputs, hidden units, outputs, loss. */
export const FORWARD = 3;

/** What the reader has set. */
export interface Setting {
  readonly d: number;
  readonly t: number;
  readonly x1: number;
  readonly x2: number;
  readonly seed: number;
  readonly weight: readonly number[];
  readonly paths: "one" | "all";
}

export interface Data {
  readonly name: WeightName & { readonly from: number };
  readonly paths: readonly Path[];
  readonly counted: number;
  readonly sum: number;
  readonly measured: number;
  readonly x: readonly number[];
  readonly hidden: readonly number[];
  readonly output: readonly number[];
  readonly loss: number;
  readonly W1: readonly (readonly number[])[];
  readonly W2: readonly (readonly number[])[];
  /** All slopes by reverse mode, for the table. */
  readonly slopes: {
    readonly W1: readonly (readonly number[])[];
    readonly W2: readonly (readonly number[])[];
  };
  readonly factorNames: readonly string[];
}

/** Weights with one decimal, so that a reader can do the sums. */
function networkOf(seed: number, d: number, t: number) {
  const rng = random(seed, "fig32");
  const drawn = (): number => {
    const w = Math.round(10 * normal(rng)) / 10;
    return w === 0 ? 0.1 : w;
  };
  const vector = (n: number): number[] => Array.from({ length: n }, drawn);
  const matrix = (rows: number, columns: number): number[][] =>
    Array.from({ length: rows }, () => vector(columns));
  return { W1: matrix(d, INPUTS), b1: vector(d), W2: matrix(t, d), b2: vector(t) };
}

/** The selected weight, or the first of its layer where a smaller network does not have it. */
function selected(weight: readonly number[], d: number, t: number): Data["name"] {
  const layer = weight[0] === 2 ? 2 : 1;
  const [rows, columns] = layer === 1 ? [d, INPUTS] : [t, d];
  const [to = 0, from = 0] = weight.slice(1);
  return { layer, to: to < rows ? to : 0, from: from < columns ? from : 0 };
}

export const weightName = ({ layer, to, from }: Data["name"]): string =>
  `w${layer === 1 ? "ʰ" : "ᵒᵘᵗ"}${SUB[to + 1]}${SUB[from + 1]}`;
const valuesOf = (rows: readonly (readonly Num[])[]): number[][] =>
  rows.map((row) => row.map(({ value }) => value));

export function dataOf(state: Setting): Data {
  const { d, t } = state;
  const plain = networkOf(state.seed, d, t);
  const p = lift(plain) as unknown as SigmoidNetwork;
  const inputs = [state.x1, state.x2];
  const x = lift(inputs);
  const y = lift(TARGETS.slice(0, t));
  const name = selected(state.weight, d, t);
  const paths = pathsTo(name, x, y, p);
  const counted = state.paths === "all" ? paths.length : 1;
  const { hidden, output } = activations(x, p);
  const loss = exampleLoss(x, y, p);
  const slopes = gradient(loss, p as never) as unknown as SigmoidNetwork;
  return {
    name,
    paths,
    counted,
    sum: paths.slice(0, counted).reduce((total, { product }) => total + product.value, 0),
    measured: measuredBy(name, x, y, p, STEP),
    x: inputs,
    hidden: hidden.map(({ value }) => value),
    output: output.map(({ value }) => value),
    loss: loss.value,
    W1: plain.W1,
    W2: plain.W2,
    slopes: { W1: valuesOf(slopes.W1), W2: valuesOf(slopes.W2) },
    factorNames:
      name.layer === 1
        ? ["(2/t)(a − y)", "a(1 − a)", "wᵒᵘᵗ", "h(1 − h)", `x${SUB[name.from + 1]}`]
        : ["(2/t)(a − y)", "a(1 − a)", `h${SUB[name.from + 1]}`],
  };
}
