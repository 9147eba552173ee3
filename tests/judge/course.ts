/**
 * The exercises from their sources, for tests of the judge: one copy of every module, theirs and the judge's.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Exercise, ExerciseSpec } from "../../grader/exercise/exercise.ts";

const root = join(fileURLToPath(import.meta.url), "../../..");

export const slugs: readonly string[] = readdirSync(join(root, "exercises")).sort();

/** An exercise by its folder's name. */
export async function courseExercise(slug: string): Promise<Exercise> {
  const folder = join(root, "exercises", slug);
  const { default: spec } = (await import(join(folder, "exercise.ts"))) as { default: ExerciseSpec };
  return { ...spec, slug };
}

/** The functions of a model answer. */
export async function solutionOf(
  slug: string,
): Promise<Readonly<Record<string, (...args: never[]) => unknown>>> {
  return await import(join(root, "solutions", `${slug}.ts`));
}

export const file = { file: "answer.ts", source: "", sha256: "" };
