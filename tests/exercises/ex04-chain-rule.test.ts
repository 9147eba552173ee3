import { expect, test } from "vitest";
import exercise from "../../exercises/ex04-chain-rule/exercise.ts";
import { toleranceOf } from "../../grader/exercise/tolerance.ts";
import { valueCases } from "../../grader/judge/cases.ts";
import { chainDerivative, throughChain } from "../../reference/differentiation/chain.ts";
import { type FunctionName, functionOf } from "../../reference/functions/known.ts";
import { Num } from "../../reference/numbers/num.ts";
import { chainDeriv, chainDeriv2, chainDeriv3 } from "../../solutions/ex04-chain-rule.ts";

type Fn = (x: number) => number;

const named = (...names: string[]): FunctionName[] => names.map((fn) => ({ fn }));
const functionsOf = (names: readonly FunctionName[]): Fn[] => names.map((name) => functionOf(name).value);
const square: Fn = functionOf({ fn: "square" }).value;
const sigmoid: Fn = functionOf({ fn: "sigmoid" }).value;
const leakyRelu: Fn = functionOf({ fn: "leakyRelu" }).value;

const casesOf = (name: string) =>
  valueCases(exercise.functions[name]!, 7, name).map(({ inputs, expected }) => ({
    ...(inputs as { chain: FunctionName[]; x: number; h: number | undefined }),
    expected: expected as Num,
  }));

test("the document's backward passes come out as printed", () => {
  expect(chainDeriv2([square, sigmoid], 2)).toBe(0.0706508353807067);
  expect(chainDeriv3([leakyRelu, square, sigmoid], -4)).toBe(-0.07233643296206184);
  expect(chainDerivative(named("square", "sigmoid"), new Num(2)).value).toBe(0.0706508353807067);
});

test("the document's forward passes come out as printed", () => {
  const end = (names: FunctionName[], x: number) => throughChain(names, new Num(x)).at(-1)?.value;
  expect(end(named("square", "sigmoid"), 2)).toBe(0.9820137900379085);
  expect(end(named("leakyRelu", "square", "sigmoid"), -4)).toBe(0.6547534606063192);
});

test.each(["chainDeriv2", "chainDeriv3", "chainDeriv"])(
  "%s: the product taken from the end of the chain is right, and a millionth shows",
  (name) => {
    const cases = casesOf(name);
    for (const { chain, x, h, expected } of cases) {
      const links = functionsOf(chain);
      const fromTheEnd = (n: number): number =>
        n === 0
          ? 1
          : chainDeriv(
              [links[n - 1]!],
              links.slice(0, n - 1).reduce((u, f) => f(u), x),
              h,
            ) * fromTheEnd(n - 1);
      expect(Math.abs(fromTheEnd(links.length) - expected.value)).toBeLessThanOrEqual(toleranceOf(expected));
    }
    const shown = cases.filter(({ expected }) => 1e-6 * Math.abs(expected.value) > toleranceOf(expected));
    expect(shown.length).toBeGreaterThan(0.9 * cases.length);
  },
);

test("the tolerance of a long chain stays a small multiple of rounding divided by the step", () => {
  const slope = chainDerivative(named("sin", "tanh", "sin", "sigmoid", "sin", "cos"), new Num(1), 1e-3);
  expect(toleranceOf(slope)).toBeLessThan(1e-8 * Math.abs(slope.value));
});
