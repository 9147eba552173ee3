import { describe, expect, test } from "vitest";
import { documentCircles } from "../../../reference/data/document-circles.ts";
import {
  circleAccuracy,
  circleGradient,
  circleLoss,
  momentumStep,
} from "../../../reference/train/circle-net.ts";
import { circles } from "../../../reference/train/circles.ts";
import { circleLosses } from "./numbers/circles.ts";

/** The document's 50,000 points and its start. */
function documentRun() {
  const { points, labels, start } = documentCircles(42);
  return { points, labels, p: start.slice() };
}

describe("the circle run of the document, with its own 50,000 points", () => {
  test("starts at its parameters and loses 39183.15, 58139.06, … as printed", () => {
    const { points, labels, p } = documentRun();
    expect(p[0]).toBeCloseTo(0.5430989408014584, 12);
    expect(p[16]).toBeCloseTo(-0.01112913126641024, 12);
    const velocity = new Float64Array(17);
    const gradient = new Float64Array(17);
    for (let k = 0; k <= 100; k++) {
      const loss = circleLoss(p, points, labels, gradient);
      const printed = circleLosses.get(k);
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

test("the gradient alone is the one that comes with the loss", () => {
  const { points, labels, p } = documentRun();
  const [both, alone] = [new Float64Array(17), new Float64Array(17)];
  circleLoss(p, points, labels, both);
  circleGradient(p, points, labels, alone);
  // 50,000 terms of about 1, summed in another order.
  for (const [k, g] of both.entries()) expect(Math.abs(alone[k]! - g)).toBeLessThan(1e-8);
});
