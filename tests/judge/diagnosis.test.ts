import { describe, expect, it } from "vitest";
import type { Exercise } from "../../grader/exercise/exercise.ts";
import type { Inputs } from "../../grader/exercise/inputs.ts";
import { expectedOf, valuesOf } from "../../grader/judge/expected.ts";
import { grade } from "../../grader/judge/grade.ts";
import type { Returned, Value } from "../../grader/value.ts";
import { answerBox, type Plant } from "./answer-box.ts";
import { courseExercise, file } from "./course.ts";

/** The message of the first finding when one function of an exercise without its list of mistakes is wrong. */
async function messageFor(
  exercise: Exercise,
  name: string,
  plant: (right: Value, inputs: Inputs) => Returned,
) {
  const wrong: Plant = (right, fn, inputs) => (fn === name ? plant(right, inputs) : (right as Returned));
  const verdict = await grade({ ...exercise, mistakes: {} }, file, answerBox(exercise, wrong), { seed: 5 });
  return verdict.checks.find(({ finding }) => finding !== undefined)?.finding;
}

const each = (value: Value, change: (x: number) => number): Returned =>
  typeof value === "number"
    ? change(value)
    : Array.isArray(value)
      ? value.map((x) => each(x, change))
      : Object.fromEntries(Object.entries(value).map(([k, x]) => [k, each(x as Value, change)]));

describe("what is not in the list of mistakes", async () => {
  const line = await courseExercise("ex10-mse-gradients");
  const bce = await courseExercise("ex18-bce-gradients");
  const softmax = await courseExercise("ex41-softmax");
  const hidden = await courseExercise("ex46-hidden-layer");
  const net = await courseExercise("ex47-regression-network");
  const n = (inputs: Inputs): number => (inputs.x as number[]).length;
  const withoutLaws = { mseLossDw: { ...line.functions.mseLossDw!, laws: [] } };

  it.each([
    ["a sign", (right: Value) => each(right, (x) => -x), /sign is flipped/, "sign-flipped"],
    ["a factor 2", (right: Value) => each(right, (x) => 2 * x), /2 times the right answer/, "times-2"],
    ["a factor ½", (right: Value) => each(right, (x) => x / 2), /½ times the right answer/, "times-0.5"],
    ["a factor n", (right: Value, i: Inputs) => each(right, (x) => x * n(i)), /it is n times/, "times-n"],
    [
      "a factor 1/n",
      (right: Value, i: Inputs) => each(right, (x) => x / n(i)),
      /it is 1\/n times/,
      "times-1/n",
    ],
    [
      "n − 1 for n",
      (right: Value, i: Inputs) => each(right, (x) => (x * n(i)) / (n(i) - 1)),
      /n\/\(n − 1\) times/,
      "times-n/(n-1)",
    ],
    [
      "a factor of no meaning",
      (right: Value) => each(right, (x) => 0.3 * x),
      /0\.3 times the right one/,
      "constant-factor",
    ],
    ["a constant", (right: Value) => each(right, (x) => x + 0.75), /plus 0\.75/, "constant-offset"],
  ])("describes %s", async (_, plant, words, id) => {
    const finding = await messageFor(line, "mseLossDw", plant);
    expect(finding?.message).toMatch(words);
    expect(finding?.message).toContain("on 200 of 200 inputs");
    expect(finding?.matched).toEqual({ count: 200, of: 200 });
    expect(finding?.cause).toMatchObject({ id, kind: "generic", matched: 200, of: 200 });
    expect(finding?.mistake).toBeUndefined();
  });

  it("describes a missing term by the input that is not used", async () => {
    const fn = line.functions.mseLossDw!;
    const finding = await messageFor(
      line,
      "mseLossDw",
      (_, inputs) => valuesOf(expectedOf(fn, { ...inputs, b: 0 })) as Returned,
    );
    expect(finding?.message).toMatch(/right one for b = 0: the term with b is missing/);
  });

  const lineSum = (inputs: Inputs, from: number, to: number, sign = 1): number => {
    const { x, y, w, b } = inputs as { x: number[]; y: number[]; w: number; b: number };
    const terms = x.map((xi, i) => xi * (y[i]! - w * xi - sign * b)).slice(from, to);
    return (-2 / x.length) * terms.reduce((s, t) => s + t, 0);
  };

  it.each([
    ["a loop that starts at 1", (i: Inputs) => lineSum(i, 1, 99), /the first entry is left out/],
    ["a loop that ends early", (i: Inputs) => lineSum(i, 0, -1), /the last entry is left out/],
    ["a return within the loop", (i: Inputs) => lineSum(i, 0, 1), /only the first entry counts/],
    ["= in place of +=", (i: Inputs) => lineSum(i, -1, 99), /only the last entry counts/],
    ["a lost bracket", (i: Inputs) => lineSum(i, 0, 99, -1), /right one for −b in place of b/],
    [
      "exchanged arguments",
      (i: Inputs) => lineSum({ ...i, x: i.y, y: i.x }, 0, 99),
      /with x and y exchanged/,
    ],
  ])("describes %s", async (_, plant, words) => {
    const finding = await messageFor(line, "mseLossDw", (_, inputs) => plant(inputs));
    expect(finding?.message).toMatch(words);
    expect(finding?.message).toContain("on 200 of 200 inputs");
  });

  it("describes a part of a record that is not used", async () => {
    const network = await courseExercise("ex44-one-weight");
    const fn = network.functions.outputWeightGradient!;
    const finding = await messageFor(network, "outputWeightGradient", (_, inputs) => {
      const p = inputs.p as Readonly<Record<string, Value>>;
      const without = { ...p, b2: (p.b2 as number[]).map(() => 0) };
      return valuesOf(expectedOf(fn, { ...inputs, p: without })) as Returned;
    });
    expect(finding?.message).toMatch(/the term with p\.b2 is missing/);
  });

  it.each([
    ["a vector in brackets of its own", (right: Value) => [right] as Returned, /db should be a vector/],
    ["a number for a vector", () => 1, /db should be a vector \(number\[\]\); it is a number/],
  ])("says the kind before the length: %s", async (_, change, words) => {
    const finding = await messageFor(hidden, "hiddenGradients", (right) => {
      const parts = right as Readonly<Record<string, Value>>;
      return { ...(parts as Record<string, Returned>), db: change(parts.db!) };
    });
    expect(finding?.code).toBe("wrong-type");
    expect(finding?.message).toMatch(words);
  });

  it("asks for a return where nothing comes back, and says where NaN comes from", async () => {
    const nothing = await messageFor(line, "mseLossDw", () => ({ foreign: "undefined" }));
    expect(nothing?.message).toMatch(/Is a return missing\?$/);
    const nan = await messageFor(line, "mseLossDw", () => Number.NaN);
    expect(nan?.message).toMatch(/NaN comes of/);
    expect(nan?.expected).toBeTypeOf("number");
  });

  it("says nothing of rounding where the numbers are far apart", async () => {
    const far = await messageFor(line, "mseLossDw", (right) => each(right, (x) => x * x + x));
    expect(far?.message).not.toMatch(/[Nn]early right|rounding/);
    const near = await messageFor(line, "mseLossDw", (right) => each(right, (x) => x + 1e-6 * Math.sin(x)));
    expect(near?.message).toMatch(/^Nearly right/);
  });

  it("says that everything is 0", async () => {
    const finding = await messageFor(line, "mseLossDw", () => 0);
    expect(finding?.message).toMatch(/^Your answer is 0 on every input/);
  });

  it("describes another function of the exercise", async () => {
    const other = line.functions.mseLossDb!;
    const finding = await messageFor(
      line,
      "mseLossDw",
      (_, inputs) => valuesOf(expectedOf(other, inputs)) as Returned,
    );
    expect(finding?.message).toMatch(/the right one for mseLossDb/);
  });

  it("describes a mean over one axis too many", async () => {
    const finding = await messageFor(bce, "bceDw", (right) => {
      const entries = right as readonly number[];
      const mean = entries.reduce((s, x) => s + x, 0) / entries.length;
      return entries.map(() => mean);
    });
    expect(finding?.message).toMatch(/one axis too many/);
  });

  it("describes a normalisation over the wrong axis", async () => {
    const finding = await messageFor(softmax, "softmax", (_, { Z }) => {
      const rows = Z as number[][];
      const sums = rows[0]!.map((_, j) => rows.reduce((s, row) => s + Math.exp(row[j]!), 0));
      return rows.map((row) => row.map((z, j) => Math.exp(z) / sums[j]!));
    });
    expect(finding?.message).toMatch(/wrong axis of Z/);
  });

  it("shows a right answer of 0 without a sign", async () => {
    const relus = await courseExercise("ex01-elementary-functions");
    const finding = await messageFor(relus, "leakyRelu", (right, { x, slope }) =>
      slope === 0 && (x as number) < 0 ? 1 : (right as Returned),
    );
    expect(finding?.case?.inputs).toMatchObject({ slope: 0 });
    expect(Object.is(finding?.expected, 0)).toBe(true);
  });

  it("describes a transposed matrix by its shape", async () => {
    const finding = await messageFor(hidden, "hiddenLayerGradient", (right) => {
      const rows = right as readonly (readonly number[])[];
      return rows[0]!.map((_, j) => rows.map((row) => row[j]!));
    });
    expect(finding?.code).toBe("wrong-shape");
    expect(finding?.message).toMatch(/Rows and columns are exchanged/);
  });

  it("asks of labels that are 0 everywhere whether a condition ever holds", async () => {
    const assignment = await courseExercise("ex29-assignment");
    const zero = (right: Value) => each(right, () => 0);
    const finding = await messageFor(assignment, "assignClusters", zero);
    expect(finding?.message).toMatch(/^Your answer is 0 on every input: does the condition/);
  });

  it("describes a transposed part of a record by its shape", async () => {
    const turned = (name: string) => (right: Value) => {
      const parts = right as Readonly<Record<string, Returned>>;
      const rows = parts[name] as readonly (readonly number[])[];
      return { ...parts, [name]: rows[0]!.map((_, j) => rows.map((row) => row[j]!)) };
    };
    const finding = await messageFor(hidden, "hiddenGradients", turned("dW"));
    expect(finding?.message).toMatch(/^dW has \d+ entr(?:y|ies); expected .* Rows and columns are exchanged/);
  });

  it("says of a part in a record of a record that it holds what belongs in another", async () => {
    const finding = await messageFor(net, "forwardNet", (right) => {
      const { info, loss } = right as unknown as { info: Record<string, Returned>; loss: number };
      return { info: { ...info, N1: info.O1 as Returned }, loss };
    });
    expect(finding?.message).toMatch(
      /^info\.M1, info\.O1, info\.M2, info\.P and loss are right on every input/,
    );
    expect(finding?.message).toMatch(/info\.N1 holds what belongs in info\.O1\./);
  });

  it("says so of the wrong entries alone where the others are right", async () => {
    const finding = await messageFor(net, "forwardNet", (right) => {
      const { info, loss } = right as unknown as { info: Record<string, number[][]>; loss: number };
      const { N1 = [], O1 = [] } = info;
      return { info: { ...info, N1: N1.map((row, i) => (i === 0 ? row : O1[i]!)) }, loss } as Returned;
    });
    expect(finding?.message).toMatch(/Where it is wrong, info\.N1 holds what belongs in info\.O1\./);
  });

  it("names a record that is right throughout as one", async () => {
    const finding = await messageFor(net, "forwardNet", (right) => {
      const { info, loss } = right as unknown as { info: Record<string, Returned>; loss: number };
      return { info, loss: Math.cbrt(loss) };
    });
    expect(finding?.message).toMatch(/info is right on every input; loss is not/);
  });

  it("says which part of a record is wrong, and how", async () => {
    const finding = await messageFor(hidden, "hiddenGradients", (right) => {
      const parts = right as Readonly<Record<string, Value>>;
      return { ...(parts as Record<string, Returned>), db: each(parts.db!, (x) => -x) };
    });
    expect(finding?.message).toMatch(
      /^delta and dW are right on every input; db is not: the sign is flipped\./,
    );
    expect(finding?.message).toMatch(/sign is flipped/);
  });

  it("claims nothing that does not hold on every input", async () => {
    let calls = 0;
    const finding = await messageFor(line, "mseLossDw", (right) =>
      each(right, (x) => (calls++ % 17 === 3 ? -1.1 * x : 2 * x)),
    );
    expect(finding?.message).not.toMatch(/times the right|sign is|missing/);
    expect(finding?.cause?.kind).toBe("law");
  });

  it("says on how many inputs an answer is right where that is all that follows", async () => {
    let calls = 0;
    const finding = await messageFor({ ...line, functions: withoutLaws }, "mseLossDw", (right) =>
      calls++ % 3 === 0 ? 0.123 : (right as Returned),
    );
    expect(finding?.message).toMatch(/^Your answer is right on \d+ of 200 inputs, but not on this one\.$/);
  });
});

describe("a listed mistake", async () => {
  const line = await courseExercise("ex10-mse-gradients");

  it("is not named when one input of 200 speaks against it", async () => {
    let calls = 0;
    const box = answerBox(line, (right) => (calls++ === 150 ? (right as Returned) : each(right, (x) => -x)));
    const verdict = await grade(line, file, box, { seed: 5 });
    expect(verdict.checks.find(({ id }) => id === "mseLossDw/value")?.finding?.mistake).toBeUndefined();
  });
});
