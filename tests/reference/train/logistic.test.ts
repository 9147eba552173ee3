import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { scaleToUnit } from "../../../reference/data/scale.ts";
import { labels, numbers, readTable } from "../../../reference/data/table.ts";
import { sigmoid, softplus } from "../../../reference/numbers/sigmoid.ts";
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

test.skipIf(!existsSync(real))(
  "with the document's own slope, a mean over the two features, it loses 444.23, 438.52, 404.50, 291.99, 161.66",
  () => {
    const names = ["diagnosis", "worst_concave_points", "worst_perimeter"];
    const table = readTable(readFileSync(real, "utf8"), names);
    const [x1, x2] = names.slice(1).map((name) => scaleToUnit(numbers(table, name))) as [
      Float64Array,
      Float64Array,
    ];
    const y = labels(table, "diagnosis", "M", "B");
    let [w1, w2, b] = [0.5488135, 0.71518937, 0.60276338];
    const printed = new Map([
      [0, 444.23],
      [1, 438.52],
      [10, 404.5],
      [100, 291.99],
      [500, 161.66],
    ]);
    for (let epoch = 0; epoch <= 500; epoch++) {
      let sum = 0;
      for (let i = 0; i < y.length; i++) {
        const z = w1 * x1[i]! + w2 * x2[i]! + b;
        sum += softplus(z) - y[i]! * z;
        const error = sigmoid(z) - y[i]!;
        // One number for both weights: they move side by side and never turn.
        const both = (error * (x1[i]! + x2[i]!)) / 2;
        w1 -= 0.0005 * both;
        w2 -= 0.0005 * both;
        b -= 0.0005 * error;
      }
      const known = printed.get(epoch);
      if (known !== undefined) expect(sum, `epoch ${epoch}`).toBeCloseTo(known, 2);
    }
    expect(w1 - w2).toBeCloseTo(0.5488135 - 0.71518937, 12);
  },
);
