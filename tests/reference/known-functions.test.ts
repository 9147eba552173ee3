/** Known functions and generators: one table for judge and box. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkGradients } from "../../reference/differentiation/gradient-check.ts";
import { generatorOf, isGenerator } from "../../reference/functions/generators.ts";
import { callableOf, type FunctionName, formulaOf, functionNames } from "../../reference/functions/known.ts";
import { Num } from "../../reference/numbers/num.ts";
import { gradient, lift, plainOf, type Tracked } from "../../reference/numbers/tracked.ts";

const fields = [
  "sumOfSquares",
  "steepBowl",
  "tiltedBowl",
  "plane",
  "sumOfCubes",
  "ring",
  "sumOfLogs",
  "sumOfRelus",
];
const parameters: Readonly<Record<string, FunctionName["args"]>> = {
  constant: [2],
  scale: [-1.5],
  quadratic: [0.5, -1, 2],
  combine: [2, { fn: "sin" }, -0.5, { fn: "cube" }],
  product: [{ fn: "sin" }, { fn: "cube" }],
  quotient: [{ fn: "sin" }, { fn: "exp" }],
  power: [1.5],
  after: [{ fn: "sin" }, { fn: "square" }],
  ofFirst: [{ fn: "sin" }],
  gradientOf: [{ fn: "ring" }],
};
const named = (fn: string): FunctionName => ({ fn, ...(parameters[fn] && { args: parameters[fn] }) });
const ofPoints = ["linear", "argmaxOf"];
const distances = ["euclideanDistance", "manhattanDistance", "largestDifference"];
const losses = [
  "classifierLoss",
  "classifierLossOn",
  "squaredLossOn",
  "deepClassifier",
  "deepLossOn",
  "digitsLoss",
];
const scalars = functionNames.filter(
  (name) => ![...fields, ...ofPoints, ...distances, ...losses, "gradientOf", "sigmoidUnits"].includes(name),
);

describe("a known function", () => {
  it.each(scalars)("%s has the slope that central differences measure", (fn) => {
    const f = callableOf(named(fn)) as (x: number) => number;
    const h = 1e-5;
    // Seed 7; away from the poles and kinks at 0.
    fc.assert(
      fc.property(fc.double({ min: 0.3, max: 2, noNaN: true }), (x) => {
        const at = new Num(x);
        const slope = gradient(formulaOf(named(fn))(at) as Num, at) as Num;
        // h²/6 times a third derivative of at most 6/0.3⁴ = 741, that of 1/x, and rounding over h.
        expect(Math.abs((f(x + h) - f(x - h)) / (2 * h) - slope.value)).toBeLessThan(2e-8);
      }),
      { seed: 7 },
    );
  });

  it.each(fields)("%s takes vectors and matrices, and gradientOf gives its gradient in their form", (fn) => {
    const value = callableOf({ fn }) as (x: unknown) => number;
    const slopes = callableOf({ fn: "gradientOf", args: [{ fn }] }) as (x: unknown) => unknown;
    const x = fn === "sumOfLogs" ? [0.5, 1.25, 2] : [0.5, -1.25, 2];
    const h = 1e-5;
    const measured = x.map((_, i) => {
      const moved = (by: number) => value(x.map((xj, j) => (j === i ? xj + by : xj)));
      return (moved(h) - moved(-h)) / (2 * h);
    });
    const right = slopes(x) as number[];
    for (const [i, slope] of right.entries()) expect(Math.abs(slope - measured[i]!)).toBeLessThan(1e-8);
    expect(value([x])).toBe(value(x));
    expect(slopes([x])).toEqual([right]);
  });

  it("say what they cannot take: a number where a point is asked for, or nothing", () => {
    const linear = callableOf({ fn: "linear", args: [1, 2, 3] }) as (...x: unknown[]) => number;
    expect(() => linear(1, 2)).toThrow(/^linear cannot take a number: the task says what it takes$/);
    expect(() => linear()).toThrow(/cannot take nothing/);
    expect(() => linear([1])).toThrow(/cannot take this list/);
  });

  it("may be the loss of a network on points that are handed over with their classes", () => {
    const p = {
      Wh: [
        [0.5, -1, 2],
        [1, 0.25, -0.5],
      ],
      bh: [[0.25, -0.5, 0]],
      Wo: [
        [1, -1],
        [0.5, 2],
        [-2, 0.25],
      ],
      bo: [[0.125, -0.25]],
    };
    const points = [1, -0.5, 0, -0.75, 0.25, 1];
    const lossOf = (fn: string, args: readonly number[]) =>
      callableOf({ fn, args }) as (at: typeof p) => number;
    expect(lossOf("classifierLossOn", points)(p)).toBe(lossOf("classifierLoss", [])(p));
    // Without weights both outputs are ½, and so are the misses.
    const none = lift({ Wh: [[0], [0]], bh: [[0]], Wo: [[0, 0]], bo: [[0, 0]] });
    const miss = formulaOf({ fn: "squaredLossOn", args: points })(none as Tracked) as Num;
    expect(miss.value).toBe(0.25);
    for (const fn of ["classifierLossOn", "squaredLossOn"]) {
      const loss = { fn, args: points };
      const grads = (callableOf({ fn: "gradientOf", args: [loss] }) as (at: typeof p) => typeof p)(p);
      expect(checkGradients(loss, lift(p), lift(grads)).ok, fn).toBe(true);
    }
  });

  it("may be a deep classifier with its parameters in one list, and its loss as a function of them", () => {
    // One layer: nets x1 + 2·x2 + ½ and −x1 + 1; behind it 2·a1 − a2 + ¼.
    const w = [1, 2, -1, 0, 0.5, 1, 2, -1, 0.25];
    const [x1, x2] = [0.5, -0.75];
    const branch = [Math.tanh(x1 + 2 * x2 + 0.5), Math.tanh(-x1 + 1)] as const;
    for (const r of [0, 1]) {
      const [a1, a2] = [branch[0] + r * x1, branch[1] + r * x2];
      const p = 1 / (1 + Math.exp(-(2 * a1 - a2 + 0.25)));
      const at = callableOf({ fn: "deepClassifier", args: [r, ...w] }) as (x: number[]) => number;
      expect(at([x1, x2])).toBeCloseTo(p, 14);
      const args = [r, x1, x2, 1, x1, x2, 0];
      const loss = callableOf({ fn: "deepLossOn", args }) as (w: number[]) => number;
      expect(loss(w)).toBeCloseTo(((1 - p) ** 2 + p ** 2) / 2, 14);
    }
  });

  it("may score points, and say which score is the largest, of equal ones the first", () => {
    const linear = (...args: number[]): FunctionName => ({ fn: "linear", args });
    const [score, flat] = [linear(2, -1, 0.5), linear(0, 0, 1.5)];
    const at = (f: FunctionName, point: number[]) => (callableOf(f) as (x: number[]) => number)(point);
    expect(at(score, [3, 1])).toBe(5.5);
    expect((callableOf({ fn: "gradientOf", args: [score] }) as (x: number[]) => number[])([3, 1])).toEqual([
      2, -1,
    ]);
    const best: FunctionName = { fn: "argmaxOf", args: [flat, score] };
    expect([at(best, [3, 1]), at(best, [0, 3]), at(best, [1, 1])]).toEqual([1, 0, 0]);
  });

  it("may be a layer of units, one column each", () => {
    const units = callableOf({ fn: "sigmoidUnits", args: [3] }) as (X: number[][]) => number[][];
    expect(units([[0, 0]])).toEqual([[0.5, 0.5, 0.5]]);
  });

  it("may take two arguments", () => {
    const between = (fn: string) =>
      (callableOf({ fn }) as (p: number[], q: number[]) => number)([1, 2, 0], [4, -2, 0]);
    expect(distances.map(between)).toEqual([5, 7, 4]);
  });

  it("ignores what map and other callers hand over besides", () => {
    const sigmoid = callableOf({ fn: "sigmoid" }) as (x: number) => number;
    expect([1, 2].map(sigmoid)).toEqual([sigmoid(1), sigmoid(2)]);
    const apart = callableOf({ fn: "manhattanDistance" }) as (p: number[], q: number[], k: number) => number;
    expect(apart([1, 2], [4, -2], 0)).toBe(7);
  });

  it("does not hide NaN, and keeps the course's slopes at kinks", () => {
    for (const fn of ["relu", "leakyRelu", "abs"])
      expect((callableOf({ fn }) as (x: number) => number)(Number.NaN), fn).toBeNaN();
    const slopeAtZero = (fn: string) => {
      const at = new Num(0);
      return (gradient(formulaOf({ fn })(at) as Num, at) as Num).value;
    };
    expect(["relu", "leakyRelu", "abs"].map(slopeAtZero)).toEqual([0, 0.2, 0]);
  });

  it("leaves what it is handed as it was", () => {
    const x = [1, 2, 3];
    (callableOf({ fn: "gradientOf", args: [{ fn: "ring" }] }) as (x: number[]) => unknown)(x);
    expect(x).toEqual([1, 2, 3]);
    expect(
      plainOf(
        formulaOf({ fn: "gradientOf", args: [{ fn: "plane" }] })(
          lift([
            [0, 0],
            [0, 0],
          ]),
        ),
      ),
    ).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});

describe("a known generator", () => {
  it("gives the published stream of mulberry32, anew each time it is made", () => {
    const first = generatorOf({ fn: "uniform", args: [1] });
    expect([first(), first()]).toEqual([0.6270739405881613, 0.002735721180215478]);
    expect(generatorOf({ fn: "uniform", args: [1] })()).toBe(0.6270739405881613);
  });

  it("draws normal numbers with mean 0 and variance 1, within five standard errors", () => {
    const gauss = generatorOf({ fn: "gauss", args: [42] });
    const n = 20_000;
    const draws = Array.from({ length: n }, gauss);
    const mean = draws.reduce((sum, z) => sum + z, 0) / n;
    const variance = draws.reduce((sum, z) => sum + (z - mean) ** 2, 0) / n;
    expect(Math.abs(mean)).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(variance - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
  });

  it("is told from a function by its name", () => {
    expect(["uniform", "gauss", "always"].map((fn) => isGenerator({ fn }))).toEqual([true, true, true]);
    expect(isGenerator({ fn: "square" })).toBe(false);
    expect(() => generatorOf({ fn: "toString" })).toThrow(RangeError);
  });
});
