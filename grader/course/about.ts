/** What an exercise is called and worth, of code or of derivation. */
import { pointsOf, pointsOfDerivation } from "../judge/points.ts";
import { isDerivation, loadExercise } from "./exercises.ts";

export interface AboutExercise {
  readonly slug: string;
  readonly title: string;
  readonly unit: number;
  readonly unitTitle: string;
  readonly requires: readonly string[];
  readonly hints: readonly string[];
  /** The page that it belongs to. */
  readonly derivation: string;
  readonly points: number;
}

export async function aboutExercise(
  slug: string,
  points?: Readonly<Record<string, number>>,
): Promise<AboutExercise> {
  if (isDerivation(slug)) {
    // What reads formulas is loaded for derivations alone.
    const { loadDerivation } = await import("./derivations.ts");
    const { exercise } = await loadDerivation(slug, points);
    const { title, unit, unitTitle, requires, hints, page } = exercise;
    return {
      slug,
      title,
      unit,
      unitTitle,
      requires,
      hints,
      derivation: page,
      points: pointsOfDerivation(exercise),
    };
  }
  const exercise = await loadExercise(slug, points);
  const { title, unit, unitTitle, requires, hints, derivation } = exercise;
  return { slug, title, unit, unitTitle, requires, hints, derivation, points: pointsOf(exercise) };
}
