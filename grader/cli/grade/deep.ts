/** `grade --deep`: what a search finds after the checks. */

import type { Gpu } from "../../../reference/gpu/gpu.ts";
import type { Box } from "../../box/box.ts";
import { loadExercise, shortName } from "../../course/exercises.ts";
import { deepRound } from "../../deep/deep-round.ts";
import { type Place, placeOf } from "../../deep/place.ts";
import { NoInput } from "../../deep/search.ts";
import type { Submission } from "../../judge/grade.ts";
import { UsageError } from "../../usage-error.ts";
import type { Verdict } from "../../verdict/verdict.ts";
import { withLines } from "../../verdict/with-lines.ts";
import { naming, type Work } from "./submission.ts";

/**
 * The verdict with its deep round.
 *
 * @param path the one input to look at, as a finding prints it
 * @throws UsageError where the path leads to none
 */
export async function deepen(
  work: Work,
  submission: Submission,
  box: Box,
  verdict: Verdict,
  { path, gpu }: { readonly path: string | undefined; readonly gpu: Gpu | undefined },
): Promise<Verdict> {
  if (verdict.status === "error") return verdict;
  const exercise = await loadExercise(work.slug);
  const place = path === undefined ? undefined : placeIn(path, Object.keys(exercise.functions));
  const command = `npm run grade ${shortName(work.slug)} -- --deep --seed ${verdict.seed}`;
  const replay = work.isGiven ? `${command}${naming(work.file)}` : command;
  const given = {
    ...{ exercise, submission, box, verdict, replay },
    ...(place === undefined ? {} : { place }),
    ...(gpu === undefined ? {} : { gpu }),
  };
  const { round } = await deepRound(given).catch((error: Error) => {
    if (error instanceof NoInput) throw new UsageError(`--path: ${error.message}; ${PRINTED}`);
    throw error;
  });
  // Whoever looks at one input wants to see what the program prints there.
  const { output } = box;
  const shown = place === undefined || output === "" ? {} : { output };
  return withLines({ ...verdict, deep: round, ...shown }, submission.source);
}

const PRINTED = "take the one that a finding of --deep printed";

function placeIn(path: string, functions: readonly string[]): Place {
  const place = placeOf(path);
  if (place === undefined || !functions.includes(place.function))
    throw new UsageError(`--path: ${JSON.stringify(path)} is no input of this exercise; ${PRINTED}`);
  return place;
}
