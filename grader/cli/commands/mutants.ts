/** `mutants`: makes the one-edit neighbours of the right answers anew, and shows what the judge says of each edit. */
import type { Command } from "commander";
import type { MutantsOf } from "../../author/mutants/mutants-of.ts";
import { findSlug } from "../../course/exercises.ts";
import { ownCourse } from "../../course/own.ts";
import { UsageError } from "../../usage-error.ts";
import { exitCode } from "../exit-code.ts";
import { userCourse } from "../npm/user-folder.ts";

/** To refuse a wrong answer is quick, to say why is not: of all exercises a sample does. */
const SOME = 40;
const ALL = 999_999;

function numberOf(typed: string): number {
  if (!/^\d{1,6}$/.test(typed)) throw new UsageError(`--told is a whole number, got ${typed}`);
  return Number(typed);
}

export function mutantsCommand(program: Command): void {
  program
    .command("mutants")
    .argument("[exercise...]", "the exercises; all unless told")
    .option("--told <n>", "of how many refused edits it is asked whether they are told why", numberOf)
    .option("--json", "prints what became of each edit as data, and nothing else")
    .description(
      "edits the model answers in every place, grades each edit, keeps those that tell a cause, and records the counts",
    )
    .action(
      async (typed: readonly string[], { json, told }: { readonly json?: true; readonly told?: number }) => {
        const { slugOf, slugsIn } = await import("../../author/course.ts");
        const { mutantsText } = await import("../../author/mutants/table.ts");
        const { record } = await import("../../author/mutants/recorded.ts");
        const { bringBack, bringCountsBack } = await import("../own/bring-back.ts");
        const { judgedMutants } = await import("../mutants/judged-mutants.ts");
        const root = userCourse();
        // The course's own are made in the course.
        const all = ownCourse()?.slugs ?? slugsIn(root).filter((name) => slugOf(name) !== undefined);
        const slugs = typed.length === 0 ? all : [...new Set(typed.map((name) => findSlug(name, all)))];
        const judged: readonly MutantsOf[] = await judgedMutants(
          root,
          slugs,
          told ?? (typed.length === 0 ? SOME : ALL),
        );
        if (json !== true) record(root, judged);
        bringBack(
          root,
          slugs.map((slug) => `exercises/${slug}/neighbours.json`),
        );
        bringCountsBack(root);
        process.stdout.write(`${json === true ? JSON.stringify(judged) : mutantsText(judged)}\n`);
        const isShort = judged.some(({ mutants }) =>
          mutants.some(({ judged: { fate } }) => fate === "survivor" || fate === "not judged"),
        );
        process.exitCode = isShort ? exitCode.short : exitCode.pass;
      },
    );
}
