import { describe, expect, it } from "vitest";
import { boundedAtFullSize } from "../../grader/exercise/full-size.ts";
import { toleranceOf } from "../../grader/exercise/tolerance.ts";
import { valueCases } from "../../grader/judge/cases.ts";
import { differenceOf } from "../../grader/judge/compare.ts";
import { expectedOf } from "../../grader/judge/expected.ts";
import { grade } from "../../grader/judge/grade.ts";
import { plansOf } from "../../grader/judge/plan.ts";
import type { Value } from "../../grader/value.ts";
import type { Num } from "../../reference/numbers/num.ts";
import { leavesOf, type Plain } from "../../reference/numbers/tracked.ts";
import { courseExercise, file, slugs, solutionOf } from "./course.ts";
import { functionBox } from "./function-box.ts";

const withFullSize = (
  await Promise.all(
    slugs.map(async (slug) => {
      const exercise = await courseExercise(slug);
      return Object.entries(exercise.functions).flatMap(([name, fn]) =>
        fn.fullSize === undefined ? [] : [{ slug, name, exercise, fn, fullSize: fn.fullSize }],
      );
    }),
  )
).flat();

describe("a case at full size", () => {
  it("is had by the networks that are trained on digits, and by the measured gradient", () => {
    const names = [
      ...["forwardProp", "computeGradients", "forwardAll", "backwardAll"],
      ...["numericalGradientMatrix"],
    ];
    expect(new Set(withFullSize.map(({ name }) => name))).toEqual(new Set(names));
  });

  it.each(withFullSize)(
    "has a dense reference that is the tracked one: $slug $name",
    ({ name, fn, fullSize }) => {
      for (const { inputs, expected } of valueCases(fn, 5, name).slice(60, 140))
        expect(differenceOf(fullSize.reference(inputs) as Value, expected)).toBeUndefined();
    },
  );

  it.each(withFullSize)(
    "is drawn in the sizes that it names, away from saturation: $slug $name",
    ({ name, exercise }) => {
      const plan = plansOf(exercise, 6).find((one) => one.name === name)!;
      const { given } = plan.fullSize!();
      expect(given.sizes).toMatchObject(plan.fn.fullSize!.sizes);
      const numbers = leavesOf(given.expected).map(({ value }) => value);
      expect(numbers.every(Number.isFinite)).toBe(true);
      const rms = Math.sqrt(numbers.reduce((s, x) => s + x * x, 0) / numbers.length);
      expect(numbers.filter((x) => Math.abs(x) > 1e-3 * rms).length).toBeGreaterThan(0.5 * numbers.length);
      expect(plan.fullSize!()).toBe(plan.fullSize!());
    },
  );

  it.each(withFullSize)(
    "is passed by the model answer on 5 seeds: $slug $name",
    async ({ slug, name, exercise }) => {
      const solution = await solutionOf(slug);
      for (let seed = 1; seed <= 5; seed++) {
        const { given, calls } = plansOf(exercise, seed).find((one) => one.name === name)!.fullSize!();
        const [outcome] = await functionBox(solution).call(calls);
        expect(outcome, `seed ${seed}`).toMatchObject({ kind: "returned" });
        const { value } = outcome as { readonly value: Value };
        expect(differenceOf(value, given.expected), `seed ${seed}`).toBeUndefined();
      }
    },
  );

  it("holds an answer to a relative error of 1e-6 in f64, and of 1e-4 in f32", () => {
    const numbers: Plain = [1, -2, 0.5, 3];
    for (const [precision, error] of [
      ["f64", 1e-6],
      ["f32", 1e-4],
    ] as const)
      for (const leaf of leavesOf(boundedAtFullSize(numbers, 600, precision)))
        expect(toleranceOf(leaf)).toBeLessThan(error * Math.abs(leaf.value));
    expect(toleranceOf(leavesOf(boundedAtFullSize(numbers, 600, "f64"))[0] as Num)).toBeGreaterThan(1e-15);
  });
});

describe("a list of layers at full size", () => {
  const exercise = courseExercise("ex49-layers");
  type Gradients = { deltas: number[][][]; dWs: number[][][]; dbs: number[][] };
  type WayBack = (As: number[][][], Y: number[][], Ws: number[][][]) => Gradients;
  const valueCheck = async (change: (right: Gradients) => Gradients) => {
    const solution = await solutionOf("ex49-layers");
    const right = solution.backwardAll as unknown as WayBack;
    const backwardAll: WayBack = (As, Y, Ws) => (As.length < 5 ? right(As, Y, Ws) : change(right(As, Y, Ws)));
    const box = functionBox({ ...solution, backwardAll: backwardAll as never });
    const { checks } = await grade(await exercise, file, box, { seed: 4 });
    return checks.find(({ id }) => id === "backwardAll/value")!;
  };
  const scaled = (A: number[][], by: number) => A.map((row) => row.map((a) => a * by));

  it("is held in each layer to that layer's own magnitudes", async () => {
    const planted = await valueCheck((right) => ({
      ...right,
      dWs: [scaled(right.dWs[0]!, 1 + 1e-6), ...right.dWs.slice(1)],
    }));
    expect(planted.status).toBe("fail");
    expect(planted.finding?.message).toMatch(/^Entry dWs\[0\]/);
    expect((await valueCheck((right) => right)).status).toBe("pass");
  });

  it("tells a way back that was written out for three layers", async () => {
    const planted = await valueCheck((right) => ({
      ...right,
      dbs: [right.dbs[0]!.map(() => 0), ...right.dbs.slice(1)],
    }));
    expect(planted).toMatchObject({ status: "fail", cases: 201, points: 0 });
  });
});

type Row = readonly number[];
interface Network {
  readonly Wh: readonly Row[];
  readonly bh: readonly Row[];
  readonly Wo: readonly Row[];
  readonly bo: readonly Row[];
}
type Gradients = (X: readonly Row[], Y: readonly Row[], p: Network) => Network;

describe("an answer that is right at small sizes only", async () => {
  const exercise = await courseExercise("ex48-softmax-network");
  const solution = await solutionOf("ex48-softmax-network");
  const right = solution.computeGradients as unknown as Gradients;
  const judged = async (computeGradients: Gradients) => {
    const box = functionBox({ ...solution, computeGradients: computeGradients as never });
    return grade(exercise, file, box, { seed: 4 });
  };
  /** A usual case has 6 examples at most, and a law takes each of them twice. */
  const isSmall = (X: readonly Row[]): boolean => X.length <= 12;

  it("falls short of the value check, with the size in words and one entry", async () => {
    const verdict = await judged((X, Y, p) => right(X.slice(0, 12), Y.slice(0, 12), p));
    const check = verdict.checks.find(({ id }) => id === "computeGradients/value")!;
    expect(check).toMatchObject({ status: "fail", cases: 201, points: 0 });
    expect(check.finding).toMatchObject({
      code: "wrong-gradient",
      case: { call: "computeGradients(X, Y, p) with 16 examples, 784-15-10", inputs: {} },
    });
    expect(check.finding?.message).toMatch(/^Entry Wh\[\d+\]\[\d+\] is .*All small inputs are right/);
    expect(JSON.stringify(verdict).length).toBeLessThan(20_000);
  });

  it.each([
    [
      "a relative error of 1e-6 in the largest entry",
      (g: Network): Network => ({ ...g, bo: g.bo.map((r) => r.map((b) => b * (1 + 1e-6))) }),
    ],
    ["NaN", (g: Network): Network => ({ ...g, bh: g.bh.map((r) => r.map(() => Number.NaN)) })],
    ["a row too few", (g: Network): Network => ({ ...g, Wh: g.Wh.slice(1) })],
  ])("is caught with %s", async (_, change) => {
    const verdict = await judged((X, Y, p) => (isSmall(X) ? right(X, Y, p) : change(right(X, Y, p))));
    expect(verdict.checks.find(({ id }) => id === "computeGradients/value")?.status).toBe("fail");
    expect(verdict.checks.filter((check) => check.finding !== undefined)).toHaveLength(1);
  });

  it("is asked once, and not where a small input is wrong already", async () => {
    const asked: number[] = [];
    await judged((X, Y, p) => {
      if (!isSmall(X)) asked.push(X.length);
      return right(X, Y, p);
    });
    expect(asked).toEqual([16]);
    await judged((X, Y, p) => {
      if (!isSmall(X)) asked.push(X.length);
      return { ...right(X, Y, p), bo: p.bo };
    });
    expect(asked).toEqual([16]);
  });

  it("is no pass where the case at full size could not be executed", async () => {
    const whole = functionBox(solution);
    const verdict = await grade(
      exercise,
      file,
      { ...whole, call: async (calls) => (calls.length === 1 ? [{ kind: "not-run" }] : whole.call(calls)) },
      { seed: 4 },
    );
    expect(verdict).toMatchObject({ status: "error", score: 0 });
    expect(verdict.error).toMatch(/200 of 201 declared cases/);
  });
});

it("answers of full size from the dense reference, wherever a right answer is asked for", async () => {
  const { fn, fullSize } = withFullSize[0]!;
  const { given } = plansOf(withFullSize[0]!.exercise, 3)[0]!.fullSize!();
  const numbers = leavesOf(expectedOf(fn, given.inputs));
  expect(new Set(numbers.map(({ roundings }) => roundings))).toEqual(new Set([fullSize.roundings]));
});
