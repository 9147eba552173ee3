/** `classroom`: a student's repository, made and brought up to date. */
import type { Command } from "commander";
import { UsageError } from "../../usage-error.ts";
import type { ClassroomOptions } from "../classroom/source.ts";

export function classroomCommand(program: Command): void {
  const classroom = program
    .command("classroom")
    .description("makes a repository for students, or brings one up to date")
    .allowExcessArguments()
    .action((_, command: Command) => {
      const got = command.args.length === 0 ? "" : `, got ${JSON.stringify(command.args[0])}`;
      throw new UsageError(`classroom: template OUT, update DIR or course OUT expected${got}`);
    });
  const both = (command: Command): Command =>
    command
      .option("--exercises <list>", "the exercises, such as ex09,ex10; all unless told")
      .option("--path <name>", "the exercises of one way through the course: all, networks, weekend")
      .option("--title <text>", "the title in its README")
      .option("--points <points>", "what each is worth: 10, or ex09=10,ex10=30; the course's own unless told")
      .option("--due <dates>", "when all is due, or ex09=2026-12-01,ex10=2026-12-08T18:00")
      .option(
        "--site <url>",
        "where the course's pages are served; the README, findings and the board lead there",
      )
      .option("--gpu", "with the package that lets the oracle use a GPU")
      .allowExcessArguments();
  both(classroom.command("template"))
    .argument("<out>", "a new folder")
    .description("writes a ready repository into a new folder")
    .action(async (out: string, options: ClassroomOptions, command: Command) => {
      const { template } = await import("../classroom/classroom.ts");
      process.exitCode = await template(out, options, command.args.slice(1));
    });
  both(classroom.command("update"))
    .argument("<dir>", "a repository that `template` wrote")
    .description("brings a newer grader and new exercises, and leaves what a student changed")
    .action(async (folder: string, options: ClassroomOptions, command: Command) => {
      const { bringUpToDate } = await import("../classroom/classroom.ts");
      process.exitCode = await bringUpToDate(folder, options, command.args.slice(1));
    });
  classroom
    .command("course")
    .argument("<out>", "a new folder")
    .description("writes a folder for a course of your own, which adds exercises and leaves some out")
    .allowExcessArguments()
    .action(async (out: string, _: object, command: Command) => {
      const { ownFolder } = await import("../classroom/classroom.ts");
      process.exitCode = await ownFolder(out, command.args.slice(1));
    });
}
