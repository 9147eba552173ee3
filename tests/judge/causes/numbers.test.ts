import { describe, expect, it } from "vitest";
import { bitsNear, bitsOf } from "../../../grader/judge/causes/bits.ts";
import type { Value } from "../../../grader/value.ts";
import { random } from "../../../reference/randomness/random.ts";
import { courseExercise } from "../course.ts";
import { findingOf, findingWith, idOf } from "./cause-of.ts";

type Vector = readonly number[];
type Loss = (x: Vector, y: Vector, w: number, b: number) => number;

const mse: Loss = (x, y, w, b) => x.reduce((sum, xi, i) => sum + (y[i]! - (w * xi + b)) ** 2, 0) / x.length;
const rmse: Loss = (...line) => Math.sqrt(mse(...line));

const each = (value: Value, change: (x: number) => number): Value =>
  typeof value === "number" ? change(value) : (value as readonly Value[]).map((x) => each(x, change));

describe("digits", () => {
  it("are counted from the first 1 to the last", () => {
    expect([1, 0.25, 3, 0.1, Math.fround(0.1)].map(bitsOf)).toEqual([1, 1, 2, 52, 24]);
    expect([0, Number.NaN, Number.POSITIVE_INFINITY].map(bitsOf)).toEqual([0, 0, 0]);
  });

  it("are as few as those of a near number", () => {
    expect(bitsNear(0.3 - 0.05, 4)).toBe(1);
    expect(bitsNear(0.1, 0)).toBeGreaterThan(50);
  });
});

describe("numbers that are nearly right", async () => {
  const line = await courseExercise("ex10-mse-gradients");
  const softmax = await courseExercise("ex41-softmax");
  const sigmoid = await courseExercise("ex14-sigmoid");

  it.each([4, 5, 7, 9])("are told for a forward difference with h = 1e-%i, with its step", async (k) => {
    const h = Number(`1e-${k}`);
    const finding = await findingWith(line, {
      mseLossDw: (x: Vector, y: Vector, w: number, b: number) => (mse(x, y, w + h, b) - mse(x, y, w, b)) / h,
    });
    expect(idOf(finding)).toBe("difference-quotient");
    expect(finding?.message).toContain(`h = 1e-${k} is`);
  });

  it.each([3, 4, 5, 6, 8])("are told for a central difference with h = 1e-%i, with its step", async (k) => {
    const h = Number(`1e-${k}`);
    const finding = await findingWith(line, {
      mseLossDw: (x: Vector, y: Vector, w: number, b: number) =>
        (mse(x, y, w + h, b) - mse(x, y, w - h, b)) / (2 * h),
    });
    expect(idOf(finding)).toBe("difference-quotient");
    expect(finding?.message).toContain(`h = 1e-${k} is`);
  });

  it("are told for a difference in place of the sigmoid's slope", async () => {
    const s = (z: number): number => 1 / (1 + Math.exp(-z));
    const finding = await findingWith(sigmoid, {
      sigmoidPrime: (z: number) => (s(z + 1e-6) - s(z - 1e-6)) / 2e-6,
    });
    expect(idOf(finding)).toBe("difference-quotient");
  });

  it("are told for differences of the root of the loss, as two things", async () => {
    const finding = await findingWith(line, {
      mseLossDw: (x: Vector, y: Vector, w: number, b: number) =>
        (rmse(x, y, w + 1e-7, b) - rmse(x, y, w, b)) / 1e-7,
    });
    expect(finding?.cause).toMatchObject({ kind: "pair", id: "gradient-of-root+difference-quotient" });
  });

  it("are told for single precision, of results and of terms", async () => {
    const results = await findingOf(line, "mseLossDw", (right) => Math.fround(right as number));
    expect(idOf(results)).toBe("single-precision");
    const terms = await findingWith(line, {
      mseLossDw: (x: Vector, y: Vector, w: number, b: number) =>
        (-2 / x.length) *
        Float32Array.from(x, (xi, i) => xi * (y[i]! - (w * xi + b))).reduce((sum, term) => sum + term, 0),
    });
    expect(terms?.message).toMatch(/^Right where the numbers are short, off by about 1e-8 /);
    const shares = await findingWith(softmax, {
      softmax: (Z: number[][]) =>
        Z.map((row) => {
          const e = row.map((z) => Math.fround(Math.exp(z - Math.max(...row))));
          return e.map((one) => one / e.reduce((a, b) => a + b, 0));
        }),
    });
    expect(idOf(shares)).toBe("single-precision");
  });

  it("are told for decimals that were cut, and not for what is merely near them", async () => {
    const cut = await findingOf(line, "mseLossDw", (right) => Number((right as number).toFixed(4)));
    expect(cut?.message).toContain("is rounded to 4 decimals");
    const near = await findingOf(line, "mseLossDw", (right) => (right as number) + 1e-9);
    expect(idOf(near)).toBe("constant-offset");
  });

  it("get no cause where a small number was added, or a small share", async () => {
    const added = await findingOf(line, "mseLossDw", (right) => (right as number) * (1 + 3e-8));
    expect(idOf(added)).toBe("constant-factor");
    const share = await findingOf(softmax, "softmax", (right) => each(right, (x) => x + 1e-9 * x * (1 - x)));
    expect(share?.cause).toBeUndefined();
  });

  it("get no cause where they are noise of another size at every call", async () => {
    const rng = random(11, "noise");
    const noise = await findingOf(line, "mseLossDw", (right) => (right as number) + 1e-5 * (rng() - 0.5));
    expect(noise?.cause).toBeUndefined();
  });
});

describe("another function of the loss", async () => {
  const line = await courseExercise("ex10-mse-gradients");

  it.each([
    ["root", (right: number, loss: number) => right / (2 * Math.sqrt(loss)), "gradient-of-root"],
    ["logarithm", (right: number, loss: number) => right / loss, "gradient-of-logarithm"],
    ["square", (right: number, loss: number) => 2 * loss * right, "gradient-of-square"],
  ])("is told: its %s", async (_, of, id) => {
    const finding = await findingOf(line, "mseLossDw", (right, inputs) => {
      const { x, y, w, b } = inputs as { x: Vector; y: Vector; w: number; b: number };
      return of(right as number, mse(x, y, w, b));
    });
    expect(idOf(finding)).toBe(id);
  });
});

describe("an answer that is always the same", async () => {
  const sigmoid = await courseExercise("ex14-sigmoid");

  it("is called that, and not the right one rounded", async () => {
    const finding = await findingOf(sigmoid, "sigmoidPrimeFromOutput", () => 1);
    expect(idOf(finding)).toBe("always-the-same");
    expect(finding?.message).toMatch(/^Your answer is 1 on every input\./);
  });
});
