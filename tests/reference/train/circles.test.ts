import { describe, expect, test } from "vitest";
import { circleAccuracy, circleLoss, momentumStep } from "../../../reference/train/circle-net.ts";
import { circles } from "../../../reference/train/circles.ts";
import { LegacyRandom } from "./numpy.ts";

/** The document's 50,000 points and its start, made again with its generator and seed 42. */
function documentRun() {
  const n = 50_000;
  const rng = new LegacyRandom(42);
  const order = rng.shuffled(n);
  const points = new Float64Array(2 * n);
  const labels = new Uint8Array(n);
  order.forEach((from, to) => {
    const inside = from >= n / 2;
    const angle = (2 * Math.PI * (from % (n / 2))) / (n / 2);
    points[2 * to] = (inside ? 0.1 : 1) * Math.cos(angle);
    points[2 * to + 1] = (inside ? 0.1 : 1) * Math.sin(angle);
    labels[to] = inside ? 1 : 0;
  });
  for (let i = 0; i < 2 * n; i++) points[i]! += 0.1 * rng.normal();
  const draw = (): Float64Array => Float64Array.from({ length: 17 }, () => rng.normal());
  draw();
  return { points, labels, p: draw() };
}

describe("the circle run of the document, with its own 50,000 points", () => {
  test("starts at its parameters and loses 39183.15, 58139.06, … as printed", () => {
    const { points, labels, p } = documentRun();
    expect(p[0]).toBeCloseTo(0.5430989408014584, 12);
    expect(p[16]).toBeCloseTo(-0.01112913126641024, 12);
    const known = new Map([
      [0, 39183.15151047596],
      [1, 58139.05524808333],
      [2, 53105.09466139936],
      [5, 33880.72219537079],
      [10, 32513.724366631453],
      [50, 13873.882280239299],
      [100, 13080.006938002112],
    ]);
    const velocity = new Float64Array(17);
    const gradient = new Float64Array(17);
    for (let k = 0; k <= 100; k++) {
      const loss = circleLoss(p, points, labels, gradient);
      const printed = known.get(k);
      // Two orders of summation of 50,000 terms, a hundred steps on.
      if (printed !== undefined) expect(Math.abs(loss / printed - 1), `iteration ${k}`).toBeLessThan(1e-9);
      if (k < 100) momentumStep(p, velocity, gradient, 1e-4, 0.5);
    }
    expect(circleAccuracy(p, points, labels)).toBeCloseTo(0.90044, 12);
  });
});

describe("the circle run with the course's 2,000 points", () => {
  test("has the same shape: a plateau near a third of the start, then a fall below a hundredth of it", () => {
    const run = circles.train({ learningRate: circles.learningRate });
    const loss: number[] = [run.loss()];
    for (let k = 1; k <= 1000; k++) {
      run.step();
      if (k % 100 === 0) loss.push(run.loss());
    }
    const share = loss.map((each) => each / loss[0]!);
    // How long the plateau lasts depends on the points: to about 400 here, to 6,000 in the document.
    expect(share[1]).toBeGreaterThan(0.3);
    expect(share[3]! / share[1]!).toBeGreaterThan(0.95);
    expect(share.at(-1)).toBeLessThan(0.01);
    expect(run.accuracy!()).toBeGreaterThan(0.99);
  });

  test("has the gradient that central differences measure", () => {
    const { points, labels, p } = documentRun();
    const some = [points.subarray(0, 200), labels.subarray(0, 100)] as const;
    const gradient = new Float64Array(17);
    circleLoss(p, ...some, gradient);
    for (let k = 0; k < 17; k++) {
      const h = 1e-5;
      const up = p.slice();
      const down = p.slice();
      up[k]! += h;
      down[k]! -= h;
      const measured = (circleLoss(up, ...some) - circleLoss(down, ...some)) / (2 * h);
      // h² of the method and 1e-16 · J / h of rounding.
      expect(Math.abs(measured - gradient[k]!)).toBeLessThan(1e-6);
    }
  });
});
