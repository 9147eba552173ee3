import { describe, expect, it } from "vitest";
import type { Box, Call } from "../../grader/box/box.ts";
import type { Exercise } from "../../grader/exercise/exercise.ts";
import { grade } from "../../grader/judge/grade.ts";
import { mistakeBox } from "../../grader/judge/mistake-box.ts";
import { kindsOf } from "../../grader/judge/plan.ts";
import { sharePoints } from "../../grader/judge/points.ts";
import type { Finding, FunctionCheck, Verdict } from "../../grader/verdict/verdict.ts";
import { mseLossDb, mseLossDw } from "../../solutions/ex10-mse-gradients.ts";
import { courseExercise, file } from "./course.ts";
import { functionBox } from "./function-box.ts";

const exercise = await courseExercise("ex10-mse-gradients");
const run = (submission: Parameters<typeof functionBox>[0], seed = 7): Promise<Verdict> =>
  grade(exercise, file, functionBox(submission), { seed });
const statuses = ({ checks }: Verdict, fn: string) =>
  checks.filter((check) => check.function === fn).map(({ kind, status }) => `${kind} ${status}`);
const findingOf = ({ checks }: Verdict, fn: string) =>
  checks.find((check) => check.function === fn && check.finding !== undefined)?.finding;

/** The counterexample of a finding of this exercise. */
const inputsOf = (finding: Finding | undefined) => {
  if (finding?.case === undefined) throw new Error("a finding with a case");
  return finding.case.inputs as unknown as { x: number[]; y: number[]; w: number; b: number };
};

type Gradient = typeof mseLossDw;
const right = { mseLossDw, mseLossDb };

describe("the order of checks", () => {
  it("is contract, value, edge, law, gradient, and all pass for a right answer", async () => {
    const verdict = await run(right);
    expect(statuses(verdict, "mseLossDw")).toEqual([
      "contract pass",
      "value pass",
      "edge pass",
      "law pass",
      "gradient pass",
    ]);
    expect(verdict).toMatchObject({ status: "pass", score: 20, maxScore: 20 });
  });

  const wrong: readonly (readonly [string, Gradient, readonly string[]])[] = [
    [
      "a string",
      (() => "1") as never,
      ["contract fail", "value skipped", "edge skipped", "law skipped", "gradient skipped"],
    ],
    [
      "a wrong number",
      () => 1,
      ["contract pass", "value fail", "edge skipped", "law skipped", "gradient skipped"],
    ],
    [
      "a wrong edge case",
      (x, y, w, b) => (x.length === 1 ? 0 : mseLossDw(x, y, w, b)),
      ["contract pass", "value pass", "edge fail", "law skipped", "gradient skipped"],
    ],
    [
      "a broken law",
      (x, y, w, b) => mseLossDw(x, y, w, b) * (x.length > 6 ? 1.5 : 1),
      ["contract pass", "value pass", "edge pass", "law fail", "gradient skipped"],
    ],
  ];
  it.each(wrong)(
    "stops at the first break of the function, and never of the others: %s",
    async (_, f, expected) => {
      const verdict = await run({ mseLossDw: f, mseLossDb });
      expect(statuses(verdict, "mseLossDw")).toEqual(expected);
      expect(new Set(statuses(verdict, "mseLossDb").map((s) => s.split(" ")[1]))).toEqual(new Set(["pass"]));
      expect(verdict).toMatchObject({ status: "fail" });
      expect(verdict.score).toBeGreaterThanOrEqual(10);
    },
  );
});

describe("the contract", () => {
  const codes: readonly (readonly [string, Gradient, string])[] = [
    [
      "not-implemented",
      () => {
        throw new Error("not implemented: mseLossDw");
      },
      "not-implemented",
    ],
    [
      "an exception",
      () => {
        throw new RangeError("x is undefined");
      },
      "threw",
    ],
    ["a string", (() => ({ foreign: "a string" })) as never, "wrong-type"],
    ["a list of one", (() => [1]) as never, "wrong-type"],
    ["NaN", () => Number.NaN, "not-finite"],
    ["an infinity", () => Number.POSITIVE_INFINITY, "not-finite"],
    [
      "a sorted input",
      (x, y, w, b) => {
        x.push(1);
        x.pop();
        x[0] = 99;
        return mseLossDw(x, y, w, b);
      },
      "changed-input",
    ],
  ];
  it.each(codes)("reports %s", async (_, f, code) => {
    expect(findingOf(await run({ mseLossDw: f, mseLossDb }), "mseLossDw")?.code).toBe(code);
  });

  it("reports a missing function and the name that was probably meant", async () => {
    const verdict = await run({ mseLossDW: mseLossDw, mseLossDb } as never);
    expect(findingOf(verdict, "mseLossDw")).toMatchObject({
      code: "missing-function",
      title: "MISSING FUNCTION",
    });
    expect(findingOf(verdict, "mseLossDw")?.message).toBe(
      "The file does not export mseLossDw; you export mseLossDW: write the name as the task does.",
    );
    expect(statuses(verdict, "mseLossDb")).toContain("gradient pass");
  });
});

describe("a finding", () => {
  const halved: Gradient = (x, y, w, b) => mseLossDw(x, y, w, b) / 2;

  it("is replayed by its seed, byte for byte", async () => {
    const [one, two] = [
      await run({ mseLossDw: halved, mseLossDb }, 42),
      await run({ mseLossDw: halved, mseLossDb }, 42),
    ];
    const { durationMs: _a, ...first } = one;
    const { durationMs: _b, ...second } = two;
    expect(JSON.stringify(first)).toBe(JSON.stringify(second));
    expect(findingOf(one, "mseLossDw")?.replay).toBe("npm run grade ex10 -- --seed 42");
  });

  it("shows a small input of quarters, and what the submission really answers there", async () => {
    for (let seed = 0; seed < 20; seed++) {
      const finding = findingOf(await run({ mseLossDw: halved, mseLossDb }, seed), "mseLossDw");
      const { x, y, w, b } = inputsOf(finding);
      expect(x).toHaveLength(3);
      expect([...x, ...y, w, b].every((v) => Number.isInteger(4 * v))).toBe(true);
      expect(finding?.yours).toBe(halved(x, y, w, b));
      expect(finding?.expected).toBeCloseTo(mseLossDw(x, y, w, b), 12);
      expect(Math.abs((finding?.numerical ?? 0) - mseLossDw(x, y, w, b))).toBeLessThanOrEqual(
        finding?.errorBar ?? 0,
      );
    }
  });

  it("keeps the size at which an error shows", async () => {
    const large: Gradient = (x, y, w, b) => mseLossDw(x, y, w, b) + (x.length >= 5 ? 1 : 0);
    const finding = findingOf(await run({ mseLossDw: large, mseLossDb }), "mseLossDw");
    expect(inputsOf(finding).x).toHaveLength(5);
  });

  it("names every listed mistake with its count", async () => {
    for (const [fn, mistakes] of Object.entries(exercise.mistakes)) {
      for (const slug of Object.keys(mistakes)) {
        const finding = findingOf(
          await grade(exercise, file, mistakeBox(exercise, fn, slug), { seed: 3 }),
          fn,
        );
        expect(finding).toMatchObject({
          code: "wrong-gradient",
          mistake: slug,
          matched: { count: 200, of: 200 },
        });
        expect(finding?.message).toContain(`This is "${slug.replaceAll("-", " ")}", on 200 of 200 inputs.`);
      }
    }
  });
});

describe("the judge fails closed", () => {
  /** A box that changes what another one answers. */
  const spoilt = (change: Partial<Box>): Box => ({ ...functionBox(right), ...change });

  it("gives an error and no points when the box answers fewer calls than asked", async () => {
    const inner = functionBox(right);
    const call = async (calls: readonly Call[]) => (await inner.call(calls)).slice(0, -1);
    const verdict = await grade(exercise, file, spoilt({ call }), { seed: 1 });
    expect(verdict).toMatchObject({ status: "error", score: 0 });
    expect(verdict.error).toMatch(/law: 39 of 40 declared cases were executed/);
  });

  it("gives an error and no points when the box breaks", async () => {
    const call = () => Promise.reject(new Error("the pipe is gone"));
    const verdict = await grade(exercise, file, spoilt({ call }), { seed: 1 });
    expect(verdict).toMatchObject({ status: "error", score: 0, error: "Error: the pipe is gone" });
  });

  it("refuses a check whose inputs could not have shown an error", async () => {
    const { mseLossDw: fn } = exercise.functions;
    const vacuous: Exercise = {
      ...exercise,
      functions: { mseLossDw: { ...fn!, informative: () => false } },
    };
    const verdict = await grade(vacuous, file, functionBox(right), { seed: 1 });
    expect(verdict.status).toBe("error");
    expect(verdict.error).toMatch(/only 0 of 200 inputs can tell right from wrong/);
  });

  it("takes no answer of a call that was not run for a pass", async () => {
    const inner = functionBox(right);
    const call = async (calls: readonly Call[]) =>
      (await inner.call(calls)).map((o, i) => (i < 30 ? o : { kind: "not-run" as const }));
    expect(await grade(exercise, file, spoilt({ call }), { seed: 1 })).toMatchObject({
      status: "error",
      score: 0,
    });
  });
});

describe("points", () => {
  it("are not given to a function that returns just any number", async () => {
    const any = functionBox({ mseLossDw: () => 1, mseLossDb: () => Number.MAX_VALUE });
    const { score, checks, status } = await grade(exercise, file, any, { seed: 1 });
    expect(checks.filter(({ kind }) => kind === "contract").map((check) => check.status)).toEqual([
      "pass",
      "pass",
    ]);
    expect([status, score]).toEqual(["fail", 0]);
  });

  it("add up to the total, whole, for every total and every set of checks", () => {
    const kinds = kindsOf(exercise.functions.mseLossDw!);
    const subsets: readonly (readonly FunctionCheck[])[] = [kinds, kinds.slice(0, 2), kinds.slice(0, 4)];
    for (const checks of subsets) {
      for (let total = 0; total < 60; total++) {
        const points = sharePoints(checks, total);
        expect(points.reduce((s, p) => s + p, 0)).toBe(total);
        expect(points.every((p) => Number.isInteger(p) && p >= 0)).toBe(true);
      }
    }
    expect(sharePoints(kinds, 10)).toEqual([0, 5, 2, 1, 2]);
  });
});
