/** Routes to the softmax that are algebraically equal, held against the reference's tolerance. */
import { expect, it } from "vitest";
import { differenceOf } from "../../grader/judge/compare.ts";
import { softmax as reference } from "../../reference/networks/softmax.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { softmax } from "../../solutions/ex41-softmax.ts";

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

it("takes every route on logits up to 20, and a relative error of a millionth still shows", () => {
  for (let k = 0; k < 200; k++) {
    const Z = [Array.from({ length: 5 }, (_, c) => 20 * Math.sin(1 + 7 * k + 3 * c))];
    const expected = reference(lift(Z));
    for (const route of [softmax, naive, shiftedByTheMean, byRatios]) {
      expect(differenceOf(route(Z), expected)).toBeUndefined();
    }
    for (const c of Z[0]!.keys()) {
      const off = softmax(Z).map((row) => row.map((s, j) => (j === c ? s * (1 + 1e-6) : s)));
      expect(differenceOf(off, expected)?.index).toBe(c);
    }
  }
});
