import { describe, expect, test } from "vitest";
import exercise from "../../exercises/ex46-hidden-layer/exercise.ts";
import { argumentsOf, valueCases } from "../../grader/judge/cases.ts";
import { differenceOf } from "../../grader/judge/compare.ts";
import type { Value } from "../../grader/value.ts";
import { mean } from "../../reference/num.ts";
import { normal, random } from "../../reference/random.ts";
import { activations, exampleLoss } from "../../reference/sigmoid-network.ts";
import { gradient, lift, plainOf } from "../../reference/tracked.ts";
import * as solution from "../../solutions/ex46-hidden-layer.ts";

const functions = Object.entries(exercise.functions);
const answer = (name: string, args: readonly Value[]): Value =>
  (solution as unknown as Record<string, (...args: readonly Value[]) => Value>)[name]!(...args);

describe("ex46", () => {
  const H = [
    [0.5, 0.25],
    [0.5, 0.5],
  ];
  const error = [
    [1, -1, 0.5],
    [0, 1, 0],
  ];
  const delta = [
    [-0.375, -0.5625],
    [0.5, 1],
  ];

  test("the task's example, in both layouts", () => {
    const inOut = [
      [1, 2, -1],
      [0, 4, 2],
    ];
    const outIn = [
      [1, 0],
      [2, 4],
      [-1, 2],
    ];
    expect(solution.hiddenLayerGradient(H, inOut, error)).toEqual(delta);
    expect(solution.hiddenGradients([[4], [-2]], H, outIn, error)).toEqual({
      delta,
      dW: [[-2.5], [-4.25]],
      db: [0.125, 0.4375],
    });
    // The derivation's numbers: output weights after a step with learning rate 0.25.
    const stepped = [
      [0.875, -0.0625],
      [2, 3.9375],
      [-1.0625, 1.96875],
    ];
    expect(solution.hiddenGradients([[4], [-2]], H, stepped, error).delta[0]![0]).toBe(-0.4140625);
  });

  test.each(functions)("closed form and reverse mode of %s agree", (name, fn) => {
    for (const { inputs, expected } of valueCases(fn, 46, name)) {
      expect(differenceOf(answer(name, argumentsOf(fn, inputs)), expected)).toBeUndefined();
    }
  });

  test("fed with the output error of a whole network, dW and db are the gradient of its loss", () => {
    const rng = random(46, "network");
    const draws = (rows: number, columns: number): number[][] =>
      Array.from({ length: rows }, () => Array.from({ length: columns }, () => normal(rng)));
    const [n, m, d, t] = [5, 2, 4, 3];
    const [X, Y] = [draws(n, m), draws(n, t)];
    const p = { W1: draws(d, m), b1: draws(1, d)[0]!, W2: draws(t, d), b2: draws(1, t)[0]! };

    const lifted = lift({ X, Y, p });
    const loss = mean(lifted.X.map((x, i) => exampleLoss(x, lifted.Y[i]!, lifted.p)));
    const expected = gradient(loss, { dW: lifted.p.W1, db: lifted.p.b1 });

    const layers = X.map((x) => plainOf({ ...activations(lift(x), lift(p)) })) as {
      hidden: number[];
      output: number[];
    }[];
    const deltaOut = layers.map(({ output }, i) =>
      output.map((a, j) => (2 / (n * t)) * (a - Y[i]![j]!) * a * (1 - a)),
    );
    const A1 = layers.map(({ hidden }) => hidden);
    const { dW, db } = solution.hiddenGradients(X, A1, p.W2, deltaOut);
    expect(differenceOf({ dW, db }, expected)).toBeUndefined();
  });
});
