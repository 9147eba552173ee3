/** `report`: the official grading of a class. */
import type { Command } from "commander";
import type { ReportOptions } from "../report/options.ts";

export function reportCommand(program: Command): void {
  program
    .command("report")
    .summary("grade a class from its submissions")
    .description(
      "Grades a folder (or zip, tar.gz) of submissions from your own copy of the course and writes a report.",
    )
    .argument("<dir>", "one folder a student, or an archive of that")
    .option("-o, --out <dir>", "where the report goes; report/ unless told")
    .option("--state <dir>", "where what is graded is kept; .chainrule/ in the report unless told")
    .option("--title <text>", "the report's title")
    .option("--exercises <list>", "the exercises, such as ex09,ex10; all unless told")
    .option("--points <points>", "what each is worth, as in the template: 10, or ex09=10,ex10=30")
    .option("--roster <csv>", "identifier,name,github, or an export of Classroom, Canvas or Moodle")
    .option("--columns <names>", 'what the roster\'s columns hold: id="ID-Nummer",email="E-Mail",group=…')
    .option("--policy <json>", "due dates and what happens after them")
    .option("--due <time>", "when all is due, such as 2026-10-01T23:59:00+02:00, or ex09=TIME,ex10=TIME")
    .option("--grace <span>", "how much later still is in time, such as 15m")
    .option("--per-day <less>", "less for each day begun: points, or a share such as 10%")
    .option("--cap <share>", "the most that lateness takes, such as 50%")
    .option("--none-after-days <n>", "nothing for what is later than this")
    .option("--late-days <n>", "days that each may be late in all without cost, such as 5")
    .option("--late-days-each <n>", "the most of them for one exercise")
    .option("--late-days-per <whom>", "person, or group: one budget for all who hand in together")
    .option("--time-zone <name>", "of times that do not say it, such as Europe/Berlin")
    .option("--attempts <which>", "last or best, where there are folders attempt-1, attempt-2 …")
    .option("--missing <what>", "blank or zero, where nothing was handed in; blank unless told")
    .option("--times <csv>", "student, time and if need be exercise, attempt")
    .option("--extensions <csv>", "student, exercise, and until or days; or late_days")
    .option("--overrides <csv>", "student, exercise, score or EX, reason")
    .option("--comments <dir>", "notes to students in Markdown, such as ada/ex10.md")
    .option("--compare <old>", "an earlier report: whose points change and why; no grade becomes less")
    .option("--lower", "with --compare: a published grade may become less")
    .option("--since <day>", "from when on the term is shown and compared, such as 2026-11-01")
    .option("-s, --seed <n>", "of the inputs; that of the last report unless told")
    .option("--workers <n>", "how many grade at once, each a core's worth; as many as cores unless told")
    .option("--dry-run", "print what would change for whom, and leave the report as it is")
    .option(
      "--queue <url>",
      "have workers at a queue grade: rediss://HOST:PORT, or env for that in CHAINRULE_QUEUE",
    )
    .option("--urgent", "with --queue: before what others have put there, since students wait")
    .option(
      "--keep <span>",
      "with --queue: how long the queue keeps texts and results, such as 12h; a day unless told",
    )
    .option("--allow-plain-queue", "with --queue: send submissions unencrypted to another machine")
    .option("--force", "grade again what is known from before")
    .option("--json", "print the results as one JSON object and nothing else")
    .option("--allow-weak-box", "grade in a weak box as well")
    .allowExcessArguments()
    .action(async (dir: string, options: ReportOptions, command: Command) => {
      const { report } = await import("../report/report.ts");
      process.exitCode = await report(dir, options, command.args.slice(1));
    });
}
