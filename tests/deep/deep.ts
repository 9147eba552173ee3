/** The deep round on submissions that are functions of this process. */

import type { Box } from "../../grader/box/box.ts";
import { type Depth, deepRound } from "../../grader/deep/deep-round.ts";
import { placeOf } from "../../grader/deep/place.ts";
import { BATCH } from "../../grader/deep/search.ts";
import { grade } from "../../grader/judge/grade.ts";
import type { Finding } from "../../grader/verdict/verdict.ts";
import { courseExercise, file } from "../judge/course.ts";
import { functionBox } from "../judge/function-box.ts";

export type Functions = Readonly<Record<string, (...args: never[]) => unknown>>;

const DEPTH: Depth = { values: 8 * BATCH, laws: BATCH, ms: 60_000 };

export async function deepOn(slug: string, box: Box, seed: number, place?: string, depth = DEPTH) {
  const exercise = await courseExercise(slug);
  const verdict = await grade(exercise, file, box, { seed });
  const at = place === undefined ? undefined : placeOf(place)!;
  const { round, doubts } = await deepRound({
    exercise,
    submission: file,
    box,
    verdict,
    replay: `npm run grade ex10 -- --deep --seed ${seed}`,
    depth,
    ...(at === undefined ? {} : { place: at }),
  });
  return { verdict, round, doubts };
}

/** The place in a finding's replay command. */
export const placeIn = (finding: Finding): string => /--path (\S+)/.exec(finding.replay)?.[1] ?? "";

/** What the deep round finds in the functions of ex10, once as it searches and once as it is replayed. */
export async function foundAndReplayed(functions: Functions, seed: number) {
  const slug = "ex10-mse-gradients";
  const { verdict, round } = await deepOn(slug, functionBox(functions), seed);
  const [found] = round.findings;
  if (found === undefined) return { verdict, found: undefined, again: undefined };
  const replayed = await deepOn(slug, functionBox(functions), seed, placeIn(found.finding));
  return { verdict, found: found.finding, again: replayed.round.findings[0]?.finding };
}
