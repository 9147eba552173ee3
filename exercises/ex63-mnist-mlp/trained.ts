/** The right history of a run, with how far rounding can have moved it. */
import { doubt } from "../../reference/numbers/ambiguous.ts";
import { Num } from "../../reference/numbers/num.ts";
import { lift, mapNums } from "../../reference/numbers/tracked.ts";
import type { Network, Run } from "./args.ts";
import { training } from "./plain-network.ts";

/**
 * An error of a parameter grows in a step by 1 + η·c at most, where c bounds how the gradient follows the parameters:
 * of a mean of squares behind two sigmoids, for pixels in [−1, 1], it is below ½ but for large weights. Followed
 * through every operation, the bound would grow like the product of all layers of all steps.
 */
const STEEPNESS = 0.5;
/** Roundings of one step, forward and back. */
const ROUNDINGS = 64;
/** Outputs nearer than this, times the growth, are as good as equal. */
const NEAR = 1e-12;

const run = training();

/** @throws Ambiguous if rounding could make another output the largest */
export function trained(given: Network & Run) {
  const { outputs, lossTrain, accuracyTrain, aOut } = run(given);
  const steps = given.epochs * Math.ceil(given.y.length / given.batchSize);
  const growth = (1 + Math.abs(given.lr) * STEEPNESS) ** steps;
  for (const row of outputs.flat()) {
    const [first, second = Number.NEGATIVE_INFINITY] = row.toSorted((a, b) => b - a);
    if (first! - second < NEAR * growth) doubt("two outputs are the largest, but for rounding");
  }
  return mapNums(lift({ lossTrain, accuracyTrain, aOut }), ({ value }) => new Num(value, growth, ROUNDINGS));
}
