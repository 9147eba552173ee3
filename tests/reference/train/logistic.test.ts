import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { logistic } from "../../../reference/train/logistic.ts";

test("logistic regression learns the stand-in data", () => {
  const run = logistic.train({ learningRate: logistic.learningRate });
  const before = run.loss();
  for (let k = 0; k < 500; k++) run.step();
  expect(run.loss()).toBeLessThan(before / 2);
  expect(run.accuracy!()).toBeGreaterThan(0.9);
});

const real = "../shared/data/wdbc.csv";
test.skipIf(!existsSync(real))(
  "on the document's data it loses 444.18, 438.37, 403.85, 290.51, 161.63",
  () => {
    const text = readFileSync(real, "utf8");
    const run = logistic.train({ learningRate: 0.0005, data: { kind: "table", text } });
    const printed = new Map([
      [0, 444.18],
      [1, 438.37],
      [10, 403.85],
      [100, 290.51],
      [500, 161.63],
    ]);
    for (let epoch = 0; epoch <= 500; epoch++) {
      run.step();
      const sum = printed.get(epoch);
      if (sum !== undefined) expect(run.passLoss!(), `epoch ${epoch}`).toBeCloseTo(sum, 2);
    }
  },
);
