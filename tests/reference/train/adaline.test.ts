import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { adaline, adalineOn } from "../../../reference/train/adaline.ts";

const start = [0.01624345363663242, -0.006117564136500754, 0];

const stored = "../shared/curriculum/stored.json";
test.skipIf(!existsSync(stored)).each([
  [0.01, 15, 0.13653],
  [0.0001, 15, 0.40961],
  [0.019, 50, 0.09812],
])("on the document's blobs η = %f comes in %i epochs from 0.44404 to %f", (rate, epochs, last) => {
  const { X, y } = JSON.parse(readFileSync(stored, "utf8")).blobs as { X: number[][]; y: number[] };
  const run = adalineOn(Float64Array.from(X.flat()), y, start, rate);
  expect(run.largestRate).toBeCloseTo(0.0192613, 7);
  expect(run.loss()).toBeCloseTo(0.44404, 5);
  // The document notes the loss before each update.
  for (let epoch = 1; epoch < epochs; epoch++) run.step();
  expect(run.loss()).toBeCloseTo(last, 5);
});

test("Adaline separates the seeded blobs, and diverges above the limit that it names", () => {
  const run = adaline.train({ learningRate: adaline.learningRate });
  for (let epoch = 0; epoch < adaline.iterations; epoch++) run.step();
  expect(run.loss()).toBeLessThan(0.11);
  // Just below the limit the largest direction swings to and fro, and 50 epochs are few.
  for (let epoch = 0; epoch < 350; epoch++) run.step();
  expect(run.accuracy!()).toBeGreaterThan(0.95);
  const over = adaline.train({ learningRate: 1.05 * run.largestRate! });
  for (let epoch = 0; epoch < 1000; epoch++) over.step();
  expect(over.loss()).toBeGreaterThan(1e6);
});
