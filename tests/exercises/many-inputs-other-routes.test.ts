/** Second right answers to ex03, ex05, ex06 and ex07, by other routes, and the numbers that the source prints. */
import { describe, expect, it } from "vitest";
import ex03 from "../../exercises/ex03-nested-functions/exercise.ts";
import ex05 from "../../exercises/ex05-two-inputs/exercise.ts";
import ex06 from "../../exercises/ex06-vector-input/exercise.ts";
import ex07 from "../../exercises/ex07-matrix-input/exercise.ts";
import { handed } from "../../reference/functions/handed.ts";
import { callableOf, type FunctionName } from "../../reference/functions/known.ts";
import * as nested from "../../solutions/ex03-nested-functions.ts";
import * as two from "../../solutions/ex05-two-inputs.ts";
import * as vector from "../../solutions/ex06-vector-input.ts";
import * as layer from "../../solutions/ex07-matrix-input.ts";
import { type Answering, worstOf } from "./agreement.ts";

type Fn = (x: number) => number;
type Matrix = number[][];
type Spec = Parameters<typeof worstOf>[0];
const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);
const known = (fn: string): Fn => callableOf({ fn }) as Fn;

/** The chain made one function, from its end. */
const folded = (chain: FunctionName[], x: number): number =>
  chain
    .map((name) => handed(name) as Fn)
    .reduceRight<Fn>(
      (after, f) => (u) => after(f(u)),
      (u) => u,
    )(x);

/** The slope of a function with a step, and extrapolated from two steps. */
const slope = (f: Fn, at: number, h: number): number => (f(at + h) - f(at - h)) / h / 2;
const extrapolated = (f: Fn, at: number): number => (4 * slope(f, at, 5e-4) - slope(f, at, 1e-3)) / 3;

/** Gives a function where the case has its name, as the last argument. */
const handing =
  (answer: (...args: never[]) => unknown): Answering =>
  (a: never, b: never, sigma: FunctionName) =>
    answer(a, b, handed(sigma) as never);

const turned = (A: Matrix): Matrix => A[0]!.map((_, j) => A.map((row) => row[j]!));

/** One entry of X moved at a time, and the whole measured. */
const rowMeasured = (X: Matrix, W: Matrix, sigma: Fn): Matrix => {
  const net = (x: number[]): number => x.reduceRight((sum, xi, i) => sum + W[i]![0]! * xi, 0);
  return [X[0]!.map((xi, i) => slope((x) => sigma(net(X[0]!.with(i, x))), xi, 1e-5))];
};

/** Example by example, one outer product after the other. */
function byWeights(X: Matrix, W: Matrix, sigma: Fn): Matrix {
  const total = W.map((row) => row.map(() => 0));
  for (const x of X)
    for (const [j] of W[0]!.entries()) {
      const d = extrapolated(
        sigma,
        x.reduce((net, xl, l) => net + xl * W[l]![j]!, 0),
      );
      for (const [l, xl] of x.entries()) total[l]![j]! += d * xl;
    }
  return total;
}

describe("another right answer", () => {
  it.each([
    ["chainLength2, folded from the end", ex03.functions.chainLength2!, folded],
    ["chainLength3, folded from the end", ex03.functions.chainLength3!, folded],
    ["composeChain, folded from the end", ex03.functions.composeChain!, folded],
    [
      "multipleInputsAdd, y first",
      ex05.functions.multipleInputsAdd!,
      handing((x: number, y: number, sigma: Fn) => sigma(y + x)),
    ],
    [
      "multipleInputsAddBackward, each input moved by itself",
      ex05.functions.multipleInputsAddBackward!,
      handing((x: number, y: number, sigma: Fn) => [
        extrapolated((u) => sigma(u + y), x),
        slope((u) => sigma(x + u), y, 1e-6),
      ]),
    ],
    [
      "matrixForwardExtra, from the last input",
      ex06.functions.matrixForwardExtra!,
      handing(([x]: Matrix, W: Matrix, sigma: Fn) => [
        [sigma(W.reduceRight((net, [w], i) => net + w! * x![i]!, 0))],
      ]),
    ],
    [
      "matrixFunctionBackward1, each input moved",
      ex06.functions.matrixFunctionBackward1!,
      handing(rowMeasured),
    ],
    [
      "matrixForwardSum, column by column",
      ex07.functions.matrixForwardSum!,
      handing((X: Matrix, W: Matrix, sigma: Fn) =>
        turned(W)
          .flatMap((w) => X.map((x) => sigma(w.reduce((net, wl, l) => net + wl * x[l]!, 0))))
          .reduce((total, s) => total + s),
      ),
    ],
    [
      "matrixBackwardSumX, as the gradient by the weights of the transposed product",
      ex07.functions.matrixBackwardSumX!,
      handing((X: Matrix, W: Matrix, sigma: Fn) => turned(byWeights(turned(W), turned(X), sigma))),
    ],
    ["matrixBackwardSumW, example by example", ex07.functions.matrixBackwardSumW!, handing(byWeights)],
  ] as [string, Spec, Answering][])("%s, agrees with seeds 1 to 20", (_, fn, answer) => {
    for (const seed of SEEDS) expect(worstOf(fn, answer, seed), `seed ${seed}`).toBeLessThanOrEqual(1);
  });

  it("measures with any step from 1e-6 to 1e-3, and a hundredth is too coarse", () => {
    const fn = ex05.functions.multipleInputsAddBackward!;
    const off = (h: number): number =>
      worstOf(
        fn,
        handing((x: number, y: number, sigma: Fn) => Array(2).fill(slope(sigma, x + y, h))),
        1,
      );
    for (const h of [1e-6, 1e-5, 1e-4, 1e-3]) expect(off(h), `step ${h}`).toBeLessThanOrEqual(1);
    expect(off(1e-2)).toBeGreaterThan(10);
  });
});

describe("the document's numbers", () => {
  const [square, sigmoid, leakyRelu] = [known("square"), known("sigmoid"), known("leakyRelu")];
  const documentOf = (fn: Spec) => fn.edges["the document's example"]!.given as { X: Matrix; W: Matrix };

  it("come out as printed for its chains", () => {
    expect(nested.chainLength2([square, sigmoid], 2)).toBe(0.9820137900379085);
    expect(nested.chainLength3([leakyRelu, square, sigmoid], -4)).toBe(0.6547534606063192);
  });

  it("come out as printed for two inputs", () => {
    expect(two.multipleInputsAdd(3, 4, sigmoid)).toBe(0.9990889488055994);
    expect(two.multipleInputsAddBackward(3, 4, sigmoid)).toEqual([
      0.0009102213310852036, 0.0009102213310852036,
    ]);
    expect(two.multipleInputsAdd(3.001, 4, sigmoid)).toBeCloseTo(0.9990898585726491, 15);
  });

  it("come out as printed for its row", () => {
    const { X, W } = documentOf(ex06.functions.matrixForwardExtra!);
    expect(vector.matrixForwardExtra(X, W, sigmoid)[0]![0]).toBeCloseTo(0.8977998643949842, 15);
    const [slopes] = vector.matrixFunctionBackward1(X, W, sigmoid);
    for (const [i, printed] of [0.08516695, -0.05574581, -0.11206627].entries())
      expect(slopes![i]).toBeCloseTo(printed, 8);
  });

  it("come out as printed for its matrix", () => {
    const { X, W } = documentOf(ex07.functions.matrixForwardSum!);
    expect(layer.matrixForwardSum(X, W, sigmoid)).toBeCloseTo(2.3754951014116954, 14);
    const printed = [
      [0.2488887, -0.37478057, 0.01121962],
      [0.12604152, -0.27807404, -0.13945837],
      [0.22992798, -0.36623443, -0.02252592],
    ];
    for (const [i, row] of layer.matrixBackwardSumX(X, W, sigmoid).entries())
      for (const [l, entry] of row.entries()) expect(entry).toBeCloseTo(printed[i]![l]!, 7);
  });
});
