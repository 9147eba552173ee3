import { describe, expect, it } from "vitest";
import type { Exercise } from "../../grader/exercise/exercise.ts";
import type { Inputs } from "../../grader/exercise/inputs.ts";
import { inSinglePrecision, toleranceOf } from "../../grader/exercise/tolerance.ts";
import { grade } from "../../grader/judge/grade.ts";
import { mistakeBox } from "../../grader/judge/mistake-box.ts";
import type { Gpu } from "../../reference/gpu/gpu.ts";
import { Num } from "../../reference/numbers/num.ts";
import type { Plain } from "../../reference/numbers/tracked.ts";
import { answerBox, changeNumber } from "./answer-box.ts";
import { courseExercise, file } from "./course.ts";

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
