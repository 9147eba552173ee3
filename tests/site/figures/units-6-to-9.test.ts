/** What the figures of units 6 to 9 say, held to the functions that answers are graded with and to their pages. */
import { describe, expect, it } from "vitest";
import { blobsDeep } from "../../../reference/train/blobs.ts";
import { circleLoss } from "../../../reference/train/circle-net.ts";
import { paraboloid } from "../../../reference/train/paraboloid.ts";
import { fig29 } from "../../../site/figures/fig29.ts";
import { fig30 } from "../../../site/figures/fig30.ts";
import { fig31 } from "../../../site/figures/fig31.ts";
import { fig32b } from "../../../site/figures/fig32b.ts";
import { BATCH, runOf as blobsRun } from "../../../site/figures/fig33/training.ts";
import { fig33 } from "../../../site/figures/fig33.ts";
import { fig33b } from "../../../site/figures/fig33b.ts";
import { errorsOver, RADIUS } from "../../../site/figures/fig34/slice.ts";
import { fig34 } from "../../../site/figures/fig34.ts";
import { fig34b } from "../../../site/figures/fig34b.ts";
import { fig35 } from "../../../site/figures/fig35.ts";
import { fig35b } from "../../../site/figures/fig35b.ts";
import { runOf as circlesRun } from "../../../site/figures/fig38/training.ts";
import { fig38 } from "../../../site/figures/fig38.ts";
import { fig38b } from "../../../site/figures/fig38b.ts";
import { fig39b } from "../../../site/figures/fig39b.ts";
import { lossAt, lowest, slopeAt } from "../../../site/figures/fig40/descent.ts";
import { fig40 } from "../../../site/figures/fig40.ts";
import { fig43b } from "../../../site/figures/fig43b.ts";
import { fig46b } from "../../../site/figures/fig46b.ts";
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

describe("nine outputs", () => {
  it("are right for two of three flowers, and an output of 0.9 changes the loss alone", () => {
    expect(says(fig33b)).toMatch(/L = 0\.4722, and 2 of 3 flowers/);
    expect(says(fig33b, { outputs: [0.5, 0, 1, 0.9, 1, -1, 2, 0, 1] })).toMatch(/L = 0\.5622, and 2 of 3/);
  });

  it("land on their targets with η = nt/2, and leave with more than nt", () => {
    expect(says(fig33b, { eta: 4.5, step: 1 })).toMatch(/L = 0, and 3 of 3/);
    const losses = fig33b.compute({ ...defaultsOf(fig33b.controls), eta: 9.5 }).map(({ loss }) => loss);
    expect(losses[12]).toBeGreaterThan(losses[0] as number);
  });
});

describe("three layers back", () => {
  it("go forward first, and come back from the last to the first", () => {
    expect(says(fig32b, { step: 0 })).toMatch(/inputs of example 1 are 1, 2/);
    expect(says(fig32b, { step: 4 })).toMatch(/^Back, layer 3/);
    expect(says(fig32b)).toMatch(/six paths, and each unit of the first layer has heard two numbers/);
  });

  it("hardly let anything through a saturated layer", () => {
    const first = (shift: number): number =>
      Math.max(
        ...(fig32b.compute({ ...defaultsOf(fig32b.controls), shift }).deltas[0] ?? []).flat().map(Math.abs),
      );
    expect(first(9)).toBeLessThan(0.01 * first(0));
  });
});

describe("the output layer of a batch", () => {
  it("raises its first bias, and can no longer do so at 6", () => {
    expect(says(fig46b)).toMatch(/The first bias gets \(−0\.0417\) \+ 0\.0096 = −0\.0321, so it moves up/);
    const slopes = fig46b.compute({ ...defaultsOf(fig46b.controls), biases: [6, 0.25, 0] }).byB;
    expect(Math.abs(slopes[0] as number)).toBeLessThan(0.001);
  });
});

describe("what the truth costs", () => {
  it("is 2.408 for the page's horse with its 9 %, and 0.01 more of its score saves 0.0091", () => {
    expect(says(fig39b)).toMatch(/horse has a share of 9\.0 % and costs 2\.408.*saves 0\.0091/);
  });

  it("has slopes that sum to 0", () => {
    const { slopes } = fig39b.compute({ ...defaultsOf(fig39b.controls), scores: [3, -2, 5] });
    expect(slopes.reduce((sum, slope) => sum + slope, 0)).toBeCloseTo(0, 15);
  });
});

describe("the valley", () => {
  it("multiplies descent by the page's −0.75 and 0.93, and has both forms of momentum in one place", () => {
    expect(says(fig43b)).toMatch(/by −0\.75 and that along by 0\.93 .* Both forms of momentum are one/);
    const [, kept, gradients] = fig43b.compute(defaultsOf(fig43b.controls));
    kept?.forEach(([x, y], t) => {
      expect(x).toBeCloseTo(gradients?.[t]?.[0] ?? Number.NaN, 12);
      expect(y).toBeCloseTo(gradients?.[t]?.[1] ?? Number.NaN, 12);
    });
  });

  it("parts the two forms once the rate has fallen, and plain descent leaves it beyond 2/κ", () => {
    expect(says(fig43b, { later: "tenth", mu: 0.9, eta: 0.02 })).toMatch(/go different ways/);
    expect(says(fig43b, { eta: 0.1 })).toMatch(/descent has left/);
  });
});

describe("nine numbers that predict", () => {
  it("begin too low and too high, and nothing comes back through output weights of 0", () => {
    expect(says(fig34b)).toMatch(/predicts 1\.54 and 1\.54, where 3 and −1 are right/);
    expect(says(fig34b, { nine: [2, 4, 0, -1, -2, 0, 0, 1, 1] })).toMatch(
      /Nothing comes back to the hidden units/,
    );
    expect(says(fig34b, { nine: [2, 4, 0, -1, -2, 0, 0, 1, 1], step: 1 })).not.toMatch(/Nothing comes back/);
  });
});

describe("a signal through ten layers", () => {
  const sizes = (changes: Partial<StateOf<typeof fig35b.controls>>): readonly number[] =>
    fig35b.compute({ ...defaultsOf(fig35b.controls), ...changes }).forward;

  it("grows tenfold a layer with weights of size 1, and shrinks to a thousandth of that with a hundredth", () => {
    const [one, small] = [sizes({}), sizes({ scale: 0.01 })];
    // A hundred numbers scatter by some 7 %, three layers of them by less than a factor of 2.
    expect((one[3] as number) / (one[0] as number)).toBeGreaterThan(500);
    expect((one[3] as number) / (one[0] as number)).toBeLessThan(2000);
    expect((small[3] as number) / (one[3] as number)).toBeCloseTo(1e-6, 12);
  });

  it("comes through as it went in by Xavier's bound, and shrinks by √3 a layer by PyTorch's", () => {
    const [xavier, pytorch] = [sizes({ start: "xavier" }), sizes({ start: "pytorch" })];
    expect((xavier[10] as number) / (xavier[0] as number)).toBeGreaterThan(0.4);
    expect((xavier[10] as number) / (xavier[0] as number)).toBeLessThan(2.5);
    // Both have the same uniform numbers: √3 is the ratio of the bounds.
    expect((xavier[10] as number) / (pytorch[10] as number)).toBeCloseTo(3 ** 5, 6);
  });
});

describe("a line between two classes", () => {
  it("has at most three of four corners right, and two lines have all", () => {
    const right = (changes: Partial<StateOf<typeof fig38b.controls>>): number =>
      fig38b.compute({ ...defaultsOf(fig38b.controls), ...changes }).right.filter(Boolean).length;
    for (let a = 0; a < 1; a += 0.1)
      for (let b = 0; b < 1; b += 0.1) {
        expect(right({ first: [0, a, 1, b] })).toBeLessThanOrEqual(3);
        expect(right({ first: [a, 0, b, 1] })).toBeLessThanOrEqual(3);
      }
    expect(right({ two: true })).toBe(4);
    expect(right({ set: "xor", two: true })).toBeLessThan(200);
  });
});

describe("the circles", () => {
  it("begin with the loss that the graded network has at the source's weights, and end with all points right", () => {
    const run = circlesRun({ count: 200, noise: 0.1, rate: 0.025, mu: 0.5, iterations: 1000, seed: 0 });
    const [start] = run.stands;
    expect(start?.loss).toBeCloseTo(circleLoss(start?.p as Float64Array, run.points, run.labels), 10);
    expect(says(fig38, { frame: 62 })).toMatch(/100\.0 % are right/);
    expect(says(fig38)).toMatch(/ηN = 5\.00.* for the first 142 iterations/);
  });
});

describe("fifty epochs on two clouds", () => {
  it("are the course's own run where the update comes last, and another one where it does not", () => {
    const course = blobsDeep.train({ learningRate: 0.25 });
    for (let epoch = 0; epoch < 3; epoch++) course.step();
    const settings = { net: "deep", rate: 0.25, inPlace: false, seed: 0 } as const;
    expect(blobsRun(settings).stands[3]?.train.mse).toBeCloseTo(course.loss(), 12);
    expect(blobsRun(settings).stands[3]?.train.accuracy).toBe(course.accuracy?.());
    expect(blobsRun({ ...settings, inPlace: true }).stands[3]?.train.mse).not.toBeCloseTo(course.loss(), 9);
    expect(BATCH).toBe(100);
  });

  it("show six fifths of the error where the mean divides by the last index", () => {
    const shown = (mean: "count" | "last"): number =>
      Number(/shows ([\d.]+)/.exec(says(fig33, { mean }))?.[1]);
    expect(shown("last") / shown("count")).toBeCloseTo(1.2, 3);
  });
});
