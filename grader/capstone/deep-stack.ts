/** Twelve layers of two units, with their skip connections or without, and one sigmoid unit behind them. */
import { normal, random } from "../../reference/randomness/random.ts";
import type { Hands } from "./hands.ts";
import type { Matrix } from "./two-layers.ts";

export const LAYERS = 12;
const UNITS = 2;

export interface Stack {
  readonly isResidual: boolean;
  readonly Ws: readonly Matrix[];
  readonly bs: readonly (readonly number[])[];
  /** The unit behind the layers: p = σ(w·A + c). */
  readonly w: readonly number[];
  readonly c: number;
}

/** Weights of a size, the same with and without skip connections. */
export function startOf(seed: number, size: number, isResidual: boolean): Stack {
  const rng = random(seed, "capstone-12");
  const drawn = (count: number, scale: number): number[] =>
    Array.from({ length: count }, () => scale * normal(rng));
  const layers = Array.from({ length: LAYERS }, () => ({
    W: Array.from({ length: UNITS }, () => drawn(UNITS, size)),
    b: drawn(UNITS, size / 2),
  }));
  return { isResidual, Ws: layers.map(({ W }) => W), bs: layers.map(({ b }) => b), w: drawn(UNITS, 1), c: 0 };
}

/** All parameters in the order of the known function deepClassifier. */
export const parametersOf = ({ Ws, bs, w, c }: Stack): number[] => [
  ...Ws.flatMap((W, l) => [...W.flat(), ...(bs[l] ?? [])]),
  ...w,
  c,
];

const combined = (A: Matrix, B: Matrix, by: number): Matrix =>
  A.map((row, i) => row.map((a, j) => a + by * (B[i]?.[j] ?? Number.NaN)));

/**
 * What comes into each layer, and what the last one gives, for each of some stacks. A residual layer gives X + T: less
 * its input it is a plain one.
 */
export async function through(hands: Hands, stacks: readonly Stack[], X: Matrix): Promise<Matrix[][]> {
  const all: Matrix[][] = stacks.map(() => [X]);
  for (let l = 0; l < LAYERS; l++) {
    const gives = await hands.askAll<Matrix>("residualForward", inputsAt(stacks, all, l));
    stacks.forEach(({ isResidual }, k) => {
      const Y = gives[k] as Matrix;
      all[k]?.push(isResidual ? Y : combined(Y, all[k]?.[l] as Matrix, -1));
    });
  }
  return all;
}

const inputsAt = (stacks: readonly Stack[], all: readonly Matrix[][], l: number) =>
  stacks.map(({ Ws, bs }, k) => ({ X: all[k]?.[l] as Matrix, W: Ws[l] as Matrix, b: [...(bs[l] ?? [])] }));

/** What the unit behind the layers says of what they give. */
export const probabilities = ({ w, c }: Stack, A: Matrix): number[] =>
  A.map((row) => 1 / (1 + Math.exp(-row.reduce((z, a, j) => z + a * (w[j] ?? Number.NaN), c))));

/** A step of each stack against the gradient of its mean squared error, and that error before it. */
export async function stepped(
  hands: Hands,
  stacks: readonly Stack[],
  X: Matrix,
  y: readonly number[],
  rate: number,
): Promise<readonly { readonly stack: Stack; readonly loss: number; readonly misread: number }[]> {
  const all = await through(hands, stacks, X);
  const said = stacks.map((stack, k) => probabilities(stack, all[k]?.[LAYERS] as Matrix));
  // How the loss follows the net input of the last unit.
  const errors = said.map((p) => p.map((pi, i) => (2 / y.length) * (pi - (y[i] ?? 0)) * pi * (1 - pi)));
  let dY = stacks.map(({ w }, k) => (errors[k] ?? []).map((e) => w.map((wj) => e * wj)));
  const slopes: { readonly dW: Matrix; readonly db: number[] }[][] = stacks.map(() => []);
  for (let l = LAYERS - 1; l >= 0; l--) {
    const back = await hands.askAll<{ dX: Matrix; dW: Matrix; db: number[] }>(
      "residualBackward",
      inputsAt(stacks, all, l).map((inputs, k) => ({ ...inputs, dY: dY[k] as Matrix })),
    );
    back.forEach((of, k) => {
      slopes[k]?.unshift(of);
    });
    dY = back.map(({ dX }, k) => (stacks[k]?.isResidual ? dX : combined(dX, dY[k] as Matrix, -1)));
  }
  return stacks.map((stack, k) => {
    const [error, last] = [errors[k] ?? [], all[k]?.[LAYERS] ?? []];
    const of = slopes[k] ?? [];
    return {
      loss: (said[k] ?? []).reduce((sum, p, i) => sum + (p - (y[i] ?? 0)) ** 2 / y.length, 0),
      misread: misreadIn(said[k] ?? [], y).length,
      stack: {
        ...stack,
        Ws: stack.Ws.map((W, l) => combined(W, of[l]?.dW ?? [], -rate)),
        bs: stack.bs.map((b, l) => b.map((x, j) => x - rate * (of[l]?.db[j] ?? Number.NaN))),
        w: stack.w.map(
          (x, j) => x - rate * error.reduce((sum, e, i) => sum + e * (last[i]?.[j] ?? Number.NaN), 0),
        ),
        c: stack.c - rate * error.reduce((sum, e) => sum + e, 0),
      },
    };
  });
}

/** Points that are not on the side of ½ on which they belong. */
export const misreadIn = (said: readonly number[], y: readonly number[]): number[] =>
  y.flatMap((yi, i) => ((said[i] ?? Number.NaN) > 0.5 === (yi === 1) ? [] : [i]));
