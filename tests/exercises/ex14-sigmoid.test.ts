import { expect, test } from "vitest";
import exercise from "../../exercises/ex14-sigmoid/exercise.ts";
import { toleranceOf } from "../../grader/exercise/tolerance.ts";
import { valueCases } from "../../grader/judge/cases.ts";
import type { Num } from "../../reference/numbers/num.ts";
import { sigmoid, sigmoidPrime, sigmoidPrimeFromOutput } from "../../solutions/ex14-sigmoid.ts";

type Scalar = (input: number) => number;

/** Right answers by other routes, each algebraically equal and without overflow. */
const routes: Readonly<Record<string, readonly Scalar[]>> = {
  sigmoid: [
    sigmoid,
    (z) => (1 + Math.tanh(z / 2)) / 2,
    (z) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z))),
    (z) => 1 - 1 / (1 + Math.exp(z)),
    (z) => Math.exp(-Math.log1p(Math.exp(-z))),
  ],
  sigmoidPrime: [
    sigmoidPrime,
    (z) => sigmoid(z) * (1 - sigmoid(z)),
    (z) => sigmoid(z) * sigmoid(-z),
    (z) => sigmoid(z) - sigmoid(z) ** 2,
    (z) => (1 - Math.tanh(z / 2) ** 2) / 4,
    (z) => 1 / (2 + 2 * Math.cosh(z)),
  ],
  sigmoidPrimeFromOutput: [
    sigmoidPrimeFromOutput,
    (a) => a - a * a,
    (a) => 0.25 - (a - 0.5) ** 2,
    (a) => sigmoidPrime(Math.log(a / (1 - a))),
  ],
};

test.each(Object.keys(routes))(
  "%s: other right routes lie within the tolerance on every drawn input",
  (name) => {
    for (const { inputs, expected } of [1, 2, 3].flatMap((seed) =>
      valueCases(exercise.functions[name]!, seed, name),
    )) {
      const right = expected as Num;
      const [input] = Object.values(inputs) as [number];
      for (const route of routes[name]!) {
        expect(Math.abs(route(input) - right.value), `${route} at ${input}`).toBeLessThanOrEqual(
          toleranceOf(right),
        );
      }
    }
  },
);

test("an error of a millionth shows on nearly all inputs", () => {
  for (const [name, fn] of Object.entries(exercise.functions)) {
    const cases = valueCases(fn, 7, name).map(({ expected }) => expected as Num);
    const shown = cases.filter((right) => 1e-6 * Math.abs(right.value) > toleranceOf(right));
    expect(shown.length).toBeGreaterThan(0.9 * cases.length);
  }
});

test("inputs reach from −40 to 40 for the sigmoid", () => {
  const reach = valueCases(exercise.functions.sigmoid!, 7, "sigmoid").map(({ inputs }) => inputs.z as number);
  expect(Math.min(...reach)).toBeLessThan(-25);
  expect(Math.max(...reach)).toBeGreaterThan(25);
});
