/** Exercises with the neighbours of their right programs, as the build makes them, for tests of the judge. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Exercise } from "../../grader/exercise/exercise.ts";
import {
  type Neighbourhood,
  neighbourhoodOf,
  programIn,
  type StoredNeighbourhood,
} from "../../grader/exercise/neighbourhood.ts";
import { neighbourData } from "../../neighbour-module.mjs";
import { courseExercise } from "./course.ts";

const root = join(import.meta.dirname, "../..");
const textOf = (file: string): string => readFileSync(join(root, file), "utf8").replaceAll("\r\n", "\n");

/** What is stored of an exercise; nothing where its right answers have changed since. */
export async function storedOf(slug: string): Promise<StoredNeighbourhood | undefined> {
  const file: unknown = JSON.parse(textOf(`exercises/${slug}/neighbours.json`));
  const data = neighbourData(file, textOf, await courseExercise(slug));
  return data === undefined ? undefined : (JSON.parse(data) as StoredNeighbourhood);
}

export const loadedFrom = (stored: StoredNeighbourhood): Neighbourhood =>
  neighbourhoodOf(stored, new Function("$", programIn(stored)) as Neighbourhood["forms"]);

/** An exercise that knows its neighbours, without its list of mistakes, and how often they were asked for. */
export async function neighbouring(
  slug: string,
): Promise<{ readonly exercise: Exercise; readonly asked: () => number }> {
  const stored = await storedOf(slug);
  if (stored === undefined)
    throw new Error(`${slug}: neighbours of another answer; run \`npm run mutants ${slug}\``);
  let times = 0;
  const exercise = {
    ...(await courseExercise(slug)),
    mistakes: {},
    neighbourhood: async () => {
      times++;
      return loadedFrom(stored);
    },
  };
  return { exercise, asked: () => times };
}
