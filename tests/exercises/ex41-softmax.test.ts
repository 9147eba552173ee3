import { expect, test } from "vitest";
import exercise from "../../exercises/ex41-softmax/exercise.ts";
import { softmax as reference } from "../../reference/networks/softmax.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { logSoftmax, softmax } from "../../solutions/ex41-softmax.ts";
import { farOff, worstOf } from "./agreement.ts";

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
