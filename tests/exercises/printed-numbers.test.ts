/** Numbers that the sources and the tasks print: reference and model answer both give them. */
import { describe, expect, it } from "vitest";
import type { Inputs } from "../../grader/exercise/inputs.ts";
import { courseExercise, slugOf } from "../judge/course.ts";
import { type Answering, both } from "./both.ts";

type Matrix = number[][];

/** The seeded numbers of 09.1 Deep Learning – Neural Network, 1.2.7 and 1.2.8. */
const rowOfTheDocument = (await courseExercise(slugOf("ex06"))).functions.matrixForwardExtra!.edges[
  "the source's example"
]!.given as Inputs;
const matrixOfTheDocument = (await courseExercise(slugOf("ex07"))).functions.matrixForwardSum!.edges[
  "the source's example"
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
