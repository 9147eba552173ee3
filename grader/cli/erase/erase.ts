/** `erase`: takes a student out of a report and a queue, and tells what it took. */
import { join, resolve } from "node:path";
import { type Erased, type ErasedReport, eraseFromReport } from "../../class/erase.ts";
import { Unusable } from "../../class/usage.ts";
import { UsageError } from "../../usage-error.ts";
import { clean } from "../../verdict/width.ts";
import { exitCode } from "../exit-code.ts";
import { userFolder } from "../npm/user-folder.ts";

export interface EraseOptions {
  readonly out?: string;
  readonly state?: string;
  readonly queue?: string;
  readonly onlyQueue?: true;
  readonly allowPlainQueue?: true;
}

/** Runs the command; the exit code. */
export async function erase(student: string, options: EraseOptions): Promise<number> {
  if (options.onlyQueue === true && options.queue === undefined)
    throw new UsageError("--only-queue: it needs --queue URL");
  try {
    return await eraseAll(student, options);
  } catch (error) {
    if (error instanceof Unusable) throw new UsageError(error.message);
    throw error;
  }
}

async function eraseAll(student: string, options: EraseOptions): Promise<number> {
  const out = resolve(userFolder(), options.out ?? "report");
  const state = resolve(userFolder(), options.state ?? join(out, ".chainrule"));
  // The queue first: whoever cannot reach it can ask again, while the report still says whose folder it is.
  const open = options.queue === undefined ? undefined : await openedQueue(options.queue, options);
  const lines: string[] = [];
  let left = 0;
  try {
    const here: Erased =
      options.onlyQueue === true
        ? { folders: [student], verdicts: 0, executions: 0, reports: [] }
        : await eraseFromReport(out, state, student);
    if (options.onlyQueue !== true)
      lines.push(
        `${here.verdicts} verdicts in ${join(state, "journal.jsonl")}`,
        `${here.executions} files in ${join(state, "history")}`,
        ...here.reports.map(lineOf),
      );
    if (open !== undefined) {
      for (const folder of here.folders) {
        const there = await open.erase(folder);
        left += there.left;
        lines.push(`${there.texts} texts, ${there.results} results and ${there.jobs} jobs at ${open.shown}`);
      }
    }
    process.stdout.write(
      `Erased of ${here.folders.map(clean).join(", ")}:\n${lines.map((line) => `  ${line}\n`).join("")}`,
    );
  } finally {
    open?.close();
  }
  if (left > 0)
    process.stdout.write(`A worker still has ${left} of the files: run the same command again.\n`);
  process.stdout.write(
    "Yours to erase: the folder among the submissions, rows of roster and tables, and backups, the server's too.\n",
  );
  return left > 0 ? exitCode.short : exitCode.pass;
}

function lineOf({ out, files, isKnown, isThere }: ErasedReport): string {
  if (!isThere)
    return `nothing in ${out}, a report of this state that is not there: if it was moved, delete it`;
  if (!isKnown)
    return `nothing in ${out}: which files are the report's is not known any more, delete the folder`;
  return `${files} files of the report in ${out}, which may all name the student: make it again`;
}

async function openedQueue(url: string, { allowPlainQueue }: EraseOptions) {
  const { addressOf, hideSecrets, Link, eraseFromQueue } = await import("../queue/open.ts");
  const address = addressOf(url, process.env, allowPlainQueue === true);
  hideSecrets();
  const link = await Link.open(address, (line) => void process.stderr.write(`${line}\n`));
  return {
    shown: address.shown,
    erase: (folder: string) => eraseFromQueue(link, folder),
    close: () => link.close(),
  };
}
