/** One example in the hands of two learners: one goes down the perceptron loss, the other the hinge loss. */
import { hingeLoss, marginOf, perceptronLoss } from "../../../reference/linear-models/margin-losses.ts";
import { Num } from "../../../reference/numbers/num.ts";
import { gradient, lift } from "../../../reference/numbers/tracked.ts";

/** The mail of the page, and the weights that it meets. */
const X = [1, 2];
const W = [0.5, 0.5];
export const STEPS = 10;

export const LOSSES = { perceptron: perceptronLoss, hinge: hingeLoss };
export type LossName = keyof typeof LOSSES;

/** The loss and its slope by the margin, as reverse mode finds it. */
export function lossAt(name: LossName, s: number): { readonly loss: number; readonly slope: number } {
  const margin = new Num(s);
  const loss = LOSSES[name]([margin], [new Num(1)], new Num(0), new Num(1));
  return { loss: loss.value, slope: (gradient(loss, [margin]) as [Num])[0].value };
}

/** The bias with which the page's mail has a margin. */
export const biasFor = (s: number, label: number): number =>
  label * s - W.reduce((sum, wj, j) => sum + wj * (X[j] as number), 0);

/**
 * Margins of the mail before each step of descent.
 *
 *     w ← w − η ∂L/∂w,   b ← b − η ∂L/∂b
 */
export function marginsOf(name: LossName, s: number, label: number, eta: number): readonly number[] {
  const [x, y] = [lift(X), lift(label)];
  let at = lift({ w: W, b: biasFor(s, label) });
  const margins: number[] = [];
  for (let step = 0; step <= STEPS; step++) {
    margins.push(marginOf(at.w, x, at.b, y).value);
    const slopes = gradient(LOSSES[name](at.w, x, at.b, y), at) as unknown as typeof at;
    at = lift({
      w: at.w.map((wj, j) => wj.value - eta * (slopes.w[j] as Num).value),
      b: at.b.value - eta * slopes.b.value,
    });
  }
  return margins;
}
