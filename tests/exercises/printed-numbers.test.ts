/** Numbers that the sources and the tasks print: reference and model answer both give them. */
import { describe, expect, it } from "vitest";
import type { Inputs } from "../../grader/exercise/inputs.ts";
import { noisyLine, scatteredPoints } from "../../reference/data/document-data.ts";
import { courseExercise, slugOf } from "../judge/course.ts";
import { type Answering, both } from "./both.ts";

type Matrix = number[][];

/** The seeded numbers of 09.1 Deep Learning – Neural Network, 1.2.7 and 1.2.8. */
const rowOfTheDocument = (await courseExercise(slugOf("ex06"))).functions.matrixForwardExtra!.edges[
  "the document's example"
]!.given as Inputs;
const matrixOfTheDocument = (await courseExercise(slugOf("ex07"))).functions.matrixForwardSum!.edges[
  "the document's example"
]!.given as Inputs;

const named = (...names: string[]) => names.map((fn) => ({ fn }));

describe.each<[number: string, fn: string, inputs: Inputs, printed: number]>([
  // The document lost a 9.
  ["ex02", "deriv", { f: { fn: "square" }, x: 2, h: undefined }, 3.9999999999995595],
  ["ex04", "chainDeriv2", { chain: named("square", "sigmoid"), x: 2, h: undefined }, 0.0706508353807067],
  [
    "ex04",
    "chainDeriv3",
    { chain: named("leakyRelu", "square", "sigmoid"), x: -4, h: undefined },
    -0.07233643296206184,
  ],
  ["ex03", "chainLength2", { chain: named("square", "sigmoid"), x: 2 }, 0.9820137900379085],
  ["ex03", "chainLength3", { chain: named("leakyRelu", "square", "sigmoid"), x: -4 }, 0.6547534606063192],
  ["ex05", "multipleInputsAdd", { x: 3, y: 4, sigma: { fn: "sigmoid" } }, 0.9990889488055994],
  ["ex05", "multipleInputsAdd", { x: 3.001, y: 4, sigma: { fn: "sigmoid" } }, 0.9990898585726491],
  ["ex07", "matrixForwardSum", matrixOfTheDocument, 2.3754951014116954],
  // The ends of the forward passes of these chains: squares of 2 and of −0.8.
  ["ex14", "sigmoid", { z: 4 }, 0.9820137900379085],
  ["ex14", "sigmoid", { z: 0.8 ** 2 }, 0.6547534606063192],
  // What a loss with softmax built in cannot fall below where it is handed probabilities of two classes.
  ["ex42", "crossEntropyLogits", { Z: [[1, 0]], y: [0] }, 0.31326168751822286],
  // The document's program gives NaN.
  ["ex42", "crossEntropy", { P: [[1, 0]], Y: [[1, 0]], eps: undefined }, 0],
])("%s: %s", async (number, fn, inputs, printed) => {
  const answers = await both(number, fn);
  it(`gives ${printed}`, () => {
    for (const answer of answers) expect(answer(inputs)).toBeCloseTo(printed, 15);
  });
});

describe("slopes that the document measures with a step of 0.001", async () => {
  const [two, row, layer] = [
    await both("ex05", "multipleInputsAddBackward"),
    await both("ex06", "matrixFunctionBackward1"),
    await both("ex07", "matrixBackwardSumX"),
  ];

  it("come out as printed, and the reference's lie nearby", () => {
    const [reference, solution] = two as [Answering, Answering];
    const at = { x: 3, y: 4, sigma: { fn: "sigmoid" } };
    expect(solution(at)).toEqual([0.0009102213310852036, 0.0009102213310852036]);
    for (const slope of reference(at) as number[]) expect(slope).toBeCloseTo(0.0009102213, 9);
    const printed: readonly [readonly Answering[], Inputs, number[]][] = [
      [row, rowOfTheDocument, [0.08516695, -0.05574581, -0.11206627]],
      [layer, matrixOfTheDocument, [0.2488887, -0.37478057, 0.01121962, 0.12604152, -0.27807404]],
    ];
    for (const [answers, inputs, slopes] of printed)
      for (const answer of answers) {
        const all = (answer(inputs) as Matrix).flat();
        slopes.forEach((slope, i) => {
          expect(all[i]).toBeCloseTo(slope, 7);
        });
      }
  });
});

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

describe("ex43, on the probabilities of 01 build and train feedforward nn", async () => {
  const [gradients, ways] = [await both("ex43", "lossGradient"), await both("ex43", "softmaxBackward")];
  const [yHat, yTrue] = [[[0.3482, 0.0777, 0.5741]], [[0, 1, 0]]];

  it("gives 0.3482, -0.9223, 0.5741 by the logits, also from the derivatives 0, -12.87, 0 by the probabilities", () => {
    const dP = [[0, -1 / 0.0777, 0]];
    expect(dP[0]![1]).toBeCloseTo(-12.87, 2);
    const answers: Matrix[] = [
      ...gradients.map((gradient) => gradient({ yHat, yTrue })),
      ...ways.map((way) => way({ P: yHat, dP })),
    ];
    for (const answer of answers)
      [0.3482, -0.9223, 0.5741].forEach((slope, c) => {
        expect(answer[0]![c]).toBeCloseTo(slope, 12);
      });
  });
});

describe("ex32", async () => {
  const small = await both("ex32", "eigenvalues2x2");

  it("has the eigenvalues 3 and 2 of the document's matrix, whose library call the text lost", () => {
    for (const eigenvalues of small)
      expect(
        eigenvalues({
          A: [
            [4, -2],
            [1, 1],
          ],
        }),
      ).toEqual([3, 2]);
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

describe("ex34", async () => {
  const shares = await both("ex34", "explainedVarianceRatio");

  it("has the shares 69.12, 17.52 and 13.36 % of the document's eigenvalues", () => {
    for (const ratios of shares) {
      const found: number[] = ratios({ eigVals: [2.08415529, 0.52810069, 0.4028194] });
      expect(found.map((share) => (100 * share).toFixed(2))).toEqual(["69.12", "17.52", "13.36"]);
    }
  });
});

describe("ex30, on the data of Machine Learning Visualized, 0.2", async () => {
  const { X: points, starts: centroids } = scatteredPoints(0);
  const [X, starts] = [points.map((x) => [...x]), centroids.map((c) => [...c])];
  const [runs, elbows] = [await both("ex30", "kMeans"), await both("ex30", "elbow")];
  const updates = await both("ex30", "updateCentroids");
  type Run = { centroids: Matrix; labels: number[]; wcss: number[] };

  it("starts from the document's centroids", () => {
    expect(starts.slice(0, 3)).toEqual([
      [91, 405],
      [423, 201],
      [710, 498],
    ]);
  });

  it("has the elbow of runs with starts of their own, 50324.92 at K = 3", () => {
    const inits = [1, 2, 3].map((K) => starts.slice(0, K));
    for (const elbow of elbows) {
      const curve: number[] = elbow({ X, inits, epochs: 8 });
      expect(curve.map((d) => d.toFixed(2))).toEqual(["158627.49", "62378.84", "50324.92"]);
    }
    for (const kMeans of runs) {
      const { wcss }: Run = kMeans({ X, init: inits[2]!, epochs: 8 });
      expect(wcss.at(-1)).toBeCloseTo(5032492.13, 2);
    }
  });

  it("has the document's curve when K + 1 goes on from K with centroids cut to integers", () => {
    const [kMeans, updateCentroids] = [runs[1]!, updates[1]!];
    const curve: number[] = [];
    let now = starts;
    for (let K = 1; K <= 12; K++) {
      for (let e = 0; e < 8; e++) {
        const { labels, wcss }: Run = kMeans({ X, init: now.slice(0, K), epochs: 0 });
        curve[K - 1] = wcss[0]! / X.length;
        const means: Matrix = updateCentroids({ X, labels, centroids: now.slice(0, K) });
        now = [...means.map((c) => c.map(Math.trunc)), ...now.slice(K)];
      }
    }
    const printed = [
      158627.63, 62379.95, 47984.72, 40085.6, 28638.72, 24290.07, 20755.56, 15453.13, 12900.14, 12373.94,
      12023.81, 11002.26,
    ];
    expect(curve.map((d) => d.toFixed(2))).toEqual(printed.map((d) => d.toFixed(2)));
  });

  it("ends at 6237883.54 for K = 2 with real centroids, also when K = 2 goes on from K = 1", () => {
    for (const kMeans of runs) {
      const one: Run = kMeans({ X, init: starts.slice(0, 1), epochs: 8 });
      const two: Run = kMeans({ X, init: [one.centroids[0]!, starts[1]!], epochs: 8 });
      expect(two.wcss.at(-1)).toBeCloseTo(6237883.54, 2);
    }
  });
});

describe("ex33, on the data of Machine Learning Visualized, 0.3", async () => {
  const X = noisyLine(0).map((row) => [...row]);
  type Components = { eigVals: number[]; eigVecs: Matrix; variances: number[] };
  const components = (await both("ex33", "pca")).map((pca): Components => pca({ X, dims: 3 }));

  it("has the eigenvalues 2.08415529, 0.52810069, 0.40281940", () => {
    for (const { eigVals } of components) {
      expect(eigVals.map((value) => value.toFixed(8))).toEqual(["2.08415529", "0.52810069", "0.40281940"]);
      expect(eigVals.reduce((sum, value) => sum + value, 0)).toBeCloseTo((3 * 200) / 199, 12);
    }
  });

  it("has 69.12, 17.52 and 13.36 % of the variance, and variances 2.07, 0.53, 0.40 over n", () => {
    for (const { eigVals, variances } of components) {
      const total = eigVals.reduce((sum, value) => sum + value, 0);
      expect(eigVals.map((value) => ((100 * value) / total).toFixed(2))).toEqual(["69.12", "17.52", "13.36"]);
      expect(variances.map((variance) => variance.toFixed(2))).toEqual(["2.07", "0.53", "0.40"]);
    }
  });

  it("has the first direction (0.58180084, 0.55533668, 0.59422972), with its largest entry positive", () => {
    for (const { eigVecs } of components) {
      const first = eigVecs.map((row) => row[0]!.toFixed(8));
      expect(first).toEqual(["0.58180084", "0.55533668", "0.59422972"]);
    }
  });
});

describe("ex38, on the network and the test rows of Building FeedForward Networks with Pytorch", async () => {
  const models = await both("ex38", "sequentialForward");
  const network = (await courseExercise(slugOf("ex38"))).functions.sequentialForward!.edges[
    "the document's network"
  ]!.given as Inputs;

  it("gives the probabilities that are printed", () => {
    const printed = [0.46725763, 0.48185718, 0.51270125, 0.50086963];
    for (const pass of models) {
      const { output }: { output: Matrix } = pass(network);
      output.flat().forEach((probability, i) => {
        expect(probability).toBeCloseTo(printed[i]!, 8);
      });
    }
  });
});
