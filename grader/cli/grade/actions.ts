/**
 * What a run in GitHub Actions says besides its result: the board in the log, a table in the step's summary, the
 * step's output for the reporter, and annotations. One run is enough for all of it.
 */
import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { CannotJudge } from "../../box/cannot-judge.ts";
import { UsageError } from "../../usage-error.ts";
import { annotations } from "../../verdict/ci/annotations.ts";
import { stepSummary } from "../../verdict/ci/step-summary.ts";
import type { Verdict } from "../../verdict/verdict.ts";

export interface ActionsRun {
  readonly format: string;
  /** What went to standard output. */
  readonly result: string;
  readonly verdicts: readonly Verdict[];
  /** The board or the verdict, as a person reads it. */
  readonly page: () => string;
}

/**
 * Nothing outside of GitHub Actions. The log goes to standard error: standard output holds one result and nothing
 * else. A student's text in the page is between stop-commands with a token that was drawn after the student's code
 * ended.
 *
 * @throws UsageError if a file that the variables name cannot be written
 */
export function tellActions(
  { format, result, verdicts, page }: ActionsRun,
  env: NodeJS.ProcessEnv = process.env,
  log: (text: string) => void = (text) => void process.stderr.write(text),
): void {
  if (env.GITHUB_ACTIONS === "true") {
    const token = randomUUID();
    log(`::stop-commands::${token}\n${page()}::${token}::\n${annotations(verdicts)}`);
  }
  append("GITHUB_STEP_SUMMARY", env, stepSummary(verdicts));
  // Base64 of one line: nothing in it can begin another output.
  if (format === "github-classroom") append("GITHUB_OUTPUT", env, `result=${result.trim()}\n`);
}

function append(variable: string, env: NodeJS.ProcessEnv, text: string): void {
  const file = env[variable];
  if (file === undefined || file === "") return;
  try {
    appendFileSync(file, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const got = `${variable}: a file that can be written expected, got ${JSON.stringify(file)} (${code})`;
    if (code === "ENOSPC" || code === "EDQUOT")
      throw new CannotJudge(`${got}; make room, then run the same command again`);
    throw new UsageError(got);
  }
}
