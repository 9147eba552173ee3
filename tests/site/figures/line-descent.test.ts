/**
 * Descent on a line's error in plain numbers: held to the graded loss, to reverse mode and to the training command.
 */
import { describe, expect, it } from "vitest";
import { salesData } from "../../../reference/data/sales.ts";
import { leastSquaresLine } from "../../../reference/linear-models/least-squares.ts";
import { mseLoss } from "../../../reference/linear-models/line.ts";
import { gradient, lift } from "../../../reference/numbers/tracked.ts";
import { normal, random } from "../../../reference/randomness/random.ts";
import { line } from "../../../reference/train/line.ts";
import {
  curvatureOf,
  descentOf,
  errorOf,
  levelLine,
  momentsOf,
  slopeOf,
} from "../../../site/figures/fig08/line-descent.ts";

const plain = (seed: number): { x: number[]; y: number[] } => {
  const { x, y } = salesData(seed);
  return { x: [...x], y: [...y] };
};
const ZERO = { w: 0, b: 0 };
const NO_LIMIT = Number.POSITIVE_INFINITY;

describe("the error of a line by its moments", () => {
  it("is the graded loss, and its slope is reverse mode's, on 20 seeds", () => {
    for (let seed = 0; seed < 20; seed++) {
      const { x, y } = plain(seed);
      const m = momentsOf(x, y);
      const rng = random(seed, "line-descent");
      const at = { w: normal(rng), b: 10 * normal(rng) };
      const p = lift(at);
      const loss = mseLoss(lift(x), lift(y), p.w, p.b);
      const slopes = gradient(loss, p) as unknown as typeof p;
      // Terms reach 4 000 and cancel: 1e-13 of that.
      expect(errorOf(m, at), `seed ${seed}`).toBeCloseTo(loss.value, 9);
      expect(slopeOf(m, at).w, `seed ${seed}`).toBeCloseTo(slopes.w.value, 9);
      expect(slopeOf(m, at).b, `seed ${seed}`).toBeCloseTo(slopes.b.value, 9);
    }
  });

  it("has no slope at the least squares line", () => {
    const { x, y } = plain(3);
    const { w, b } = slopeOf(momentsOf(x, y), leastSquaresLine(x, y));
    expect(Math.abs(w)).toBeLessThan(1e-10);
    expect(Math.abs(b)).toBeLessThan(1e-11);
  });
});

describe("curvature of the error", () => {
  it("has the eigenvalues and eigenvectors of the Hessian", () => {
    const { x } = plain(11);
    const { values, vectors } = curvatureOf(x);
    const m = momentsOf(x, x);
    for (const [k, [w, b]] of vectors.entries()) {
      const λ = values[k] as number;
      expect(2 * (m.xx * w + m.x * b)).toBeCloseTo(λ * w, 8);
      expect(2 * (m.x * w + b)).toBeCloseTo(λ * b, 8);
      expect(Math.hypot(w, b)).toBeCloseTo(1, 14);
    }
  });

  it("is worst as the data come, better when centred, and 1 when standardised", () => {
    const { x } = plain(11);
    const mean = x.reduce((a, b) => a + b) / x.length;
    const sigma = Math.sqrt(x.reduce((total, xi) => total + (xi - mean) ** 2, 0) / x.length);
    expect(curvatureOf(x).condition).toBeCloseTo(3007.5, 1);
    expect(curvatureOf(x.map((xi) => xi - mean)).condition).toBeCloseTo(sigma ** 2, 8);
    const standardised = curvatureOf(x.map((xi) => (xi - mean) / sigma));
    expect(standardised.condition).toBeCloseTo(1, 12);
    expect(standardised.largestRate).toBeCloseTo(1, 12);
  });

  it("knows the learning rate above which descent diverges", () => {
    const { x, y } = plain(11);
    const m = momentsOf(x, y);
    const { largestRate } = curvatureOf(x);
    const ended = (rate: number): number =>
      errorOf(m, descentOf(m, ZERO, rate, 3000, "together", 1e9).at(-1) ?? ZERO);
    expect(ended(0.999 * largestRate)).toBeLessThan(errorOf(m, ZERO));
    expect(ended(1.001 * largestRate)).toBeGreaterThan(errorOf(m, ZERO));
  });

  it("has level lines on which the error is as much higher as asked", () => {
    const { x, y } = plain(5);
    const m = momentsOf(x, y);
    const best = leastSquaresLine(x, y);
    for (const rise of [0.01, 1, 100])
      for (const on of levelLine(curvatureOf(x), best, rise, 16))
        expect((errorOf(m, on) - errorOf(m, best)) / rise).toBeCloseTo(1, 7);
  });
});

describe("descent", () => {
  it("is the run of the training command", () => {
    const { x, y } = plain(0);
    const training = line.train({ seed: 0, learningRate: 5e-5 });
    for (let e = 0; e < 500; e++) training.step();
    const ours = descentOf(momentsOf(x, y), ZERO, 5e-5, 500, "together", NO_LIMIT).at(-1);
    const parameters = training.parameters?.();
    expect(ours?.w).toBeCloseTo(parameters?.w?.[0] as number, 11);
    expect(ours?.b).toBeCloseTo(parameters?.b?.[0] as number, 11);
  });

  it("moves b with the new w where it goes in turn", () => {
    const { x, y } = plain(2);
    const m = momentsOf(x, y);
    const [, together] = descentOf(m, ZERO, 1e-3, 1, "together", NO_LIMIT);
    const [, inTurn] = descentOf(m, ZERO, 1e-3, 1, "in-turn", NO_LIMIT);
    expect(inTurn?.w).toBe(together?.w);
    expect(inTurn?.b).toBe(-1e-3 * slopeOf(m, { w: inTurn?.w as number, b: 0 }).b);
    expect(inTurn?.b).not.toBe(together?.b);
  });

  it("stops where it diverges", () => {
    const { x, y } = plain(0);
    const m = momentsOf(x, y);
    const lines = descentOf(m, ZERO, 1, 4000, "together", 1e12);
    expect(lines.length).toBeLessThan(10);
    expect(errorOf(m, lines.at(-2) ?? ZERO)).toBeLessThan(1e12);
  });
});
