/**
 * Checks exercises one after another, each in a box of its own.
 */
import { createNodeBoxPool } from "../../box/node-box-pool.ts";
import { slugOf } from "../course.ts";
import { type Course, checkExercise } from "./check-exercise.ts";
import { strayFiles } from "./files.ts";
import type { Refusal } from "./refusal.ts";

export interface Report {
  readonly slug: string;
  readonly refusals: readonly Refusal[];
}

/** Checks the exercises named. */
export async function checkCourse(course: Course, slugs: readonly string[]): Promise<Report[]> {
  const reports: Report[] = [];
  const pool = createNodeBoxPool({ spare: 1 });
  try {
    for (const name of slugs) {
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
