/** `report`: a class graded from the instructor's copy. */

import { join, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { stayLean } from "../../box/engine-flags.ts";
import { describeLayers } from "../../box/layers.ts";
import { openSubmissions } from "../../class/collect/submissions.ts";
import { makeFolder } from "../../class/make-folder.ts";
import { outputFiles } from "../../class/outputs/index.ts";
import { resultPieces } from "../../class/outputs/results-json.ts";
import { cellsOf } from "../../class/outputs/summary/cells.ts";
import { type ClassReport, reportClass } from "../../class/report-class.ts";
import { courseDigests } from "../../class/run/course-digest.ts";
import { type Runner, usualLimits } from "../../class/run/job.ts";
import { readPublished } from "../../class/term/snapshot/published.ts";
import { Unusable } from "../../class/usage.ts";
import { assertReportFolder, sweep, writeReport } from "../../class/write-out.ts";
import { distFolder } from "../../course/home.ts";
import { ownCourse } from "../../course/own.ts";
import { UsageError } from "../../usage-error.ts";
import { closeEarly } from "../box/early.ts";
import { assertStrong } from "../box/official.ts";
import { exitCode } from "../exit-code.ts";
import { exercisesGiven } from "../flags/exercises.ts";
import { pointsGiven } from "../flags/points.ts";
import { seedOf } from "../flags/seed.ts";
import { noneLost, noneMore } from "../npm/lost-flags.ts";
import { userFolder } from "../npm/user-folder.ts";
import { terminalOf } from "../terminal/terminal.ts";
import { again } from "./again.ts";
import { assertApart } from "./apart.ts";
import { dryRunOf } from "./dry-run.ts";
import { flagsOf, given, ownPolicy, policyText, type ReportOptions } from "./options.ts";
import { classProgress } from "./progress.ts";
import { runnerOf } from "./runner.ts";
import { summaryOf } from "./summary.ts";
import { versionOf } from "./version.ts";

class Interrupted extends Error {
  override readonly name = "Interrupted";
}

/** Runs the command; the exit code. */
export async function report(
  dir: string,
  options: ReportOptions,
  more: readonly string[] = [],
): Promise<number> {
  noneLost("report -- DIR", flagsOf(options));
  noneMore("report", more);
  const stop = new AbortController();
  let signals = 0;
  const interrupt = (): void => {
    if (++signals > 1) process.exit(exitCode.interrupted);
    stop.abort(new Interrupted("stopped"));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, interrupt);
  try {
    return await run(dir, options, stop.signal);
  } catch (error) {
    if (error instanceof Interrupted) {
      process.stderr.write(
        `Stopped. What is graded is kept; the same command goes on from there:\n  ${again()}\n`,
      );
      return exitCode.interrupted;
    }
    if (error instanceof Unusable) throw new UsageError(error.message);
    throw error;
  } finally {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.off(signal, interrupt);
  }
}

async function run(dir: string, options: ReportOptions, signal: AbortSignal): Promise<number> {
  const here = userFolder();
  const path = (file: string | undefined): string | undefined =>
    file === undefined ? undefined : resolve(here, file);
  if (options.dryRun === true && options.json === true)
    throw new UsageError("--dry-run: it prints what would change, and --json the results; leave one out");
  if (options.columns !== undefined && options.roster === undefined)
    throw new UsageError("--columns: it says what the columns of --roster hold, and there is no --roster");
  if (options.lower === true && options.compare === undefined)
    throw new UsageError(
      "--lower: it says that --compare may lower what was published, and there is no --compare",
    );
  const layers = describeLayers("strong");
  const chosen = exercisesGiven(options.exercises);
  const points =
    options.points === undefined ? (ownCourse()?.points ?? {}) : pointsGiven(options.points, chosen);
  // Before the report is written: it may be the one that is compared with.
  const published = options.compare === undefined ? undefined : readPublished(path(options.compare)!);
  // It starts nothing yet, but sees from here on which cores are idle.
  const runner = runnerOf(options);
  const seed = options.seed === undefined ? undefined : seedOf(options.seed);
  const place = resolve(here, dir);
  const submissions = await openSubmissions(place, chosen);
  const out = resolve(here, options.out ?? "report");
  const state = resolve(here, options.state ?? join(out, ".chainrule"));
  assertApart(out, submissions.place, "--out");
  assertApart(state, submissions.place, "--state");
  assertReportFolder(out, state);
  assertStrong(layers, process.versions.node, options.allowWeakBox === true, "report");
  closeEarly();
  for (const flag of stayLean) setFlagsFromString(flag);
  const inForce = layers.filter((layer) => layer.inForce).map(({ name }) => name);
  const missing = layers.filter((layer) => !layer.inForce).map(({ name }) => name);
  const progress = classProgress(process.stderr);
  const dist = distFolder();
  const tables = { roster: path(options.roster), times: path(options.times) };
  const comments = path(options.comments);
  if (comments !== undefined) assertApart(comments, submissions.place, "--comments");
  const more = { comments, extensions: path(options.extensions), overrides: path(options.overrides) };
  let code: number = exitCode.pass;
  const policy = { ...ownPolicy(), ...policyText(options, path(options.policy)) };
  const manner = { limits: usualLimits, isolation: "strong", layers: inForce } as const;
  const pool: Runner = await runner(manner, progress.say);
  try {
    await reportClass(
      {
        title: (options.title ?? submissions.name).replace(/\s+/g, " ").trim(),
        isTitleTyped: options.title !== undefined,
        version: versionOf(dist),
        submissions,
        slugs: chosen,
        state,
        policy,
        ...given({ ...tables, ...more, columns: options.columns, since: options.since }),
        ...(options.force === true ? { force: true } : {}),
        ...(published === undefined ? {} : { published }),
        mayLower: options.lower === true,
        isTrial: options.dryRun === true,
        signal,
        box: { inForce, missing },
        ...(seed === undefined ? {} : { seed }),
        drawn: seedOf(undefined),
        terms: { course: courseDigests(dist, chosen), points, ...manner },
        runner: () => pool,
        show: progress.show,
      },
      (done) => {
        progress.clear();
        code = codeOf(done);
        if (options.dryRun === true) {
          process.stdout.write(dryRunOf(done, out, terminalOf(process.stdout)));
          return;
        }
        makeFolder(out);
        sweep(out);
        writeReport(out, state, outputFiles(done.results, done));
        say(done, out, options.json === true);
      },
    );
  } finally {
    progress.clear();
  }
  return code;
}

/** A fault of ours weighs more than a match that the instructor can clear up; nothing else is amiss. */
function codeOf({ results, faults }: ClassReport): number {
  const { open } = cellsOf(results);
  if (faults > 0 || open["not judged"].length > 0) return exitCode.fault;
  const isUnclear = open.unclear.length > 0 || (results.roster?.ambiguous.length ?? 0) > 0;
  return isUnclear ? exitCode.short : exitCode.pass;
}

function say(done: ClassReport, out: string, json: boolean): void {
  if (json) for (const piece of resultPieces(done.results)) process.stdout.write(piece);
  else process.stdout.write(summaryOf(done, out, terminalOf(process.stdout)));
}
