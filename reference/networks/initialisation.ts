/**
 * The numbers that a network starts with, out of uniform ones.
 */
import { type Num, num } from "../numbers/num.ts";

/** w = l(2u − 1), uniform in [−l, l) for u uniform in [0, 1). */
export const uniformWithin = (limit: Num, u: Num | number): Num => limit.times(num(u).times(2).minus(1));

/** l = √(6/(in + out)), after which the variance is 2/(in + out) (Glorot and Bengio). */
export const xavierLimit = (out: Num | number, inp: Num | number): Num =>
  num(6).over(num(inp).plus(out)).sqrt();

/** l = 1/√in, PyTorch's for a linear layer. */
export const defaultLimit = (inp: Num | number): Num => num(1).over(num(inp).sqrt());

/** z = √(−2 ln(1 − u))·cos(2πv), standard normal for u and v uniform in [0, 1) (Box and Muller). */
export function boxMuller(u: Num | number, v: Num | number): Num {
  const square = num(1).minus(u).log().times(-2);
  // Exactly 0 at u = 0, where the root has no slope.
  if (square.value === 0) return num(0);
  const angle = num(2 * Math.PI).times(v);
  const [cos, sin] = [Math.cos(angle.value), Math.sin(angle.value)];
  return square.sqrt().times(angle.through(cos, -sin, Math.abs(cos)));
}

/** A matrix row by row of what comes next. */
export const filled = <T>(rows: number, columns: number, next: () => T): T[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, next));
