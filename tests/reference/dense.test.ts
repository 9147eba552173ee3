/**
 * The dense half of the reference, with which the GPU is compared, against what is known otherwise.
 */
import { describe, expect, it } from "vitest";
import { centralDifferences } from "../../reference/dense/central-difference.ts";
import { covariance } from "../../reference/dense/covariance.ts";
import { pointsOf, predictGrid } from "../../reference/dense/grid.ts";
import { assign, update } from "../../reference/dense/k-means.ts";
import { lossSlice } from "../../reference/dense/loss-slice.ts";
import { networkOf } from "../../reference/dense/network.ts";
import { countOf, layersOf, type NetworkShape } from "../../reference/dense/network-shape.ts";
import { relativeError } from "../../reference/dense/relative-error.ts";
import { adam, descendWithMomentum } from "../../reference/dense/updates.ts";
import { normal, random } from "../../reference/randomness/random.ts";

const rng = random(31, "dense");
const draws = (length: number): Float64Array => Float64Array.from({ length }, () => normal(rng));
const oneHot = (n: number, c: number): Float64Array =>
  Float64Array.from({ length: n * c }, (_, at) => (at % c === Math.floor(at / c) % c ? 1 : 0));

const shapes: readonly NetworkShape[] = [
  { sizes: [3, 5, 4], activations: ["sigmoid", "identity"], loss: "crossEntropy", over: "sum" },
  { sizes: [3, 4, 6, 1], activations: ["tanh", "sigmoid", "identity"], loss: "bceLogits", over: "mean" },
  { sizes: [2, 4, 3], activations: ["tanh", "sigmoid"], loss: "bce", over: "mean" },
  { sizes: [4, 6, 3], activations: ["tanh", "softmax"], loss: "squared", over: "sum" },
  { sizes: [4, 6, 3], activations: ["leakyRelu", "identity"], loss: "squared", over: "mean" },
  { sizes: [4, 6, 3], activations: ["relu", "softmax"], loss: "squared", over: "mean" },
];
const n = 7;
const named = shapes.map(
  (shape) => [`${shape.sizes.join("-")} ${shape.activations} ${shape.loss}`, shape] as const,
);

describe.each(named)("a network %s", (_, shape) => {
  const P = draws(countOf(shape)).map((p) => p / 2);
  const X = draws(n * shape.sizes[0]!);
  const Y = oneHot(n, shape.sizes.at(-1)!);
  const G = new Float64Array(P.length);
  const loss = networkOf(shape, n).gradient(G, P, X, Y);

  it("has the gradient that two losses a step apart show, for each parameter", () => {
    // h²/6 of the third derivative is 1e-11, the rounding of a loss over 2h is 1e-11.
    const h = 1e-5;
    const twin = networkOf(shape, n);
    const numerical = P.map((_, q) => {
      const at = (by: number): number =>
        twin.loss(
          P.map((p, k) => (k === q ? p + by : p)),
          X,
          Y,
        );
      return (at(h) - at(-h)) / (2 * h);
    });
    expect(relativeError(G, numerical)).toBeLessThan(1e-8);
  });

  it("has central differences by its structure that are those of whole losses, with more digits", () => {
    expect(relativeError(centralDifferences(shape, { P, X, Y, n }, 1e-6), G)).toBeLessThan(1e-10);
  });

  it("has a slice of losses through its parameters that meets the loss itself in the middle", () => {
    const [U, V] = [draws(P.length), draws(P.length)];
    const slice = lossSlice(shape, { P, U, V, X, Y, n }, Float64Array.of(0, 0, 0.5, -0.25));
    expect(slice[0]).toBe(loss);
    const moved = P.map((p, q) => p + 0.5 * U[q]! - 0.25 * V[q]!);
    expect(slice[1]).toBe(networkOf(shape, n).loss(moved, X, Y));
  });
});

describe("shapes that are none", () => {
  const ok = shapes[0]!;
  it.each([
    [{ ...ok, sizes: [3] }, /at least two layers/],
    [{ ...ok, sizes: [3, 0, 2] }, /got 3-0-2/],
    [{ ...ok, sizes: [3, 2.5, 2] }, /got 3-2.5-2/],
    [{ ...ok, activations: ["sigmoid"] as const }, /2 activations expected, got 1/],
    [{ ...ok, activations: ["sigmoid", "softmax"] as const }, /crossEntropy takes logits/],
  ])("are refused with what was expected: %#", (shape, says) => {
    expect(() => layersOf(shape)).toThrow(says);
  });
});

it("a grid goes from corner to corner row by row, and a network says there what it says of the points", () => {
  const grid = { x: [-1, 1], y: [0, 3], columns: 3, rows: 2 } as const;
  expect([...pointsOf(grid)]).toEqual([-1, 0, 0, 0, 1, 0, -1, 3, 0, 3, 1, 3]);
  const shape: NetworkShape = {
    sizes: [2, 3, 2],
    activations: ["tanh", "softmax"],
    loss: "squared",
    over: "mean",
  };
  const P = draws(countOf(shape));
  expect([...predictGrid(shape, P, grid)]).toEqual([...networkOf(shape, 6).forward(P, pointsOf(grid))]);
  expect([...pointsOf({ ...grid, columns: 1, rows: 1 })]).toEqual([-1, 0]);
});

it("a round of k-means takes the first of equally near centroids and leaves one without points", () => {
  const X = Float64Array.of(0, 1, 2, 4);
  const C = Float64Array.of(1, 1, 9);
  const found = { labels: new Float64Array(4), distances: new Float64Array(4), margins: new Float64Array(4) };
  assign(found, X, C, { n: 4, m: 1, K: 3 });
  expect([...found.labels]).toEqual([0, 0, 0, 0]);
  expect([...found.distances]).toEqual([1, 0, 1, 9]);
  expect([...found.margins]).toEqual([0, 0, 0, 0]);
  update(C, X, found.labels, { n: 4, m: 1, K: 3 });
  expect([...C]).toEqual([1.75, 1, 9]);
});

it("a covariance divides by n − 1", () => {
  const [S, mean] = [new Float64Array(4), new Float64Array(2)];
  covariance(S, mean, Float64Array.of(1, 2, 3, 8, 5, 5), { n: 3, m: 2 });
  expect([...mean]).toEqual([3, 5]);
  expect([...S]).toEqual([4, 3, 3, 9]);
});

it("the first step of Adam is the learning rate against the sign, and momentum adds up", () => {
  const [P, G] = [Float64Array.of(1, 1), Float64Array.of(4, -0.01)];
  const state = { M: new Float64Array(2), V: new Float64Array(2), corrections: new Float64Array(2) };
  adam(P, state, G, { learningRate: 0.1, beta1: 0.9, beta2: 0.999, epsilon: 0 });
  expect(P[0]).toBeCloseTo(0.9, 12);
  expect(P[1]).toBeCloseTo(1.1, 12);
  const [Q, V] = [Float64Array.of(0), new Float64Array(1)];
  for (let t = 0; t < 3; t++)
    descendWithMomentum(Q, V, Float64Array.of(1), { learningRate: 1, momentum: 0.5 });
  // 1, then 1.5, then 1.75.
  expect(Q[0]).toBe(-4.25);
});
