/** A unit's introduction: a question from the world, what one will be able to do, what is needed, and the way. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CourseExercise } from "../course.ts";
import type { Problem } from "../problem.ts";
import { markdown } from "../text/markdown.ts";
import { capstoneOf } from "./capstone-of.ts";
import { chapterRows, exerciseCount } from "./chapter-rows.ts";
import page from "./unit-page.hbs";
import { inWords, type Unit } from "./units.ts";

export interface UnitText {
  readonly unit: Unit;
  /** Its page without the ending: "unit-2". */
  readonly name: string;
  readonly file: string;
  /** Its Markdown, with the title above it. */
  readonly text: string;
}

/** The texts of the units, from site/units/; one that is missing is a problem. */
export function unitTexts(root: string, units: readonly Unit[], problems: Problem[]): UnitText[] {
  return units.flatMap((unit) => {
    const file = `site/units/${unit.number}.md`;
    if (existsSync(join(root, file))) {
      const text = `# ${unit.title}\n\n${readFileSync(join(root, file), "utf8").replaceAll("\r\n", "\n")}`;
      return [{ unit, name: `unit-${unit.number}`, file, text }];
    }
    problems.push({ file, what: `missing: what unit ${unit.number}, ${unit.title}, is about` });
    return [];
  });
}

/** The inside of the page's `<main>`. */
export function unitPage(
  { unit, file, text }: UnitText,
  all: readonly CourseExercise[],
  next: Unit | undefined,
  problems: Problem[],
): string {
  const chapters = chapterRows(unit, all, problems);
  return page({
    ...unit,
    count: exerciseCount(unit),
    time: inWords(unit.minutes),
    waiting: waitingOf(unit),
    textHtml: markdown(text.replace(/^# .+\n/, ""), { file, text, problems }, 2),
    chapters,
    first: chapters[0],
    capstone: capstoneOf(unit, all),
    next,
  });
}

/** How those that can wait are named: "ex68 and ex69". */
const waitingOf = ({ waiting }: Unit) =>
  waiting.length === 0
    ? undefined
    : { ids: waiting.join(" and "), them: waiting.length === 1 ? "it" : "them" };

/** Its first sentences as a description of the page. */
export const descriptionOf = ({ unit, text }: UnitText): string =>
  `What unit ${unit.number} is about: ${/\n## .*able.*\n\n- (.+)$/m.exec(text)?.[1] ?? unit.title}`.replace(
    /[*_`$]/g,
    "",
  );
