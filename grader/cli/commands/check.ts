/** `check`: whether the exercises are ready for students. */
import type { Command } from "commander";
import { findSlug, loadExercise } from "../exercises.ts";
import { exitCode } from "../exit-code.ts";
import { courseRoot } from "../root.ts";
import { isLive } from "../terminal.ts";

export function checkCommand(program: Command): void {
  program
    .command("check")
    .argument("[exercise...]", "the exercises to check; all unless told")
    .description("holds exercises against their contracts, solutions, stubs and mistakes")
    .action(async (typed: readonly string[]) => {
      const { checkCourse } = await import("../../author/check/check-course.ts");
      const { reportText } = await import("../../author/check/report.ts");
      const { slugsIn } = await import("../../author/course.ts");
      const root = courseRoot();
      const all = slugsIn(root);
      const only = typed.length === 0 ? undefined : [...new Set(typed.map((name) => findSlug(name, all)))];
      const reports = await checkCourse({ root, load: loadExercise }, only, progress);
      const failed = reports.some(({ refusals }) => refusals.length > 0);
      process.stdout.write(`${reportText(reports)}\n`);
      process.exitCode = failed ? exitCode.short : exitCode.pass;
    });
}

/** One line of progress that is written over, where that can be seen. */
function progress(done: number, of: number, slug: string): void {
  if (!isLive(process.stderr)) return;
  process.stderr.write(done === of ? "\r\x1b[2K" : `\r\x1b[2K${done} of ${of} checked · ${slug}`);
}
