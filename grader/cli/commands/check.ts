/** `check`: whether the exercises are ready for students. */
import { type Command, Option } from "commander";
import type { Report } from "../../author/check/check-course.ts";
import { findSlug, loadExercise } from "../../course/exercises.ts";
import { ownCourse } from "../../course/own.ts";
import { UsageError } from "../../usage-error.ts";
import { exitCode } from "../exit-code.ts";
import { noneLost } from "../npm/lost-flags.ts";
import { userCourse } from "../npm/user-folder.ts";

export function checkCommand(program: Command): void {
  program
    .command("check")
    .argument("[exercise...]", "the exercises to check; all unless told")
    .option("--json", "prints the refusals as data, and nothing else")
    .option("--seeds <count>", "seeds on which the solution is held; 20 unless told", wholeNumber)
    .addOption(new Option("--no-tools", "leaves types and layout to whoever asks for many").hideHelp())
    .description("holds exercises against their contracts, solutions, stubs and mistakes")
    .action(async (typed: readonly string[], { json, seeds, tools }: Options) => {
      noneLost("check -- EXERCISE", { seeds: seeds === undefined ? undefined : `${seeds}` });
      const { reportText } = await import("../../author/check/report.ts");
      const { placeShown } = await import("../own/bring-back.ts");
      const root = userCourse();
      const reports = (await reportsOn(root, typed, tools, seeds)).map(({ slug, refusals }) => ({
        slug,
        refusals: refusals.map((one) => ({ ...one, file: placeShown(one.file, root) })),
      }));
      const failed = reports.some(({ refusals }) => refusals.length > 0);
      process.stdout.write(`${json === true ? JSON.stringify(reports) : reportText(reports)}\n`);
      process.exitCode = failed ? exitCode.short : exitCode.pass;
    });
}

interface Options {
  readonly json?: true;
  readonly seeds?: number;
  readonly tools: boolean;
}

function wholeNumber(typed: string): number {
  if (!/^[1-9]\d?$/.test(typed)) throw new UsageError(`--seeds is a whole number from 1 to 99, got ${typed}`);
  return Number(typed);
}

async function reportsOn(
  root: string,
  typed: readonly string[],
  tools: boolean,
  seeds?: number,
): Promise<Report[]> {
  const { checkStray } = await import("../../author/check/check-course.ts");
  const { derivationsIn, isDerivation, slugOf, slugsIn } = await import("../../author/course.ts");
  const all = [...slugsIn(root).filter((name) => slugOf(name) !== undefined), ...derivationsIn(root)];
  // Those of the course have been checked before it was packed.
  const slugs =
    typed.length === 0 ? (ownCourse()?.slugs ?? all) : [...new Set(typed.map((name) => findSlug(name, all)))];
  const stray = typed.length === 0 ? checkStray(root) : [];
  if (!tools) return [...(await oneByOne(root, slugs, seeds)), ...stray];
  const { refusedByTools } = await import("../../author/check/tools.ts");
  const [reports, refused] = await Promise.all([
    judged(root, slugs, seeds),
    refusedByTools(
      root,
      slugs.filter((name) => isDerivation(name) || slugOf(name) !== undefined),
    ),
  ]);
  const together = reports.map(({ slug, refusals }) => ({
    slug,
    refusals: [...refusals, ...(refused.get(slug) ?? [])],
  }));
  return [...together, ...stray];
}

/** What each exercise's own check says, in this process. */
async function oneByOne(root: string, slugs: readonly string[], seeds?: number): Promise<Report[]> {
  const { checkCourse } = await import("../../author/check/check-course.ts");
  const first = seeds === undefined ? {} : { seeds: Array.from({ length: seeds }, (_, i) => i + 1) };
  const { loadDerivation } = await import("../../course/derivations.ts");
  return checkCourse({ root, load: loadExercise, loadWritten: loadDerivation, ...first }, slugs);
}

/** The same, of many by processes of their own. */
async function judged(root: string, slugs: readonly string[], seeds?: number): Promise<Report[]> {
  if (slugs.length <= 1) return oneByOne(root, slugs, seeds);
  const { checkAll } = await import("../check/check-all.ts");
  const { progressOn } = await import("../terminal/progress.ts");
  const line = progressOn(process.stderr);
  line.show(`checking ${slugs.length} exercises …`);
  const options = seeds === undefined ? [] : ["--seeds", `${seeds}`];
  const reports = await checkAll(slugs, options, (done, slug) =>
    line.show(`${done} of ${slugs.length} checked · ${slug}`),
  );
  line.clear();
  return reports;
}
