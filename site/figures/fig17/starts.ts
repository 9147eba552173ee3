/** Weights before a step toward an example, and their angle to it after the step. */
import { angleBetween } from "../../../reference/linear-models/angle.ts";
import { movedToward } from "../../../reference/linear-models/neuron.ts";
import { dot, norm, num } from "../../../reference/numbers/num.ts";
import { lift } from "../../../reference/numbers/tracked.ts";

/** The missed example of the page. */
export const EXAMPLE = [1, 2, 3];

export const STARTS = {
  zero: { label: "0", w: [0, 0, 0] },
  normal: { label: "small, random", w: [-0.0017, -0.0193, 0.0001] },
  page: { label: "(1, −1, 0), the page’s example", w: [1, -1, 0] },
  across: { label: "(3, 0, −1), across x", w: [3, 0, -1] },
} as const;
export type StartName = keyof typeof STARTS;

/** Degrees between w + ηx and x; none where the weights have no direction. */
export function angleAfter(start: StartName, eta: number): number | undefined {
  const x = lift(EXAMPLE);
  const angle = angleBetween(movedToward(lift([...STARTS[start].w]), x, num(eta)), x).value;
  return Number.isNaN(angle) ? undefined : angle;
}

/** How far weights go along x and across it, before and after the step: w = (a/‖x‖)x + p. */
export interface Parts {
  readonly along: number;
  readonly across: number;
  readonly after: number;
}

export function partsOf(start: StartName, eta: number): Parts {
  const x = lift(EXAMPLE);
  const length = norm(x);
  const w = lift([...STARTS[start].w]);
  const along = dot(w, x).over(length);
  const rest = w.map((wj, j) => wj.minus(along.over(length).times(x[j] ?? 0)));
  // Of a w of 0 and of one along x nothing stands across; a root has no slope there, and none is asked for.
  return { along: along.value, across: norm(rest).value, after: along.plus(length.times(eta)).value };
}
