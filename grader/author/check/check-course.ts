/**
 * Checks exercises one after another, each in a box of its own.
 */
import { createNodeBoxPool } from "../../box/node-box-pool.ts";
import { isDerivation, slugOf } from "../course.ts";
import { checkDerivation, type WrittenCourse } from "./check-derivation.ts";
import { type Course, checkExercise } from "./check-exercise.ts";
import { strayFiles } from "./files.ts";
import type { Refusal } from "./refusal.ts";

export interface Report {
  readonly slug: string;
  readonly refusals: readonly Refusal[];
}

/** Checks the exercises named, those of code and those in which a derivation is written. */
export async function checkCourse(
  course: Course & Partial<WrittenCourse>,
  slugs: readonly string[],
): Promise<Report[]> {
  const { root, loadWritten, seeds } = course;
  const reports: Report[] = [];
  const pool = createNodeBoxPool({ spare: 1 });
  try {
    for (const name of slugs) {
      if (isDerivation(name) && loadWritten !== undefined) {
        const written = { root, loadWritten, ...(seeds === undefined ? {} : { seeds }) };
        reports.push({ slug: name, refusals: await checkDerivation(written, name) });
        continue;
      }
      const slug = slugOf(name);
      // A folder that is no exercise's is refused among the stray files.
      if (slug === undefined) continue;
      reports.push({ slug: name, refusals: await checkExercise(course, slug, () => pool.take()) });
    }
  } finally {
    pool.close();
  }
  return reports;
}

/** What belongs to no exercise, as a report of its own. */
export function checkStray(root: string): Report[] {
  const refusals = strayFiles(root);
  return refusals.length === 0 ? [] : [{ slug: "the course", refusals }];
}
