/** Shares of three classes, what each would cost, and the slopes of that cost, as the graded functions have them. */
import { crossEntropyLogits } from "../../../reference/networks/cross-entropy.ts";
import { logSoftmax } from "../../../reference/networks/softmax.ts";
import type { Num } from "../../../reference/numbers/num.ts";
import { gradient, lift } from "../../../reference/numbers/tracked.ts";

export const CLASSES = ["cat", "dog", "horse"] as const;
export type ClassName = (typeof CLASSES)[number];

export interface Costs {
  readonly scores: readonly number[];
  readonly shares: readonly number[];
  /** −ln of each share: the cost if that class is true. */
  readonly costs: readonly number[];
  /** P − Y, by reverse mode. */
  readonly slopes: readonly number[];
  readonly truth: number;
}

export function costsOf(scores: readonly number[], truth: number): Costs {
  const z = lift([...scores]) as Num[];
  const [logs = []] = logSoftmax([z]);
  const loss = crossEntropyLogits([z], [truth]);
  return {
    scores,
    shares: logs.map(({ value }) => Math.exp(value)),
    costs: logs.map(({ value }) => -value),
    slopes: (gradient(loss, z) as Num[]).map(({ value }) => value),
    truth,
  };
}

/** The same with another score for the true class. */
export const withScore = ({ scores, truth }: Costs, score: number): Costs =>
  costsOf(
    scores.map((z, c) => (c === truth ? score : z)),
    truth,
  );
