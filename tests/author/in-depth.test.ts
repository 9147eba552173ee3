/** What `check` learns of an exercise by the deep round. */
import { describe, expect, it } from "vitest";
import { checkCourse } from "../../grader/author/check/check-course.ts";
import { refusalLine } from "../../grader/author/check/refusal.ts";
import type { AnyFunction, Exercise } from "../../grader/exercise/exercise.ts";
import { claim, equal } from "../../grader/exercise/form.ts";
import { Copy } from "./courses.ts";

const slug = "ex10-mse-gradients";
const solution = `solutions/${slug}.ts`;

async function linesOf(copy: Copy): Promise<string> {
  const reports = await checkCourse(copy, [copy.slug]);
  return reports.flatMap(({ refusals }) => refusals.map(refusalLine)).join("\n");
}

const withDb =
  (change: (fn: AnyFunction) => Partial<AnyFunction>) =>
  (exercise: Exercise): Exercise => {
    const fn = exercise.functions.mseLossDb as AnyFunction;
    return { ...exercise, functions: { ...exercise.functions, mseLossDb: { ...fn, ...change(fn) } } };
  };

describe("check, in depth", () => {
  it("refuses a solution that is wrong far out, with the call and the command that shows it", async () => {
    const copy = new Copy(slug, "mse-line").edit(solution, (text) =>
      text.replace("let sum = 0;", "let sum = Math.abs(w) > 1e3 ? 1 : 0;"),
    );
    expect(await linesOf(copy)).toMatch(
      /solutions\/ex10-mse-gradients\.ts: falls short in the deep round: mseLossDw\/value, wrong-gradient at mseLossDw\(.*`npm run grade ex10 -- --file solutions\/ex10-mse-gradients\.ts --deep --seed 1 --path mseLossDw\/value:/,
    );
  });

  it("refuses a law that is false far out, with the call", async () => {
    const law = {
      says: "w is small",
      claims: (f: () => unknown, { w }: { w: number }) => {
        f();
        return claim(Math.abs(w) < 1000, "small", w);
      },
    };
    const copy = new Copy(slug, "mse-line").declare(
      withDb(({ laws }) => ({ laws: [...laws, law as never] })),
    );
    expect(await linesOf(copy)).toMatch(
      /exercise\.ts: fails in the deep round with seed 1: mseLossDb\/law, the law "w is small" is false of right answers, at mseLossDb\(/,
    );
  });

  it("refuses once a law whose numbers differ from input to input, with the first of them", async () => {
    const law = {
      says: "w is its whole part far out",
      claims: (f: () => unknown, { w }: { w: number }) => {
        f();
        return Math.abs(w) > 1000 ? equal(w, w + 1) : equal(w, w);
      },
    };
    const copy = new Copy(slug, "mse-line").declare(
      withDb(({ laws }) => ({ laws: [...laws, law as never] })),
    );
    const lines = (await linesOf(copy))
      .split("\n")
      .filter((line) => line.includes("is false of right answers"));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/is false of right answers: -?[\d.e+]+ = -?[\d.e+]+, at mseLossDb\(/);
  });

  it("refuses a reference that fails far out, with the call", async () => {
    const copy = new Copy(slug, "mse-line").declare(
      withDb(({ gradient }) => ({
        gradient: {
          ...gradient!,
          of: (lifted) => {
            if (Math.abs((lifted as unknown as { w: { value: number } }).w.value) > 1000)
              throw new RangeError("no such line");
            return gradient!.of(lifted);
          },
        },
      })),
    );
    expect(await linesOf(copy)).toMatch(/mseLossDb\/value, RangeError: no such line, at mseLossDb\(/);
  });
});
