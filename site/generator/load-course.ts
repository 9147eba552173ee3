/** Reads the exercises: their modules from the built program, their tasks and stubs from their folders. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { derivationSlugs, plainName, shortName, slugs } from "../../grader/course/exercises.ts";
import { distFolder } from "../../grader/course/home.ts";
import type { DerivationExercise } from "../../grader/exercise/derivation.ts";
import type { Exercise } from "../../grader/exercise/exercise.ts";
import type { Course, CourseExercise, CourseWritten } from "./course.ts";

export async function loadCourse(root: string): Promise<Course> {
  return {
    exercises: await Promise.all(slugs().map((slug) => loadOne(root, slug))),
    written: await Promise.all(derivationSlugs().map((slug) => loadWritten(root, slug))),
  };
}

/** A module is loaded once for each address: its time tells a rebuilt one apart. */
function addressOf(slug: string): string {
  const built = join(distFolder(), "exercises", `${slug}.js`);
  return `${pathToFileURL(built).href}?${statSync(built).mtimeMs}`;
}

export async function loadWritten(root: string, slug: string): Promise<CourseWritten> {
  const { exercise } = (await import(addressOf(slug))) as { exercise: DerivationExercise };
  const text = (file: string): string => readFileSync(join(root, "exercises", slug, file), "utf8");
  return {
    slug,
    id: shortName(slug),
    exercise,
    readme: text("README.md"),
    stub: text("derivation.md").replaceAll("\r\n", "\n"),
  };
}

async function loadOne(root: string, slug: string): Promise<CourseExercise> {
  const { exercise } = (await import(addressOf(slug))) as { exercise: Exercise };
  const folder = join(root, "exercises", slug);
  const stubFile = `${plainName(slug)}.ts`;
  return {
    ...exercise,
    id: shortName(slug),
    readme: readFileSync(join(folder, "README.md"), "utf8"),
    stub: readFileSync(join(folder, stubFile), "utf8"),
    stubFile,
  };
}
