/** The derivations that students write: each with what its page gives. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pageOf } from "../derivation/page.ts";
import { type Given, givenBy } from "../derivation/written/given.ts";
import type { DerivationExercise } from "../exercise/derivation.ts";
import { pointsHere } from "./exercises.ts";
import { distFolder } from "./home.ts";

export interface LoadedDerivation {
  readonly exercise: DerivationExercise;
  /** The page's text. */
  readonly page: string;
  /** What is given, read from the page once it is asked for. */
  readonly given: () => Given;
}

const loaded = new Map<string, LoadedDerivation>();

/**
 * A derivation with all that the judge needs; loaded only when it is graded.
 *
 * @param points by slug, in place of the exercise's own
 */
export async function loadDerivation(
  slug: string,
  points: Readonly<Record<string, number>> = pointsHere(),
): Promise<LoadedDerivation> {
  const own = points[slug];
  const key = `${slug}/${own ?? ""}`;
  const known = loaded.get(key);
  if (known !== undefined) return known;
  const file = join(distFolder(), "exercises", `${slug}.js`);
  const { exercise, page } = (await import(pathToFileURL(file).href)) as {
    exercise: DerivationExercise;
    page: string;
  };
  let given: Given | undefined;
  const made = {
    exercise: own === undefined ? exercise : { ...exercise, points: own },
    page,
    given: () => (given ??= givenBy(exercise, pageOf(page, exercise.page))),
  };
  loaded.set(key, made);
  return made;
}
