/** What an edge case accepts, and what it says of what came back. */
import { describe, expect, it } from "vitest";
import type { Inputs } from "../../grader/exercise/inputs.ts";
import { grade } from "../../grader/judge/grade.ts";
import type { Returned, Value } from "../../grader/value.ts";
import type { Finding } from "../../grader/verdict/verdict.ts";
import { mseLoss, predictLine } from "../../solutions/ex09-mse.ts";
import * as solved32 from "../../solutions/ex32-eigenvectors.ts";
import { pca } from "../../solutions/ex33-pca.ts";
import { logSoftmax, softmax } from "../../solutions/ex41-softmax.ts";
import { answerBox } from "./answer-box.ts";
import { courseExercise, file } from "./course.ts";
import { functionBox } from "./function-box.ts";

/** The finding of an exercise whose answers are right but where `change` gives another. */
async function findingFor(
  slug: string,
  name: string,
  change: (inputs: Inputs, right: Value) => Returned | undefined,
): Promise<Finding | undefined> {
  const exercise = await courseExercise(slug);
  const box = answerBox(exercise, (right, fn, inputs) =>
    fn === name ? (change(inputs, right) ?? (right as Returned)) : (right as Returned),
  );
  const { checks } = await grade(exercise, file, box, { seed: 7 });
  return checks.find(({ finding }) => finding !== undefined)?.finding;
}

const sigmoidAt = (z: number, value: number) =>
  findingFor("ex14-sigmoid", "sigmoid", (inputs) => (inputs.z === z ? value : undefined));

describe("a right answer that underflowed", () => {
  it.each([0, -0, 7.1e-218, 9.9e-305, 1e-101, 5e-324])("is as good as %f in place of 0", async (value) => {
    expect(await sigmoidAt(-1000, value)).toBeUndefined();
    expect(await sigmoidAt(Number.NEGATIVE_INFINITY, value)).toBeUndefined();
  });

  it("is as good as 1e-304 in place of a number below the smallest normal one", async () => {
    expect(await sigmoidAt(-720, 9.9e-305)).toBeUndefined();
  });

  it.each([1.1e-100, 1e-50, 1e-17, 0.5, Number.NaN])("is not %f", async (value) => {
    expect(await sigmoidAt(-1000, value)).toMatchObject({ code: "wrong-edge", case: { name: "z = -1000" } });
  });

  it("is not 1e-50 where a formula gives it, nor where it is an entry among others", async () => {
    const wrong = await findingFor("ex41-softmax", "softmax", ({ Z }, right) =>
      (Z as number[][])[0]![0] === 1000 ? [[1, 1e-50], ...(right as number[][]).slice(1)] : undefined,
    );
    expect(wrong).toMatchObject({ code: "wrong-edge", at: "[0][1]" });
  });

  it("leaves a residual of 0 the tolerance of its terms", async () => {
    const exactFit = (off: number) =>
      findingFor("ex10-mse-gradients", "mseLossDw", ({ y, w, b }) =>
        `${[y, w, b]}` === "-1,1,5,2,1" ? off : undefined,
      );
    expect(await exactFit(1e-16)).toBeUndefined();
    expect(await exactFit(1e-9)).toMatchObject({ code: "wrong-edge", case: { name: "exact fit" } });
  });
});

describe("where the contract leaves the choice between NaN and an exception", () => {
  const atTurn = async (answer: () => [number, number]) => {
    const exercise = await courseExercise("ex32-eigenvectors");
    const box = functionBox({
      ...solved32,
      eigenvalues2x2: (A: number[][]) =>
        Number.isNaN(solved32.eigenvalues2x2(A)[0]) ? answer() : solved32.eigenvalues2x2(A),
    });
    const { checks } = await grade(exercise, file, box, { seed: 7 });
    return checks.find(({ finding }) => finding !== undefined)?.finding;
  };

  it("both are right, and a number is not", async () => {
    const none = () => {
      throw new RangeError("no real eigenvalue");
    };
    expect(await atTurn(() => [Number.NaN, Number.NaN])).toBeUndefined();
    expect(await atTurn(none)).toBeUndefined();
    expect(await atTurn(() => [1, -1])).toMatchObject({
      code: "wrong-edge",
      case: { name: "a turn by a right angle" },
    });
  });
});

const ALONE = "Right on all 200 drawn inputs, wrong only at this edge case.";

describe("an edge case speaks of what came back:", () => {
  it("of NaN where that came back, and not where a number did", async () => {
    expect((await sigmoidAt(-1000, Number.NaN))?.message).toBe(
      `The result is NaN, and the right one is finite. e^−1000 is below the smallest number: the value is 0. e^1000 is Infinity, and Infinity/Infinity is NaN. ${ALONE}`,
    );
    expect((await sigmoidAt(-1000, 0.25))?.message).toBe(
      `e^−1000 is below the smallest number: the value is 0. ${ALONE}`,
    );
  });

  it("and counts what it parts: drawn inputs that are right, edge cases that are not", async () => {
    const one = await sigmoidAt(-1000, Number.NaN);
    expect(one?.cause).toMatchObject({ id: "edge-case", kind: "feature" });
    expect(one?.cause?.matched).toBe(one?.cause?.of);
    expect(one?.cause?.of).toBeGreaterThan(200);
    const more = await findingFor("ex14-sigmoid", "sigmoid", ({ z }) =>
      Math.abs(z as number) === 1000 ? 0.25 : undefined,
    );
    expect(more?.message).toMatch(/Right on all 200 drawn inputs, wrong at 2 of \d+ edge cases\.$/);
  });

  it("of an infinity where that came back", async () => {
    const infinite = await findingFor("ex41-softmax", "logSoftmax", ({ Z }, right) =>
      (Z as number[][])[0]![0] === 1000
        ? [[0, Number.NEGATIVE_INFINITY], ...(right as number[][]).slice(1)]
        : undefined,
    );
    expect(infinite?.message).toMatch(
      /The share has become 0, and the logarithm of 0 is −Infinity\. Right on all/,
    );
  });

  it("of what came in place of an exception", async () => {
    const exercise = await courseExercise("ex09-mse");
    const message = async (none: number) => {
      const mean = (x: number[], y: number[], w: number, b: number) =>
        x.length === 0 ? none : mseLoss(x, y, w, b);
      const { checks } = await grade(exercise, file, functionBox({ predictLine, mseLoss: mean }), {
        seed: 7,
      });
      return checks.find(({ finding }) => finding !== undefined)?.finding?.message;
    };
    expect(await message(0)).toMatch(
      /the call returns\. No examples have no mean: the function throws\. Right on all/,
    );
    expect(await message(Number.NaN)).toMatch(/0\/0 is NaN, which would travel on unseen\. Right on all/);
  });

  it("of inputs that are cut off", async () => {
    const exercise = await courseExercise("ex41-softmax");
    const cut = (low: number, high: number) => (Z: number[][]) =>
      Z.map((row) => row.map((z) => Math.min(high, Math.max(low, z))));
    const message = async (clip: (Z: number[][]) => number[][]) => {
      const box = functionBox({
        softmax: (Z: number[][]) => softmax(clip(Z)),
        logSoftmax: (Z: number[][]) => logSoftmax(clip(Z)),
      });
      const { checks } = await grade(exercise, file, box, { seed: 7 });
      return checks.flatMap(({ finding }) => finding?.message ?? []);
    };
    for (const said of await message(cut(-500, 500)))
      expect(said).toMatch(/^Your answer is the right one for Z cut off at ±500\./);
    expect((await message(cut(-300, Number.POSITIVE_INFINITY))).at(-1)).toMatch(/cut off from below\./);
    expect((await message(cut(-123, 123))).join()).not.toMatch(/cut off/);
  });

  it("of no cut where no input is beyond it: an answer that is a little off is no other one's right one", async () => {
    const finding = await findingFor("ex44-one-weight", "hiddenWeightGradient", ({ p }, right) =>
      JSON.stringify((p as { b2: number[] }).b2) === "[0.5,1000,0]"
        ? (right as number) * (1 + 1e-10)
        : undefined,
    );
    expect(finding).toMatchObject({ code: "wrong-edge", case: { name: "one output saturated" } });
    expect(finding?.message).not.toMatch(/cut off/);
  });

  it("of no cut where the answer is one of few classes, which some cut gives as well", async () => {
    const finding = await findingFor("ex29-assignment", "assignClusters", ({ X }, right) =>
      (X as number[][])[0]?.[0] === 1e18 ? (right as number[]).map(() => 0) : undefined,
    );
    expect(finding).toMatchObject({ code: "wrong-edge", case: { name: "far away" } });
    expect(finding?.message).toMatch(/^All distances are about 10¹⁸/);
  });

  const constant = (change: (vectors: number[][]) => number[][]) =>
    findingFor("ex33-pca", "pca", ({ X }, right) => {
      if ((X as number[][])[0]![1] !== 5 || (X as number[][]).length !== 4) return undefined;
      const parts = right as Readonly<Record<string, Value>>;
      return { ...parts, eigVecs: change(parts.eigVecs as number[][]) } as never;
    });
  const shuffled = (order: readonly number[]) => (V: number[][]) => V.map((row) => order.map((k) => row[k]!));

  it.each<[string, (V: number[][]) => number[][], RegExp]>([
    ["columns exchanged", shuffled([0, 2, 1]), /Columns 2 and 3 of eigVecs are exchanged\./],
    [
      "columns in another order",
      shuffled([1, 2, 0]),
      /Columns of eigVecs are in another order: the right ones 2, 3, 1\./,
    ],
    [
      "rows for columns",
      (V) => V[0]!.map((_, j) => V.map((row) => row[j]!)),
      /Rows and columns of eigVecs are exchanged, up to signs\./,
    ],
    ["rows exchanged", (V) => [V[1]!, V[0]!, V[2]!], /Rows 1 and 2 of eigVecs are exchanged\./],
    ["a vector that comes twice", shuffled([0, 1, 0]), /Column 3 of eigVecs repeats column 1\./],
  ])("of %s, and not of NaN", async (_, change, words) => {
    const finding = await constant(change);
    expect(finding).toMatchObject({ code: "wrong-edge", case: { name: "constant column" } });
    expect(finding?.message).toMatch(/^eigVals, projected and variances are right here; eigVecs is not\./);
    expect(finding?.message).toMatch(words);
    expect(finding?.message).not.toMatch(/NaN/);
  });

  it("of right angles where any basis is right", async () => {
    const finding = await findingFor("ex33-pca", "pca", ({ X }, right) => {
      if ((X as number[][]).length !== 4 || (X as number[][])[0]!.length !== 2) return undefined;
      const parts = right as Readonly<Record<string, Value>>;
      return {
        ...parts,
        eigVecs: [
          [1, 1],
          [0, 0],
        ],
      } as never;
    });
    expect(finding).toMatchObject({ code: "wrong-edge", case: { name: "equal eigenvalues" } });
    expect(finding?.message).toMatch(/the columns of eigVecs have length 1 and stand at right angles/);
  });

  it("by the name of a mistake that only this case tells", async () => {
    const exercise = await courseExercise("ex33-pca");
    const named = {
      is: ({ X, right }: { X: number[][]; right: object }) =>
        X[0]![1] === 5 && X.length === 4 ? { ...right, eigVals: [3, 2, 1] } : right,
      says: "Made up.",
      read: "pca#step-1",
    };
    const mistakes = { pca: { "made-up": named } } as never;
    const box = functionBox({
      pca: (X: number[][], dims: number) => {
        const right = pca(X, dims);
        return X[0]![1] === 5 && X.length === 4 ? { ...right, eigVals: [3, 2, 1] } : right;
      },
    });
    const { checks } = await grade({ ...exercise, mistakes }, file, box, { seed: 7 });
    const finding = checks.find((check) => check.finding !== undefined)?.finding;
    expect(finding).toMatchObject({ mistake: "made-up", matched: { count: 201, of: 201 } });
  });
});
