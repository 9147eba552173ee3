/** A line of the board, and how it comes about. */
import type { Gpu } from "../../../reference/gpu/gpu.ts";
import type { Box } from "../../box/box.ts";
import { aboutExercise } from "../../course/about.ts";
import { isDerivation, shortName, stubPath } from "../../course/exercises.ts";
import { shownPath } from "../../course/root.ts";
import { usualPoints } from "../../judge/points.ts";
import { UsageError } from "../../usage-error.ts";
import type { Verdict } from "../../verdict/verdict.ts";
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

/** Grades the exercise of a course's folder. */
export async function boardRow(
  root: string,
  slug: string,
  seed: number,
  box: Box,
  gpu?: Gpu,
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
