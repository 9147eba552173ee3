/**
 * Descent of one linear layer on the mean squared error, in tracked numbers.
 *
 *     L = (1/(nt)) Σ_i Σ_j (z_ij − y_ij)²,   Z = X·Wᵀ + b,   D = ∂L/∂Z = 2(Z − Y)/(nt)
 *     W ← W − η·Dᵀ·X,   b ← b − η·Σ_i D_i
 */

import { product, transpose } from "../numbers/matrix.ts";
import { type Num, sum } from "../numbers/num.ts";
import { linearForward } from "./dense-layer.ts";

type Matrix = readonly (readonly Num[])[];

export interface Trained {
  /** The loss before each step. */
  readonly losses: Num[];
  readonly W: Num[][];
  readonly b: Num[];
}

/**
 * @param X inputs, shape [n, m]
 * @param Y targets, shape [n, t]
 * @param W weights out × in, shape [t, m]
 * @param b biases, shape [t]
 */
export function linearDescent(
  X: Matrix,
  Y: Matrix,
  W: Matrix,
  b: readonly Num[],
  lr: Num,
  steps: number,
): Trained {
  let trained: Trained = { losses: [], W: W.map((row) => [...row]), b: [...b] };
  const entries = Y.length * (Y[0]?.length ?? 0);
  for (let step = 0; step < steps; step++) {
    const off = linearForward(X, trained.W, trained.b).map((row, i) =>
      row.map((z, j) => z.minus(Y[i]?.[j] as Num)),
    );
    const loss = sum(off.flat().map((d) => d.squared())).over(entries);
    const D = off.map((row) => row.map((d) => d.times(2).over(entries)));
    const dW = product(transpose(D), X);
    trained = {
      losses: [...trained.losses, loss],
      W: trained.W.map((row, j) => row.map((w, l) => w.minus(lr.times(dW[j]?.[l] as Num)))),
      b: trained.b.map((bj, j) => bj.minus(lr.times(sum(D.map((row) => row[j] as Num))))),
    };
  }
  return trained;
}
