/**
 * The exercises from their sources, for tests of the judge: one copy of every module, theirs and the judge's.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import type { Exercise, ExerciseSpec } from "../../grader/exercise/exercise.ts";

const root = join(fileURLToPath(import.meta.url), "../../..");

export const slugs: readonly string[] = readdirSync(join(root, "exercises"))
  .filter((name) => name.startsWith("ex"))
  .sort();

/** The folder of an exercise by its number. */
export function slugOf(number: string): string {
  const slug = slugs.find((one) => one.startsWith(`${number}-`));
  if (slug === undefined) throw new RangeError(`the number of an exercise expected, got ${number}`);
  return slug;
}

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

/** The scenarios of an exercise, loaded into this process; none where it has none. */
export function scenariosOf({
  scenarios = "",
}: Exercise): Readonly<Record<string, (...args: unknown[]) => unknown>> {
  const { code } = transformSync(scenarios, { loader: "ts", format: "cjs", target: "es2022" });
  const module = { exports: {} };
  new Function("exports", "module", code)(module.exports, module);
  return module.exports;
}

export const file = { file: "answer.ts", source: "", sha256: "" };
