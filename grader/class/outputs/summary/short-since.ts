/** For how long somebody falls short of an exercise without having gained a point. */
import type { ClassResults, StudentResult } from "../../results.ts";
import type { Term } from "../../term/history/term.ts";
import { counted } from "../names.ts";

const DAY = 86_400_000;

/** Whole days up to the execution; undefined where it is not known. */
export function shortDays(results: ClassResults, { track }: Term) {
  const places = new Map(results.students.map((student, s) => [student, s]));
  const now = Date.parse(results.gradedAt);
  return (student: StudentResult, slug: string): number | undefined => {
    const e = results.exercises.findIndex((each) => each.slug === slug);
    const since = track(places.get(student)!, e).shortSince;
    return since === undefined ? undefined : Math.max(0, Math.floor((now - since) / DAY));
  };
}

/** The same in words: "17 days", "less than a day". */
export function shortFor(results: ClassResults, term: Term) {
  const daysOf = shortDays(results, term);
  return (student: StudentResult, slug: string): string => {
    const days = daysOf(student, slug);
    return days === undefined ? "" : days === 0 ? "less than a day" : counted(days, "day");
  };
}
