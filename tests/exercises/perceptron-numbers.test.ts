/** Numbers that the sources print of perceptrons and planes: reference and model answer both give them. */
import { describe, expect, it } from "vitest";
import { both } from "./both.ts";

type Matrix = number[][];

describe("ex21", async () => {
  const trainings = await both("ex21", "fitPerceptron");
  const table: Matrix = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ];
  const from = { X: table, w0: [0, 0], b0: 0 };
  type Fitted = { w: number[]; b: number; errors: number[] };

  it("learns AND, and keeps 4 errors a pass on XOR", () => {
    for (const train of trainings) {
      const and: Fitted = train({ ...from, y: [0, 0, 0, 1], lr: 1, nIter: 8 });
      expect(and).toEqual({ w: [2, 1], b: -3, errors: [2, 3, 3, 2, 1, 0, 0, 0] });
      const xor: Fitted = train({ ...from, y: [0, 1, 1, 0], lr: 1, nIter: 8 });
      expect(xor.errors).toEqual([3, 3, 4, 4, 4, 4, 4, 4]);
    }
  });

  it("errs in [3, 0, 0] on the task's example in the reverse order, as the task says", () => {
    const X = [
      [1, -2],
      [-1, 1],
      [2, 1],
    ];
    for (const train of trainings) {
      const { errors }: Fitted = train({ ...from, X, y: [0, 0, 1], lr: 0.5, nIter: 3 });
      expect(errors).toEqual([3, 0, 0]);
    }
  });

  it("has the boundaries of the derivation's table, which move with η where the threshold is counted twice", () => {
    for (const train of trainings) {
      const boundary = (b0: number, lr: number): number => {
        const { w, b }: Fitted = train({ ...from, b0, y: [0, 0, 0, 1], lr, nIter: 12 });
        return (b - b0) / Math.hypot(...w);
      };
      // A step at 0.5 is a step at 0 with a bias that starts 0.5 lower.
      expect(boundary(-0.5, 0.25)).toBeCloseTo(-0.4472, 4);
      expect(boundary(-0.5, 1)).toBeCloseTo(-0.8944, 4);
      for (const lr of [0.25, 1, 4]) expect(boundary(0, lr)).toBeCloseTo(-1.3416, 4);
    }
  });
});

describe("ex22, on the vectors of Building FeedForward Networks with Pytorch", async () => {
  const [updates, angles] = [await both("ex22", "updateWeights"), await both("ex22", "calculateAngle")];
  const x = [1, 2, 3];
  it.each<[w: number[], lr: number, printed: number]>([
    [[0, 0, 0], 0.1, 0],
    [[0, 0, 0], 0.01, 0],
    [[-0.00165135, -0.01933613, 0.00012572], 0.1, 2.552882324525421],
    [[-0.00165135, -0.01933613, 0.00012572], 0.01, 31.218586527045833],
  ])("turns %j with the rate %d to %d degrees", (w, lr, printed) => {
    updates.forEach((update, i) => {
      const u: number[] = update({ w, input: x, lr });
      // At 0 the arccos is steep: a rounding of 1e-16 is a millionth of a degree.
      expect(angles[i]!({ u, v: x })).toBeCloseTo(printed, printed === 0 ? 5 : 11);
    });
  });
});

describe("ex24, on the grid of Machine Learning Visualized, 0.5", async () => {
  const trainings = await both("ex24", "fitPerceptronPm");
  type Fitted = { w: number[]; b: number; losses: number[] };
  const side = [-1, -0.5, 0, 0.5, 1];
  // In the order of the document's tables: y, then x, then z.
  const X = side.flatMap((y) => side.flatMap((x) => side.map((z) => [x, y, z])));
  const y = X.map(([x1 = 0, x2 = 0, x3 = 0]) => (x1 + x2 + x3 >= 0 ? 1 : -1));
  const start = { X, y, w0: [1, -1, -1].map((wj) => wj / Math.sqrt(3)), b0: 0 };
  const share = ({ w, b }: Pick<Fitted, "w" | "b">): number =>
    X.filter((x, i) => x.reduce((z, xj, j) => z + w[j]! * xj, b) >= 0 === (y[i] === 1)).length / X.length;

  it("has 72 points of one label, 53 of the other, and 19 on the plane", () => {
    expect(y.filter((label) => label === 1).length).toBe(72);
    expect(X.filter((x) => x.reduce((sum, xj) => sum + xj, 0) === 0).length).toBe(19);
  });

  it("starts with a summed loss of 46.5713, printed as 9.3143, and ends at 0 with all points right", () => {
    for (const train of trainings) {
      const fitted: Fitted = train({ ...start, lr: 0.0005, epochs: 90 });
      const sum = 125 * fitted.losses[0]!;
      expect([sum.toFixed(4), (sum / 5).toFixed(4), (sum / 125).toFixed(4)]).toEqual([
        "46.5713",
        "9.3143",
        "0.3726",
      ]);
      expect(fitted.losses.at(-1)).toBe(0);
      expect(share(fitted)).toBe(1);
    }
  });

  it("has 66 % right after 60 epochs where w alone is brought to length 1, and all without it", () => {
    const train = trainings[1]!;
    let now: Pick<Fitted, "w" | "b"> = { w: start.w0, b: 0 };
    for (let epoch = 0; epoch < 60; epoch++) {
      const { w, b }: Fitted = train({ ...start, w0: now.w, b0: now.b, lr: 1, epochs: 1 });
      now = { w: w.map((wj) => wj / Math.hypot(...w)), b };
    }
    expect(share(now)).toBeCloseTo(0.656, 3);
    expect(share(train({ ...start, lr: 1, epochs: 60 }))).toBe(1);
  });
});
