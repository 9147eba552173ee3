/**
 * The older form of an exercise, with `defineExercise`, a mistakes.ts and a README.md by hand. All that is known of it
 * outside of this file: check/readme.ts, and the questions put to `isOldForm`.
 */
import { pathsOf, type Slug } from "./course.ts";
import { textOf } from "./text-of.ts";

export const isOldForm = (root: string, slug: Slug): boolean =>
  /\bdefineExercise\b/.test(textOf(root, pathsOf(slug).exercise));

/** Where mistakes are declared. */
export const mistakesFile = (root: string, slug: Slug): string =>
  isOldForm(root, slug) ? oldMistakes(slug) : pathsOf(slug).exercise;

export const oldMistakes = (slug: Slug): string => `${pathsOf(slug).folder}/mistakes.ts`;
