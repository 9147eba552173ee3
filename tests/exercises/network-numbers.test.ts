/** Numbers that the sources print of networks and their losses: reference and model answer both give them. */
import { describe, expect, it } from "vitest";
import type { Inputs } from "../../grader/exercise/inputs.ts";
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
