/** What submissions come to, in one line each, the same at every seed. */
import { expect } from "vitest";
import type { Box } from "../../grader/box/box.ts";
import { grade } from "../../grader/judge/grade.ts";
import type { Verdict } from "../../grader/verdict/verdict.ts";
import { isLong } from "../is-long.ts";
import { courseExercise } from "../judge/course.ts";
import type { Submission } from "./submissions.ts";

/** The seed draws the inputs and nothing else. */
export const SEEDS: readonly number[] = Array.from({ length: isLong ? 20 : 2 }, (_, i) => i + 1);

/** What takes its whole time or memory does so with every seed: one is enough, unless all are asked for. */
const DEAR = /stopped/;

/** Which of its limits ends a program first depends on the machine. */
const codeOf = (code: string): string => (/^(timeout|out-of-memory|crashed)$/.test(code) ? "stopped" : code);

/** Status and points, and of each check that fell short its code and the mistake that was named. */
export const lineOf = ({ status, score, maxScore, checks }: Verdict): string =>
  [
    `${status} ${score}/${maxScore}`,
    ...checks.flatMap(({ id, finding }) =>
      finding === undefined ? [] : [`${id}: ${codeOf(finding.code)} ${finding.mistake ?? ""}`.trim()],
    ),
  ].join(", ");

/** Grades a group of submissions of one exercise, seed by seed, since all share a seed's inputs. */
export async function verdictsOf(
  slug: string,
  submissions: readonly Submission[],
  box: Box,
  seeds = SEEDS,
): Promise<ReadonlyMap<string, readonly Verdict[]>> {
  const exercise = await courseExercise(slug);
  const verdicts = new Map<string, Verdict[]>(submissions.map(({ id }) => [id, []]));
  for (const seed of seeds) {
    for (const { id, file, source } of submissions) {
      const mine = verdicts.get(id) as Verdict[];
      const [first] = mine;
      if (!isLong && first !== undefined && DEAR.test(lineOf(first))) continue;
      mine.push(await grade(exercise, { source, file, sha256: "0".repeat(64) }, box, { seed }));
    }
  }
  return verdicts;
}

/** The one line of verdicts at several seeds. */
export function sameLine({ id, varies }: Submission, verdicts: readonly Verdict[]): string {
  const seeds: Record<string, number[]> = {};
  for (const verdict of verdicts) {
    const points = verdict.score === 0 ? "without a point" : "with points";
    const line = varies ? `${verdict.status} ${points}, as seed or machine has it` : lineOf(verdict);
    seeds[line] = [...(seeds[line] ?? []), verdict.seed];
  }
  expect.soft(Object.keys(seeds), `${id}, seeds by result: ${JSON.stringify(seeds)}`).toHaveLength(1);
  return Object.keys(seeds)[0] as string;
}
