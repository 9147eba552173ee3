import { describe, expect, it } from "vitest";
import type { AnyFunction } from "../../grader/exercise/exercise.ts";
import { toleranceOf } from "../../grader/exercise/tolerance.ts";
import { valueCases } from "../../grader/judge/cases.ts";
import { differenceOf } from "../../grader/judge/compare.ts";
import { chainDerivative } from "../../reference/differentiation/chain.ts";
import { Num } from "../../reference/numbers/num.ts";
import { courseExercise } from "./course.ts";

interface Line {
  readonly x: number[];
  readonly y: number[];
  readonly w: number;
  readonly b: number;
}

const residual = ({ x, y, w, b }: Line, i: number): number => y[i]! - (w * x[i]! + b);

/** Neumaier's compensated sum. */
function compensated(terms: readonly number[]): number {
  let sum = 0;
  let lost = 0;
  for (const term of terms) {
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  return sum + lost;
}

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const total = (terms: readonly number[]): number => terms.reduce((s, t) => s + t, 0);

/** Ways to write ∂L/∂w that are all right. */
const routes: Readonly<Record<string, (line: Line) => number>> = {
  "compensated sums": (line) =>
    (-2 / line.x.length) * compensated(line.x.map((xi, i) => xi * residual(line, i))),
  "the sum from the last example to the first": (line) =>
    (-2 / line.x.length) * total(line.x.map((xi, i) => xi * residual(line, i)).reverse()),
  "moments: 2(w·mean x² + b·mean x − mean xy)": ({ x, y, w, b }) => {
    const mean = (terms: number[]): number => total(terms) / terms.length;
    return 2 * (w * mean(x.map((v) => v * v)) + b * mean(x) - mean(x.map((v, i) => v * y[i]!)));
  },
  "a typed array of errors": (line) => {
    const errors = Float64Array.from(line.x, (_, i) => -residual(line, i));
    return errors.reduce((s, e, i) => s + (2 * e * line.x[i]!) / errors.length, 0);
  },
  "pairwise sums": (line) => {
    const pairwise = (terms: number[]): number =>
      terms.length < 2
        ? (terms[0] ?? 0)
        : pairwise(terms.slice(0, terms.length >> 1)) + pairwise(terms.slice(terms.length >> 1));
    return (-2 * pairwise(range(line.x.length).map((i) => line.x[i]! * residual(line, i)))) / line.x.length;
  },
  "−0 where the answer is 0": (line) => {
    const right = (-2 / line.x.length) * total(line.x.map((xi, i) => xi * residual(line, i)));
    return right === 0 ? -0 : right;
  },
};

const SEEDS = 1000;

describe("the tolerance", async () => {
  const { functions } = await courseExercise("ex10-mse-gradients");
  const fn = functions.mseLossDw as AnyFunction;

  it(`lets right answers by ${Object.keys(routes).length} routes pass on ${SEEDS} seeds, and fails each with a relative error of 1e-6`, () => {
    const planted = Object.fromEntries(Object.keys(routes).map((name) => [name, 0]));
    for (let seed = 0; seed < SEEDS; seed++) {
      // Each seed is a fifth of a value check: the same cases, other ones from seed to seed.
      const cases = valueCases(fn, seed, `routes/${seed}`).filter((_, i) => i % 5 === seed % 5);
      for (const [name, route] of Object.entries(routes)) {
        let shown = 0;
        for (const { inputs, expected } of cases) {
          const answer = route(inputs as unknown as Line);
          const difference = differenceOf(answer, expected);
          if (difference !== undefined)
            expect.fail(`${name}, seed ${seed}: ${JSON.stringify({ inputs, difference })}`);
          if (differenceOf(answer * (1 + 1e-6), expected) !== undefined) shown++;
        }
        expect(shown, `${name}, seed ${seed}`).toBeGreaterThan(0.9 * cases.length);
        planted[name] = (planted[name] ?? 0) + shown;
      }
    }
    for (const shown of Object.values(planted)) expect(shown).toBeGreaterThan(0.95 * SEEDS * 40);
  });

  it("is the documented formula and knows nothing of the student's value", () => {
    const tolerance = 8 * (3 + 8) * 2 ** -53 * 5 + (3 + 8) * 2 ** -1022;
    expect(toleranceOf(new Num(2, 5, 3))).toBe(tolerance);
    expect(differenceOf(1e300, new Num(2))).toMatchObject({ tolerance: toleranceOf(new Num(2)) });
  });

  it("fails NaN and infinities where the right answer is finite, and takes them where they are right", () => {
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(differenceOf(wrong, new Num(2))).toBeDefined();
      expect(differenceOf(wrong, new Num(wrong))).toBeUndefined();
    }
    expect(differenceOf(2, new Num(Number.NaN))).toBeDefined();
    expect(differenceOf(Number.MAX_VALUE, new Num(Number.POSITIVE_INFINITY))).toBeDefined();
  });
});

it("stays a small multiple of rounding divided by the step, for a long chain of central quotients", () => {
  const chain = ["sin", "tanh", "sin", "sigmoid", "sin", "cos"].map((fn) => ({ fn }));
  const slope = chainDerivative(chain, new Num(1), 1e-3);
  expect(toleranceOf(slope)).toBeLessThan(1e-8 * Math.abs(slope.value));
});
