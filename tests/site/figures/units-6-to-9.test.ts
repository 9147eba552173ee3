/** What the figures of units 6 to 9 say, held to the functions that answers are graded with and to their pages. */
import { describe, expect, it } from "vitest";
import { paraboloid } from "../../../reference/train/paraboloid.ts";
import { fig29 } from "../../../site/figures/fig29.ts";
import { fig30 } from "../../../site/figures/fig30.ts";
import { fig31 } from "../../../site/figures/fig31.ts";
import { errorsOver, RADIUS } from "../../../site/figures/fig34/slice.ts";
import { fig34 } from "../../../site/figures/fig34.ts";
import { fig35 } from "../../../site/figures/fig35.ts";
import { lossAt, lowest, slopeAt } from "../../../site/figures/fig40/descent.ts";
import { fig40 } from "../../../site/figures/fig40.ts";
import { type Controls, defaultsOf, type StateOf } from "../../../site/figures/frame/controls.ts";
import type { Figure } from "../../../site/figures/frame/figure.ts";
import { EPOCHS, type Settings, saddle, saddleRun } from "../../../site/figures/saddle-run.ts";

/** What a figure says from its start with some changes. */
function says<C extends Controls, D>(figure: Figure<C, D>, changes: Partial<StateOf<C>> = {}): string {
  const state = { ...defaultsOf(figure.controls), ...changes };
  return figure.says(figure.compute(state), state).replaceAll("\u202f", " ");
}

describe("a layer in three layouts", () => {
  it("gives the page's 11 in each of them", () => {
    for (const layout of ["pytorch", "inout", "column"] as const)
      expect(says(fig29, { layout })).toMatch(/= 2 · 1 \+ 1 · \(−1\) \+ 10 = 11, in each/);
    expect(says(fig29, { layout: "inout" })).toMatch(/a column of a matrix 2 × 3/);
  });

  it("takes the last example and unit where a smaller network has no other", () => {
    expect(says(fig29, { n: 1, d: 1, i: 4, j: 4 })).toMatch(/^z₁ of example 1/);
  });
});

describe("a stack of layers", () => {
  it("has 52 parameters as 2–10–2, 97 as 2–10–5–2, and 65 as 2–12–2–1", () => {
    expect(says(fig30)).toMatch(/30 \+ 22 = 52 parameters/);
    expect(says(fig30, { widths: [2, 10, 5, 2] })).toMatch(/= 97 parameters/);
    expect(says(fig30, { widths: [2, 12, 2, 1] })).toMatch(/= 65 parameters/);
  });

  it("has more paths than anything else once it is deep, and says no more than one layer without activations", () => {
    expect(says(fig30, { widths: [2, 10, 10, 10, 10, 10, 1] })).toMatch(/430 products.* 10 000 paths/);
    expect(says(fig30, { widths: [2, 10, 5, 2], bends: false })).toMatch(/one layer with 6 parameters/);
  });
});

describe("the gallery of activations", () => {
  it("begins with the page's unit: 0.46, and 2 becomes 1.57", () => {
    expect(says(fig31)).toMatch(/tanh is 0\.4621 .* 2\.0 · 0\.7864 = 1\.573/);
  });

  it("shows what the source draws at 0.7: 0.708238 for 0.634740", () => {
    expect(says(fig31, { z: 0.7, source: true })).toMatch(/has 0\.708238 here, where the slope is 0\.634740/);
  });

  it("takes the slope of the left side at a corner", () => {
    expect(says(fig31, { g: "relu", z: 0 })).toMatch(/its slope 0:/);
    expect(says(fig31, { g: "leakyRelu", z: 0 })).toMatch(/its slope 0\.2000:/);
  });
});

describe("the saddle that a network learns", () => {
  const start: Settings = { seed: 0, rate: 0.005, start: "xavier", optimiser: "descent" };

  it("is the course's own run, epoch by epoch", () => {
    const course = paraboloid.train({ learningRate: start.rate });
    const run = saddleRun(start);
    for (let epoch = 1; epoch <= 5; epoch++) {
      course.step();
      expect(run[epoch]?.error).toBeCloseTo(course.loss(), 12);
      expect(run[epoch]?.passed).toBeCloseTo(course.passLoss?.() ?? 0, 12);
    }
  });

  it("is a level surface from equal weights of 0, and two seeds end in other weights with as small an error", () => {
    expect(says(fig34, { start: "zero" })).toMatch(/The surface is level/);
    const [one, other] = [0, 1].map((seed) => saddleRun({ ...start, seed })[EPOCHS]);
    expect(one?.error).toBeLessThan(0.02);
    expect(other?.error).toBeLessThan(0.02);
    expect(Math.abs((one?.layers[0].W[0] ?? 0) - (other?.layers[0].W[0] ?? 0))).toBeGreaterThan(0.1);
    expect(says(fig35, { seed: 1 })).toMatch(/24 weights and 12 biases of 65 numbers/);
  });

  it("keeps twelve units equal that begin equal", () => {
    const { W } = (saddleRun({ ...start, start: "equal" })[EPOCHS] as ReturnType<typeof saddleRun>[0])
      .layers[0];
    for (let k = 1; k < 12; k++) expect([W[2 * k], W[2 * k + 1]]).toEqual([W[0], W[1]]);
  });

  it("has in its slice the error of the network at its own weights", () => {
    const run = saddleRun(start);
    const stand = run[100] as (typeof run)[0];
    const layers = [...stand.layers] as unknown as [
      (typeof stand.layers)[0],
      (typeof stand.layers)[0],
      (typeof stand.layers)[0],
    ];
    // The first point of the grid.
    layers[2] = { ...layers[2], W: Float64Array.of(-RADIUS, -RADIUS) };
    const [b = 0] = layers[2].b;
    const expected = saddle().heights.reduce((sum, z, i) => {
      const net = -RADIUS * (stand.before[2 * i]! + stand.before[2 * i + 1]!) + b;
      return sum + (Math.tanh(net) - z) ** 2 / 144;
    }, 0);
    expect(errorsOver({ ...stand, layers })[0]).toBeCloseTo(expected, 12);
  });
});

describe("the ball on a rough road", () => {
  it("rolls by the slope of the road", () => {
    for (const x of [-5, -0.3, 2.2])
      expect(slopeAt(x)).toBeCloseTo((lossAt(x + 1e-5) - lossAt(x - 1e-5)) / 2e-5, 7);
    expect(slopeAt(lowest().x)).toBeCloseTo(0, 1);
  });

  it("stays in the first hollow by plain descent, and gets to the lowest by momentum, noise or another start", () => {
    expect(says(fig40, { eta: 0.3 })).not.toMatch(/in the lowest hollow/);
    expect(says(fig40)).not.toMatch(/in the lowest hollow/);
    for (const changes of [{ mu: 0.93 }, { noise: 4 }, { start: 0 }])
      expect(says(fig40, changes), JSON.stringify(changes)).toMatch(/in the lowest hollow/);
  });
});
