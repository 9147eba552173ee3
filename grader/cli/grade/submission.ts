/** A submission from its file to its verdict. */
import { existsSync, lstatSync } from "node:fs";
import { dirname } from "node:path";
import type { Gpu } from "../../../reference/gpu/gpu.ts";
import type { Box } from "../../box/box.ts";
import { readSubmission } from "../../box/read.ts";
import { isDerivation, loadExercise, shortName } from "../../course/exercises.ts";
import { grade, type Submission } from "../../judge/grade.ts";
import { UsageError } from "../../usage-error.ts";
import type { Finding, Verdict } from "../../verdict/verdict.ts";
import { withLines } from "../../verdict/with-lines.ts";

export interface Work {
  readonly slug: string;
  /** Where it lies. */
  readonly path: string;
  /** How it is named in print. */
  readonly file: string;
  /** True if `--file` named it. */
  readonly isGiven: boolean;
}

/**
 * The text of a submission.
 *
 * @throws UsageError if it cannot be read, with the command that mends it
 */
export async function readWork(work: Work): Promise<Submission> {
  const linked = work.isGiven ? undefined : [dirname(work.path), dirname(dirname(work.path))].find(isLink);
  if (linked !== undefined) {
    // Else a repository could hand in what lies outside it, such as somebody else's work.
    throw new UsageError(`${work.file}: lies behind a symbolic link; put a folder of its own there`);
  }
  try {
    const { path: _, ...read } = readSubmission(work.path);
    return { ...read, file: work.file };
  } catch (error) {
    const reason = (error as Error).message.replaceAll(work.path, work.file).replace(/\.$/, "");
    throw new UsageError(`${reason}; ${remedy(work)}`);
  }
}

function isLink(folder: string): boolean {
  return lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function remedy({ slug, path, file, isGiven }: Work): string {
  const kind = isDerivation(slug) ? ".md" : ".ts";
  if (isGiven) return `--file takes one ${kind} file: npm run grade ${shortName(slug)} -- --file FILE`;
  return existsSync(path)
    ? `put your ${shortName(slug)} there as one plain ${kind} file`
    : `\`git checkout -- ${file}\` brings the stub back`;
}

/** Asks the judge; right values come from the GPU where one is given. */
export async function judge(
  work: Work,
  source: Submission,
  box: Box,
  seed: number,
  gpu?: Gpu,
): Promise<Verdict> {
  const exercise = await loadExercise(work.slug);
  const verdict = await grade(exercise, source, box, {
    seed,
    ...(gpu === undefined ? {} : { gpu, say: (line: string) => void process.stderr.write(`${line}\n`) }),
  });
  return named(work, withLines(verdict, source.source));
}

/** Draws what a submission of the exercise will be asked, and what is asked of right answers: the judge keeps it. */
export async function drawAhead({ slug }: Work, seed: number): Promise<void> {
  const [{ drawnAhead }, exercise] = await Promise.all([
    import("../../judge/drawn-ahead.ts"),
    loadExercise(slug),
  ]);
  drawnAhead(exercise, seed);
}

/**
 * The same for a derivation, which needs no box.
 *
 * @param isAgain whether what fell short has been told before
 */
export async function judgeWritten(
  work: Work,
  source: Submission,
  seed: number,
  isAgain = false,
): Promise<Verdict> {
  const [{ gradeDerivation }, { loadDerivation }] = await Promise.all([
    import("../../judge/grade-derivation.ts"),
    import("../../course/derivations.ts"),
  ]);
  const { exercise, given } = await loadDerivation(work.slug);
  const verdict = gradeDerivation(exercise, given, source, { seed, isAgain });
  return named(work, withLines(verdict, source.source));
}

/** The verdict, whose findings name the file that was given. */
function named(work: Work, whole: Verdict): Verdict {
  if (!work.isGiven) return whole;
  const checks = whole.checks.map((check) =>
    check.finding === undefined ? check : { ...check, finding: replayed(check.finding, work.file) },
  );
  return { ...whole, checks };
}

/** A finding whose replay command names the file. */
const replayed = (finding: Finding, file: string): Finding => ({
  ...finding,
  replay: `${finding.replay}${naming(file)}`,
});

/** The option that names a file. */
export const naming = (file: string): string => ` --file ${quoted(file)}`;

/** A file's name for a shell, which finds no command in it. */
const quoted = (file: string): string =>
  /^[\w./-]+$/.test(file) ? file : `"${file.replace(/["$`\\]/g, "\\$&")}"`;
