/** The check of gradients that students write in ex50, and the judge's own: the same gradients, the same words. */
import { describe, expect, it } from "vitest";
import { gradientEntries } from "../../grader/judge/gradient-entries.ts";
import { mistakeCase } from "../../grader/judge/mistake-case.ts";
import { plansOf } from "../../grader/judge/plan.ts";
import type { Value } from "../../grader/value.ts";
import { plainOf } from "../../reference/numbers/tracked.ts";
import { courseExercise, solutionOf } from "./course.ts";

const SEED = 5;
const NAME = "computeGradients";

type Matrix = number[][];
type Params = { [name: string]: Matrix };
type Check = (loss: (p: Params) => number, at: Params, grads: Params) => { ok: boolean };
type Forward = (X: Matrix, p: Params) => { yHat: Matrix };

const exercise = await courseExercise("ex48-softmax-network");
const plan = plansOf(exercise, SEED).find(({ name }) => name === NAME)!;
const forwardProp = (await solutionOf("ex48-softmax-network")).forwardProp as unknown as Forward;
const checkGradients = (await solutionOf("ex50-gradient-check")).checkGradients as unknown as Check;

const shapesIn = (params: Value): string =>
  JSON.stringify(Object.values(params as unknown as Params).map((P) => P.map(({ length }) => length)));

describe(`a gradient of ex48's network (seed ${SEED})`, () => {
  it("is accepted by both checks where it is right, and refused by both with each listed mistake", () => {
    const said = { accepted: 0, refused: 0 };
    // Quarters: no probability is so small that its logarithm drowns in rounding.
    for (const { inputs, expected, family } of plan.gradients) {
      if (family !== "quarters") continue;
      const { X, Y, p } = inputs as unknown as { X: Matrix; Y: Matrix; p: Params };
      const loss = (at: Params): number =>
        -forwardProp(X, at).yHat.reduce(
          (sum, row, i) => sum + row.reduce((s, q, c) => s + (Y[i]![c] === 1 ? Math.log(q) : 0), 0),
          0,
        );
      const both = (grads: Value): readonly [judge: boolean, students: boolean] => [
        gradientEntries(plan.fn, inputs, grads, expected).every(({ verdict }) => verdict !== "fail"),
        checkGradients(loss, p, grads as unknown as Params).ok,
      ];
      const right = plainOf(expected) as Value;
      expect(both(right)).toEqual([true, true]);
      said.accepted++;
      for (const [id, mistake] of Object.entries(exercise.mistakes[NAME] ?? {})) {
        const wrong = mistake.is(mistakeCase(exercise, NAME, inputs, () => right)) as Value;
        // Another shape is told before any check.
        if (shapesIn(wrong) !== shapesIn(right)) continue;
        expect(both(wrong), id).toEqual([false, false]);
        said.refused++;
      }
    }
    expect(said.accepted).toBeGreaterThan(2);
    expect(said.refused).toBeGreaterThan(15);
  });
});
