/** What fig12b computes: the probability of each label that came, and what they come to together. */
import { binaryCrossEntropy, likelihood } from "../../../reference/linear-models/likelihood.ts";
import { Num } from "../../../reference/numbers/num.ts";
import { rowsOf } from "../matrix-bars.ts";

/** Three tumours of the page: labels, and what two models had predicted. */
export const LABELS = [1, 1, 0];
export const PREDICTED = [0.9, 0.6, 0.2];
export const OTHERS = {
  other: { label: "0.7, 0.7 and 0.4", p: [0.7, 0.7, 0.4] },
  half: { label: "½ for each", p: [0.5, 0.5, 0.5] },
} as const;

export interface Setting {
  readonly labels: readonly number[];
  readonly p: readonly number[];
  readonly compare: keyof typeof OTHERS;
}

/** A model's predictions and what came. */
export interface Model {
  readonly p: readonly number[];
  /** The probability that it gave to each label. */
  readonly q: readonly number[];
  /** 1, q₁, q₁q₂ … */
  readonly products: readonly number[];
  readonly likelihood: number;
  /** −ln q, clipped as the loss clips. */
  readonly surprises: readonly number[];
  readonly loss: number;
}

export interface Data {
  readonly labels: readonly number[];
  readonly own: Model;
  readonly other: Model;
}

function modelOf(labels: readonly number[], p: readonly number[]): Model {
  const [y, P] = [labels.map((yi) => new Num(yi)), p.map((pi) => new Num(pi))];
  const upTo = (count: number): number => likelihood(y.slice(0, count), P.slice(0, count)).value;
  return {
    p,
    q: y.map((yi, i) => likelihood([yi], [P[i] as Num]).value),
    products: [0, ...y.keys()].map((_, count) => upTo(count)),
    likelihood: upTo(y.length),
    surprises: y.map((yi, i) => Math.max(0, binaryCrossEntropy([yi], [P[i] as Num]).value)),
    loss: Math.max(0, binaryCrossEntropy(y, P).value),
  };
}

export function dataOf({ labels: given, p: predicted, compare }: Setting): Data {
  const labels = rowsOf(given, LABELS, LABELS.length)[0] as number[];
  const p = rowsOf(predicted, PREDICTED, PREDICTED.length)[0] as number[];
  return { labels, own: modelOf(labels, p), other: modelOf(labels, OTHERS[compare].p) };
}
