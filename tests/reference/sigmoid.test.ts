/** The sigmoid of plain and of tracked numbers: one formula, right on both sides. */
import { expect, it } from "vitest";
import { sigmoid as trackedSigmoid } from "../../reference/linear-models/sigmoid.ts";
import { Num } from "../../reference/numbers/num.ts";
import { sigmoid, softplus } from "../../reference/numbers/sigmoid.ts";
import { gradient } from "../../reference/numbers/tracked.ts";
import { circleGradient } from "../../reference/train/circle-net.ts";

it("keeps the digits of a small σ down to the smallest numbers, and is 0, ½ and 1 where it should be", () => {
  // Far below 0, σ(z) = e^z to e^z; of these e^z the last is below the normal numbers.
  for (const z of [-40, -300, -700, -709, -720]) expect(sigmoid(z)).toBe(Math.exp(z));
  expect([Number.NEGATIVE_INFINITY, -1e4, 0, 1e4, Number.POSITIVE_INFINITY].map(sigmoid)).toEqual([
    0, 0, 0.5, 1, 1,
  ]);
  expect(sigmoid(Number.NaN)).toBeNaN();
  expect([softplus(-1e4), softplus(1e4), softplus(-40)]).toEqual([0, 1e4, Math.exp(-40)]);
});

it("is the same to the last bit over tracked numbers, with slope σ(z)·σ(−z)", () => {
  for (const z of [-720, -30, -1.5, 0, 0.25, 7, 800]) {
    const leaf = new Num(z);
    for (const s of [leaf.sigmoid(), trackedSigmoid(leaf)]) {
      expect(s.value).toBe(sigmoid(z));
      expect((gradient(s, leaf) as Num).value).toBe(sigmoid(z) * sigmoid(-z));
    }
  }
});

it("is not lost to a training run: a unit far on its left side still passes a gradient on", () => {
  // x·Wh + bh = −720 for the first unit, so that h = e^−720, which 1/(1 + e^720) would make 0.
  const p = new Float64Array(17);
  p[6] = -720;
  p[9] = 1;
  const found = new Float64Array(17);
  circleGradient(p, Float64Array.of(0.5, 0.25), Uint8Array.of(1), found);
  // dJ/dWo_{1,1} = h·(ŷ_1 − y_1), and with all other weights 0 ŷ_1 is ½ to the last bit.
  expect(found[10]).toBe(Math.exp(-720) * -0.5);
});
