import { findSlug, slugs } from "../../course/exercises.ts";
import { UsageError } from "../../usage-error.ts";

/**
 * The exercises that `--exercises` names, in the order of the course; all without it.
 *
 * @throws UsageError for a name that means none, or no name at all
 */
export function exercisesGiven(list: string | undefined): readonly string[] {
  const all = slugs();
  if (list === undefined) return all;
  const typed = list.split(",").filter((name) => name.trim() !== "");
  if (typed.length === 0)
    throw new UsageError(
      "--exercises: names such as ex09,ex10 expected, got none; `npm run grade` lists them",
    );
  const chosen = new Set(typed.map((name) => findSlug(name, all)));
  return all.filter((slug) => chosen.has(slug));
}
