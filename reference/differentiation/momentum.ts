/**
 * Descent with momentum, in both forms that programs have. θ and the state have one form.
 */
import type { Num } from "../numbers/num.ts";
import { entrywise, type Tracked } from "../numbers/tracked.ts";
import { stepped } from "./descent.ts";

/**
 * The step that is kept, after one more gradient.
 *
 *     M ← μM − ηg
 */
export const momentumStep = <T extends Tracked>(M: T, g: T, mu: Num, lr: Num): T =>
  entrywise((m: Num, gi: Num) => m.times(mu).minus(lr.times(gi)), M, g);

/** θ + M */
export const movedBy = <T extends Tracked>(theta: T, M: T): T =>
  entrywise((x: Num, m: Num) => x.plus(m), theta, M);

/**
 * The other form keeps gradients in place of steps: M = −ηv as long as η stays.
 *
 *     v ← μv + g,   θ ← θ − ηv
 */
export function velocityStep<T extends Tracked>(theta: T, v: T, g: T, mu: Num, lr: Num): { p: T; v: T } {
  const velocity = entrywise((vi: Num, gi: Num) => vi.times(mu).plus(gi), v, g);
  return { p: stepped(theta, velocity, lr), v: velocity };
}
