import { describe, expect, it } from "vitest";
import { featuresOfProgram } from "../../../grader/exercise/program-features.ts";
import {
  between,
  isNoChance,
  joined,
  parts,
  splitOf,
  thresholdFeatures,
} from "../../../grader/judge/causes/features/feature.ts";
import { courseExercise } from "../course.ts";
import { findingOf, findingWith } from "./cause-of.ts";

type Fn = (x: number) => number;

const twice = (right: unknown): number => 2 * (right as number) + 1;

describe("what failing inputs have in common", async () => {
  const difference = await courseExercise("ex02-central-difference");
  const relus = await courseExercise("ex01-elementary-functions");
  const autodiff = await courseExercise("ex64-autodiff");
  const perceptron = await courseExercise("ex21-perceptron");
  const likelihood = await courseExercise("ex16-likelihood");
  const regression = await courseExercise("ex19-logistic-regression");

  it("is an argument left out, with the default that it is to have", async () => {
    const finding = await findingWith(difference, {
      deriv: (f: Fn, x: number, h = 1e-5) => (f(x + h) - f(x - h)) / (2 * h),
    });
    expect(finding?.cause).toMatchObject({ kind: "feature", id: "argument-left-out" });
    expect(finding?.message).toMatch(
      /^Wrong only where h is left out: on \d+ of the \d+ such inputs, and on none of the \d+ others\. Its default is to be 0\.001: h = 0\.001\.$/,
    );
  });

  it("is a known function, wherever it is used", async () => {
    const finding = await findingOf(difference, "deriv", (right, { f }) =>
      JSON.stringify(f).includes('"tanh"') ? twice(right) : right,
    );
    expect(finding?.message).toMatch(/^Wrong exactly where f is tanh: on all \d+ such inputs/);
  });

  it("is an operation of a program", async () => {
    const log = 7;
    const finding = await findingOf(autodiff, "grad", (right, { program }) =>
      (program as number[][]).some(([code]) => code === log) ? (right as number[]).map(twice) : right,
    );
    expect(finding?.cause?.kind).toBe("feature");
    expect(finding?.message).toMatch(/^Wrong exactly where the program uses log: /);
  });

  it("is seen on further inputs where few of those drawn have it", async () => {
    const rare = "log takes a value that is used again later";
    const finding = await findingOf(autodiff, "grad", (right, { program, leaves }) =>
      featuresOfProgram(program as number[][], leaves as number[]).some(({ says }) => says === rare)
        ? (right as number[]).map(twice)
        : right,
    );
    expect(finding?.message).toContain(`Wrong exactly where ${rare}: `);
    expect(finding?.cause?.of).toBe(400);
  });

  it("is one of two things, also where the mistake is not felt on one of such inputs", async () => {
    const tensor = await courseExercise("ex66-tensor");
    let isFelt = false;
    const finding = await findingOf(tensor, "operation", (right, { method }) => {
      if (method !== "scale" && method !== "mean") return right;
      const { y, A, B } = right as { y: number; A: number[][]; B: number[][] };
      // Once it is right, as where the factor is 1.
      const times = isFelt ? 2 : 1;
      isFelt = true;
      return { y: y + times - 1, A: A.map((row) => row.map((x) => times * x)), B };
    });
    expect(finding?.message).toMatch(
      /Wrong only where the operation is (scale|mean) or the operation is (scale|mean): on (\d+) of the \d+ such inputs/,
    );
  });

  it("is an edge case with its words, where few inputs fail and chance would part them", async () => {
    let first = "";
    const edge = JSON.stringify(autodiff.functions.grad?.edges["0 as operand"]?.given);
    const finding = await findingOf(autodiff, "grad", (right, { leaves, program }) => {
      const text = JSON.stringify({ leaves, program });
      first ||= text;
      return text === first || text === edge ? (right as number[]).map(twice) : right;
    });
    expect(finding?.message).toMatch(
      /Right on 199 of 200 inputs; wrong as well at the edge case "0 as operand": An operand may be 0: it is there all the same\.$/,
    );
    expect(finding?.cause).toMatchObject({ id: "edge-case", kind: "feature" });
  });

  it("is what an operation is applied to", async () => {
    const finding = await findingOf(autodiff, "grad", (right, { program, leaves }) =>
      featuresOfProgram(program as number[][], leaves as number[]).some(
        ({ says }) => says === "pow takes a negative number",
      )
        ? (right as number[]).map(twice)
        : right,
    );
    expect(finding?.message).toMatch(/^Wrong exactly where pow takes a negative number: /);
  });

  it("is a plain number as operand, also where the program throws", async () => {
    const finding = await findingOf(autodiff, "forward", (right, { program }) => {
      const operations = program as [number, number, number, number][];
      if (operations.some(([code, , second]) => code < 4 && second < 0)) throw new TypeError("no Value");
      return right;
    });
    expect(finding?.code).toBe("threw");
    expect(finding?.message).toMatch(/Wrong exactly where an operand is a plain number: .* constant Value/);
  });

  it("is a threshold, in a short number between the inputs on both sides", async () => {
    const finding = await findingOf(relus, "square", (right, { x }) =>
      (x as number) > 2 ? twice(right) : right,
    );
    expect(finding?.message).toMatch(/^Wrong exactly where x is above (2|2\.\d+): /);
  });

  it("is a sign", async () => {
    const finding = await findingOf({ ...relus, mistakes: {} }, "relu", (right, { x }) =>
      (x as number) < 0 ? -1 : right,
    );
    expect(finding?.message).toMatch(/^Wrong exactly where x is negative: /);
  });

  it("is a class that occurs", async () => {
    const finding = await findingOf(likelihood, "logLikelihood", (right, { y }) =>
      (y as number[]).includes(1) ? twice(right) : right,
    );
    expect(finding?.message).toMatch(/^Wrong exactly where y has a 1: /);
  });

  it("is one of the texts to choose from", async () => {
    const finding = await findingOf(regression, "fitLogistic", (right, { mode }) =>
      mode === "sample" ? { ...(right as object), b: 7 } : right,
    );
    expect(finding?.message).toMatch(/Wrong exactly where mode is "sample": /);
  });

  it("is what the exercise says itself, before all else", async () => {
    const finding = await findingOf({ ...perceptron, mistakes: {} }, "perceptronUpdate", (right, inputs) => {
      const { w, x, b } = inputs as { w: number[]; x: number[]; b: number };
      const z = w.reduce((sum, wj, j) => sum + wj * x[j]!, b);
      return z >= 0 ? right : [w.map((wj) => wj + 17), b - 3];
    });
    expect(finding?.message).toMatch(/^Wrong exactly where the prediction is 0: /);
    expect(finding?.cause?.id).toBe("of-the-exercise");
  });

  it("may be two things, of which both or one have to be so", async () => {
    const both = await findingOf({ ...relus, mistakes: {} }, "leakyRelu", (right, { x, slope }) =>
      slope !== undefined && (x as number) < 0 ? twice(right) : right,
    );
    expect(both?.message).toMatch(/^Wrong exactly where slope is given and x is negative: /);
  });

  it("names the parts of a record that are wrong as well", async () => {
    const tensor = await courseExercise("ex66-tensor");
    const finding = await findingOf({ ...tensor, mistakes: {} }, "operation", (right, { method }) => {
      const { y, A, B } = right as { y: number; A: number[][]; B: number[][] };
      return method === "relu" ? { y, A: A.map((row) => row.map((x) => x + 17)), B } : right;
    });
    expect(finding?.message).toMatch(
      /^y and B are right on every input; A is not\. Wrong exactly where the operation is relu: /,
    );
  });

  it("is not one of two things of different kinds, which chance finds", async () => {
    const crossEntropy = await courseExercise("ex42-cross-entropy");
    const finding = await findingWith(
      { ...crossEntropy, mistakes: {} },
      {
        crossEntropy: (P: number[][], Y: number[][], eps = 1e-12) =>
          -P.flatMap((row, i) => {
            const likeliest = Y[i]!.indexOf(Math.max(...Y[i]!));
            return [Math.log(Math.max(row[likeliest]!, eps))];
          }).reduce((sum, x) => sum + x, 0),
      },
    );
    expect(finding?.cause?.id).not.toMatch(/-or-/);
  });

  it("is not claimed where a few failing inputs have something in common by chance", async () => {
    let calls = 0;
    const finding = await findingOf(relus, "square", (right) => (++calls % 60 === 0 ? twice(right) : right));
    expect(finding?.cause).toBeUndefined();
    expect(finding?.message).toMatch(/^Your answer is right on \d+ of \d+ inputs/);
  });
});

describe("a feature", () => {
  const fails = [true, true, false, false, true];

  it("parts the inputs if all that fail have it, and half of those that have it fail", () => {
    const needed = splitOf([true, true, true, false, true], fails);
    expect(needed).toEqual({ failing: 3, having: 4, failingElsewhere: 0, elsewhere: 1 });
    expect(parts(needed)).toBe(true);
    expect(parts(splitOf([true, false, false, false, true], fails))).toBe(false);
    expect(parts(splitOf([true, true, true, true, true], fails))).toBe(false);
  });

  it("is no chance where choosing the failing inputs by lot would take a million tries", () => {
    const split = (failing: number, having: number, elsewhere: number) => ({
      failing,
      having,
      failingElsewhere: 0,
      elsewhere,
    });
    // C(10, 3)/C(20, 3) = 120/1140
    expect(isNoChance(split(3, 10, 10), 1)).toBe(false);
    // C(40, 40)/C(200, 40) < 10⁻⁴⁰
    expect(isNoChance(split(40, 40, 160), 500)).toBe(true);
    // C(190, 20)/C(200, 20) is a third
    expect(isNoChance(split(20, 190, 10), 1)).toBe(false);
  });

  it("of a threshold is made only where one parts the inputs wholly", () => {
    const measure = { id: "x", name: "x", weight: 1, of: [5, 6, 1, 2, 9] };
    expect(thresholdFeatures(measure, fails).map(({ says }) => says)).toEqual(["x is above 4"]);
    expect(thresholdFeatures({ ...measure, of: [5, 6, 1, 7, 9] }, fails)).toEqual([]);
  });

  it("names a short number between both sides", () => {
    expect([between(0.96, 1.25), between(2, 2.25), between(-3.4, -1)]).toEqual(["1", "2", "−2"]);
  });

  it("is joined with another by and, and by or", () => {
    const one = (holds: boolean[]) => ({ id: "a", says: "a", weight: 1, holds });
    const [a, b] = [one([true, true, false]), one([true, false, false])];
    expect(joined(a, b, "and").holds).toEqual([true, false, false]);
    expect(joined(a, b, "or").holds).toEqual([true, true, false]);
  });
});
