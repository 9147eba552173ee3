/** The perceptron's steps for one point: the line before each of them, and where the point is to it. */
import { signedDistance } from "../../../reference/linear-models/plane.ts";
import { dot, num } from "../../../reference/numbers/num.ts";
import { lift } from "../../../reference/numbers/tracked.ts";
import { decidedStep } from "../signed-step.ts";

export const STEPS = 8;
export type Pair = readonly [number, number];

export interface Stand {
  readonly w: readonly [number, number];
  readonly b: number;
  /** Net input and distance of the point. */
  readonly z: number;
  /** None where the weights have no direction. */
  readonly d: number | undefined;
}

/** @param label −1 or 1 */
export function standsOf(
  start: { readonly w: Pair; readonly b: number },
  p: Pair,
  label: number,
  eta: number,
): readonly Stand[] {
  const x = lift([...p]);
  let now = { w: lift([...start.w]), b: num(start.b) };
  const stands: Stand[] = [];
  for (let step = 0; step <= STEPS; step++) {
    const [w1, w2] = now.w.map(({ value }) => value) as [number, number];
    const d = signedDistance(x, now.w, now.b).value;
    stands.push({
      w: [w1, w2],
      b: now.b.value,
      z: dot(now.w, x).plus(now.b).value,
      d: Math.hypot(w1, w2) > 0 ? d : undefined,
    });
    const next = decidedStep(now, x, label, eta);
    now = { w: lift(next.w.map(({ value }) => value)), b: num(next.b.value) };
  }
  return stands;
}
