/** The start page: what the course is, a figure that moves, the ways through it, and its units. */
import { alongWay, WAYS } from "../../../grader/course/ways.ts";
import { counted } from "../../../grader/derivation/checked.ts";
import type { Course } from "../course.ts";
import type { Derivation } from "../derivation/read-derivation.ts";
import type { Parts } from "../parts.ts";
import type { Problem } from "../problem.ts";
import { capstoneOf } from "./capstone-of.ts";
import { chapterRows, exerciseCount, titleHtml } from "./chapter-rows.ts";
import { lowered } from "./lowered.ts";
import page from "./start-page.hbs";
import { inWords, minutesOf, type Unit } from "./units.ts";

/** The inside of the page's `<main>`. */
export function startPage(
  { exercises, written }: Course,
  derivations: readonly Derivation[],
  units: readonly Unit[],
  parts: Parts,
  problems: Problem[],
): string {
  const file = "site/generator/map/start-page.ts";
  const [first] = exercises;
  const chapters = new Set(units.flatMap((unit) => unit.chapters.map(({ name }) => name)));
  return page({
    exerciseCount: exercises.length,
    derivationCount: derivations.length,
    relationCount: derivations.reduce(
      (sum, derivation) => sum + counted(derivation, "held") + counted(derivation, "end"),
      0,
    ),
    writtenCount: written.length,
    time: inWords(minutesOf([...exercises, ...written.map(({ exercise }) => exercise)])),
    figureHtml: parts.figureHtml("fig00", file, 1, problems),
    first: { slug: first?.slug ?? "index", id: first?.id, title: lowered(first?.title ?? "") },
    ways: WAYS.map((way) => {
      const own = alongWay(way, exercises);
      return {
        ...way,
        count: own.length,
        time: inWords(minutesOf(own)),
        first: { slug: own[0]?.slug ?? "index", id: own[0]?.id },
        isAll: own.length === exercises.length,
        exercises: own.map(({ slug, id }) => ({ slug, id })),
      };
    }),
    reading: derivations.some(({ name }) => name === "derivative") ? "derivative" : derivations[0]?.name,
    units: units.map((unit, i) => ({
      ...unit,
      isFirst: i === 0,
      time: inWords(unit.minutes),
      picture: unit.picture,
      capstone: capstoneOf(unit, exercises),
      count: exerciseCount(unit),
      chapters: chapterRows(unit, exercises, problems),
    })),
    others: derivations
      .filter(({ name }) => !chapters.has(name))
      .map(({ name, title }) => ({ name, titleHtml: titleHtml(name, title, problems) })),
  });
}
