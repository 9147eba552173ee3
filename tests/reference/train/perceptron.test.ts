import { expect, test } from "vitest";
import { perceptron } from "../../../reference/train/perceptron.ts";

test("the perceptron loses 46.5713 in its first epoch and nothing in the end, as computed for the document", () => {
  const run = perceptron.train({ learningRate: perceptron.learningRate });
  run.step();
  expect(run.passLoss!()).toBeCloseTo(46.5713, 4);
  for (let epoch = 1; epoch < perceptron.iterations; epoch++) run.step();
  expect(run.loss()).toBe(0);
  expect(run.accuracy!()).toBe(1);
});
