/** The size that somebody really trains, asked by --deep once all that is small is right. */
import { describe, expect, it } from "vitest";
import { faultInDepth } from "../../grader/judge/check-full-size.ts";
import { plansOf } from "../../grader/judge/plan.ts";
import { courseExercise, slugs, solutionOf } from "../judge/course.ts";
import { functionBox } from "../judge/function-box.ts";
import { deepOn, type Functions } from "./deep.ts";

const SEED = 3;

const withDeepSize = (
  await Promise.all(
    slugs.map(async (slug) =>
      Object.entries((await courseExercise(slug)).functions).flatMap(([name, { fullSize }]) =>
        fullSize?.deep === undefined ? [] : [[slug, name] as const],
      ),
    ),
  )
).flat();

async function faultOf(slug: string, name: string, functions: Functions) {
  const exercise = await courseExercise(slug);
  const plan = plansOf(exercise, SEED).find((one) => one.name === name)!;
  const soFar = { spent: { units: 0 }, short: new Set<string>(), edits: new Set<number>() };
  return faultInDepth({ exercise, source: "", replay: "again", soFar }, functionBox(functions), plan, SEED);
}

describe("the size that is trained", () => {
  it("is had by the networks that are trained on digits, and by the measured gradient", () => {
    expect(new Set(withDeepSize.map(([, name]) => name))).toEqual(
      new Set(["forwardProp", "computeGradients", "forwardAll", "backwardAll", "numericalGradientMatrix"]),
    );
  });

  it.each(withDeepSize)("is right in the model answer of %s, %s", async (slug, name) => {
    expect(await faultOf(slug, name, await solutionOf(slug))).toBeUndefined();
  });

  it("shows a millionth in one of 79,510 parameters, by the size and the entry", async () => {
    const { computeGradients, ...others } = await solutionOf("ex48-softmax-network");
    const planted = (...args: never[]) => {
      const right = computeGradients!(...args) as { readonly Wh: number[][] };
      const Wh = right.Wh.map((row, i) => row.map((g, j) => (i === 783 && j === 99 ? g + 1e-6 : g)));
      return { ...right, Wh };
    };
    const finding = await faultOf("ex48-softmax-network", "computeGradients", {
      ...others,
      computeGradients: planted,
    });
    expect(finding?.case?.call).toBe("computeGradients(X, Y, p) with 32 examples, 784-100-10");
    expect(finding?.message).toMatch(/Entry Wh\[783\]\[99\] is .*All small inputs are right/);
  });

  it("is asked by the deep round, and not where something small is wrong", async () => {
    const slug = "ex50-gradient-check";
    const solution = await solutionOf(slug);
    const wrongFrom = (rows: number): Functions => ({
      ...solution,
      numericalGradientMatrix: (...args: never[]) => {
        const right = solution.numericalGradientMatrix!(...args) as number[][];
        return right.length < rows ? right : right.map((row) => row.map(() => 0));
      },
    });
    const nothingElse = { values: 0, laws: 0, ms: 60_000 };
    const foundFrom = async (rows: number) => {
      const { round } = await deepOn(slug, functionBox(wrongFrom(rows)), SEED, undefined, nothingElse);
      return round;
    };
    expect((await foundFrom(40)).findings).toMatchObject([
      {
        function: "numericalGradientMatrix",
        kind: "value",
        finding: { case: { call: "numericalGradientMatrix(loss, P, eps) with 1000 parameters, 40 × 25" } },
      },
    ]);
    expect((await foundFrom(1)).findings).toEqual([]);
  });
});
