/**
 * The files of a new exercise: they compile, and each TODO in them is refused by the check until it is done.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { derivationPath, pathsOf, type Slug, slugOf, slugsIn } from "./course.ts";
import derivationText from "./new/derivation.md.hbs";
import exerciseText from "./new/exercise.ts.hbs";
import solutionText from "./new/solution.ts.hbs";
import taskText from "./new/task.md.hbs";
import { writeWhole } from "./write-whole.ts";

/** Why an exercise cannot be made: the author's to mend. */
export class RefusedName extends Error {
  override readonly name = "RefusedName";
}

export interface NewOptions {
  /** Name of the page that it belongs to; one is written where there is none. */
  readonly derivation?: string;
  /** True for an exercise outside the course, which imports the form by its name. */
  readonly isOutside?: boolean;
}

/**
 * Writes a new exercise.
 *
 * @param placeOf where a file lies, by its path from the root; in the course unless told
 * @returns the paths written, from the root
 * @throws RefusedName for a bad name, or a number or name in use
 */
export function newExercise(
  root: string,
  text: string,
  { derivation, isOutside = false }: NewOptions = {},
  placeOf = (path: string): string => join(root, path),
): string[] {
  const slug = freshSlug(root, text);
  const page = derivation ?? slug.name;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(page)) {
    throw new RefusedName(`a derivation is named like mse-line, got ${page}`);
  }
  const paths = pathsOf(slug);
  const form = isOutside ? "chainrule/form" : "../../grader/exercise/form.ts";
  const words = { name: camel(slug.name), page, form };
  const files: Record<string, string> = {
    [paths.exercise]: exerciseText(words),
    [paths.task]: taskText(words),
    [paths.solution]: solutionText(words),
  };
  if (!existsSync(join(root, derivationPath(page)))) files[derivationPath(page)] = derivationText(words);
  if (existsSync(placeOf(paths.solution))) throw new RefusedName(`${paths.solution} exists already`);
  for (const [file, contents] of Object.entries(files)) writeWhole(placeOf(file), contents);
  return Object.keys(files);
}

/** "mse-gradients" → "mseGradients" */
const camel = (name: string): string =>
  name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

function freshSlug(root: string, text: string): Slug {
  const slug = slugOf(text);
  if (slug === undefined) {
    throw new RefusedName(
      `an exercise is named by a number and a word or two, like ex74-softplus, got ${text}`,
    );
  }
  for (const used of slugsIn(root).map(slugOf)) {
    if (used?.slug === slug.slug) throw new RefusedName(`exercises/${slug.slug} exists already`);
    if (used?.id === slug.id) throw new RefusedName(`${slug.id} is taken by exercises/${used.slug}`);
    if (used?.name === slug.name) throw new RefusedName(`${slug.name} is taken by exercises/${used.slug}`);
  }
  return slug;
}
