import { derivationSlugs, findSlug, loadExercise, shortName, slugs } from "../../course/exercises.ts";
import { ownCourse } from "../../course/own.ts";
import { alongWay, WAYS } from "../../course/ways.ts";
import { UsageError } from "../../usage-error.ts";

/**
 * The exercises that `--exercises` names, in the order of the course; all of code without it. Derivations count where
 * they are named, here or by the config of a course of one's own.
 *
 * @throws UsageError for a name that means none, or no name at all
 */
export function exercisesGiven(list: string | undefined): readonly string[] {
  if (list === undefined) return [...slugs(), ...(ownCourse()?.derivations ?? [])];
  const all = [...slugs(), ...derivationSlugs()];
  const typed = list.split(",").filter((name) => name.trim() !== "");
  if (typed.length === 0)
    throw new UsageError(
      "--exercises: names such as ex09,ex10 expected, got none; `npm run grade` lists them",
    );
  const chosen = new Set(typed.map((name) => findSlug(name, all)));
  return all.filter((slug) => chosen.has(slug));
}

/**
 * The exercises of the way that `--path` names; undefined without it.
 *
 * @throws UsageError for a name that means none, or beside `--exercises`
 */
export async function exercisesAlong(
  name: string | undefined,
  list: string | undefined,
): Promise<string | undefined> {
  if (name === undefined) return list;
  if (list !== undefined)
    throw new UsageError("--path: it says which exercises there are, and so does --exercises; leave one out");
  const way = WAYS.find((one) => one.name === name);
  if (way === undefined)
    throw new UsageError(
      `--path: ${WAYS.map((one) => one.name).join(", ")} expected, got ${JSON.stringify(name)}`,
    );
  const all = await Promise.all(
    slugs().map(async (slug) => {
      const { unit, requires } = await loadExercise(slug);
      return { id: shortName(slug), unit, requires };
    }),
  );
  return alongWay(way, all)
    .map(({ id }) => id)
    .join(",");
}
