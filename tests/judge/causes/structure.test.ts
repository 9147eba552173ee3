import { describe, expect, it } from "vitest";
import type { Inputs } from "../../../grader/exercise/inputs.ts";
import { expectedOf, valuesOf } from "../../../grader/judge/expected.ts";
import type { Value } from "../../../grader/value.ts";
import { courseExercise } from "../course.ts";
import { findingOf, findingWith, idOf } from "./cause-of.ts";

type Vector = readonly number[];
type Matrix = readonly Vector[];
type Update = readonly [Vector, number];
interface Clusters {
  readonly centroids: Matrix;
  readonly labels: Vector;
  readonly wcss: Vector;
}

describe("a result that is the new value of an input", async () => {
  const perceptron = await courseExercise("ex21-perceptron");
  const line = await courseExercise("ex11-train-line");

  it("is told where every step is a multiple of the right one", async () => {
    const finding = await findingOf(perceptron, "perceptronUpdate", (right, { w, b }) => {
      const [after, bias] = right as unknown as Update;
      return [after.map((x, j) => 2 * x - (w as Vector)[j]!), 2 * bias - (b as number)];
    });
    expect(idOf(finding)).toBe("step-times-2");
    expect(finding?.message).toMatch(/^The step from the old w and b is 2 times the right one\./);
  });

  it("is told where one part follows from the new value of another", async () => {
    const fn = line.functions.updateWAndB!;
    const finding = await findingOf({ ...line, mistakes: {} }, "updateWAndB", (right, inputs) => {
      const now = right as Readonly<Record<string, number>> & Vector;
      const parts = Object.keys(now);
      const [first, second] = [parts[0]!, parts[1]!];
      const after = valuesOf(expectedOf(fn, { ...inputs, w: now[first as never]! })) as unknown as typeof now;
      return Array.isArray(now) ? [now[0], after[1]] : { ...now, [second]: after[second as never] };
    });
    expect(idOf(finding)).toBe("after-change-of-w");
  });

  it("is told where each entry follows from those before it", async () => {
    const fn = perceptron.functions.perceptronUpdate!;
    const finding = await findingOf({ ...perceptron, mistakes: {} }, "perceptronUpdate", (right, inputs) => {
      const w = [...(inputs.w as Vector)];
      for (const j of w.keys())
        w[j] = (valuesOf(expectedOf(fn, { ...inputs, w })) as unknown as Update)[0][j]!;
      return [w, (right as unknown as Update)[1]];
    });
    expect(idOf(finding)).toBe("entry-after-entry");
  });
});

describe("classes", async () => {
  const step = { ...(await courseExercise("ex20-unit-step")), mistakes: {} };
  const told = (change: (label: number, i: number) => number) =>
    findingOf(step, "predictStep", (right) => (right as unknown as number[]).map(change));

  it("are told where all of them are exchanged", async () => {
    expect(idOf(await told((label) => 1 - label))).toBe("one-minus");
  });

  it("are not exchanged where only those in one place are: a wrong one of two is always the other", async () => {
    expect((await told((label, i) => (i === 1 ? 1 - label : label)))?.message).not.toMatch(/exchanged/);
  });
});

describe("parts of a record", async () => {
  const means = await courseExercise("ex30-k-means");
  const pca = await courseExercise("ex33-pca");
  const clusters = (change: (right: Clusters) => Partial<Clusters>) =>
    findingOf({ ...means, mistakes: {} }, "kMeans", (right) => ({
      ...(right as object),
      ...change(right as unknown as Clusters),
    }));

  it("are told for labels that count from 1", async () => {
    const finding = await clusters(({ labels }) => ({ labels: labels.map((k) => k + 1) }));
    expect(idOf(finding)).toBe("counted-from-1");
    expect(finding?.message).toMatch(/^centroids and wcss are right on every input; labels is not\. /);
  });

  it("are told for a list that is noted a turn too late", async () => {
    const finding = await clusters(({ wcss }) => ({ wcss: [wcss[0]!, ...wcss.slice(0, -1)] }));
    expect(idOf(finding)).toBe("late");
  });

  it("are told for whole numbers in place of means", async () => {
    const finding = await clusters(({ centroids }) => ({
      centroids: centroids.map((c) => c.map((x) => Math.round(x))),
    }));
    expect(idOf(finding)).toBe("rounded");
  });

  it("carry a listed mistake that is made in one of them", async () => {
    const finding = await findingOf(pca, "pca", (right, { X }) => ({
      ...(right as object),
      eigVals: (right as { eigVals: Vector }).eigVals.map(
        (x) => (x * ((X as Matrix).length - 1)) / (X as Matrix).length,
      ),
      variances: (right as { variances: Vector }).variances.map((x) => x + 0.125),
    }));
    expect(finding?.cause).toMatchObject({ kind: "mistake", id: "divided-by-n" });
    expect(finding?.mistake).toBe("divided-by-n");
  });

  it("are told for right numbers in another order", async () => {
    const finding = await findingOf({ ...pca, mistakes: {} }, "pca", (right) => ({
      ...(right as object),
      eigVals: (right as { eigVals: Vector }).eigVals.toReversed(),
    }));
    expect(idOf(finding)).toBe("reversed");
  });

  it("are told for numbers that are all too large by one factor, however small: nothing stopped early", async () => {
    const large = (right: Value): unknown => ({
      ...(right as object),
      eigVals: (right as unknown as { eigVals: Vector }).eigVals.map((x) => x * 1.000001),
    });
    const finding = await findingOf(pca, "pca", large);
    expect(idOf(finding)).toBe("constant-factor");
    expect(finding?.message).toMatch(/EigVals is 1\.000001 times the right one/i);
  });

  it("are told for an iteration that stopped before its limit, where the exercise says that there is one", async () => {
    const plant = (right: Value): unknown => {
      const { eigVecs, ...rest } = right as unknown as { eigVecs: Matrix };
      // From 1e-3 to 1e-10 of the entry, input by input.
      const off = 10 ** (-3 - 7 * Math.abs(eigVecs[0]![0]!));
      return { ...rest, eigVecs: eigVecs.map((row) => row.map((x) => x * (1 + off))) };
    };
    const finding = await findingOf(pca, "pca", plant);
    expect(idOf(finding)).toBe("stopped-early");
    expect(finding?.message).toMatch(/eigVals, projected and variances are right, and eigVecs off by /);
    const functions = { pca: { ...pca.functions.pca!, limit: undefined } } as never;
    expect(idOf(await findingOf({ ...pca, functions }, "pca", plant))).not.toBe("stopped-early");
  });
});

describe("matrices", async () => {
  const softmax = await courseExercise("ex41-softmax");
  const means = await courseExercise("ex30-k-means");
  const hidden = await courseExercise("ex46-hidden-layer");

  it("are told for rows that are multiples of the right ones, with what they are multiplied by", async () => {
    const finding = await findingOf({ ...softmax, mistakes: {} }, "softmax", (right, { Z }) =>
      (right as unknown as Matrix).map((row, i) =>
        row.map((x) => x * Math.exp(Math.max(...(Z as Matrix)[i]!))),
      ),
    );
    expect(idOf(finding)).toBe("rows-scaled");
    expect(finding?.message).toContain("e^max");
  });

  it("are told for one row in every place, also where each is divided by a number of its own", async () => {
    const finding = await findingWith(means, {
      updateCentroids: (X: Matrix, labels: Vector, centroids: Matrix) => {
        const sums = new Array(centroids.length).fill(centroids[0]!.map(() => 0)) as number[][];
        const sizes = centroids.map(() => 0);
        for (const [i, x] of X.entries()) {
          sizes[labels[i]!]! += 1;
          for (const [j, xj] of x.entries()) sums[labels[i]!]![j]! += xj;
        }
        return centroids.map((c, k) => (sizes[k] === 0 ? c : sums[k]!.map((s) => s / sizes[k]!)));
      },
    });
    expect(idOf(finding)).toBe("shared-row");
  });

  it("are told for one number in all places of a row, and for no shared list", async () => {
    const finding = await findingOf({ ...softmax, mistakes: {} }, "softmax", (right) =>
      (right as unknown as Matrix).map((row) => row.map(() => row[0])),
    );
    expect(idOf(finding)).toBe("constant-rows");
    expect(finding?.message).toMatch(/^Each row of your answer has one number in all places/);
  });

  it("are not told for a shared list where a product of a column and a row has rows of one direction", async () => {
    const net = await courseExercise("ex47-regression-network");
    const finding = await findingOf({ ...net, mistakes: {} }, "lossGradientsNet", (right, inputs) => {
      const { W1, W2 } = right as unknown as { W1: Matrix; W2: Matrix };
      const column = (inputs.X as Matrix)[0]!.map((x, l) => x + l);
      return { ...(right as object), W1: W1.map((_, l) => W2.map(([d]) => column[l]! * d!)) };
    });
    expect(idOf(finding)).not.toBe("shared-row");
  });

  it("are not told for a shared list where some calls are right", async () => {
    const slice = await courseExercise("ex72-loss-slice");
    const finding = await findingOf({ ...slice, mistakes: {} }, "lossSlice", (right, { i, j }) =>
      i === j ? (right as unknown as Matrix).map((row) => row.map(() => row[0])) : right,
    );
    expect(finding?.message).toMatch(/Wrong (exactly|only) where i and j are one parameter/);
  });

  it("are told for sums over a row in place of its entries, and for a factor too many", async () => {
    const mse = { ...(await courseExercise("ex39-matrix-mse")), mistakes: {} };
    const sums = await findingOf(mse, "msePrime", (right) =>
      (right as unknown as Matrix).map((row) => row.map(() => row.reduce((a, b) => a + b))),
    );
    expect(idOf(sums)).toBe("sum-of-the-row");
    const factor = await findingOf(mse, "msePrime", (right, { yPred }) =>
      (right as unknown as Matrix).map((row, i) => row.map((x, j) => x * (yPred as Matrix)[i]![j]!)),
    );
    expect(idOf(factor)).toBe("times-input-yPred");
  });

  it("that are too short are told for the entries that are missing", async () => {
    const forward = await courseExercise("ex49-layers");
    const finding = await findingOf(forward, "forwardAll", (right) =>
      (right as unknown as Matrix[]).slice(1),
    );
    expect(finding?.message).toMatch(/ It is the right one without its first entry\./);
  });

  it("are told for another of a few ways that an argument names", async () => {
    const activations = { ...(await courseExercise("ex37-activations")), mistakes: {} };
    const finding = await findingOf(activations, "activation", (right, { name, Z }) =>
      name === "relu" ? (Z as Matrix).map((row) => row.map((z) => (z > 0 ? z : 0.2 * z))) : right,
    );
    expect(finding?.message).toMatch(/^Where name is "relu", your answer is that for "leakyRelu"/);
  });

  it("are told for one that is read as its transpose, though every call throws", async () => {
    const finding = await findingOf(hidden, "hiddenLayerGradient", (_, inputs) => {
      const W = inputs.outWeights as Matrix;
      const [d, t] = [W.length, W[0]!.length];
      if (t > d) throw new TypeError("Cannot read properties of undefined (reading '0')");
      if (t < d) return Number.NaN;
      const turned = { ...inputs, outWeights: W[0]!.map((_, j) => W.map((row) => row[j]!)) } as Inputs;
      return valuesOf(expectedOf(hidden.functions.hiddenLayerGradient!, turned));
    });
    expect(idOf(finding)).toBe("turned-outWeights");
  });
});

describe("an argument", async () => {
  const difference = await courseExercise("ex02-central-difference");
  const line = await courseExercise("ex10-mse-gradients");

  it("that changes nothing is named, after the submission was asked again", async () => {
    const finding = await findingWith(difference, {
      deriv: (f: (x: number) => number, x: number) => (f(x + 1e-5) - f(x - 1e-5)) / 2e-5,
    });
    expect(idOf(finding)).toBe("ignores-h");
  });

  it("that is used on some inputs is not ignored", async () => {
    const finding = await findingOf(line, "mseLossDw", (right, { x }) =>
      (x as Vector).length === 4 ? 0.123 : right,
    );
    expect(idOf(finding)).toBe("size-is");
    expect(finding?.message ?? "").not.toContain("does not change");
  });
});

describe("a text", () => {
  it("is told where it parts from the right one", async () => {
    const saving = await courseExercise("ex62-saving");
    const planted = (change: (text: string) => string) =>
      findingOf({ ...saving, mistakes: {} }, "stateDict", (right) => change(right as unknown as string));
    const other = await planted((text) => text.replace(/(?<=\[)-?\d[\d.e+-]*/, "77"));
    expect(other?.message).toMatch(
      /^After \d+ characters your text has "77", and the right one has "[\d.e-]+"\.$/,
    );
    const longer = await planted((text) => `${text} more`);
    expect(longer?.message).toMatch(
      /^After \d+ characters your text has " more", and the right one ends there/,
    );
  });
});
