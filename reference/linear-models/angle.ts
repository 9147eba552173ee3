/**
 * The angle between two vectors.
 */
import { relativeAllowance } from "../numbers/allowance.ts";
import { dot, Num, norm } from "../numbers/num.ts";

type Vector = readonly Num[];

/** arccos in degrees; what rounding lifts above 1 counts as 1. */
const degreesOf = (cosine: number): number => (Math.acos(Math.min(1, Math.max(-1, cosine))) * 180) / Math.PI;

/**
 * The angle between two vectors in degrees, from 0 to 180; NaN where one of them is 0.
 *
 *     θ = arccos(u·v / (‖u‖ ‖v‖)) · 180/π
 *
 * Near 0 and 180 arccos is steep: of a rounding δ of the cosine it makes √(2δ). So the error bound is how far the
 * angle moves when the cosine moves by its own bound.
 *
 * @see Building FeedForward Networks with Pytorch, calculate_angle
 */
export function angleBetween(u: Vector, v: Vector): Num {
  const cosine = dot(u, v).over(norm(u).times(norm(v)));
  const allowance = relativeAllowance(cosine);
  const blur = allowance * cosine.magnitude;
  const degrees = degreesOf(cosine.value);
  const room = Math.max(degreesOf(cosine.value - blur) - degrees, degrees - degreesOf(cosine.value + blur));
  return new Num(degrees, degrees + room / allowance, cosine.roundings + 2);
}
