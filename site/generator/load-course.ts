/** Reads the exercises: their modules from the built program, their tasks and stubs from their folders. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { derivationSlugs, plainName, shortName, slugs } from "../../grader/course/exercises.ts";
import { distFolder } from "../../grader/course/home.ts";
import { ownCourse } from "../../grader/course/own.ts";
import type { DerivationExercise } from "../../grader/exercise/derivation.ts";
import type { Exercise } from "../../grader/exercise/exercise.ts";
import type { Course, CourseExercise, CourseWritten } from "./course.ts";

export async function loadCourse(root: string): Promise<Course> {
  const all = slugs();
  const installed = ownCourse()?.installed;
  const left =
    installed === undefined ? [] : slugs(join(installed, "dist")).filter((slug) => !all.includes(slug));
  return {
    exercises: await Promise.all(all.map((slug) => loadOne(root, slug))),
    written: await Promise.all(derivationSlugs().map((slug) => loadWritten(root, slug))),
    leftOut: await Promise.all(left.map((slug) => built<Exercise>(join(installed ?? "", "dist"), slug))),
  };
}

/** An exercise as the build made it. A module is loaded once for each address: its time tells a rebuilt one apart. */
async function built<Kind>(dist: string, slug: string): Promise<Kind> {
  const file = join(dist, "exercises", `${slug}.js`);
  const address = `${pathToFileURL(file).href}?${statSync(file).mtimeMs}`;
  return ((await import(address)) as { exercise: Kind }).exercise;
}

export async function loadWritten(root: string, slug: string): Promise<CourseWritten> {
  const exercise = await built<DerivationExercise>(distFolder(), slug);
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
  const exercise = await built<Exercise>(distFolder(), slug);
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
