import { expect, test } from "vitest";
import { type Activation, backward, forward, layerOf } from "../../../reference/train/mlp.ts";
import { paraboloid } from "../../../reference/train/paraboloid.ts";
import { xor } from "../../../reference/train/xor.ts";

test.each<Activation>(["tanh", "sigmoid", "identity"])(
  "backpropagation through %s gives what central differences measure",
  (activation) => {
    let k = 0;
    const draw = (): number => Math.sin(++k);
    const net = [
      layerOf(3, 4, activation, draw),
      layerOf(4, 5, "tanh", draw),
      layerOf(5, 2, activation, draw),
    ];
    const x = Float64Array.of(0.5, -1.25, 0.75);
    const loss = (): number => forward(net, x).reduce((sum, a) => sum + a * a, 0);
    backward(
      net,
      x,
      forward(net, x).map((a) => 2 * a),
    );
    for (const { W, b, dW, db } of net)
      for (const [p, d] of [
        [W, dW],
        [b, db],
      ] as const)
        for (let i = 0; i < p.length; i++) {
          const h = 1e-5;
          const kept = p[i]!;
          p[i] = kept + h;
          const up = loss();
          p[i] = kept - h;
          const down = loss();
          p[i] = kept;
          // h² of the method and 1e-16 · L / h of rounding.
          expect(Math.abs((up - down) / (2 * h) - d[i]!)).toBeLessThan(1e-8);
        }
  },
);

test("the saddle is learnt with the document's shape: 0.25 at first, below 0.03 after 300 epochs", () => {
  const run = paraboloid.train({ learningRate: paraboloid.learningRate });
  run.step();
  expect(run.passLoss!() / 144).toBeGreaterThan(0.2);
  for (let epoch = 1; epoch < 301; epoch++) run.step();
  expect(run.loss()).toBeLessThan(0.03);
});

test("XOR is learnt from the default start", () => {
  const run = xor.train({ learningRate: xor.learningRate });
  for (let epoch = 0; epoch < xor.iterations; epoch++) run.step();
  expect(run.accuracy!()).toBeGreaterThan(0.9);
});
