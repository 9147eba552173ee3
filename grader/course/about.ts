/** What an exercise is called and worth, of code or of derivation. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pointsOf, pointsOfDerivation } from "../judge/points.ts";
import { isDerivation, loadExercise } from "./exercises.ts";
import { distFolder } from "./home.ts";
import { ownCourse } from "./own.ts";

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

/** What the build writes down of the course's exercises; those of one's own are not among them. */
const STOPS = "stops.json";

/** The unit of an exercise, which is not loaded for that where the build has written it down. */
export async function unitOf(slug: string): Promise<number> {
  const file = join(distFolder(), STOPS);
  const isWritten = ownCourse() === undefined && existsSync(file);
  const stops = isWritten ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, { unit: number }>) : {};
  return stops[slug]?.unit ?? (await aboutExercise(slug)).unit;
}
