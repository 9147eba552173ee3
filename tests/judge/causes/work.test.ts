import { describe, expect, it } from "vitest";
import { matchAll } from "../../../grader/judge/causes/recognise.ts";
import { OutOfWork, Work, whileItLasts } from "../../../grader/judge/causes/work.ts";
import { grade } from "../../../grader/judge/grade.ts";
import type { Returned } from "../../../grader/value.ts";
import { Num } from "../../../reference/numbers/num.ts";
import { answerBox } from "../answer-box.ts";
import { courseExercise } from "../course.ts";

const answer = { inputs: { x: 1 }, sizes: {}, expected: new Num(2), returned: 3, value: 3 };

describe("the work of a search", () => {
  it("counts each number that the reference makes", () => {
    const spent = { units: 0 };
    new Work(spent).counted(() => new Num(1).plus(new Num(2)).times(3));
    expect(spent.units).toBe(5);
  });

  it("ends at its share, and what others took of the verdict counts", () => {
    const spent = { units: 0 };
    const search = new Work(spent).share(10);
    search.take(10);
    expect(() => search.take(1)).toThrow(OutOfWork);
    expect(() => new Work(spent).take(1)).not.toThrow();
    expect(() => new Work({ units: 1e9 }).take(1)).toThrow(OutOfWork);
  });

  it("finds nothing where it is out of work, and a fault stays a fault", () => {
    expect(whileItLasts(() => new Work({ units: 1e9 }).take(1))).toBeUndefined();
    expect(() =>
      whileItLasts(() => {
        throw new TypeError("no");
      }),
    ).toThrow(TypeError);
  });

  it("holds for a formula that is tried, and not for a mistake that an exercise lists", () => {
    expect(() => matchAll([answer], () => 3, new Work({ units: 1e9 }))).toThrow(OutOfWork);
    expect(matchAll([answer], () => 3)?.count).toBe(1);
  });
});

describe("a function that calls one that fell short", async () => {
  const exercise = await courseExercise("ex14-sigmoid");
  const [first = "", second = ""] = Object.keys(exercise.functions);

  /** Calls of the second function where both are wrong by noise. */
  async function asked(body: string): Promise<number> {
    let calls = 0;
    const wrong = answerBox(
      exercise,
      (right) => (typeof right === "number" ? Math.sin(1e3 * right) : right) as Returned,
    );
    const box = {
      ...wrong,
      call: (all: Parameters<typeof wrong.call>[0]) => {
        calls += all.filter(({ fn }) => fn === second).length;
        return wrong.call(all);
      },
    };
    const source = `export function ${first}(z) { return 0; }\nexport function ${second}(z) { ${body} }`;
    await grade(exercise, { file: "answer.ts", sha256: "", source }, box, { seed: 1 });
    return calls;
  }

  it("is asked nothing more: it is marked as following from the other", async () => {
    expect(await asked(`return ${first}(z);`)).toBeLessThan(await asked("return 0;"));
  });
});
