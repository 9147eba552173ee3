import { describe, expect, test } from "vitest";
import { centralDifferences } from "../../../reference/dense/central-difference.ts";
import type { RowActivation } from "../../../reference/dense/layer.ts";
import type { LossName } from "../../../reference/dense/losses.ts";
import { networkOf } from "../../../reference/dense/network.ts";
import { countOf, layersOf } from "../../../reference/dense/network-shape.ts";
import { checkGradient } from "../../../reference/jobs/gradient-check.ts";
import { subjectOf } from "./subject.ts";

describe("the complete check of a network's gradient", () => {
  test.each<readonly [readonly number[], RowActivation, LossName, number]>([
    [[4, 6, 3], "sigmoid", "crossEntropy", 5],
    [[4, 6, 5, 3], "tanh", "crossEntropy", 5],
    [[3, 5, 4, 4, 2], "relu", "squared", 5],
    [[3, 5, 2], "leakyRelu", "bceLogits", 5],
    [[3, 5, 4, 2], "softmax", "squared", 5],
    [[3, 4, 2], "tanh", "bce", 5],
    [[2, 1], "sigmoid", "squared", 5],
    [[1, 1, 1], "identity", "squared", 5],
    // Above one block of examples.
    [[2, 3, 2], "tanh", "crossEntropy", 131],
  ])("of %j with %s and %s agrees with reverse mode for every parameter", async (sizes, hidden, loss, n) => {
    const subject = subjectOf(sizes, hidden, loss, n);
    const check = await checkGradient(subject);
    expect(check.numerical).toHaveLength(countOf(subject.shape));
    expect(check.tensors.map(({ name }) => name)).toEqual(
      layersOf(subject.shape).flatMap((_, l) => [`W${l + 1}`, `b${l + 1}`]),
    );
    // h²/6 of third derivatives of a few units, and some hundred roundings.
    expect(check.worst).toBeLessThan(1e-10);
    expect(check.kinks.includes(1)).toBe(false);
    // It could have failed: the gradient is not 0.
    for (const { name } of check.tensors) expect(name).toMatch(/^[Wb]\d$/);
    expect(Math.max(...check.gradient.map(Math.abs))).toBeGreaterThan(1e-3);
  });

  test("gives the same differences as the plain twin", async () => {
    const subject = subjectOf([3, 5, 4, 2], "tanh");
    const plain = centralDifferences(subject.shape, subject, 2 ** -20);
    const { numerical } = await checkGradient(subject);
    for (const [q, value] of plain.entries()) expect(numerical[q]).toBeCloseTo(value, 13);
  });

  test("gives the same differences as two losses that are subtracted", async () => {
    const subject = subjectOf([3, 4, 2], "sigmoid");
    const { numerical } = await checkGradient(subject);
    const network = networkOf(subject.shape, subject.n);
    for (let q = 0; q < subject.P.length; q++) {
      const at = (d: number): number =>
        network.loss(
          subject.P.map((p, r) => (r === q ? p + d : p)),
          subject.X,
          subject.Y,
        );
      // 1e-16 of the losses over 2h, and h² of the method.
      expect(Math.abs((at(1e-5) - at(-1e-5)) / 2e-5 - numerical[q]!)).toBeLessThan(1e-9);
    }
  });

  test("finds one wrong entry among all, and says where", async () => {
    const subject = subjectOf([4, 6, 3], "sigmoid");
    const gradient = new Float64Array(subject.P.length);
    networkOf(subject.shape, subject.n).gradient(gradient, subject.P, subject.X, subject.Y);
    const { W, outputs } = layersOf(subject.shape)[1]!;
    gradient[W + 2 * outputs + 1]! *= 1.001;
    const check = await checkGradient({ ...subject, gradient });
    const tensor = check.tensors.find(({ name }) => name === "W2")!;
    expect(tensor.at).toEqual([2, 1]);
    expect(tensor.worst).toBeGreaterThan(1e-5);
    for (const other of check.tensors) if (other !== tensor) expect(other.worst).toBeLessThan(1e-10);
  });

  test("takes a gradient with NaN for infinitely wrong", async () => {
    const subject = subjectOf([2, 3, 2], "tanh");
    const gradient = new Float64Array(subject.P.length).fill(Number.NaN);
    expect((await checkGradient({ ...subject, gradient })).worst).toBe(Number.POSITIVE_INFINITY);
  });

  test("halves no slope at a kink: a smaller step is taken where one lies within the first", async () => {
    const subject = subjectOf([2, 3, 2], "relu", "squared", 4);
    // Unit 0 of the first layer is 2⁻²² above its kink for example 0, less than the step.
    const { W, b, outputs } = layersOf(subject.shape)[0]!;
    const z = subject.X[0]! * subject.P[W]! + subject.X[1]! * subject.P[W + outputs]! + subject.P[b]!;
    subject.P[b]! += 2 ** -22 - z;
    const check = await checkGradient(subject);
    expect(check.kinks.includes(1)).toBe(false);
    expect(check.worst).toBeLessThan(1e-7);
    // A step that crosses the kink would have been seen: the plain twin takes it.
    const plain = centralDifferences(subject.shape, subject, 2 ** -20);
    expect(Math.abs(plain[b]! / check.gradient[b]! - 1)).toBeGreaterThan(1e-3);
  });

  test("leaves out parameters that lie on a kink, and counts them", async () => {
    const subject = subjectOf([2, 3, 2], "relu", "squared", 4);
    const { b, W, outputs } = layersOf(subject.shape)[0]!;
    // All of unit 1 is 0, so that it stands on its kink for every example.
    for (const q of [W + 1, W + outputs + 1, b + 1]) subject.P[q] = 0;
    const check = await checkGradient(subject);
    expect(check.tensors.map(({ kinks }) => kinks)).toEqual([2, 1, 0, 0]);
    expect(check.worst).toBeLessThan(1e-10);
  });

  test("agrees exactly where an input is 0 throughout", async () => {
    const subject = subjectOf([3, 4, 2], "tanh");
    for (let i = 0; i < subject.n; i++) subject.X[3 * i + 1] = 0;
    const { numerical, gradient } = await checkGradient(subject);
    for (let k = 0; k < 4; k++) expect([numerical[4 + k]! + 0, gradient[4 + k]! + 0]).toEqual([0, 0]);
  });

  test.each([
    [{ n: 0 }, /n of 1 at least expected, got 0/],
    [{ P: new Float64Array(3) }, /17 parameters expected, got 3/],
    [{ X: new Float64Array(10).fill(Number.NaN) }, /finite inputs expected, got NaN at 0/],
    [{ Y: new Float64Array(9) }, /10 targets expected, got 9/],
  ])("refuses what does not fit: %#", async (changed, message) => {
    const subject = subjectOf([2, 3, 2], "sigmoid");
    await expect(checkGradient({ ...subject, ...changed })).rejects.toThrow(message);
  });
});
