/** Reads the exercises: their modules from the built program, their tasks and stubs from their folders. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { plainName, shortName, slugs } from "../../grader/course/exercises.ts";
import { distFolder } from "../../grader/course/home.ts";
import type { Exercise } from "../../grader/exercise/exercise.ts";
import type { Course, CourseExercise } from "./course.ts";

export async function loadCourse(root: string): Promise<Course> {
  return { exercises: await Promise.all(slugs().map((slug) => loadOne(root, slug))) };
}

async function loadOne(root: string, slug: string): Promise<CourseExercise> {
  const built = join(distFolder(), "exercises", `${slug}.js`);
  // A module is loaded once for each address: its time tells a rebuilt one apart.
  const address = `${pathToFileURL(built).href}?${statSync(built).mtimeMs}`;
  const { exercise } = (await import(address)) as { exercise: Exercise };
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
