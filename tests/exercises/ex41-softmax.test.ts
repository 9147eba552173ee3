import { expect, test } from "vitest";
import exercise from "../../exercises/ex41-softmax/exercise.ts";
import { softmax as reference } from "../../reference/softmax.ts";
import { lift } from "../../reference/tracked.ts";
import { logSoftmax, softmax } from "../../solutions/ex41-softmax.ts";
import { casesOf, farOff, worstOf } from "./agreement.ts";

const { functions } = exercise;
type Matrix = number[][];

const naive = (Z: Matrix): Matrix =>
  Z.map((row) => {
    const e = row.map(Math.exp);
    const total = e.reduce((sum, ec) => sum + ec, 0);
    return e.map((ec) => ec / total);
  });
const shiftedByTheMean = (Z: Matrix): Matrix =>
  naive(Z.map((row) => row.map((z) => z - row.reduce((sum, zk) => sum + zk, 0) / row.length)));
const byRatios = (Z: Matrix): Matrix =>
  Z.map((row) => row.map((z) => 1 / row.reduce((sum, zk) => sum + Math.exp(zk - z), 0)));
const logOfNaive = (Z: Matrix): Matrix => naive(Z).map((row) => row.map(Math.log));

test("the solution and other right routes agree with the reference on drawn inputs", () => {
  for (const seed of [1, 2, 3]) {
    for (const route of [softmax, naive, shiftedByTheMean, byRatios]) {
      expect(worstOf(functions.softmax!, route, seed)).toBeLessThan(1);
    }
    for (const route of [logSoftmax, logOfNaive]) {
      expect(worstOf(functions.logSoftmax!, route, seed)).toBeLessThan(1);
    }
  }
});

test("routes agree on logits up to 20, and a relative error of a millionth still shows", () => {
  for (let k = 0; k < 200; k++) {
    const Z = [Array.from({ length: 5 }, (_, c) => 20 * Math.sin(1 + 7 * k + 3 * c))];
    const expected = reference(lift(Z));
    for (const route of [softmax, naive, shiftedByTheMean, byRatios]) {
      expect(farOff(route(Z), expected)).toBeLessThan(1);
    }
    for (const c of Z[0]!.keys()) {
      const off = softmax(Z).map((row) => row.map((s, j) => (j === c ? s * (1 + 1e-6) : s)));
      expect(farOff(off, expected)).toBeGreaterThan(1);
    }
  }
});

test("the source's form overflows on [1000, 0], the shifted one does not", () => {
  expect(naive([[1000, 0]])).toEqual([[Number.NaN, 0]]);
  expect(
    softmax([
      [0, 0],
      [1000, 0],
    ]),
  ).toEqual([
    [0.5, 0.5],
    [1, 0],
  ]);
  expect(logSoftmax([[1000, 0]])).toEqual([[0, -1000]]);
  expect(softmax([[-1000, -1001]])[0]![0]).toBeCloseTo(1 / (1 + Math.exp(-1)), 15);
});

test("rows and columns differ in number, and there are more than two classes", () => {
  for (const { sizes } of casesOf(functions.softmax!, 4)) {
    expect(sizes.n).not.toBe(sizes.C);
    expect(sizes.C).toBeGreaterThan(2);
  }
});
