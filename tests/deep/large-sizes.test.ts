/** The size that somebody really trains, asked by --deep once all that is small is right. */
import { describe, expect, it } from "vitest";
import { faultInDepth } from "../../grader/judge/check-full-size.ts";
import { plansOf } from "../../grader/judge/plan.ts";
import type { Gpu } from "../../reference/gpu/gpu.ts";
import type { Plain } from "../../reference/numbers/tracked.ts";
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

/** @param half the GPU half that takes part, where one does */
async function faultOf(slug: string, name: string, functions: Functions, half?: () => Promise<Plain>) {
  const exercise = await courseExercise(slug);
  const plan = plansOf(exercise, SEED).find((one) => one.name === name)!;
  const soFar = { spent: { units: 0 }, short: new Set<string>(), edits: new Set<number>() };
  const setting = { exercise, source: "", replay: "again", soFar };
  const box = functionBox(functions);
  if (half === undefined) return faultInDepth(setting, box, plan, SEED);
  return faultInDepth(setting, box, { ...plan, fn: { ...plan.fn, gpu: half } }, SEED, {} as Gpu);
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

  it.each([
    ["is lost", async () => Promise.reject(new Error("the device is lost"))],
    ["gives another number", async () => ({ H: [[0]], yHat: [[0]] })],
  ])("is held to f64 where the GPU %s", async (_, half: () => Promise<Plain>) => {
    const [slug, name] = ["ex48-softmax-network", "forwardProp"];
    const solution = await solutionOf(slug);
    expect(await faultOf(slug, name, solution, half)).toBeUndefined();
    const wrong = { ...solution, [name]: () => ({ H: [[0]], yHat: [[0]] }) };
    expect((await faultOf(slug, name, wrong, async () => Promise.reject(new Error("lost"))))?.code).toBe(
      "wrong-shape",
    );
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
    const wrongFrom = (columns: number): Functions => ({
      ...solution,
      numericalGradientMatrix: (...args: never[]) => {
        const right = solution.numericalGradientMatrix!(...args) as number[][];
        return right[0]!.length < columns ? right : right.map((row) => row.map(() => 0));
      },
    });
    const nothingElse = { values: 0, laws: 0, ms: 60_000 };
    const foundFrom = async (columns: number) => {
      const { round } = await deepOn(slug, functionBox(wrongFrom(columns)), SEED, undefined, nothingElse);
      return round;
    };
    expect((await foundFrom(100)).findings).toMatchObject([
      {
        function: "numericalGradientMatrix",
        kind: "value",
        finding: {
          case: {
            call: "numericalGradientMatrix(loss, P, eps) with 400 of the 79,510 parameters of 784-100-10: rows 0 to 3 of Wh",
          },
        },
      },
    ]);
    expect((await foundFrom(1)).findings).toEqual([]);
  });
});

describe("a gradient measured by all 79,510 parameters", () => {
  type Matrix = number[][];
  type Loss = (P: Matrix) => number;
  const slug = "ex50-gradient-check";
  const faultWith = async (measured: (loss: Loss, P: Matrix, eps: number) => Matrix) =>
    faultOf(slug, "numericalGradientMatrix", {
      ...(await solutionOf(slug)),
      numericalGradientMatrix: measured as never,
    });
  /** Each entry moved where it stands; `also` is done before a loss is asked for, and says how to undo it. */
  const inPlace =
    (also: (P: Matrix, i: number, j: number) => () => void) => (loss: Loss, P: Matrix, eps: number) =>
      P.map((row, i) =>
        row.map((p, j) => {
          const undo = also(P, i, j);
          const at = (x: number): number => {
            row[j] = x;
            return loss(P);
          };
          const quotient = (at(p + eps) - at(p - eps)) / (2 * eps);
          row[j] = p;
          undo();
          return quotient;
        }),
      );
  const nothing = (): void => {};

  it("is right where entries are moved in place, too", async () => {
    expect(await faultWith(inPlace(() => nothing))).toBeUndefined();
  });

  it("is wrong where a second entry is moved in one call of 159,020, wherever it stands", async () => {
    for (const [row, column, other] of [
      [0, 0, 99],
      [3, 99, 0],
      [2, 41, 42],
    ] as const) {
      const finding = await faultWith(
        inPlace((P, i, j) => {
          if (i !== row || j !== column || P.length !== 4) return nothing;
          const before = P[i]![other]!;
          P[i]![other] = before + 1;
          return () => {
            P[i]![other] = before;
          };
        }),
      );
      expect(finding?.message).toMatch(new RegExp(`Entry \\[${row}\\]\\[${column}\\] is `));
    }
  });

  it("shows a millionth in one of them", async () => {
    const { numericalGradientMatrix } = await solutionOf(slug);
    const finding = await faultWith((loss, P, eps) => {
      const right = numericalGradientMatrix!(...([loss, P, eps] as never[])) as Matrix;
      return P.length !== 1 || P[0]!.length !== 10
        ? right
        : [right[0]!.map((g, k) => (k === 9 ? g + 1e-6 : g))];
    });
    expect(finding?.case?.call).toMatch(/10 of the 79,510 parameters of 784-100-10: bo$/);
  });
});
