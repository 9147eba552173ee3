/** The circle network of 17 parameters on four points: its loss, its gradient, and gradients with a mistake. */
import { sigmoid } from "../../../reference/numbers/sigmoid.ts";

const X = [
  [1, 0],
  [0.25, -0.5],
  [-1, 0.75],
  [0, 0.25],
] as const;
const CLASSES = [0, 1, 0, 1];
const [INPUTS, HIDDEN, OUTPUTS] = [2, 3, 2];

/** Where each matrix lies among the parameters: hidden weights and biases, output weights and biases. */
export const PARTS = [
  { name: "Wʰ", first: 0, last: 6 },
  { name: "bʰ", first: 6, last: 9 },
  { name: "Wᵒ", first: 9, last: 15 },
  { name: "bᵒ", first: 15, last: 17 },
] as const;
const [BH, WO, BO] = [6, 9, 15];
const P = [0.5, -1, 1.5, 1, 0.25, -0.75, 0.25, 0, -0.5, 1, -0.5, -1.5, 0.75, 0.5, 0.25, 0.25, -0.25];

export const MISTAKES = {
  none: "none: it is right",
  sign: "sign turned",
  mean: "divided by n",
  hidden: "hidden slope forgotten",
  output: "slope ŷ(1 − ŷ) at the output",
  biases: "biases of the first example",
} as const;
export type Mistake = keyof typeof MISTAKES;

type Vector = readonly number[];
const indices = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** Hidden outputs and probabilities of one example. */
function forward(p: Vector, x: Vector) {
  const h = indices(HIDDEN).map((k) =>
    sigmoid(x.reduce((z, xj, j) => z + xj * p[j * HIDDEN + k]!, p[BH + k]!)),
  );
  const z = indices(OUTPUTS).map((c) =>
    h.reduce((sum, hk, k) => sum + hk * p[WO + k * OUTPUTS + c]!, p[BO + c]!),
  );
  const e = z.map((zc) => Math.exp(zc - Math.max(...z)));
  const total = e.reduce((sum, ec) => sum + ec, 0);
  return { h, y: e.map((ec) => ec / total) };
}

/** The summed cross-entropy. */
const lossAt = (p: Vector): number =>
  X.reduce((loss, x, i) => loss - Math.log(forward(p, x).y[CLASSES[i]!]!), 0);

/** The gradient, with a mistake in it. */
export function gradientWith(mistake: Mistake): number[] {
  const g = P.map(() => 0);
  for (const [i, x] of X.entries()) {
    const { h, y } = forward(P, x);
    const errors = y.map(
      (yc, c) => (yc - (CLASSES[i] === c ? 1 : 0)) * (mistake === "output" ? yc * (1 - yc) : 1),
    );
    const withBiases = mistake !== "biases" || i === 0;
    for (const [c, error] of errors.entries()) {
      if (withBiases) g[BO + c]! += error;
      for (const [k, hk] of h.entries()) g[WO + k * OUTPUTS + c]! += hk * error;
    }
    for (const [k, hk] of h.entries()) {
      const arriving = errors.reduce((sum, error, c) => sum + error * P[WO + k * OUTPUTS + c]!, 0);
      const error = arriving * (mistake === "hidden" ? 1 : hk * (1 - hk));
      if (withBiases) g[BH + k]! += error;
      for (let j = 0; j < INPUTS; j++) g[j * HIDDEN + k]! += x[j]! * error;
    }
  }
  if (mistake === "sign") return g.map((slope) => -slope);
  return mistake === "mean" ? g.map((slope) => slope / X.length) : g;
}

/** Central differences of all parameters. */
export const measuredWith = (epsilon: number): number[] =>
  P.map((_, at) => {
    const moved = (by: number): number => lossAt(P.map((p, i) => (i === at ? p + by : p)));
    return (moved(epsilon) - moved(-epsilon)) / (2 * epsilon);
  });

/** |a − b| over the size of both. */
export const relativeErrors = (a: Vector, b: Vector): number[] =>
  a.map((ai, i) => Math.abs(ai - b[i]!) / Math.max(1e-8, Math.abs(ai) + Math.abs(b[i]!)));
