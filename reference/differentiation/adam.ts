/**
 * Steps in which every parameter has a rate of its own, by the size of its gradients. All is entry by entry.
 */
import { type Num, num } from "../numbers/num.ts";

type Vector = readonly Num[];

/** √v; exactly 0 at 0, where the root has no slope. */
const root = (v: Num): Num => (v.value === 0 ? num(0) : v.sqrt());

/** 1 − βᵗ, what the weights of t gradients sum to. */
const correction = (beta: number, t: number): Num => num(1).minus(num(beta).power(t));

/** A running mean: βa + (1 − β)x. Also a + (1 − β)(x − a), as libraries have it, whose terms are of the size of a. */
function meanStep(a: Num, x: Num, beta: number): Num {
  const mean = a.times(beta).plus(x.times(1 - beta));
  return mean.bounded(mean.magnitude + a.magnitude);
}

/**
 * One step of RMSprop.
 *
 *     v ← αv + (1 − α)g²,   θ ← θ − ηg / (√v + ε)
 *
 * ε stands outside the root.
 */
export function rmspropStep(
  v: Vector,
  theta: Vector,
  g: Vector,
  { lr, alpha, eps }: { readonly lr: number; readonly alpha: number; readonly eps: number },
): { p: Num[]; v: Num[] } {
  const squares = v.map((vi, i) => meanStep(vi, g[i]!.squared(), alpha));
  const p = theta.map((x, i) => x.minus(g[i]!.times(lr).over(root(squares[i]!).plus(eps))));
  return { p, v: squares };
}

export interface AdamRates {
  readonly lr: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
}

/** The steps that were taken, the mean of the gradients and that of their squares. */
export interface AdamState {
  readonly t: number;
  readonly m: Vector;
  readonly v: Vector;
}

/**
 * One step of Adam. t counts from 1 at the first step.
 *
 *     m ← β₁m + (1 − β₁)g,   v ← β₂v + (1 − β₂)g²
 *     θ ← θ − η · m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε)
 *
 * @see Kingma and Ba, Adam: A Method for Stochastic Optimization, algorithm 1
 */
export function adamStep(
  { t, m, v }: AdamState,
  theta: Vector,
  g: Vector,
  { lr, beta1, beta2, eps }: AdamRates,
): { p: Num[]; t: number; m: Num[]; v: Num[] } {
  const means = m.map((mi, i) => meanStep(mi, g[i]!, beta1));
  const squares = v.map((vi, i) => meanStep(vi, g[i]!.squared(), beta2));
  const [first, second] = [correction(beta1, t + 1), correction(beta2, t + 1)];
  const p = theta.map((x, i) =>
    x.minus(
      means[i]!.over(first)
        .times(lr)
        .over(root(squares[i]!.over(second)).plus(eps)),
    ),
  );
  return { p, t: t + 1, m: means, v: squares };
}
