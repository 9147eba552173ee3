/** Numbers of optimisers and data sets that follow from the sources: reference and model answer both give them. */
import { describe, expect, it } from "vitest";
import { both } from "./both.ts";

type Matrix = number[][];

describe("ex52, on w² from 2 with μ = ½ and η = 0.1", async () => {
  const places = [1.6, 1.08, 0.604, 0.2452];
  const [updates, moves, steps] = [
    await both("ex52", "updateMomentum"),
    await both("ex52", "updateParams"),
    await both("ex52", "torchMomentumStep"),
  ];

  it("goes by kept steps over 1.6, 1.08 and 0.604 to 0.2452", () => {
    updates.forEach((update, i) => {
      let [params, Ms]: [Matrix[], Matrix[]] = [[[[2]]], [[[0]]]];
      for (const place of places) {
        const grads = [[[2 * params[0]![0]![0]!]]];
        Ms = update({ Ms, grads, momentum: 0.5, lr: 0.1 });
        params = moves[i]!({ params, Ms });
        expect(params[0]![0]![0]).toBeCloseTo(place, 12);
      }
    });
  });

  it("goes by kept gradients over the same places", () => {
    for (const step of steps) {
      let now: { p: Matrix; v: Matrix } = { p: [[2]], v: [[0]] };
      for (const place of places) {
        now = step({ ...now, g: [[2 * now.p[0]![0]!]], mu: 0.5, lr: 0.1 });
        expect(now.p[0]![0]).toBeCloseTo(place, 12);
      }
    }
  });
});

describe("ex53", async () => {
  it("takes equal steps from rest: five of Adam against one gradient are five times η", async () => {
    for (const adam of await both("ex53", "adamStep")) {
      let now = { p: [1], t: 0, m: [0], v: [0] };
      for (let t = 0; t < 5; t++) {
        const { p, ...state } = now;
        now = adam({ state, p, g: [40], lr: 0.015, beta1: 0.9, beta2: 0.999, eps: 1e-8 });
      }
      expect(now.p[0]).toBeCloseTo(1 - 5 * 0.015, 9);
    }
  });
});

describe("ex57", async () => {
  it("makes 144 points of the document's saddle, between −0.9917 and 0.9917", async () => {
    for (const saddle of await both("ex57", "generateParaboloid")) {
      const { labels }: { labels: number[] } = saddle({ dims: 12 });
      expect(labels).toHaveLength(144);
      expect(Math.max(...labels)).toBeCloseTo(0.9917, 4);
      expect(Math.min(...labels)).toBeCloseTo(-0.9917, 4);
    }
  });

  it("has the document's corners of a noisy line where the noise is 0: a quarter of the way, and three quarters", async () => {
    for (const line of await both("ex57", "noisyLine3d")) {
      const gauss = { fn: "always", args: [0] };
      const points: Matrix = line({ n: 200, start: [-1, -1, -1], end: [1, 1, 1], noise: 0.25, gauss });
      expect([points[0], points.at(-1)]).toEqual([
        [-0.5, -0.5, -0.5],
        [0.5, 0.5, 0.5],
      ]);
    }
  });
});
