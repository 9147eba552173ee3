/** All exercises graded, on all cores. */

import type { Gpu } from "../../../reference/gpu/gpu.ts";
import type { Box } from "../../box/box.ts";
import { derivationSlugs, isDerivation, shortName, slugs } from "../../course/exercises.ts";
import { progressOn } from "../terminal/progress.ts";
import { boardHelpers } from "./board-helpers.ts";
import { type BoardRow, boardRow } from "./board-row.ts";

export interface BoardTask {
  readonly root: string;
  readonly seed: number;
  /** Whether its boxes are those of an official run. */
  readonly strong: boolean;
  readonly newBox: () => Promise<Box>;
  readonly gpu: Gpu | undefined;
}

/** Grades everything; an exercise that cannot be graded does not stop the others. */
export async function gradeBoard({
  root,
  seed,
  strong,
  newBox,
  gpu,
}: BoardTask): Promise<readonly BoardRow[]> {
  const all = [...slugs(), ...derivationSlugs()];
  // Networks take longest and stand last: begun first, no core waits for one of them at the end.
  const waiting = all.map((_, index) => index);
  const rows: BoardRow[] = [];
  const progress = progressOn(process.stderr);
  const box = await newBox();
  // A device is one process's.
  const helpers = gpu === undefined ? boardHelpers({ root, seed, strong }, all.length) : [];
  const work = async (grade: (slug: string) => Promise<BoardRow | undefined>): Promise<void> => {
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      const slug = all[index]!;
      progress.show(`grading ${all.length - waiting.length} of ${all.length}: ${slug}`);
      const row = await grade(slug);
      // Whoever should have graded it is gone.
      if (row === undefined) return void waiting.push(index);
      rows[index] = row;
    }
  };
  const here = (): Promise<void> => work((slug) => boardRow(root, slug, seed, box, gpu));
  try {
    // Two at a time, so that a helper has the next one while this process is busy with its own.
    const theirs = [...helpers, ...helpers].map((helper) => work((slug) => helper.grade(slug)));
    await Promise.all([here(), ...theirs]);
    await here();
  } finally {
    progress.clear();
    box.close();
    for (const helper of helpers) helper.close();
  }
  return rows;
}

/** The exercise to do next: the first that is not passed and whose prerequisites are, else the first not passed. */
export function nextToDo(rows: readonly BoardRow[]): BoardRow | undefined {
  const open = rows.filter((row) => row.verdict?.status !== "pass");
  const openNames = new Set(open.map((row) => shortName(row.slug)));
  // A derivation is written beside the exercises, and comes up once they are done.
  const code = open.filter((row) => !isDerivation(row.slug));
  return code.find((row) => !row.requires.some((name) => openNames.has(name))) ?? code[0] ?? open[0];
}
