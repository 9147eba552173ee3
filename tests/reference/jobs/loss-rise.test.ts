/** The loss's rise along a row of weights: one series where changes are small, value by value where they are not. */
import { expect, test } from "vitest";
import type { LossName } from "../../../reference/dense/losses.ts";
import { riseOf } from "../../../reference/jobs/loss-rise.ts";
import { normal, random } from "../../../reference/randomness/random.ts";

const rng = random(8, "loss-rise");
const [n, c] = [3, 5];
/** Probabilities of each example, and a row of weights between two others. */
function drawn(size: number) {
  const raw = Float64Array.from({ length: n * c }, () => Math.exp(normal(rng)));
  const p = raw.map((each, at) => {
    const from = at - (at % c);
    return each / raw.subarray(from, from + c).reduce((sum, other) => sum + other, 0);
  });
  const Y = Float64Array.from({ length: n * c }, (_, at) => (at % c === Math.floor(at / c) ? 1 : 0));
  return { p, Y, W: Float64Array.from({ length: 3 * c }, () => size * normal(rng)) };
}

/** Sizes of a at which the largest of all changes lies far below, just below and just above 2⁻⁹, and far above. */
const sizes = [1e-12, 1e-6, 0.999, 1.001, 4, 30] as const;

test.each<LossName>(["crossEntropy", "squared", "bceLogits", "bce"])(
  "of %s along a row is that of each value changed by itself, to some roundings of the terms",
  (loss) => {
    for (let round = 0; round < 50; round++) {
      const { p, Y, W } = drawn(10 ** (2 * normal(rng)));
      const rise = riseOf(loss, p, Y, c);
      const row = W.subarray(c, 2 * c);
      const unit = 2 ** -9 / Math.max(...row.map(Math.abs));
      const steps = sizes.flatMap((size) => [size * unit, -size * unit]);
      const changes = Float64Array.from([...steps, 7, 8]);
      rise.alongRow(1, W, c, changes, steps.length);
      for (const [q, a] of steps.entries()) {
        const u = row.map((w) => a * w);
        const alone = rise.all(1, u);
        // bce divides by probabilities and takes logarithms: its changes must leave them between 0 and 1.
        if (Number.isNaN(alone)) expect([loss, changes[q]]).toEqual(["bce", Number.NaN]);
        else {
          const terms = u.reduce((sum, each, k) => sum + (p[c + k]! + Y[c + k]!) * Math.abs(each), 0);
          expect(Math.abs(changes[q]! - alone)).toBeLessThanOrEqual(16 * 2 ** -53 * terms);
        }
      }
      // What lies behind them stays.
      expect([...changes.subarray(steps.length)]).toEqual([7, 8]);
    }
  },
);

test("along a row of zeros is 0, and NaN along one with NaN", () => {
  const { p, Y } = drawn(1);
  const rise = riseOf("crossEntropy", p, Y, c);
  for (const [weight, right] of [
    [0, 0],
    [Number.NaN, Number.NaN],
  ] as const) {
    const changes = Float64Array.of(1e-7, -1e-7, 5);
    rise.alongRow(0, new Float64Array(c).fill(weight), 0, changes, 3);
    expect([...changes].map((each) => each + 0)).toEqual([right, right, right]);
  }
});
