/** The start page: what the course is, a figure that moves, three ways through it, and its units. */
import { counted } from "../../../grader/derivation/checked.ts";
import type { Course } from "../course.ts";
import type { Derivation } from "../derivation/read-derivation.ts";
import type { Parts } from "../parts.ts";
import type { Problem } from "../problem.ts";
import { capstoneOf } from "./capstone-of.ts";
import { chapterRows, exerciseCount, titleHtml } from "./chapter-rows.ts";
import { lowered } from "./lowered.ts";
import page from "./start-page.hbs";
import { inWords, minutesOf, type Unit, wayTo } from "./units.ts";

/** The derivation that the short way leads to. */
const GOAL = "backprop-hidden";

/** The inside of the page's `<main>`. */
export function startPage(
  { exercises }: Course,
  derivations: readonly Derivation[],
  units: readonly Unit[],
  parts: Parts,
  problems: Problem[],
): string {
  const file = "site/generator/map/start-page.ts";
  const [first, goal] = [exercises[0], exercises.find(({ derivation }) => derivation === GOAL)];
  const short = goal === undefined ? [] : wayTo(goal, exercises);
  const chapters = new Set(units.flatMap((unit) => unit.chapters.map(({ name }) => name)));
  return page({
    exerciseCount: exercises.length,
    derivationCount: derivations.length,
    relationCount: derivations.reduce(
      (sum, derivation) => sum + counted(derivation, "held") + counted(derivation, "end"),
      0,
    ),
    time: inWords(minutesOf(exercises)),
    figureHtml: parts.figureHtml("fig00", file, 1, problems),
    first: { slug: first?.slug ?? "index", id: first?.id, title: lowered(first?.title ?? "") },
    short: short.map(({ slug, id }) => ({ slug, id })),
    shortTime: inWords(minutesOf(short)),
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
