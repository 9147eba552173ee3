import { describe, expect, it } from "vitest";
import type { Exercise } from "../../grader/exercise/exercise.ts";
import type { Inputs } from "../../grader/exercise/inputs.ts";
import { inSinglePrecision, toleranceOf } from "../../grader/exercise/tolerance.ts";
import { valueCases } from "../../grader/judge/cases.ts";
import { differenceOf } from "../../grader/judge/compare.ts";
import { expectedOnGpu } from "../../grader/judge/expected.ts";
import { grade } from "../../grader/judge/grade.ts";
import { mistakeBox } from "../../grader/judge/mistake-box.ts";
import { largeCase } from "../../grader/judge/plan.ts";
import { callableOf, type FunctionName } from "../../reference/functions/known.ts";
import type { Gpu } from "../../reference/gpu/gpu.ts";
import { Num } from "../../reference/numbers/num.ts";
import { lift, type Plain, plainOf } from "../../reference/numbers/tracked.ts";
import { answerBox, changeNumber } from "./answer-box.ts";
import { courseExercise, file, solutionOf } from "./course.ts";

const exercise = await courseExercise("ex48-softmax-network");
const device = {} as Gpu;

/** The exercise with GPU halves that need no GPU: the dense reference in numbers of f32, changed on the way. */
function halves(change: (x: number) => number): Exercise {
  const rounded = (plain: Plain): Plain =>
    typeof plain === "number"
      ? change(Math.fround(plain))
      : Array.isArray(plain)
        ? plain.map(rounded)
        : Object.fromEntries(Object.entries(plain).map(([k, x]) => [k, rounded(x as Plain)]));
  const functions = Object.fromEntries(
    Object.entries(exercise.functions).map(([name, fn]) => [
      name,
      { ...fn, gpu: async (_: Gpu, inputs: Inputs) => rounded(fn.fullSize!.reference(inputs)) },
    ]),
  );
  return { ...exercise, functions };
}

describe("right values from the GPU half", () => {
  it("pass what is right, and the verdict says where they came from", async () => {
    const verdict = await grade(
      halves((x) => x),
      file,
      answerBox(exercise, (right) => right as never),
      {
        seed: 2,
        gpu: device,
      },
    );
    expect(verdict).toMatchObject({ oracle: "webgpu-f32", status: "pass", score: verdict.maxScore });
  });

  it.each([
    ["forwardProp", 0],
    ["forwardProp", 5],
    ["computeGradients", 0],
    ["computeGradients", 7],
  ])("catch a relative error of one in a hundred in %s, number %i", async (name, k) => {
    const box = answerBox(exercise, (right, fn) =>
      fn === name ? changeNumber(right, k, (x) => 1.01 * x) : (right as never),
    );
    const verdict = await grade(
      halves((x) => x),
      file,
      box,
      { seed: 2, gpu: device },
    );
    expect(verdict.checks.find(({ id }) => id === `${name}/value`)?.status).toBe("fail");
  });

  it.each([
    ["forwardProp", "normalised-over-examples"],
    ["computeGradients", "sign-flipped"],
    ["computeGradients", "biases-not-summed"],
  ])("leave it to f64 to name a mistake: %s, %s", async (fn, name) => {
    const box = mistakeBox(exercise, fn, name);
    const verdict = await grade(
      halves((x) => x),
      file,
      box,
      { seed: 2, gpu: device },
    );
    const found = verdict.checks.filter((check) => check.function === fn && check.finding !== undefined);
    expect(found[0]?.finding?.mistake).toBe(name);
  });

  it("fail nobody where the GPU is wrong: f64 decides what it refuses", async () => {
    const verdict = await grade(
      halves((x) => 1.5 * x),
      file,
      answerBox(exercise, (right) => right as never),
      {
        seed: 2,
        gpu: device,
      },
    );
    expect(verdict.status).toBe("pass");
  });

  it.each([
    [
      "fails",
      async (): Promise<Plain> => Promise.reject(new Error("the device is lost")),
      /the device is lost/,
    ],
    [
      "gives what is no number",
      async (): Promise<Plain> => Number.NaN,
      /gives NaN where the CPU half is finite/,
    ],
  ])("give way to the CPU with one line where the GPU %s", async (_, gpu, says) => {
    const lines: string[] = [];
    const [name, fn] = Object.entries(exercise.functions)[0]!;
    const failing = { ...exercise, functions: { ...exercise.functions, [name]: { ...fn, gpu } } };
    const verdict = await grade(
      failing,
      file,
      answerBox(exercise, (right) => right as never),
      {
        seed: 2,
        gpu: device,
        say: (line) => lines.push(line),
      },
    );
    expect(verdict).toMatchObject({ oracle: "cpu-f64", status: "pass" });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^The CPU grades: /);
    expect(lines[0]).toMatch(says);
  });

  it("stay with the CPU where an exercise has no GPU half", async () => {
    const other = await courseExercise("ex09-mse");
    const verdict = await grade(
      other,
      file,
      answerBox(other, (right) => right as never),
      { seed: 2, gpu: device },
    );
    expect(verdict).toMatchObject({ oracle: "cpu-f64", status: "pass" });
  });
});

it("gives f32 the bound of f64 with 29 bits fewer, and room for a result that underflows", () => {
  const exact = new Num(1, 4, 10);
  const single = inSinglePrecision(exact, 1.0000001);
  expect(single.value).toBe(1.0000001);
  // One rounding more than in f64, that of the inputs.
  expect(toleranceOf(single) / toleranceOf(exact)).toBeCloseTo((2 ** 29 * 19) / 18, -2);
  expect(toleranceOf(inSinglePrecision(new Num(0, 0, 0), 0))).toBeGreaterThanOrEqual(2 ** -126);
});

describe("a gradient that is measured", async () => {
  const measured = await courseExercise("ex50-gradient-check");
  const name = "numericalGradientMatrix";
  const fn = measured.functions[name]!;
  const inSingle = (plain: Plain): Plain =>
    typeof plain === "number" ? Math.fround(plain) : (plain as readonly Plain[]).map(inSingle);
  /** The GPU half without a GPU: its formula in numbers of f32. */
  const half = async (_: Gpu, inputs: Inputs): Promise<Plain> =>
    inSingle(
      (inputs.loss as { fn: string }).fn === "digitsLoss"
        ? fn.fullSize!.reference(inputs)
        : plainOf(fn.gpuFormula!(lift(inputs) as never)),
    );
  const cases = [
    ...valueCases(fn, 3, name),
    ...[0, 60, 196, 197, 198].map((k) => largeCase(fn, name, fn.fullSize!.deep![k]!, 3, name).given),
  ];

  it("passes in f32 what f64 measures, and shows an error of 0.1 % in each entry that is not near 0", async () => {
    const right = (await solutionOf("ex50-gradient-check"))[name]!;
    let planted = 0;
    for (const given of cases) {
      const { loss, P, eps } = given.inputs as { loss: FunctionName; P: number[][]; eps?: number };
      const single = await expectedOnGpu(device, { ...fn, gpu: half }, given.inputs, given.expected);
      const answer = right(...([callableOf(loss), P, eps] as never[])) as number[][];
      expect(differenceOf(answer, single)).toBeUndefined();
      const size = Math.hypot(...answer.flat()) / Math.sqrt(answer.flat().length);
      for (const [i, row] of answer.entries())
        for (const [j, g] of row.entries()) {
          if (Math.abs(g) < size / 2 || (answer.length > 20 && j % 5 > 0)) continue;
          const wrong = answer.map((line, k) => (k === i ? line.with(j, 1.001 * g) : line));
          expect(differenceOf(wrong, single)?.at).toBe(`[${i}][${j}]`);
          planted++;
        }
    }
    expect(planted).toBeGreaterThan(1000);
  });
});
