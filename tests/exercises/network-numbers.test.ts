/** Numbers that the sources print of networks and their losses: reference and model answer both give them. */
import { describe, expect, it } from "vitest";
import type { Inputs } from "../../grader/exercise/inputs.ts";
import { isXor } from "../../reference/data/generated.ts";
import { mulberry32 } from "../../reference/functions/generators.ts";
import { courseExercise, slugOf } from "../judge/course.ts";
import { both } from "./both.ts";

type Matrix = number[][];

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

describe("ex38, on the network and the test rows of Building FeedForward Networks with Pytorch", async () => {
  const models = await both("ex38", "sequentialForward");
  const network = (await courseExercise(slugOf("ex38"))).functions.sequentialForward!.edges[
    "the source's network"
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

describe("ex70, on twelve layers of two sigmoid units, with weights drawn as in ex54", async () => {
  const [, norms] = await both("ex70", "layerGradientNorms");

  /** First gradient over last, for 20 points of XOR. */
  function share(seed: number, residual: boolean): number {
    const u = mulberry32(seed);
    const Ws = Array.from({ length: 12 }, () =>
      [0, 1].map(() => [0, 1].map(() => Math.sqrt(6 / 4) * (2 * u() - 1))),
    );
    const X = Array.from({ length: 20 }, () => [u(), u()]);
    const Y = X.map(([x, y]) => (isXor(x!, y!) ? [1, 0] : [0, 1]));
    const net = { Ws, bs: Ws.map(() => [0, 0]) };
    const lengths: number[] = norms!({ net, act: "sigmoid", X, Y, residual });
    return lengths[0]! / lengths[11]!;
  }
  const median = (residual: boolean): number =>
    Array.from({ length: 50 }, (_, k) => share(k + 1, residual)).sort((a, b) => a - b)[25]!;

  it("gives what the derivation says: 2e-8 in the median of 50 seeds, and a third with residual connections", () => {
    expect(median(false) * 1e8).toBeCloseTo(2, 0);
    expect(median(true)).toBeCloseTo(1 / 3, 1);
  });
});
