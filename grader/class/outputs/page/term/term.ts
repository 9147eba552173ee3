/** The class over the term: exercises as small pictures, what moved, mistakes that come and go, students one by one. */
import { type ClassResults, keyOf } from "../../../results.ts";
import type { DayExercise } from "../../../term/history/day.ts";
import type { Term } from "../../../term/history/term.ts";
import { counted, idOf, percent, shownName } from "../../names.ts";
import { termMistakes } from "../../summary/term-mistakes.ts";
import { chartOf, lineTable } from "./line-table.ts";
import { movedSection } from "./moved.ts";
import multiplesHtml from "./multiples.hbs";
import { placesOf, sparkPath } from "./spark.ts";
import topHtml from "./term-top.hbs";

export function* termSection(
  results: ClassResults,
  term: Term,
  pages: ReadonlyMap<string, string>,
): Generator<string> {
  const { days, earlier, changes } = term;
  const [from, to] = [days[0]?.date ?? "", days.at(-1)?.date ?? ""];
  const hasPictures = days.length > 1;
  yield `${topHtml({ says: saysOf(term), hasPictures, from, to })}\n`;
  if (hasPictures) yield `${multiplesHtml({ charts: exerciseCharts(results, term) })}\n`;
  if (changes !== undefined) yield* movedSection(results, changes);
  if (earlier === 0) return;
  yield* lineTable(
    "Mistakes that come and go",
    ["Mistake", "Students", "Exercise", "Now", "Most", "First seen", ""],
    mistakeRows(term),
  );
  yield* lineTable(
    "Exercises passed, student by student",
    ["Student", "Passed", `On ${from}`, "Now", "Of"],
    studentRows(results, term, pages),
  );
}

function saysOf({ earlier, days }: Term): string {
  if (earlier === 0)
    return "This is the first execution in this folder. From the second on, what moved stands here, and from the second day on, pictures.";
  const pictures = days.length < 2 ? " Pictures begin with the second day." : "";
  return `${counted(earlier, "execution")} before this one, on ${counted(days.length, "day")} with this one.${pictures}`;
}

const shareOf = (part: number | undefined, whole: number | undefined): number =>
  part === undefined || !whole ? Number.NaN : part / whole;

function exerciseCharts({ exercises }: ClassResults, { days }: Term) {
  const places = placesOf(days.map(({ at }) => Date.parse(at)));
  return exercises.flatMap(({ slug }) => {
    const own = days.map((day) => day.exercises.get(slug));
    const line = (part: "passed" | "begun"): number[] =>
      own.map((each) => shareOf(each?.[part], each?.students));
    const chart = chartOf(
      labelOf(own, days),
      sparkPath(places, line("passed")),
      sparkPath(places, line("begun")),
    );
    const last = own.at(-1);
    if (chart === undefined || last === undefined) return [];
    return [
      {
        title: idOf(slug),
        says: `${percent(last.passed, last.students)} passed`,
        second: undefined,
        ...chart,
      },
    ];
  });
}

function labelOf(own: readonly (DayExercise | undefined)[], days: Term["days"]): string {
  const [first, last] = [own.findIndex((each) => each !== undefined), own.length - 1];
  const at = (i: number): string =>
    `${percent(own[i]?.passed ?? 0, own[i]?.students ?? 0)} passed and ${percent(own[i]?.begun ?? 0, own[i]?.students ?? 0)} begun on ${days[i]?.date}`;
  return `${at(first)}, ${at(last)}`;
}

function mistakeRows(term: Term) {
  const { days } = term;
  const places = placesOf(days.map(({ at }) => Date.parse(at)));
  return termMistakes(term).map(({ slug, name, counts, most, now, firstSeen, says }) => {
    const chart = chartOf(
      `${counts[0]} students on ${days[0]?.date}, ${now} on ${days.at(-1)?.date}`,
      sparkPath(
        places,
        counts.map((count) => count / most),
      ),
    );
    return { name, ...(chart && { chart }), cells: [idOf(slug), now, most, firstSeen, says] };
  });
}

function studentRows(
  { students, exercises }: ClassResults,
  { days, progress }: Term,
  pages: ReadonlyMap<string, string>,
) {
  const places = placesOf(days.map(({ at }) => Date.parse(at)));
  return students.map((student, s) => {
    const own = progress[s]!;
    const [first, last] = [own.find((each) => !Number.isNaN(each)) ?? 0, own.at(-1) ?? 0];
    const chart = chartOf(
      `${first} passed at first, ${last} now`,
      sparkPath(
        places,
        [...own].map((each) => each / Math.max(1, exercises.length)),
      ),
    );
    return {
      ...{ name: shownName(student), page: pages.get(keyOf(student))!, ...(chart && { chart }) },
      cells: [Number.isNaN(own[0]) ? "not there" : own[0]!, last, exercises.length],
    };
  });
}
