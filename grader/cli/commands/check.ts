/** `check`: whether the exercises are ready for students. */
import { type Command, Option } from "commander";
import type { Report } from "../../author/check/check-course.ts";
import { findSlug, loadExercise } from "../../course/exercises.ts";
import { exitCode } from "../exit-code.ts";
import { userCourse } from "../npm/user-folder.ts";

export function checkCommand(program: Command): void {
  program
    .command("check")
    .argument("[exercise...]", "the exercises to check; all unless told")
    .option("--json", "prints the refusals as data, and nothing else")
    .addOption(new Option("--no-tools", "leaves types and layout to whoever asks for many").hideHelp())
    .description("holds exercises against their contracts, solutions, stubs and mistakes")
    .action(async (typed: readonly string[], { json, tools }: { json?: true; tools: boolean }) => {
      const { reportText } = await import("../../author/check/report.ts");
      const reports = await reportsOn(typed, tools);
      const failed = reports.some(({ refusals }) => refusals.length > 0);
      process.stdout.write(`${json === true ? JSON.stringify(reports) : reportText(reports)}\n`);
      process.exitCode = failed ? exitCode.short : exitCode.pass;
    });
}

async function reportsOn(typed: readonly string[], tools: boolean): Promise<Report[]> {
  const { checkStray } = await import("../../author/check/check-course.ts");
  const { slugOf, slugsIn } = await import("../../author/course.ts");
  const root = userCourse();
  const all = slugsIn(root).filter((name) => slugOf(name) !== undefined);
  const slugs = typed.length === 0 ? all : [...new Set(typed.map((name) => findSlug(name, all)))];
  const stray = typed.length === 0 ? checkStray(root) : [];
  if (!tools) return [...(await judged(root, slugs)), ...stray];
  const { refusedByTools } = await import("../../author/check/tools.ts");
  const [reports, refused] = await Promise.all([
    judged(root, slugs),
    refusedByTools(
      root,
      slugs.flatMap((name) => slugOf(name) ?? []),
    ),
  ]);
  const together = reports.map(({ slug, refusals }) => ({
    slug,
    refusals: [...refusals, ...(refused.get(slug) ?? [])],
  }));
  return [...together, ...stray];
}

/** What each exercise's own check says; of many at once, each by a process of its own. */
async function judged(root: string, slugs: readonly string[]): Promise<Report[]> {
  const { checkCourse } = await import("../../author/check/check-course.ts");
  if (slugs.length <= 1) return checkCourse({ root, load: loadExercise }, slugs);
  const { checkAll } = await import("../check/check-all.ts");
  const { progressOn } = await import("../terminal/progress.ts");
  const line = progressOn(process.stderr);
  line.show(`checking ${slugs.length} exercises …`);
  const reports = await checkAll(slugs, (done, slug) =>
    line.show(`${done} of ${slugs.length} checked · ${slug}`),
  );
  line.clear();
  return reports;
}
