import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { salesData } from "../../../reference/data/sales.ts";
import { line } from "../../../reference/train/line.ts";

test("the loss of the line falls all the way, and η = 5e-5 is still far from the best b after 4,000 epochs", () => {
  const run = line.train({ learningRate: line.learningRate });
  const losses = [run.loss()];
  for (let k = 0; k < 4000; k++) {
    run.step();
    if (k % 400 === 0) losses.push(run.loss());
  }
  for (let k = 1; k < losses.length; k++) expect(losses[k]!).toBeLessThan(losses[k - 1]!);
  expect(run.parameters!().b![0]).toBeLessThan(8);
});

test("with many epochs the line is the one of least squares", () => {
  const { x, y } = salesData(3);
  const run = line.train({ seed: 3, learningRate: 1e-3 });
  for (let k = 0; k < 60_000; k++) run.step();
  const mean = (v: Float64Array): number => v.reduce((a, b) => a + b, 0) / v.length;
  const [mx, my] = [mean(x), mean(y)];
  let above = 0;
  let below = 0;
  x.forEach((each, i) => {
    above += (each - mx) * (y[i]! - my);
    below += (each - mx) ** 2;
  });
  expect(run.parameters!().w![0]).toBeCloseTo(above / below, 9);
  expect(run.parameters!().b![0]).toBeCloseTo(my - (above / below) * mx, 9);
});

const real = "../shared/data/advertising.csv";
test.skipIf(!existsSync(real))("the document's 200 rows train from a CSV file", () => {
  const run = line.train({ learningRate: 5e-5, data: { kind: "table", text: readFileSync(real, "utf8") } });
  expect(run.data).toContain("200 pairs");
  const start = run.loss();
  for (let k = 0; k < 4000; k++) run.step();
  expect(run.loss()).toBeLessThan(start / 5);
});

test.each([
  ["a,b\n1,2\n", /header with radio, sales expected/],
  ["radio,sales\n1,2\n3\n", /line 3: 2 fields expected, got 1/],
  ["radio,sales\n1,2\n3,x\n", /row 2, column sales: a number expected, got "x"/],
  ["radio,sales\n1,2\n", /at least 2 rows/],
  ["", /line 1/],
])("a table that does not fit is refused with its line: %j", (text, message) => {
  expect(() => line.train({ learningRate: 1, data: { kind: "table", text } })).toThrow(message);
});

test("the learning rate's limit is where descent begins to diverge", () => {
  const limit = line.train({ learningRate: 1 }).largestRate!;
  const lossAfter = (learningRate: number): number => {
    const run = line.train({ learningRate });
    for (let k = 0; k < 3000; k++) run.step();
    return run.loss();
  };
  expect(lossAfter(0.99 * limit)).toBeLessThan(100);
  expect(lossAfter(1.01 * limit)).toBeGreaterThan(1e6);
});
