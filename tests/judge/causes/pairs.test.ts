import { describe, expect, it } from "vitest";
import { subsetsOf } from "../../../grader/judge/causes/subsets.ts";
import { expectedOf, valuesOf } from "../../../grader/judge/expected.ts";
import { grade } from "../../../grader/judge/grade.ts";
import type { Returned } from "../../../grader/value.ts";
import { answerBox } from "../answer-box.ts";
import { courseExercise, file } from "../course.ts";
import { findingOf, idOf } from "./cause-of.ts";

type Vector = readonly number[];

describe("two mistakes at once", async () => {
  const line = await courseExercise("ex10-mse-gradients");
  const perceptron = await courseExercise("ex21-perceptron");
  const network = await courseExercise("ex48-softmax-network");
  const n = (inputs: { readonly x?: unknown }): number => (inputs.x as Vector).length;

  it("are told as a factor's parts, in the exercise's own words", async () => {
    const finding = await findingOf(
      line,
      "mseLossDw",
      (right, inputs) => -0.5 * n(inputs) * (right as number),
    );
    expect(finding?.cause).toMatchObject({
      kind: "pair",
      id: "factor-two-forgotten+sum-for-mean+sign-flipped",
      matched: 200,
      of: 200,
    });
    expect(finding?.message).toMatch(/^Three things at once: .* The sign is flipped\./);
    const two = await findingOf(line, "mseLossDw", (right) => -0.5 * (right as number));
    expect(idOf(two)).toBe("factor-two-forgotten+sign-flipped");
  });

  it("are told for a listed one and a step that is doubled", async () => {
    const finding = await findingOf(perceptron, "perceptronUpdate", (_, inputs) => {
      const { w, b, x, target, lr } = inputs as {
        w: Vector;
        b: number;
        x: Vector;
        target: number;
        lr: number;
      };
      const z = w.reduce((sum, wj, j) => sum + wj * x[j]!, b);
      const push = 2 * lr * (target - (z > 0 ? 1 : 0));
      return [w.map((wj, j) => wj + push * x[j]!), b + push];
    });
    expect(finding?.cause).toMatchObject({ kind: "pair", id: "strict-at-zero+step-times-2" });
  });

  it("are told for two inputs that are left out", async () => {
    const fn = network.functions.forwardProp!;
    const finding = await findingOf({ ...network, mistakes: {} }, "forwardProp", (_, inputs) => {
      const p = inputs.p as unknown as { bh: number[][]; bo: number[][] };
      const none = (rows: number[][]): number[][] => rows.map((row) => row.map(() => 0));
      const without = { ...inputs, p: { ...p, bh: none(p.bh), bo: none(p.bo) } } as never;
      return valuesOf(expectedOf(fn, without)) as Returned;
    });
    expect(idOf(finding)).toBe("without-p.bh+without-p.bo");
  });

  it("are not claimed where one part alone is wrong in one way", async () => {
    const finding = await findingOf({ ...perceptron, mistakes: {} }, "perceptronUpdate", (right, { w }) => {
      const [after, bias] = right as unknown as readonly [Vector, number];
      return [after.map((x, j) => 2 * (w as Vector)[j]! - x), bias];
    });
    expect(idOf(finding)).toBe("step-sign-flipped");
  });

  it("are not claimed of numbers that have nothing to do with the question", async () => {
    for (const name of Object.keys(network.functions)) {
      const finding = await findingOf(network, name, (right) => shaken(right as Returned));
      expect(finding?.cause?.kind, name).not.toBe("pair");
    }
  });
});

/** Every number another, in no order. */
function shaken(value: Returned): Returned {
  if (typeof value === "number") return Math.sin(1e4 * value + 1);
  if (Array.isArray(value)) return value.map(shaken);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shaken(one as Returned)]));
}

describe("a right answer", async () => {
  it("is asked nothing more than its plan", async () => {
    const line = await courseExercise("ex10-mse-gradients");
    const box = answerBox(line, (right) => right as Returned);
    let calls = 0;
    const call: typeof box.call = (asked) => {
      calls++;
      return box.call(asked);
    };
    const counting = { ...box, call };
    const verdict = await grade(line, file, counting, { seed: 5 });
    expect(verdict.status).toBe("pass");
    expect(calls).toBe(Object.keys(line.functions).length);
  });
});

describe("subsets", () => {
  it("come with the small ones first", () => {
    expect(subsetsOf(["a", "b", "c"], 2, 3)).toEqual([
      ["a", "b"],
      ["a", "c"],
      ["b", "c"],
      ["a", "b", "c"],
    ]);
  });
});
