/**
 * Exercises that are spoken of: who reads of one is not sent to a page that is not there.
 */
import type { Exercise } from "../../exercise/exercise.ts";
import { derivationPath, idsIn, isPlanned, PLANNED, pathsOf, type Slug } from "../course.ts";
import { textOf } from "../text-of.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { type Said, textsOf } from "./texts.ts";

/** Required exercises that neither the course has nor its plan. Those of the plan come one by one. */
export const unknownRequirements = (root: string, slug: Slug, { requires }: Exercise): Refusal[] =>
  wrongRequirements(root, pathsOf(slug).exercise, slug.id, requires);

/** @param own the number of what requires */
export function wrongRequirements(
  root: string,
  file: string,
  own: string,
  requires: readonly string[],
): Refusal[] {
  const there = idsIn(root);
  return requires.flatMap((id, i) => {
    if (!/^ex\d{2,3}$/.test(id)) return [refuse(file, `requires "${id}"`, 'write a number, like "ex09"')];
    if (id === own) return [refuse(file, "requires itself", "name what comes before it")];
    if (requires.indexOf(id) < i) return [refuse(file, `requires ${id} twice`, "name it once")];
    return there.has(id) || isPlanned(id)
      ? []
      : [
          refuse(
            file,
            `requires ${id}, which neither the course has nor its plan, ex01 to ex${PLANNED}`,
            "name one of these",
          ),
        ];
  });
}

/** Texts that send to an exercise which the course does not have. */
export function absentMentions(root: string, slug: Slug, exercise: Exercise): Refusal[] {
  const { exercise: declaration, task } = pathsOf(slug);
  return mentionsOf(root, declaration, [task, derivationPath(exercise.derivation)], textsOf(exercise));
}

/** @param said what stands in the declaration */
export function mentionsOf(
  root: string,
  declaration: string,
  files: readonly string[],
  said: readonly Said[],
): Refusal[] {
  const there = idsIn(root);
  const absent = (text: string): readonly string[] => mentionsIn(text).filter((id) => !there.has(id));
  const refusal = (file: string, where: string, id: string): Refusal =>
    refuse(file, `${where}speaks of ${id}, which the course does not have`, "say it without");
  const inFiles = files.flatMap((file) =>
    textOf(root, file)
      .split("\n")
      .flatMap((line, i) => absent(line).map((id) => refusal(`${file}:${i + 1}`, "", id))),
  );
  return [
    ...inFiles,
    ...said.flatMap(({ where, text }) => absent(text).map((id) => refusal(declaration, `${where} `, id))),
  ];
}

/** "ex32", "exercise 32", each once. */
const mentionsIn = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(/\b(?:ex|exercises?\s+)(\d{1,3})\b/gi)].map(
      ([, number = ""]) => `ex${number.padStart(2, "0")}`,
    ),
  ),
];
