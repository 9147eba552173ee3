import { sample } from "fast-check";
import { describe, expect, it } from "vitest";
import { inputsOf } from "../../grader/deep/inputs.ts";
import { args, matrix, scalar, vector } from "../../grader/exercise/form.ts";
import { numbersIn } from "../../grader/judge/entries.ts";
import { sizesOf } from "../../grader/judge/sizes.ts";
import { mean, num } from "../../reference/numbers/num.ts";

const two = args({
  X: matrix("n d", "rows"),
  y: vector("n", "targets"),
  p: vector("d", "shares", { domain: "probability" }),
  a: scalar("a rate", { between: [-2, 5] }),
}).answer({ returns: scalar("a number"), is: ({ y }) => mean(y) });

const fn = two as never;
const drawn = sample(
  inputsOf(fn, () => undefined),
  { seed: 3, numRuns: 2000 },
).flatMap((one) => one ?? []);
const all = drawn.flatMap(({ inputs: { X, y } }) => numbersIn([X, y] as never));

describe("inputs of a search", () => {
  it.each([0, -0, 1, -1, 1e-300, 1e6])("hold the number %d", (x) => {
    expect(all.some((one) => Object.is(one, x))).toBe(true);
  });

  it("hold numbers beyond a thousand, equal entries, opposite ones and equal rows", () => {
    const has = (found: (y: number[], X: number[][]) => boolean) =>
      drawn.some(({ inputs: { X, y } }) => found(y as number[], X as number[][]));
    expect(all.some((x) => Math.abs(x) > 1000)).toBe(true);
    expect(has((y) => y.some((yi, i) => yi === y[i - 1] && !Number.isInteger(4 * yi)))).toBe(true);
    expect(has((y) => y.some((yi, i) => yi !== 0 && yi === -y[i - 1]!))).toBe(true);
    expect(has((_, X) => X.length > 1 && X[0]!.every((x, j) => x === X[1]![j]))).toBe(true);
  });

  it("have each argument's own numbers, so that a function of two can be told from one of the first", () => {
    const pair = args({ u: vector("n", "numbers"), v: vector("n", "others") }).answer({
      returns: scalar("a number"),
      is: ({ u }) => mean(u),
    }) as never;
    const pairs = sample(
      inputsOf(pair, () => undefined),
      { seed: 3, numRuns: 500 },
    ).flatMap((one) => (one === undefined ? [] : [one.inputs as { u: number[]; v: number[] }]));
    expect(pairs.length).toBeGreaterThan(400);
    const shared = pairs.filter(({ u, v }) => u.filter((x) => v.includes(x)).length > u.length / 2);
    expect(shared.length).toBeLessThan(0.1 * pairs.length);
  });

  it("stay in their domains", () => {
    for (const { inputs } of drawn) {
      for (const p of inputs.p as number[]) expect(p > 0 && p < 1, `${p}`).toBe(true);
      expect(inputs.a as number).toBeGreaterThanOrEqual(-2);
      expect(inputs.a as number).toBeLessThanOrEqual(5);
    }
    expect(drawn.some(({ inputs: { a } }) => a === 5)).toBe(true);
  });

  it("have different sizes, one of them 1 at times", () => {
    const sizes = drawn.map(({ inputs }) => sizesOf(fn, inputs));
    expect(sizes.filter(({ n, d }) => n === d)).toEqual([]);
    expect(sizes.some(({ n }) => n === 1)).toBe(true);
    expect(sizes.some(({ d }) => d === 1)).toBe(true);
  });

  it("leave out what the declaration refuses", () => {
    const positive = args({ x: scalar("a number") }, { accepts: ({ x }) => x > 0 });
    const one = positive.answer({ returns: scalar("a number"), is: ({ x }) => num(x) }) as never;
    const inputs = sample(
      inputsOf(one, () => undefined),
      { seed: 1, numRuns: 300 },
    );
    expect(inputs).toContain(undefined);
    for (const given of inputs) if (given) expect(given.inputs.x as number).toBeGreaterThan(0);
  });
});
