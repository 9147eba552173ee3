/** Why an edit that passes is none: it gives the same on far more inputs than the judge tries. */
import type { Exercise } from "../../exercise/exercise.ts";
import { answerOf, type Given, isRightValue } from "../../judge/causes/neighbour-answer.ts";
import type { NeighbourProgram } from "../../judge/causes/neighbour-program.ts";
import { plansOf } from "../../judge/plan.ts";
import type { Value } from "../../value.ts";

/** Seeds of further inputs. */
const SEEDS = [101, 102, 103];

export type Equivalence = "the same to the last bit" | "the same but for rounding";

/**
 * Nothing where an input tells the edit from the right form that it is of: then the judge has overlooked it. Where the
 * contract leaves a choice, forms differ.
 */
export function equivalence(
  exercise: Exercise,
  program: NeighbourProgram,
  edit: number,
): Equivalence | undefined {
  const form = program.formOf(edit);
  let isExact = true;
  for (const seed of SEEDS)
    for (const { name, fn, values, edges } of further(exercise, seed))
      for (const given of [...values, ...edges]) {
        const mine = answerOf(program, edit, name, fn, given);
        const right = rightTo(given, form, () => answerOf(program, -form, name, fn, given));
        if (JSON.stringify(mine) === right) continue;
        if (mine === undefined || right === undefined) return undefined;
        isExact = false;
        if (!isRightValue(given, mine)) return undefined;
      }
  return isExact ? "the same to the last bit" : "the same but for rounding";
}

const answered = new WeakMap<Given, Map<number, string | undefined>>();

/** A right form's answer as a text, asked once. */
function rightTo(given: Given, form: number, ask: () => Value | undefined): string | undefined {
  const known = answered.get(given) ?? new Map<number, string | undefined>();
  answered.set(given, known);
  if (!known.has(form)) known.set(form, JSON.stringify(ask()));
  return known.get(form);
}

const kept = new WeakMap<Exercise, Map<number, ReturnType<typeof plansOf>>>();

/** The plans of several seeds, each made once; the judge keeps those of one seed only. */
function further(exercise: Exercise, seed: number): ReturnType<typeof plansOf> {
  const all = kept.get(exercise) ?? new Map();
  kept.set(exercise, all);
  const plans = all.get(seed) ?? plansOf({ ...exercise }, seed);
  all.set(seed, plans);
  return plans;
}
