/**
 * What is wrong with laws, as refusals, and an exercise without the laws that cannot be judged by.
 */
import type { Exercise } from "../../../exercise/exercise.ts";
import { pathsOf, type Slug } from "../../course.ts";
import { textOf } from "../../text-of.ts";
import { placeOf } from "../find-words.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { idleness } from "./idle.ts";
import type { LawFault, SoundLaw, UnsoundLaw } from "./tried.ts";
import { turnedAnswers } from "./turned-answers.ts";

export const unsoundRefusals = (root: string, slug: Slug, unsound: readonly UnsoundLaw[]): Refusal[] =>
  unsound.map(({ fn, law, ...fault }) => lawRefusal(root, slug, fn, law.says, fault));

/** Laws that nothing breaks. */
export async function idleLaws(
  root: string,
  slug: Slug,
  exercise: Exercise,
  sound: readonly SoundLaw[],
): Promise<Refusal[]> {
  const made = new Map<string, ReturnType<typeof turnedAnswers>>();
  const turned = (fn: string): ReturnType<typeof turnedAnswers> => {
    const answers = made.get(fn) ?? turnedAnswers(textOf(root, pathsOf(slug).solution), exercise, fn);
    made.set(fn, answers);
    return answers;
  };
  const refusals: Refusal[] = [];
  for (const one of sound) {
    const fault = await idleness(exercise, turned, one);
    if (fault !== undefined) refusals.push(lawRefusal(root, slug, one.fn, one.law.says, fault));
  }
  return refusals;
}

const lawRefusal = (root: string, slug: Slug, fn: string, says: string, { what, mend }: LawFault): Refusal =>
  refuse(placeOf(root, slug, says), `the law "${says}" of ${fn} ${what}`, mend);

/** The exercise without the laws that were refused. */
export function withoutLaws(exercise: Exercise, refused: readonly UnsoundLaw[]): Exercise {
  if (refused.length === 0) return exercise;
  const out = new Set(refused.map(({ law }) => law));
  return {
    ...exercise,
    functions: Object.fromEntries(
      Object.entries(exercise.functions).map(([name, fn]) => [
        name,
        { ...fn, laws: fn.laws.filter((law) => !out.has(law)) },
      ]),
    ),
  };
}
