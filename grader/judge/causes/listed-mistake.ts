/**
 * The mistakes that an exercise lists: each is a wrong formula, and named where all answers are its values.
 */
import type { Exercise } from "../../exercise/exercise.ts";
import type { Answer } from "../answer.ts";
import { valuesOf } from "../expected.ts";
import { mistakeCase } from "../mistake-case.ts";
import { because, type Diagnosis, isEnough, type Source } from "./diagnosis.ts";
import { type Match, matchAll } from "./recognise.ts";

/** So many cases are NaN or infinite by the mistake, and so many are not. */
const SPOILED = 3;

/** A listed mistake may say where the answer is NaN, if it says as well where it is a number. */
const spoils = ({ spoiled, finite }: Match): boolean => Math.min(spoiled, finite) >= SPOILED;

/** The first mistake of the list that gives all answers. */
export const fromList: Source = ({ exercise, name, answers }) =>
  listedMistake(exercise, name, answers, (match) => isEnough(match.informative, answers) || spoils(match));

/** The first mistake of the exercise's list that gives all answers, on enough of which it could have been told. */
export function listedMistake(
  exercise: Exercise,
  name: string,
  answers: readonly Answer[],
  enough: (match: Match) => boolean,
): Diagnosis | undefined {
  for (const [slug, { is, says, read }] of Object.entries(exercise.mistakes[name] ?? {})) {
    const match = matchAll(answers, (answer) =>
      is(mistakeCase(exercise, name, answer.inputs, () => valuesOf(answer.expected))),
    );
    if (match !== undefined && enough(match)) return { ...because("mistake", slug, says, match), read };
  }
  return undefined;
}
