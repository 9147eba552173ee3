/** Wrong answers that are a right program's with one edit. */
import { describe, expect, it } from "vitest";
import { createNodeBox } from "../../../grader/box/node-box.ts";
import type { Exercise } from "../../../grader/exercise/exercise.ts";
import { programIn } from "../../../grader/exercise/neighbourhood.ts";
import { Endless, NeighbourProgram } from "../../../grader/judge/causes/neighbour-program.ts";
import { grade } from "../../../grader/judge/grade.ts";
import type { Cause } from "../../../grader/verdict/verdict.ts";
import { file } from "../course.ts";
import { functionBox } from "../function-box.ts";
import { neighbouring, storedOf } from "../neighbouring.ts";

type Vector = number[];
type Functions = Parameters<typeof functionBox>[0];

/** The cause of a function's finding. */
async function causeOf(exercise: Exercise, answer: Functions, fn: string): Promise<Cause | undefined> {
  const { checks } = await grade(exercise, file, functionBox(answer), { seed: 5 });
  return checks.find((check) => check.function === fn && check.finding !== undefined)?.finding?.cause;
}

const predictLine = (x: Vector, w: number, b: number): Vector => x.map((xi) => w * xi + b);
/** Written otherwise than the model answer, with what it does with each residual. */
const mseBy =
  (term: (residual: number, i: number) => number) =>
  (x: Vector, y: Vector, w: number, b: number): number => {
    if (x.length === 0) throw new RangeError("none");
    const residuals = x.map((xi, i) => (y[i] as number) - w * xi - b);
    return residuals.reduce((sum, e, i) => sum + term(e, i), 0) / x.length;
  };

describe("a neighbour of the right program", async () => {
  const mse = await neighbouring("ex09-mse");

  it.each([
    ["a square that is left out", (e: number) => e, "power", /a square were left out/],
    ["a cube for a square", (e: number) => e ** 3, "constant", /3 stood in place of 2/],
    [
      "every second example",
      (e: number, i: number) => (i % 2 === 0 ? e * e : 0),
      "operator",
      /every second turn/,
    ],
  ])("names %s, whatever way the answer is written", async (_, term, id, says) => {
    const cause = await causeOf(mse.exercise, { predictLine, mseLoss: mseBy(term) }, "mseLoss");
    expect(cause?.kind).toBe("generic");
    expect(cause?.id).toMatch(new RegExp(`^${id}-`));
    expect(cause?.says).toMatch(says);
    expect(cause?.matched).toBe(cause?.of);
  });

  it("leaves the word to what the exercise lists and to relations of the numbers", async () => {
    const cause = await causeOf(mse.exercise, { predictLine, mseLoss: mseBy((e) => -e * e) }, "mseLoss");
    expect(cause?.id).toBe("sign-flipped");
  });

  it("is not claimed where one drawn input says otherwise", async () => {
    const seldom = (e: number): number => (Math.abs(e) > 9 ? e * e : e);
    const cause = await causeOf(mse.exercise, { predictLine, mseLoss: mseBy(seldom) }, "mseLoss");
    expect(cause?.id).toBe("law-broken");
  });

  it("is not claimed where an edge case says otherwise", async () => {
    const cubed = mseBy((e) => e ** 3);
    const squared = mseBy((e) => e * e);
    // "one example" is an edge case alone: drawn data have three at least.
    const mixed = (x: Vector, ...more: [Vector, number, number]): number =>
      (x.length === 1 ? squared : cubed)(x, ...more);
    const told = await causeOf(mse.exercise, { predictLine, mseLoss: cubed }, "mseLoss");
    expect(told?.kind).toBe("generic");
    const cause = await causeOf(mse.exercise, { predictLine, mseLoss: mixed }, "mseLoss");
    expect(cause?.id).toBe("law-broken");
  });

  it("is not claimed of an answer that is 0 everywhere", async () => {
    const cause = await causeOf(mse.exercise, { predictLine, mseLoss: mseBy(() => 0) }, "mseLoss");
    expect(cause?.id).toBe("all-zero");
  });

  it("is asked for by no right answer, and by a class of wrong ones once", async () => {
    const { exercise, asked } = await neighbouring("ex09-mse");
    await grade(exercise, file, functionBox({ predictLine, mseLoss: mseBy((e) => e * e) }), { seed: 5 });
    expect(asked()).toBe(0);
    for (const power of [1, 3])
      await grade(exercise, file, functionBox({ predictLine, mseLoss: mseBy((e) => e ** power) }), {
        seed: 5,
      });
    expect(asked()).toBe(1);
  });

  it("does no harm where it does not come", async () => {
    const exercise = { ...mse.exercise, neighbourhood: async () => undefined };
    const { status } = await grade(exercise, file, functionBox({ predictLine, mseLoss: mseBy((e) => e) }), {
      seed: 5,
    });
    expect(status).toBe("fail");
  });
});

describe("an answer that is right on some inputs", () => {
  it("is held against neighbours on all of them, also where it arrived as the right one", async () => {
    const { exercise } = await neighbouring("ex01-elementary-functions");
    const box = createNodeBox();
    const source = `export const square = (x: number) => x * x;
export const relu = (x: number) => Math.max(x, 0);
export const leakyRelu = (x: number, slope = 0.4) => (x > 0 ? x : slope * x);`;
    try {
      const { checks } = await grade(exercise, { ...file, source }, box, { seed: 5 });
      const cause = checks.find(({ finding }) => finding !== undefined)?.finding?.cause;
      expect(cause?.says).toBe("Your answer comes out as if 0.4 stood in place of 0.2.");
    } finally {
      box.close();
    }
  });
});

describe("a program with edits", () => {
  const forms = () => [
    {
      count: (n: unknown) => {
        for (let i = 0; control.t() && i < (n as number); i++);
        return n;
      },
    },
  ];
  let control = { n: 0, t: (): true => true };
  const program = new NeighbourProgram({
    firsts: [1],
    forms: (given) => {
      control = given;
      return forms();
    },
  });

  it("ends where an edit made a loop endless, and starts afresh with each call", () => {
    expect(() => program.call(1, "count", [Number.POSITIVE_INFINITY])).toThrow(Endless);
    expect(program.call(1, "count", [100])).toBe(100);
  });

  it("ends sooner where it may take fewer turns, and tells what the right one takes", () => {
    expect(program.turnsOf(0, "count", [100])).toBe(101);
    expect(program.turnsOf(0, "count", [Number.POSITIVE_INFINITY])).toBe(20_000);
    expect(program.call(1, "count", [100], 101)).toBe(100);
    expect(() => program.call(1, "count", [101], 101)).toThrow(Endless);
  });

  it("is stored in a form in which no line of the model answer can be read", async () => {
    const stored = await storedOf("ex10-mse-gradients");
    const { program } = stored as NonNullable<typeof stored>;
    expect(program).not.toMatch(/sum|length|Math/);
    expect(programIn({ ...(stored as NonNullable<typeof stored>) })).toMatch(/\.length/);
  });
});
