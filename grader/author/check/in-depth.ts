/** What a search with fast-check finds: a solution that falls short at an edge, a law or a reference that fails there. */
import type { Box } from "../../box/box.ts";
import { type Depth, type Doubts, deepRound } from "../../deep/deep-round.ts";
import { BATCH } from "../../deep/search.ts";
import type { Exercise } from "../../exercise/exercise.ts";
import { grade } from "../../judge/grade.ts";
import { pathsOf, type Slug } from "../course.ts";
import { submissionOf } from "./judged.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** One seed, so that a check says the same each time. */
const DEEP_SEED = 1;
const DEPTH: Depth = { values: BATCH, laws: BATCH, ms: 60_000 };

/** What the deep round has to say of a solution that passes the checks. */
export async function fallsShortInDepth(
  root: string,
  slug: Slug,
  exercise: Exercise,
  box: Box,
): Promise<Refusal[]> {
  const { solution: file, exercise: declaration } = pathsOf(slug);
  const submission = submissionOf(root, file);
  const verdict = await grade(exercise, submission, box, { seed: DEEP_SEED });
  const replay = `npm run grade ${slug.id} -- --file ${file} --deep --seed ${DEEP_SEED}`;
  const { round, doubts } = await deepRound({ exercise, submission, box, verdict, replay, depth: DEPTH });
  return [
    ...round.findings.map(({ function: name, kind, finding }) =>
      refuse(
        file,
        `falls short in the deep round: ${name}/${kind}, ${finding.code} at ${oneLine(finding.case?.call ?? name)}`,
        `\`${finding.replay}\` shows it; mend the solution, or what the declaration draws and accepts`,
      ),
    ),
    ...doubted(declaration, doubts),
  ];
}

/** What no submission is to blame for. */
const doubted = (file: string, doubts: Doubts): Refusal[] =>
  doubts.map(({ id, doubt, call }) =>
    refuse(
      file,
      `fails in the deep round with seed ${DEEP_SEED}: ${id}, ${doubt}, at ${oneLine(call)}`,
      "let it hold for all that is drawn and accepted, or say nothing there",
    ),
  );

const oneLine = (call: string): string => call.replace(/\s*\n\s*/g, " ");
