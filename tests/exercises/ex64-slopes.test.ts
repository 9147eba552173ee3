/**
 * Slopes that are wrong at a few places only: whoever forgets what the model answer treats apart, or treats apart what
 * it does not, is refused with every seed.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { expect, test } from "vitest";
import { grade } from "../../grader/judge/grade.ts";
import { root } from "../author/courses.ts";
import { courseExercise, file } from "../judge/course.ts";
import { functionBox } from "../judge/function-box.ts";

const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);
const exercise = await courseExercise("ex64-autodiff");
const solution = readFileSync(join(root, "solutions/ex64-autodiff.ts"), "utf8");

type Functions = Record<string, (...args: never[]) => unknown>;

function run(typescript: string): Functions {
  const { code } = transformSync(typescript, { loader: "ts", format: "cjs", target: "es2022" });
  const module: { exports: Functions } = { exports: {} };
  new Function("exports", "module", code)(module.exports, module);
  return module.exports;
}

/** The model answer with one text exchanged. */
function answerWith(right: string, wrong: string) {
  const text = solution.replace(right, wrong);
  if (wrong !== right && text === solution) throw new Error(`the model answer does not hold: ${right}`);
  return functionBox(run(text), run(exercise.scenarios!));
}

const POW = "k === 0 ? 0 : k * this.data ** (k - 1)";
const RELU = "this.data > 0 ? 1 : 0";
const wrongAnswers: readonly (readonly [right: string, wrong: string])[] = [
  [POW, "k * this.data ** (k - 1)"],
  [POW, "k === 0 ? 1 : k * this.data ** (k - 1)"],
  [POW, "k === 0 ? this.data : k * this.data ** (k - 1)"],
  [POW, "k <= 1 ? 0 : k * this.data ** (k - 1)"],
  [POW, "k === 0 || k === 1 ? 0 : k * this.data ** (k - 1)"],
  [POW, "k === 0 ? 0 : k === 1 ? this.data : k * this.data ** (k - 1)"],
  [POW, "k === 0 ? 0 : (k * this.data ** k) / this.data"],
  [POW, "k === 0 || this.data === 0 ? 0 : k * this.data ** (k - 1)"],
  [POW, "k === 0 ? 0 : k * (this.data || 1) ** (k - 1)"],
  [POW, "k === 0 ? 0 : k === 2 ? 2 : k * this.data ** (k - 1)"],
  [POW, "k === 0 ? 0 : k === 3 ? 3 * this.data : k * this.data ** (k - 1)"],
  [POW, "k === 0 ? 0 : Math.abs(k) * this.data ** (k - 1)"],
  [POW, "k === 0 ? 0 : k * this.data ** Math.floor(k - 1)"],
  [POW, "k === 0 ? 0 : k * Math.abs(this.data) ** (k - 1)"],
  [POW, "k === 0 ? 0 : k * Math.exp((k - 1) * Math.log(this.data))"],
  ["this.data ** k,", "k === 0 ? 0 : this.data ** k,"],
  ["this.data ** k,", "this.data === 0 ? 0 : this.data ** k,"],
  ["this.data ** k,", "Math.exp(k * Math.log(this.data)),"],
  [RELU, "this.data >= 0 ? 1 : 0"],
  [RELU, "this.data === 0 ? 0.5 : this.data > 0 ? 1 : 0"],
  ["{ of: this, slope: b.data }", "{ of: this, slope: b.data || 1 }"],
  ["{ of: b, slope: this.data }", "{ of: b, slope: this.data || 1 }"],
  ["this.data - b.data, {", "this.data - (b.data || this.data), {"],
];

test("the model answer passes", async () => {
  for (const seed of SEEDS.slice(0, 3)) {
    const { score, maxScore } = await grade(exercise, file, answerWith(POW, POW), { seed });
    expect(score, `seed ${seed}`).toBe(maxScore);
  }
}, 120_000);

test("a slope that is wrong at a few exponents or operands only is refused with every seed", async () => {
  const passed: string[] = [];
  for (const seed of SEEDS) {
    for (const [right, wrong] of wrongAnswers) {
      const { status, score, maxScore } = await grade(exercise, file, answerWith(right, wrong), { seed });
      if (status !== "fail" || score === maxScore) passed.push(`${wrong} with seed ${seed}: ${status}`);
    }
  }
  expect(passed).toEqual([]);
}, 600_000);
