/** `check`: whether the exercises are ready for students. */

import type { Command } from "commander";
import type { Report } from "../../author/check/check-course.ts";
import { findSlug, loadExercise } from "../../course/exercises.ts";
import { exitCode } from "../exit-code.ts";
import { userCourse } from "../npm/user-folder.ts";

export function checkCommand(program: Command): void {
  program
    .command("check")
    .argument("[exercise...]", "the exercises to check; all unless told")
    .option("--json", "prints the refusals as data, and nothing else")
    .description("holds exercises against their contracts, solutions, stubs and mistakes")
    .action(async (typed: readonly string[], { json }: { json?: true }) => {
      const { reportText } = await import("../../author/check/report.ts");
      const reports = await reportsOn(typed);
      const failed = reports.some(({ refusals }) => refusals.length > 0);
      process.stdout.write(`${json === true ? JSON.stringify(reports) : reportText(reports)}\n`);
      process.exitCode = failed ? exitCode.short : exitCode.pass;
    });
}

async function reportsOn(typed: readonly string[]): Promise<Report[]> {
  const { checkCourse, checkStray } = await import("../../author/check/check-course.ts");
  const { slugOf, slugsIn } = await import("../../author/course.ts");
  const root = userCourse();
  const all = slugsIn(root).filter((name) => slugOf(name) !== undefined);
  const slugs = typed.length === 0 ? all : [...new Set(typed.map((name) => findSlug(name, all)))];
  const stray = typed.length === 0 ? checkStray(root) : [];
  if (slugs.length <= 1) return [...(await checkCourse({ root, load: loadExercise }, slugs)), ...stray];
  const { checkAll } = await import("../check/check-all.ts");
  const { progressOn } = await import("../terminal/progress.ts");
  const line = progressOn(process.stderr);
  line.show(`checking ${slugs.length} exercises …`);
  const reports = await checkAll(slugs, (done, slug) =>
    line.show(`${done} of ${slugs.length} checked · ${slug}`),
  );
  line.clear();
  return [...reports, ...stray];
}
