/**
 * Checks exercises, two at a time, each in boxes of its own.
 */
import { createNodeBoxPool } from "../../box/node-box-pool.ts";
import { type Slug, slugOf, slugsIn } from "../course.ts";
import { type Course, checkExercise } from "./check-exercise.ts";
import { strayFiles } from "./files.ts";
import type { Refusal } from "./refusal.ts";

const AT_A_TIME = 2;

export interface Report {
  readonly slug: string;
  readonly refusals: readonly Refusal[];
}

/**
 * Checks the exercises of a course in their order.
 *
 * @param only the slugs to check; all unless told, and then also that nothing lies astray
 * @param progress called after each exercise
 */
export async function checkCourse(
  course: Course,
  only?: readonly string[],
  progress: (done: number, of: number, slug: string) => void = () => {},
): Promise<Report[]> {
  const slugs = (only ?? slugsIn(course.root)).flatMap((name) => slugOf(name) ?? []);
  const reports = new Map<string, Report>();
  const pool = createNodeBoxPool({ spare: AT_A_TIME });
  const waiting = [...slugs];
  const work = async (): Promise<void> => {
    for (let slug = waiting.shift(); slug !== undefined; slug = waiting.shift()) {
      reports.set(slug.slug, await reportOn(course, slug, pool.take));
      progress(reports.size, slugs.length, slug.slug);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
  } finally {
    pool.close();
  }
  const stray = only === undefined ? strayFiles(course.root) : [];
  return [
    ...slugs.flatMap(({ slug }) => reports.get(slug) ?? []),
    ...(stray.length === 0 ? [] : [{ slug: "the course", refusals: stray }]),
  ];
}

async function reportOn(
  course: Course,
  slug: Slug,
  box: Parameters<typeof checkExercise>[2],
): Promise<Report> {
  return { slug: slug.slug, refusals: await checkExercise(course, slug, box) };
}
