/** All exercises graded, two boxes at a time. */

import type { Gpu } from "../../../reference/gpu/gpu.ts";
import type { Box } from "../../box/box.ts";
import { aboutExercise } from "../../course/about.ts";
import { derivationSlugs, isDerivation, shortName, slugs, stubPath } from "../../course/exercises.ts";
import { shownPath } from "../../course/root.ts";
import { usualPoints } from "../../judge/points.ts";
import { UsageError } from "../../usage-error.ts";
import type { Verdict } from "../../verdict/verdict.ts";
import { progressOn } from "../terminal/progress.ts";
import { judge, judgeWritten, readWork, type Work } from "./submission.ts";
import { unjudged } from "./ungraded.ts";

/** A line of the board. */
export interface BoardRow {
  readonly slug: string;
  readonly title: string;
  readonly unit: number;
  readonly unitTitle: string;
  readonly requires: readonly string[];
  /** All points that it is worth, judged or not: a file that is taken away raises no grade. */
  readonly points: number;
  readonly verdict?: Verdict;
  /** Why there is no verdict. */
  readonly problem?: string;
}

const BOXES = 2;

/** Grades everything; an exercise that cannot be graded does not stop the others. */
export async function gradeBoard(
  root: string,
  seed: number,
  newBox: () => Promise<Box>,
  gpu?: Gpu,
): Promise<readonly BoardRow[]> {
  const all = [...slugs(), ...derivationSlugs()];
  const rows: BoardRow[] = [];
  const progress = progressOn(process.stderr);
  let begun = 0;
  const worker = async (): Promise<void> => {
    const box = await newBox();
    try {
      while (begun < all.length) {
        const index = begun++;
        const slug = all[index]!;
        progress.show(`grading ${index + 1} of ${all.length}: ${slug}`);
        rows[index] = await rowOf(root, slug, seed, box, gpu);
      }
    } finally {
      box.close();
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(BOXES, all.length) }, worker));
  } finally {
    progress.clear();
  }
  return rows;
}

async function rowOf(
  root: string,
  slug: string,
  seed: number,
  box: Box,
  gpu: Gpu | undefined,
): Promise<BoardRow> {
  const path = stubPath(root, slug);
  const work: Work = { slug, path, file: shownPath(path, root), isGiven: false };
  let about = {
    slug,
    title: slug,
    unit: 0,
    unitTitle: "",
    requires: [] as readonly string[],
    points: usualPoints(1),
  };
  try {
    const { title, unit, unitTitle, requires, points } = await aboutExercise(slug);
    about = { slug, title, unit, unitTitle, requires, points };
    const source = await readWork(work);
    const verdict = isDerivation(slug)
      ? await judgeWritten(work, source, seed)
      : await judge(work, source, box, seed, gpu);
    return { ...about, verdict };
  } catch (error) {
    if (process.env.CHAINRULE_DEBUG === "1") console.error(error);
    if (!(error instanceof UsageError)) return { ...about, verdict: unjudged(about, seed, error) };
    return { ...about, problem: `${shortName(slug)}: not graded. ${error.message}` };
  }
}

/** The exercise to do next: the first that is not passed and whose prerequisites are, else the first not passed. */
export function nextToDo(rows: readonly BoardRow[]): BoardRow | undefined {
  const open = rows.filter((row) => row.verdict?.status !== "pass");
  const openNames = new Set(open.map((row) => shortName(row.slug)));
  // A derivation is written beside the exercises, and comes up once they are done.
  const code = open.filter((row) => !isDerivation(row.slug));
  return code.find((row) => !row.requires.some((name) => openNames.has(name))) ?? code[0] ?? open[0];
}
