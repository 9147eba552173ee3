/** Errors that the checks do not see are found in depth, made small, and found again at the place that is printed. */
import { describe, expect, it } from "vitest";
import { numbersIn } from "../../grader/judge/entries.ts";
import { solutionOf } from "../judge/course.ts";
import { functionBox } from "../judge/function-box.ts";
import { deepOn, type Functions, foundAndReplayed } from "./deep.ts";

type Line = (x: number[], y: number[], w: number, b: number) => number;

const right: Record<"mseLossDw" | "mseLossDb", Line> = (await solutionOf("ex10-mse-gradients")) as never;

/** The solution with something about mseLossDw done otherwise. */
const planted = (mseLossDw: Line): Functions => ({ mseLossDb: right.mseLossDb, mseLossDw }) as never;
const isLong = (x: number): boolean => !Number.isInteger(4 * x);

const PLANTED: Readonly<Record<string, { dw: Line; code: string; mistake?: string }>> = {
  "inputs cut off at 1000": {
    dw: (x, y, w, b) =>
      right.mseLossDw(
        x.map((xi) => Math.min(xi, 1000)),
        y,
        w,
        b,
      ),
    code: "wrong-gradient",
  },
  "a tie that is no tie of quarters": {
    dw: (x, ...rest) => (x.some((xi, i) => isLong(xi) && xi === x[i - 1]) ? 0 : right.mseLossDw(x, ...rest)),
    code: "wrong-gradient",
  },
  "a sum for the mean of large inputs": {
    dw: (x, ...rest) => right.mseLossDw(x, ...rest) * (x.some((xi) => Math.abs(xi) > 1000) ? x.length : 1),
    code: "wrong-gradient",
    mistake: "sum-for-mean",
  },
  "a relative error of a millionth beyond 100": {
    dw: (x, y, w, b) => right.mseLossDw(x, y, w, b) * (Math.abs(w) > 100 ? 1 + 1e-6 : 1),
    code: "wrong-gradient",
  },
  "an exception for large intercepts": {
    dw: (x, y, w, b) => {
      if (Math.abs(b) > 1e4) throw new RangeError("too large");
      return right.mseLossDw(x, y, w, b);
    },
    code: "threw",
  },
  "a division by something tiny": {
    dw: (x, y, w, b) => (Math.abs(w) === 1e-300 ? Number.NaN : right.mseLossDw(x, y, w, b)),
    code: "not-finite",
  },
};

describe("the deep round", { timeout: 180_000 }, () => {
  it.each(Object.entries(PLANTED))("finds %s, small, and replays it", async (_, { dw, code, mistake }) => {
    for (const seed of [1, 2, 3]) {
      const { verdict, found, again } = await foundAndReplayed(planted(dw), seed);
      expect(verdict.status, `seed ${seed}`).toBe("pass");
      expect(found, `seed ${seed}`).toMatchObject({ code, ...(mistake === undefined ? {} : { mistake }) });
      expect(again, `seed ${seed}`).toEqual(found);
      const numbers = numbersIn(Object.values(found!.case!.inputs) as never);
      expect(numbers.filter((x) => x !== 0).length, found!.case!.call).toBeLessThanOrEqual(4);
      // With two examples n and the factor 2 look alike.
      expect((found!.case!.inputs.x as number[]).length).toBeGreaterThanOrEqual(3);
    }
  });

  it("calls what fails after others, and not alone, by its cause", async () => {
    let calls = 0;
    const counting: Line = (...given) => right.mseLossDw(...given) + (calls++ % 900 === 899 ? 1 : 0);
    const { found } = await foundAndReplayed(planted(counting), 1);
    expect(found).toMatchObject({ code: "not-deterministic" });
    expect(found?.replay).not.toContain("--path");
  });

  it("leaves out a function whose checks have not passed", async () => {
    const wrong = planted((...given) => -right.mseLossDw(...given));
    const { round } = await deepOn("ex10-mse-gradients", functionBox(wrong), 1);
    expect(round).toMatchObject({ left: ["mseLossDw"], findings: [] });
    expect(round.inputs).toBeGreaterThan(1000);
  });

  it("has nothing to say of a replay that passes by now", async () => {
    const { round } = await deepOn(
      "ex10-mse-gradients",
      functionBox(right as never),
      1,
      "mseLossDw/value:25:2:0",
    );
    expect(round).toMatchObject({ inputs: 1, findings: [] });
  });
});
