/** What the figures of the first three units say, held to the numbers that their pages print. */
import { describe, expect, it } from "vitest";
import { housingData } from "../../../reference/data/housing.ts";
import { type LinearWeights, linearForward } from "../../../reference/linear-models/linear-regression.ts";
import type { Num } from "../../../reference/numbers/num.ts";
import { gradient, lift } from "../../../reference/numbers/tracked.ts";
import { normal, random } from "../../../reference/randomness/random.ts";
import { fig01 } from "../../../site/figures/fig01.ts";
import { dataOf as twoInputs } from "../../../site/figures/fig04/two-inputs.ts";
import { dataOf as sums } from "../../../site/figures/fig05/sums.ts";
import { fig05 } from "../../../site/figures/fig05.ts";
import { fig05b } from "../../../site/figures/fig05b.ts";
import { fig05c } from "../../../site/figures/fig05c.ts";
import { fig06 } from "../../../site/figures/fig06.ts";
import { runOf } from "../../../site/figures/fig07/run.ts";
import { FLATS, fitsOf } from "../../../site/figures/fig09/fits.ts";
import { runOf as towns10 } from "../../../site/figures/fig10/run.ts";
import { cutsOfSteps, gradientOf } from "../../../site/figures/fig10/training.ts";
import { fig11b } from "../../../site/figures/fig11b.ts";
import { dataOf as labels, PREDICTED } from "../../../site/figures/fig12b/labels.ts";
import { fig14b } from "../../../site/figures/fig14b.ts";
import { type Controls, defaultsOf, type StateOf } from "../../../site/figures/frame/controls.ts";
import type { Figure } from "../../../site/figures/frame/figure.ts";

const saysIn = <C extends Controls, D>(figure: Figure<C, D>, changes: Partial<StateOf<C>> = {}): string => {
  const state = { ...defaultsOf(figure.controls), ...changes };
  return figure.says(figure.compute(state), state);
};

describe("two inputs", () => {
  it("have the source's value and slope at (3, 4), and what they foretell of a step of 0.001", () => {
    const of = { x: 3, y: 4, f: "sigmoid", join: "sum", h: 0.001 } as const;
    const one = twoInputs({ ...of, c: 0 });
    expect(one.before.s).toBeCloseTo(0.9990889488055994, 15);
    expect(one.byX).toBeCloseTo(0.0009102211801, 13);
    expect(one.byY).toBe(one.byX);
    // The source foretells with slopes that it measured: they are 1.5·10⁻¹⁰ too large, and the step is 0.001.
    expect(one.after.s).toBeCloseTo(0.9990898585726491, 15);
    expect(one.before.s + one.foretold).toBeCloseTo(0.9990898590269305, 12);
    const both = twoInputs({ ...of, c: 1 });
    expect(both.after.s).toBeCloseTo(0.9990907674320407, 15);
    expect(both.before.s + both.foretold).toBeCloseTo(0.9990907692482616, 12);
  });

  it("change nothing where one gives what the other takes, and are each other's factor in a product", () => {
    expect(twoInputs({ x: 2, y: 1, f: "tanh", join: "sum", h: 0.5, c: -1 }).actual).toBe(0);
    const { byX, byY, outer } = twoInputs({ x: 2, y: 1, f: "square", join: "product", h: 0, c: 0 });
    expect([byX, byY, outer]).toEqual([4, 8, 4]);
  });
});

describe("three functions side by side", () => {
  it("have no kink left for a leak of 1, and the slope of the left at the kink", () => {
    expect(saysIn(fig01, { x: 0 })).toContain("leaky ReLU is 0 with the slope 0.2. At 0");
    const smooth = fig01.compute({ ...defaultsOf(fig01.controls), alpha: 1 });
    for (const x of [-1.5, 0, 2]) expect(smooth[2]?.value(x)).toBe(x);
  });
});

describe("a row and many rows", () => {
  it("have the three answers of the page for the square: 12, −6 and 6", () => {
    expect(saysIn(fig05b, { f: "square" })).toContain("the three answers are 12, −6, 6.");
  });

  it("do not move at all along D", () => {
    expect(saysIn(fig05b, { move: "across", h: 2 })).toMatch(/by 0, and changes it by 0\.$/);
  });

  it("have the source's sum and gradient for its matrices", () => {
    const { now, byX, byW } = sums({ data: "source", x: [], w: [], f: "sigmoid", h: 0, entry: [] });
    expect(now.L).toBeCloseTo(2.3754951014116954, 14);
    // The source measured with a step of 0.001: its error is of the size of 10⁻⁷.
    for (const [j, slope] of [0.2488887, -0.37478057, 0.01121962].entries())
      expect(byX[0]?.[j]).toBeCloseTo(slope, 6);
    expect([byW[0]?.[0], byW[2]?.[0]].map((slope) => slope?.toFixed(4))).toEqual(["-0.7578", "0.0679"]);
  });

  it("name the same slope from its factors as reverse mode finds, for every entry", () => {
    for (const data of ["page", "source"] as const)
      for (const which of [0, 1])
        for (const i of [0, 1, 2])
          for (const j of [0, 1, 2]) {
            const all = sums({ data, x: [], w: [], f: "sigmoid", h: 0, entry: [which, i, j] });
            const { of, row, column } = all.entry;
            const name = `${of.toLowerCase()}${"₁₂₃"[row]}${"₁₂₃"[column]}`;
            const slope = (of === "X" ? all.byX : all.byW)[row]?.[column] as number;
            const said = new RegExp(`∂L/∂${name} = .* = (\\S+): `).exec(
              saysIn(fig05, { data, entry: [which, i, j] }),
            );
            expect(Number(said?.[1]?.replace("−", "-")), name).toBeCloseTo(slope, 3);
          }
  });
});

describe("the regression graph", () => {
  it("answers the page's question: a larger first weight moves the loss five times as fast", () => {
    expect(saysIn(fig05c)).toContain("∂L/∂w₁ = 1 · 0.5 + 3 · 1.5 = 5:");
  });

  it("has the slope of the bias for a weight whose input is always 1", () => {
    const state = { ...defaultsOf(fig05c.controls), inputs: "ones" as const };
    const { slopes } = fig05c.compute(state).now;
    expect(slopes[0]).toBe(slopes[2]);
  });
});

describe("descent", () => {
  const START = { bowl: "page", way: "against", eta: 0.1, x1: 3, x2: 1, t0: -6 } as const;

  it("begins with 7 to the east and 3 to the north, and goes from −6 over −4.8 and −3.84", () => {
    const { places, ts, largestRate } = runOf(START);
    expect(places[0]?.slope).toEqual([7, 3]);
    expect(places[1]?.x.map((x) => x.toFixed(12))).toEqual(["2.300000000000", "0.700000000000"]);
    for (const [k, t] of [-6, -4.8, -3.84].entries()) expect(ts[k]).toBeCloseTo(t, 14);
    expect(largestRate).toBe(0.5);
  });

  it("comes down below the largest rate and runs away above it, on every hill", () => {
    for (const bowl of ["page", "tilted", "round", "valley"] as const) {
      const { largestRate } = runOf({ ...START, bowl });
      const last = (eta: number): number => runOf({ ...START, bowl, eta }).places.at(-1)?.rise as number;
      const first = runOf({ ...START, bowl }).places[0]?.rise as number;
      expect(last(0.95 * largestRate), bowl).toBeLessThan(first);
      expect(last(1.05 * largestRate), bowl).toBeGreaterThan(first);
    }
  });

  it("is told by the source's arrow no distance: from −6 to −18, where x² is 324", () => {
    expect(saysIn(fig06)).toContain("leads to −18, where f is 324: higher.");
    expect(saysIn(fig06, { k: -1 })).toContain("just as high on the other side");
  });
});

describe("learning by mini-batches", () => {
  it("follows the gradient of the graded loss, of the mean and of the sum", () => {
    const { X, y } = housingData(3);
    const rng = random(3, "weights");
    const w = Float64Array.from({ length: 14 }, () => normal(rng));
    const rows = [5, 0, 17, 300];
    const at = lift({
      W: [...w].slice(0, 13).map((each) => [each]),
      B: [[w[13] ?? 0]],
    }) as unknown as LinearWeights;
    const [xs, ys] = [rows.map((i) => [...(X[i] ?? [])]), rows.map((i) => [y[i] ?? 0])].map(
      (matrix) => lift(matrix as number[][]) as unknown as Num[][],
    ) as [Num[][], Num[][]];
    const { W, B } = gradient(linearForward(xs, ys, at).loss, at as never) as unknown as LinearWeights;
    const graded = [...W.flat(), ...B.flat()].map(({ value }) => value);
    for (const [j, slope] of graded.entries()) {
      expect(gradientOf(X, y, rows, w, "mean")[j]).toBeCloseTo(slope, 10);
      expect(gradientOf(X, y, rows, w, "sum")[j]).toBeCloseTo(rows.length * slope, 9);
    }
  });

  it("has the source's shrinking batches: 100 three times, 54 seven times, and 6 at the end", () => {
    const sizes = (shrinks: boolean): number[] =>
      cutsOfSteps(354, { size: 100, shrinks }, 1000).map(({ from, to }) => to - from);
    const counts = [100, 54, 30, 24, 18, 12, 6].map(
      (size) => sizes(true).filter((one) => one === size).length,
    );
    expect(counts).toEqual([3, 7, 12, 15, 20, 30, 913]);
    expect(sizes(false).slice(0, 8)).toEqual([100, 100, 100, 54, 100, 100, 100, 54]);
  });

  it("comes to the weights of the normal equations with all towns at once", () => {
    const way = { size: 354, rate: 0.1, of: "mean", shrinks: false, seed: 1, data: 2 } as const;
    const { weights, towns } = towns10(way);
    for (const [j, best] of towns.best.entries()) expect(weights.at(-1)?.[j]).toBeCloseTo(best, 6);
  });

  it("diverges for the sum over a hundred towns at a rate that serves the mean", () => {
    const way = { size: 100, rate: 0.01, shrinks: false, seed: 42, data: 1 } as const;
    expect(towns10({ ...way, of: "mean" }).diverges).toBe(false);
    expect(towns10({ ...way, of: "sum" }).diverges).toBe(true);
  });
});

describe("least squares", () => {
  const START = { data: "flats", w: 1, b: 0, points: FLATS, extra: [], seed: 11 } as const;

  it("find 2 x + 1 for the three flats, where both sums are 0, and no line for one number of rooms", () => {
    const { best } = fitsOf(START);
    expect(best?.w).toBeCloseTo(2, 12);
    expect(best?.b).toBeCloseTo(1, 12);
    for (const sum of best?.sums ?? []) expect(sum).toBeCloseTo(0, 12);
    expect(fitsOf({ ...START, points: [2, 3, 2, 5, 2, 9] }).best).toBeUndefined();
  });

  it("leave for no other line less than for the best", () => {
    for (const seed of [0, 1, 2])
      for (const [dw, db] of [
        [0.01, 0],
        [0, 0.1],
        [-0.01, 0.2],
      ] as const) {
        const { best } = fitsOf({ ...START, data: "sales", seed });
        const near = { w: (best?.w ?? 0) + dw, b: (best?.b ?? 0) + db };
        const { yours } = fitsOf({ ...START, data: "sales", seed, ...near });
        expect(yours.squares).toBeGreaterThan(best?.squares ?? Number.POSITIVE_INFINITY);
      }
  });

  it("have no score where all rents are equal and missed", () => {
    expect(fitsOf({ ...START, points: [1, 5, 2, 5, 4, 5] }).yours.score).toBeUndefined();
  });
});

describe("likelihood", () => {
  it("is 0.432 for the page's model and 0.294 for the other, 0.756 and 0.665 a label", () => {
    const { own, other } = labels({ labels: [1, 1, 0], p: PREDICTED, compare: "other" });
    expect([own, other].map((model) => model.likelihood.toFixed(3))).toEqual(["0.432", "0.294"]);
    expect([own, other].map((model) => Math.exp(-model.loss).toFixed(3))).toEqual(["0.756", "0.665"]);
  });

  it("costs 27.6 at most for a label that was held impossible", () => {
    const { own } = labels({ labels: [1, 1, 0], p: [1, 1, 1], compare: "half" });
    expect(own.likelihood).toBe(0);
    expect(own.surprises[2]?.toFixed(1)).toBe("27.6");
  });
});

describe("the loss from the logit", () => {
  it("is 40 at 40, where the sigmoid leaves no number and clipping 27.6", () => {
    const said = saysIn(fig11b, { z: 40 });
    expect(said).toContain("the loss for the label 0 is 40.00");
    expect(said).toContain("−ln(1 − σ(z)) gives no number");
    expect(said).toContain("the same, clipped gives 27.63");
  });

  it("loses the third formula beyond 709", () => {
    expect(saysIn(fig11b, { z: 709 })).not.toContain("y z gives no number");
    expect(saysIn(fig11b, { z: 710 })).toContain("y z gives no number");
  });
});

describe("the neuron", () => {
  it("rings for smoke 1 and heat 2, not for half of both, and the same with the threshold for the bias", () => {
    for (const changes of [{}, { b: 0, theta: 2 }])
      expect(saysIn(fig14b, changes)).toMatch(
        /heat 2 make .* and it rings; .* heat 1 make .* and it is silent/,
      );
  });

  it("is silent for both where the 2 is counted twice, and rings on its threshold", () => {
    expect(saysIn(fig14b, { theta: 2 }).match(/it is silent/g)?.length).toBe(2);
    expect(saysIn(fig14b, { w1: 0, w2: 0, b: 0 }).match(/it rings[;.]/g)?.length).toBe(2);
  });
});
