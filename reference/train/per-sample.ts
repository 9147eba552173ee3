import { backward, descend, forward, type Layer } from "./mlp.ts";
import type { Training } from "./training.ts";

/**
 * Training of a network with one output, one example at a time in a fixed order.
 *
 *     L = (1/n) Σ_i (y_i − ŷ_i)²,   each step descends along d(y_i − ŷ_i)²
 *
 * @param inputs one example an entry
 * @param isClass targets are 0 and 1, and ½ is between them
 */
export function perSample(
  net: readonly Layer[],
  inputs: readonly Float64Array[],
  targets: Float64Array,
  rate: { readonly learningRate: number; readonly momentum: number },
  isClass: boolean,
): Pick<Training, "step" | "state" | "loss" | "passLoss" | "accuracy"> {
  const slope = new Float64Array(1);
  let passed = 0;
  const training = {
    state: Object.fromEntries(
      net.flatMap(({ W, b, vW, vb }, l) => [
        [`W${l + 1}`, W],
        [`b${l + 1}`, b],
        // Without momentum a velocity is the last gradient, which no step looks at.
        ...(rate.momentum === 0
          ? []
          : ([
              [`vW${l + 1}`, vW],
              [`vb${l + 1}`, vb],
            ] as const)),
      ]),
    ),
    step() {
      passed = 0;
      for (let i = 0; i < inputs.length; i++) {
        const error = forward(net, inputs[i]!)[0]! - targets[i]!;
        passed += error * error;
        slope[0] = 2 * error;
        backward(net, inputs[i]!, slope);
        descend(net, rate.learningRate, rate.momentum);
      }
    },
    loss: () =>
      inputs.reduce((sum, x, i) => sum + (forward(net, x)[0]! - targets[i]!) ** 2, 0) / inputs.length,
    passLoss: () => passed,
  };
  if (!isClass) return training;
  const isRight = (x: Float64Array, i: number): boolean => forward(net, x)[0]! >= 0.5 === (targets[i] === 1);
  return { ...training, accuracy: () => inputs.filter(isRight).length / inputs.length };
}
