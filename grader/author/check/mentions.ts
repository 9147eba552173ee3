/**
 * Exercises that are spoken of: who reads of one is not sent to a page that is not there.
 */
import type { Exercise } from "../../exercise/exercise.ts";
import { derivationPath, idsIn, isPlanned, PLANNED, pathsOf, type Slug } from "../course.ts";
import { textOf } from "../text-of.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { textsOf } from "./texts.ts";

/** Required exercises that neither the course has nor its plan. Those of the plan come one by one. */
export function unknownRequirements(root: string, slug: Slug, { requires }: Exercise): Refusal[] {
  const file = pathsOf(slug).exercise;
  const there = idsIn(root);
  return requires.flatMap((id, i) => {
    if (!/^ex\d{2,3}$/.test(id)) return [refuse(file, `requires "${id}"`, 'write a number, like "ex09"')];
    if (id === slug.id) return [refuse(file, "requires itself", "name what comes before it")];
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
  const there = idsIn(root);
  const absent = (text: string): readonly string[] => mentionsIn(text).filter((id) => !there.has(id));
  const refusal = (file: string, where: string, id: string): Refusal =>
    refuse(file, `${where}speaks of ${id}, which the course does not have`, "say it without");
  const pages = [task, derivationPath(exercise.derivation)].flatMap((file) =>
    textOf(root, file)
      .split("\n")
      .flatMap((line, i) => absent(line).map((id) => refusal(`${file}:${i + 1}`, "", id))),
  );
  const said = textsOf(exercise).flatMap(({ where, text }) =>
    absent(text).map((id) => refusal(declaration, `${where} `, id)),
  );
  return [...pages, ...said];
}

/** "ex32", "exercise 32", each once. */
const mentionsIn = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(/\b(?:ex|exercises?\s+)(\d{1,3})\b/gi)].map(
      ([, number = ""]) => `ex${number.padStart(2, "0")}`,
    ),
  ),
];
