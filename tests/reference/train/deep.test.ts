import { describe, expect, test } from "vitest";
import { normal, random } from "../../../reference/randomness/random.ts";
import { backward, descend, forward, type Layer, layerOf } from "../../../reference/train/mlp.ts";
import { xorDeep } from "../../../reference/train/xor.ts";

const LAYERS = 12;
const SEEDS = 50;

const norm = (values: Float64Array): number => Math.hypot(...values);
/** The middle one of an even number of values, by their logarithms' mean: they spread over many powers of ten. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return Math.sqrt(sorted[half - 1]! * sorted[half]!);
}

/** ‖∂L/∂W_1‖ / ‖∂L/∂W_12‖ of a network two units wide with the document's start on 100 points of XOR. */
function ratio(seed: number, activation: "tanh" | "sigmoid"): number {
  const rng = random(seed, "deep");
  const draw = (from: number): number => (2 * rng() - 1) / Math.sqrt(from);
  const net: Layer[] = Array.from({ length: LAYERS }, (_, l) =>
    layerOf(2, l === LAYERS - 1 ? 1 : 2, l === LAYERS - 1 ? "identity" : activation, draw),
  );
  for (let i = 0; i < 100; i++) {
    const x = Float64Array.of(rng(), rng());
    const y = x[0]! > 0.5 !== x[1]! > 0.5 ? 1 : 0;
    backward(net, x, Float64Array.of(2 * (forward(net, x)[0]! - y)));
  }
  return norm(net[0]!.dW) / norm(net[LAYERS - 1]!.dW);
}

describe("twelve layers", () => {
  // Of other random numbers: the logarithms of 50 ratios spread by about 4, a median of them by 4·1.25/√50 = 0.7.
  test.each([
    ["tanh", 4.4e-5],
    ["sigmoid", 3.9e-11],
  ] as const)(
    "with %s pass on a gradient that shrinks to %s of itself, in the middle of 50 starts",
    (activation, printed) => {
      const found = median(Array.from({ length: SEEDS }, (_, seed) => ratio(seed, activation)));
      expect(Math.abs(Math.log(found / printed))).toBeLessThan(3 * 0.7);
    },
  );

  test("of the identity with W = 2·I let it grow by 2 a layer, 2,048 in all: not every deep network vanishes", () => {
    const net = Array.from({ length: LAYERS }, () => layerOf(2, 2, "identity", () => 0));
    for (const { W } of net) W.set([2, 0, 0, 2]);
    backward(
      net,
      Float64Array.of(1, 0),
      forward(net, Float64Array.of(1, 0)).map((_, k) => (k === 0 ? 1 : 0)),
    );
    expect(net[0]!.delta[0]! / net[LAYERS - 1]!.delta[0]!).toBe(2 ** 11);
  });

  test("with residual connections pass on more than a hundredth", () => {
    // y = x + tanh(W x + b), eleven times, and a linear output; no layer of the reference has it, so it stands here.
    const ratios = Array.from({ length: SEEDS }, (_, seed) => {
      const rng = random(seed, "residual");
      const draw = (): number => (2 * rng() - 1) / Math.SQRT2;
      const net = Array.from({ length: LAYERS - 1 }, () => layerOf(2, 2, "tanh", draw));
      const out = [draw(), draw(), draw()];
      const dOut = [0, 0];
      for (let i = 0; i < 100; i++) {
        const inputs = [Float64Array.of(rng(), rng())];
        const y = inputs[0]![0]! > 0.5 !== inputs[0]![1]! > 0.5 ? 1 : 0;
        for (const layer of net)
          inputs.push(forward([layer], inputs.at(-1)!).map((a, k) => a + inputs.at(-1)![k]!));
        const last = inputs.at(-1)!;
        const d = 2 * (out[0]! * last[0]! + out[1]! * last[1]! + out[2]! - y);
        dOut[0]! += d * last[0]!;
        dOut[1]! += d * last[1]!;
        let slope = Float64Array.of(d * out[0]!, d * out[1]!);
        for (let l = net.length - 1; l >= 0; l--) {
          const { W, delta } = net[l]!;
          forward([net[l]!], inputs[l]!);
          backward([net[l]!], inputs[l]!, slope);
          slope = slope.map((s, j) => s + W[j]! * delta[0]! + W[2 + j]! * delta[1]!);
        }
      }
      return norm(net[0]!.dW) / Math.hypot(...dOut);
    });
    // The document's remark comes to 0.173.
    expect(Math.abs(Math.log(median(ratios) / 0.173))).toBeLessThan(1.5);
  });

  test("hardly move their first one: the run stays where it was, and its last layer learns the mean", () => {
    const run = xorDeep.train({ learningRate: xorDeep.learningRate });
    const first = run.state.W1!.slice();
    for (let epoch = 0; epoch < 100; epoch++) run.step();
    expect(Math.hypot(...run.state.W1!.map((w, q) => w - first[q]!)) / Math.hypot(...first)).toBeLessThan(
      0.01,
    );
    expect(run.loss()).toBeGreaterThan(0.2);
    expect(run.loss()).toBeLessThan(0.26);
  });

  test("descend without a velocity left over", () => {
    const rng = random(1, "left over");
    const net = [layerOf(2, 2, "tanh", () => normal(rng))];
    backward(net, Float64Array.of(1, 2), forward(net, Float64Array.of(1, 2)));
    descend(net, 0.1);
    expect([...net[0]!.dW, ...net[0]!.db].every((d) => d === 0)).toBe(true);
  });
});
