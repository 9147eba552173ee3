/** What is said where a program on a student's class falls short, and where a known function is handed over. */
import { expect, it } from "vitest";
import { examine } from "../../grader/judge/examine.ts";
import { valuesOf } from "../../grader/judge/expected.ts";
import { knownIn } from "../../grader/judge/finding.ts";
import { plansOf } from "../../grader/judge/plan.ts";
import { courseExercise } from "./course.ts";

const seed = 7;
const exercise = await courseExercise("ex51-gradient-descent-optimizer");
const plan = plansOf(exercise, seed).find(({ name }) => name === "backward")!;
const [given] = plan.values;
const value = valuesOf(given!.expected) as never;
const said = (outcome: object): string =>
  examine(plan.fn, "backward", given!, outcome as never).fault?.message ?? "";

it("speaks of the object where a program gives two answers", () => {
  expect(said({ kind: "returned", value, changed: [], again: [] })).toMatch(
    /same program .* State is kept outside the object, .* keep it in `this`/,
  );
});

it("speaks of a method where what the program hands over is changed", () => {
  expect(said({ kind: "returned", value, changed: [1] })).toMatch(/^A method changes weights, /);
});

it("calls a program that throws no function", () => {
  expect(said({ kind: "threw", message: "no" })).toBe("The program threw: no");
});

it("says the formulas of known functions, each once, and of none that its name explains", () => {
  const ring = { fn: "ring" };
  expect(knownIn({ f: { fn: "combine", args: [1, ring, -1, ring] }, x: [1] })).toEqual([
    "Here combine(a, f, b, g)(x) = a·f(x) + b·g(x); ring(x) = Σ tanh(xᵢ)·xᵢ₊₁, with x₁ after the last.",
  ]);
  expect(knownIn({ f: { fn: "sin" }, h: undefined })).toEqual([]);
});
