/** Descent and both forms of momentum down a valley, step by step by the reference's own formulas. */
import { stepped } from "../../../reference/differentiation/descent.ts";
import { momentumStep, movedBy, velocityStep } from "../../../reference/differentiation/momentum.ts";
import { type Num, num, unrecorded } from "../../../reference/numbers/num.ts";
import { lift } from "../../../reference/numbers/tracked.ts";
import { type Point, surfaceOf } from "../fig43/surfaces.ts";

export const STEPS = 60;
/** After so many steps the rate falls, where it does. */
export const FALLS = 15;
export const WAYS = ["descent", "kept steps", "kept gradients"] as const;

export interface Settings {
  readonly kappa: number;
  readonly eta: number;
  readonly mu: number;
  readonly start: Point;
  /** The rate from step FALLS on, as a share. */
  readonly later: number;
}

/** Further out nothing of interest happens. */
const FAR = 1e4;

/** The places of each way, one a step; all stop where one of them leaves for good. */
export function waysOf({ kappa, eta, mu, start, later }: Settings): readonly (readonly Point[])[] {
  const { gradient } = surfaceOf("valley", kappa);
  const slope = ([x, y]: Point): Num[] => lift([...gradient(x, y)]);
  return unrecorded(() => {
    let M: Num[] = lift([0, 0]);
    let v: Num[] = lift([0, 0]);
    const step = [
      (p: Num[], g: Num[], rate: Num) => stepped(p, g, rate),
      (p: Num[], g: Num[], rate: Num) => {
        M = momentumStep(M, g, num(mu), rate);
        return movedBy(p, M);
      },
      (p: Num[], g: Num[], rate: Num) => {
        const after = velocityStep(p, v, g, num(mu), rate);
        v = after.v;
        return after.p;
      },
    ];
    return step.map((next) => {
      const places: Point[] = [start];
      for (let t = 0; t < STEPS; t++) {
        const at = places[t] as Point;
        const [x = num(0), y = num(0)] = next(lift([...at]), slope(at), num(t < FALLS ? eta : later * eta));
        places.push([x.value, y.value]);
        if (!(Math.hypot(x.value, y.value) < FAR)) break;
      }
      return places;
    });
  });
}
