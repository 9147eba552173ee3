/**
 * Logistic regression in plain numbers: held to the graded loss, to reverse mode, to the training command, and to the
 * numbers that the source document's run printed.
 */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { scaleToUnit } from "../../../reference/data/scale.ts";
import { labels, numbers, readTable } from "../../../reference/data/table.ts";
import { type TwoFeatures, tumourData } from "../../../reference/data/tumours.ts";
import { bceWithLogits, movedLogits } from "../../../reference/linear-models/logistic.ts";
import { Num } from "../../../reference/numbers/num.ts";
import { gradient, lift } from "../../../reference/numbers/tracked.ts";
import { logistic } from "../../../reference/train/logistic.ts";
import { logisticOptimum } from "../../../site/figures/fig13/logistic-optimum.ts";
import {
  crossEntropyOf,
  type LogisticRule,
  logisticRun,
  shareRight,
  slopeOfCrossEntropy,
  type Weights,
} from "../../../site/figures/fig13/logistic-passes.ts";

/** The document's start: the first three uniforms of NumPy's seed 0. */
const START: Weights = { w1: 0.5488135039273248, w2: 0.7151893663724195, b: 0.6027633760716439 };
const RULE: LogisticRule = { eta: 0.0005, steps: "example", gradient: "vector" };

const graded = ({ x1, x2, y }: TwoFeatures, { w1, w2, b }: Weights): { loss: number; slope: number[] } => {
  const X = lift(Array.from(x1, (x, i) => [x, x2[i] as number]));
  const p = lift({ w: [w1, w2], b });
  const z = movedLogits(
    Array.from(y, () => new Num(0)),
    X,
    p.w,
    p.b,
  );
  const loss = bceWithLogits(lift([...y]), z);
  const slopes = gradient(loss, p) as unknown as typeof p;
  return { loss: loss.value, slope: [...slopes.w, slopes.b].map((each) => each.value) };
};

describe("passes of logistic regression", () => {
  it("have the graded loss, and a batch step along reverse mode's gradient", () => {
    const data = tumourData(4);
    const [first, second] = logisticRun(data, START, { ...RULE, eta: 0.5, steps: "batch" }, [0, 1]);
    const { loss, slope } = graded(data, START);
    expect(slopeOfCrossEntropy(data, START).w2).toBeCloseTo(slope[1] as number, 14);
    expect(first?.loss).toBeCloseTo(loss, 13);
    for (const [j, name] of (["w1", "w2", "b"] as const).entries())
      expect(second?.[name]).toBeCloseTo(START[name] - 0.5 * (slope[j] as number), 13);
  });

  it("go the way of the training command, an example at a time", () => {
    const training = logistic.train({ seed: undefined, learningRate: 0.0005 });
    for (let e = 0; e < 100; e++) training.step();
    const start = { w1: 0.5488135, w2: 0.71518937, b: 0.60276338 };
    const state = logisticRun(tumourData(0), start, RULE, [0, 99, 100]).at(-1);
    const parameters = training.parameters?.();
    expect(state?.w1).toBeCloseTo(parameters?.w?.[0] as number, 12);
    expect(state?.w2).toBeCloseTo(parameters?.w?.[1] as number, 12);
    expect(state?.b).toBeCloseTo(parameters?.b?.[0] as number, 12);
    expect(569 * (state?.loss as number)).toBeCloseTo(training.loss(), 9);
  });

  it("keep w1 − w2 for ever with the scalar gradient, and change it with the right one", () => {
    for (const steps of ["example", "batch"] as const) {
      const gap = (of: LogisticRule["gradient"]): number[] =>
        logisticRun(tumourData(1), START, { eta: 0.01, steps, gradient: of }, [0, 50]).map(
          (s) => s.w1 - s.w2,
        );
      const [before, after] = gap("scalar");
      // 28 450 subtractions of equal numbers, each rounded on its own: u times their count times the size, at most.
      expect(Math.abs((after as number) - (before as number))).toBeLessThan(1e-11);
      const [, turned] = gap("vector");
      expect(Math.abs((turned as number) - (before as number))).toBeGreaterThan(1e-4);
    }
  });
});

describe("the optimum of logistic regression", () => {
  it("has no gradient, on 20 seeds", () => {
    for (let seed = 0; seed < 20; seed++) {
      const data = tumourData(seed);
      const best = logisticOptimum(data);
      expect(best, `seed ${seed}`).toBeDefined();
      for (const slope of graded(data, best as Weights).slope) expect(Math.abs(slope)).toBeLessThan(1e-12);
    }
  });

  it("is none where a line separates the classes", () => {
    const data = {
      x1: Float64Array.of(0, 0.2, 0.8, 1),
      x2: Float64Array.of(0, 1, 0, 1),
      y: Float64Array.of(0, 0, 1, 1),
    };
    expect(logisticOptimum(data)).toBeUndefined();
  });
});

const real = resolve(import.meta.dirname, "../../../shared/data/wdbc.csv");
const hasReal = existsSync(real);

describe(`the document's run on the real features${hasReal ? "" : " (skipped: no wdbc.csv beside the project)"}`, () => {
  const data = (): TwoFeatures => {
    const table = readTable(readFileSync(real, "utf8"), [
      "diagnosis",
      "worst_concave_points",
      "worst_perimeter",
    ]);
    return {
      x1: scaleToUnit(numbers(table, "worst_concave_points")),
      x2: scaleToUnit(numbers(table, "worst_perimeter")),
      y: labels(table, "diagnosis", "M", "B"),
    };
  };

  it.skipIf(!hasReal)("prints its sums: 444.23, 438.52, 404.50, 291.99, 161.66 with its own gradient", () => {
    const states = logisticRun(data(), START, { ...RULE, gradient: "scalar" }, [0, 1, 10, 100, 500]);
    expect(states.map((s) => s.passLoss.toFixed(2))).toEqual([
      "444.23",
      "438.52",
      "404.50",
      "291.99",
      "161.66",
    ]);
    expect(states.map((s) => (s.w1 - s.w2).toFixed(6))).toEqual(states.map(() => "-0.166376"));
  });

  it.skipIf(!hasReal)(
    "would print 444.18, 438.37, 403.85, 290.51, 161.63 with the right one, and turn",
    () => {
      const states = logisticRun(data(), START, RULE, [0, 1, 10, 100, 500]);
      expect(states.map((s) => s.passLoss.toFixed(2))).toEqual([
        "444.18",
        "438.37",
        "403.85",
        "290.51",
        "161.63",
      ]);
      const last = states[4] as Weights;
      expect((last.w1 - last.w2).toFixed(2)).toBe("-1.36");
      expect(crossEntropyOf(data(), last)).toBeLessThan(0.29);
      expect(shareRight(data(), last)).toBeGreaterThan(0.9);
    },
  );
});
