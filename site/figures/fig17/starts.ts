/** Weights before a step toward an example, and their angle to it after the step. */
import { angleBetween } from "../../../reference/linear-models/angle.ts";
import { movedToward } from "../../../reference/linear-models/neuron.ts";
import { dot, norm, num } from "../../../reference/numbers/num.ts";
import { lift } from "../../../reference/numbers/tracked.ts";

/** Weights and a missed example, as the page's example has them. */
export const PAGE = { w: [1, -1, 0], x: [1, 2, 3] } as const;

export const STARTS = {
  example: { label: "those of the example", w: undefined },
  zero: { label: "0", w: [0, 0, 0] },
  normal: { label: "small, random", w: [-0.0017, -0.0193, 0.0001] },
  across: { label: "(3, 0, −1), across (1, 2, 3)", w: [3, 0, -1] },
} as const;
export type StartName = keyof typeof STARTS;

/** Degrees between w + ηx and x; none where one of them has no direction. */
export function angleAfter(w: readonly number[], x: readonly number[], eta: number): number | undefined {
  const to = lift([...x]);
  const angle = angleBetween(movedToward(lift([...w]), to, num(eta)), to).value;
  return Number.isNaN(angle) ? undefined : angle;
}

/** How far weights go along x and across it, before and after the step: w = (a/‖x‖)x + p. */
export interface Parts {
  readonly along: number;
  readonly across: number;
  readonly after: number;
}

export function partsOf(w: readonly number[], example: readonly number[], eta: number): Parts {
  const x = lift([...example]);
  const length = norm(x);
  // Nothing goes along an x of 0, and nothing is added.
  if (length.value === 0) return { along: 0, across: Math.hypot(...w), after: 0 };
  const from = lift([...w]);
  const along = dot(from, x).over(length);
  const rest = from.map((wj, j) => wj.minus(along.over(length).times(x[j] ?? 0)));
  // Of a w of 0 and of one along x nothing stands across; a root has no slope there, and none is asked for.
  return { along: along.value, across: norm(rest).value, after: along.plus(length.times(eta)).value };
}
