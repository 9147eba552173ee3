/** `classroom`: what its arguments mean, and what it says. */

import { resolve } from "node:path";
import { ownFolderFiles } from "../../class/own-folder.ts";
import { type Source, studentFiles } from "../../class/student/files.ts";
import { assertFree, Refused, writeTemplate } from "../../class/template.ts";
import { manifestOf, update } from "../../class/update.ts";
import { shortName } from "../../course/exercises.ts";
import { UsageError } from "../../usage-error.ts";
import { exitCode } from "../exit-code.ts";
import { noneLost, noneMore } from "../npm/lost-flags.ts";
import { userFolder } from "../npm/user-folder.ts";
import { type ClassroomOptions, sourceOf } from "./source.ts";

const defaultTitle = "Chainrule: exercises on the mathematics of machine learning";

/** Writes a new repository; the exit code. */
export async function template(
  out: string,
  options: ClassroomOptions,
  more: readonly string[] = [],
): Promise<number> {
  noneLost("classroom -- template OUT", lost(options));
  noneMore("classroom", more);
  return refusedAsUsage(async () => {
    const folder = resolve(userFolder(), out);
    assertFree(folder);
    const source = await sourceOf({ ...options, title: options.title ?? defaultTitle });
    writeTemplate(folder, studentFiles(source));
    process.stdout.write(
      `${folder}: ${source.slugs.length} ${source.slugs.length === 1 ? "exercise" : "exercises"} (${source.slugs.map(shortName).join(", ")})\n` +
        pagesNote(source) +
        "Next: cd there, npm ci, npm run grade. Then git init, commit, and push it as a template repository.\n",
    );
    return exitCode.pass;
  });
}

/** Writes a new folder for a course of one's own; the exit code. */
export async function ownFolder(out: string, more: readonly string[] = []): Promise<number> {
  noneMore("classroom", more);
  return refusedAsUsage(async () => {
    const folder = resolve(userFolder(), out);
    assertFree(folder);
    writeTemplate(folder, ownFolderFiles());
    process.stdout.write(
      `${folder}: a folder for a course of your own\n` +
        "Next: npm pack here, cd there, npm install the packed file, npm run new ex74-softsign.\n",
    );
    return exitCode.pass;
  });
}

/** Brings a repository up to date; the exit code. */
export async function bringUpToDate(
  dir: string,
  options: ClassroomOptions,
  more: readonly string[] = [],
): Promise<number> {
  noneLost("classroom -- update DIR", lost(options));
  noneMore("classroom", more);
  return refusedAsUsage(async () => {
    const folder = resolve(userFolder(), dir);
    const before = manifestOf(folder);
    const source = await sourceOf(
      {
        ...(options.path === undefined
          ? { exercises: options.exercises ?? before.exercises.join(",") }
          : {
              path: options.path,
              ...(options.exercises === undefined ? {} : { exercises: options.exercises }),
            }),
        title: options.title ?? before.title,
        ...(options.points === undefined ? {} : { points: options.points }),
        ...(options.due === undefined ? {} : { due: options.due }),
        ...((options.site ?? before.site) === undefined ? {} : { site: options.site ?? before.site ?? "" }),
        ...(options.gpu === true || before.gpu === true ? { gpu: true as const } : {}),
      },
      before,
    );
    const changes = update(folder, studentFiles(source));
    for (const { file, did } of changes)
      process.stdout.write(`${did.padEnd(8)}${file}${did === "kept" ? " (changed by the student)" : ""}\n`);
    const done = changes.filter(({ did }) => did !== "kept").length;
    process.stdout.write(done === 0 ? "Nothing to do: it is up to date.\n" : `${done} brought up to date.\n`);
    return exitCode.pass;
  });
}

/** Where students read, if that is not settled. */
const pagesNote = ({ site, pages }: Source): string =>
  site !== undefined || (pages?.size ?? 0) > 0
    ? ""
    : "Without the pages: run npm run site first, and they come along; or say with --site where they are served.\n";

const lost = ({ exercises, path, title, points, due, site }: ClassroomOptions) => ({
  exercises,
  path,
  title,
  points,
  due,
  site,
});

async function refusedAsUsage(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) throw new UsageError(error.message);
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined || !/^E(ACCES|PERM|ROFS|NOSPC|NOTDIR|ISDIR|EXIST)$/.test(code)) throw error;
    throw new UsageError(`${(error as Error).message}; choose a folder that can be written`);
  }
}
