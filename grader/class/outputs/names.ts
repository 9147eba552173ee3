/** How exercises, students and points are called wherever they are shown. */
import { clean, cut } from "../../verdict/width.ts";
import { knownPoints, type StudentName, type StudentResult } from "../results.ts";

/** `ex10` of `ex10-mse-gradients`. */
export const idOf = (slug: string): string => /^(?:ex|d)\d+/.exec(slug)?.[0] ?? slug;

/** The roster's name, else its identifier where a group shares the folder, else the folder's: one line of at most 80 columns. */
export const shownName = ({ name, folder, group, identifier }: StudentName): string =>
  cut(
    clean(name ?? (group === undefined ? folder : (identifier ?? folder))).trim() ||
      clean(folder) ||
      "(no name)",
    80,
    "…",
  );

/** A row of the roster by its identifier, and by a name where it has one. */
export function namedRow(students: readonly StudentName[]): (identifier: string) => string {
  const byIdentifier = new Map(students.map((student) => [student.identifier, student]));
  return (identifier) => {
    const student = byIdentifier.get(identifier);
    return student?.name === undefined ? identifier : `${shownName(student)} (${identifier})`;
  };
}

/** `mse-line, step 4` of `mse-line#step-4`. */
export const shownRead = (read: string): string => clean(read).replace(/#step-(.+)$/, ", step $1");

/** A student's points; `12?` where those of an exercise are still to come. */
export const pointsShown = (student: StudentResult): string =>
  student.score === undefined ? `${knownPoints(student)}?` : String(student.score);

/** `1 student`, `2 students`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** A share as a whole percentage; only nothing is 0 % and only everything is 100 %. */
export function percent(part: number, whole: number): string {
  if (whole <= 0) return "–";
  const exact = (100 * part) / whole;
  const rounded = Math.round(exact);
  const held = exact > 0 && exact < 100 ? Math.min(99, Math.max(1, rounded)) : rounded;
  return `${held} %`;
}

/** `2026-11-25 04:10 UTC`, or the text itself where it is no date. */
export function shownTime(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time)
    ? clean(iso)
    : `${new Date(time).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
