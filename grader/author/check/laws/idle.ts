/**
 * Laws that nothing breaks: whoever answers wrong is told nothing by them.
 */
import type { Plain, Tracked } from "../../../../reference/numbers/tracked.ts";
import type { AnyFunction, Exercise } from "../../../exercise/exercise.ts";
import type { Answer } from "../../../judge/answer.ts";
import type { Case } from "../../../judge/cases.ts";
import { numbersAlong, sameStructure } from "../../../judge/entries.ts";
import { valuesOf } from "../../../judge/expected.ts";
import { isBroken, measuredValue } from "../../../judge/measured.ts";
import type { Returned, Value } from "../../../value.ts";
import type { LawFault, SoundLaw } from "./tried.ts";
import { mistaken, mutants, randomAnswers, type Wrong } from "./wrong-answers.ts";

/** How often every answer is drawn anew. */
const RANDOM = 5;

/**
 * What is wrong with a law that tells nothing; mistakes are tried first, then mutants of the right answer.
 *
 * @param turned answers of the solution with a distinction turned round, which take long to make
 */
export async function idleness(
  exercise: Exercise,
  turned: (fn: string) => Promise<readonly Wrong[]>,
  { fn: name, cases }: SoundLaw,
): Promise<LawFault | undefined> {
  const fn = exercise.functions[name] as AnyFunction;
  const isBrokenBy = (wrong: Wrong): boolean =>
    cases.some(({ calls, relations }) => {
      const answers = calls.map((given) => answered(fn, given, wrong));
      return answers.every((answer) => answer !== undefined) && relations(answers).some(isBroken);
    });
  if (mistaken(exercise, name).some(isBrokenBy) || mutants(exercise, name).some(isBrokenBy)) return undefined;
  if ((await turned(name)).some(isBrokenBy)) return undefined;
  return Array.from({ length: RANDOM }, (_, i) => randomAnswers(i + 1)).some(isBrokenBy)
    ? {
        what: "is broken by no mistake and by no mutant of the right answer",
        mend: "name the mistake that breaks it, sharpen it, or take it out",
      }
    : {
        what: "holds whatever is answered",
        mend: "let it say something of the answer, or take it out",
      };
}

/** A wrong answer with the bounds of the right one; nothing where the contract refuses it before any law is asked. */
function answered(fn: AnyFunction, { inputs, sizes, expected }: Case, wrong: Wrong): Tracked | undefined {
  const right = valuesOf(expected);
  const answer: Answer = { inputs, sizes, expected, returned: right as Returned, value: right };
  let value: Plain | Value | undefined;
  try {
    value = wrong(answer);
  } catch {
    return undefined;
  }
  if (value === undefined || !sameStructure(value, right, ofOneKind)) return undefined;
  const aligned = fn.align === undefined ? value : fn.align(value as Value, right, inputs);
  return numbersAlong(expected, aligned as Value).every(Number.isFinite)
    ? measuredValue(expected, aligned as Value)
    : undefined;
}

/** Texts and booleans may differ: they are what such an answer has wrong. */
const ofOneKind = (yours: unknown, right: unknown): boolean => typeof yours === typeof right;
