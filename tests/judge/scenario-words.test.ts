/** What is said where a program on a student's class falls short, and where a known function is handed over. */
import { expect, it } from "vitest";
import { row } from "../../grader/exercise/expressions.ts";
import { examine } from "../../grader/judge/examine.ts";
import { valuesOf } from "../../grader/judge/expected.ts";
import { knownIn } from "../../grader/judge/finding.ts";
import { plansOf } from "../../grader/judge/plan.ts";
import { courseExercise, scenariosOf } from "./course.ts";

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

const autodiff = await courseExercise("ex64-autodiff");

it("shows an expression as the code that makes it", () => {
  const given = {
    leaves: [0.5, -2],
    program: [row("mul", 0, 1), row("tanh", 2), row("add", 2, 3)],
  };
  expect(autodiff.functions.grad!.show!(given)).toBe(
    [
      "const a = new Value(0.5), b = new Value(-2);",
      "const p = a.mul(b);",
      "const y = p.add(p.tanh());",
      "y.backward();",
      "[a.grad, b.grad]",
    ].join("\n"),
  );
  expect(autodiff.functions.twice!.show!({ ...given, zeroed: 1 })).toContain("a.grad = b.grad = 0;");
});

it("says which method is missing, and which gives something else", () => {
  class Bare {
    data = 0;
    grad = 0;
    exp = (): number => 1;
  }
  const { forward } = scenariosOf(autodiff);
  const play = (...args: unknown[]) => forward!({ Value: Bare }, ...args);
  expect(() => play([1], [row("add", 0, 0)])).toThrow("Value has no method add");
  expect(() => play([1], [row("exp", 0)])).toThrow("exp gives a Value, this one gives number");
});
