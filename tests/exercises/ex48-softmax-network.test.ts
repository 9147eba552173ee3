import { describe, expect, test } from "vitest";
import exercise from "../../exercises/ex48-softmax-network/exercise.ts";
import { argumentsOf, valueCases } from "../../grader/judge/cases.ts";
import { differenceOf } from "../../grader/judge/compare.ts";
import type { Value } from "../../grader/value.ts";
import { crossEntropy } from "../../reference/networks/softmax-network.ts";
import { leavesOf, lift } from "../../reference/numbers/tracked.ts";
import { normal, random } from "../../reference/randomness/random.ts";
import * as hidden from "../../solutions/ex46-hidden-layer.ts";
import * as solution from "../../solutions/ex48-softmax-network.ts";

const functions = Object.entries(exercise.functions);
const answer = (name: string, args: readonly Value[]): Value =>
  (solution as unknown as Record<string, (...args: readonly Value[]) => Value>)[name]!(...args);

/** Normal parameters and inputs in the source's shape: 2 inputs, 3 hidden units, 2 classes. */
function sourceNetwork(n: number) {
  const rng = random(48, "2-3-2");
  const draws = (rows: number, columns: number): number[][] =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => normal(rng)));
  const Y = Array.from({ length: n }, (_, i) => (i % 3 === 0 ? [0, 1] : [1, 0]));
  return { X: draws(n, 2), Y, p: { Wh: draws(2, 3), bh: draws(1, 3), Wo: draws(3, 2), bo: draws(1, 2) } };
}

describe("ex48", () => {
  test("the task's example: all probabilities one third", () => {
    const p = { Wh: [[2], [-1]], bh: [[0]], Wo: [[2, -2, 0]], bo: [[-1, 1, 0]] };
    const { H, yHat } = solution.forwardProp([[1, 2]], p);
    expect(H).toEqual([[0.5]]);
    for (const y of yHat[0]!) expect(y).toBeCloseTo(1 / 3, 15);
    const { Wh, bh, Wo, bo } = solution.computeGradients([[1, 2]], [[0, 1, 0]], p);
    const close = (A: number[][], B: number[][]): void => {
      for (const [i, a] of A.flat().entries()) expect(a).toBeCloseTo(B.flat()[i]!, 15);
    };
    close(Wh, [[0.5], [1]]);
    close(bh, [[0.5]]);
    close(Wo, [[1 / 6, -1 / 3, 1 / 6]]);
    close(bo, [[1 / 3, -2 / 3, 1 / 3]]);
  });

  test("2-3-2 has 17 parameters, and the source's check with eps = 1e-4 finds no gradient error", () => {
    const { X, Y, p } = sourceNetwork(20);
    const gradients = Object.values(solution.computeGradients(X, Y, p)).flat(2);
    expect(gradients).toHaveLength(17);
    const lifted = lift({ X, Y, p });
    const eps = 1e-4;
    leavesOf(lifted.p as never).forEach((leaf, i) => {
      const at = leaf.value;
      const lossAt = (value: number): number => {
        leaf.value = value;
        return crossEntropy(lifted.X, lifted.Y, lifted.p).value;
      };
      const numerical = (lossAt(at + eps) - lossAt(at - eps)) / (2 * eps);
      leaf.value = at;
      // The cubic term of the loss times eps² / 6, and the rounding of the loss over 2·eps.
      expect(Math.abs(numerical - gradients[i]!)).toBeLessThan(1e-6 * Math.max(1, Math.abs(gradients[i]!)));
    });
  });

  test("its hidden layer is that of ex46", () => {
    const { X, Y, p } = sourceNetwork(5);
    const { H, yHat } = solution.forwardProp(X, p);
    const lossGrad = yHat.map((row, i) => row.map((y, c) => y - Y[i]![c]!));
    const delta = hidden.hiddenLayerGradient(H, p.Wo, lossGrad);
    const { bh } = solution.computeGradients(X, Y, p);
    const sums = bh[0]!.map((_, k) => delta.reduce((s, row) => s + row[k]!, 0));
    for (const [k, b] of bh[0]!.entries()) expect(b).toBeCloseTo(sums[k]!, 12);
  });

  test.each(functions)("closed form and reverse mode of %s agree", (name, fn) => {
    for (const { inputs, expected } of valueCases(fn, 48, name)) {
      expect(differenceOf(answer(name, argumentsOf(fn, inputs)), expected)).toBeUndefined();
    }
  });
});
