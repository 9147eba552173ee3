/** The derivations of a unit with their exercises, as the map and the unit's page list them. */
import type { CourseExercise, CourseWritten } from "../course.ts";
import type { Problem } from "../problem.ts";
import { markdown } from "../text/markdown.ts";
import { prerequisitesOf } from "./prerequisites.ts";
import type { Unit } from "./units.ts";

/** @param all the exercises of the course, for what they build on */
export const chapterRows = (
  { chapters, waiting }: Unit,
  all: readonly CourseExercise[],
  problems: Problem[],
) =>
  chapters.map((chapter) => ({
    ...chapter,
    titleHtml: titleHtml(chapter.name, chapter.title, problems),
    written: chapter.written.map(writtenRow),
    exercises: chapter.exercises.map((exercise) => rowOf(exercise, all, waiting.includes(exercise.id))),
  }));

/** A derivation's title, which may hold a formula. */
export const titleHtml = (name: string, title: string, problems: Problem[]): string =>
  markdown(title, { file: `site/derivations/${name}.md`, text: title, problems }).replace(
    /^<p>|<\/p>\n$/g,
    "",
  );

export function exerciseCount({ chapters }: Unit): string {
  const count = chapters.reduce((sum, { exercises, written }) => sum + exercises.length + written.length, 0);
  return count === 1 ? "1 exercise" : `${count} exercises`;
}

/** What is written needs no other exercise: it is offered, and the way leads past it. */
const writtenRow = ({ slug, id, exercise }: CourseWritten) => ({
  slug,
  id,
  title: exercise.title,
  about: `${exercise.minutes} min, to be written`,
});

function rowOf(exercise: CourseExercise, all: readonly CourseExercise[], isLater: boolean) {
  const { slug, id, title, minutes } = exercise;
  const needs = prerequisitesOf(exercise, all);
  const after = needs.length === 0 ? "" : `, after ${needs.join(" and ")}`;
  const about = `${minutes} min${after}${isLater ? "; can wait" : ""}`;
  return { slug, id, title, needs, about };
}
