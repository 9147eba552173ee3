/** `classroom`: what its arguments mean, and what it says. */
import { userFolder } from "../npm/user-folder.ts";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isUntouched } from "../../author/stub-of.ts";
import { type Source, studentFiles } from "../../class/student/files.ts";
import { assertFree, Refused, writeTemplate } from "../../class/template.ts";
import { manifestOf, update } from "../../class/update.ts";
import { findSlug, loadExercise, shortName, slugs, stubPath } from "../../course/exercises.ts";
import { distFolder } from "../../course/home.ts";
import { pointsOf } from "../../judge/points.ts";
import { UsageError } from "../../usage-error.ts";
import { exitCode } from "../exit-code.ts";
import { dueDates } from "../flags/due-dates.ts";
import { type Points, pointsGiven } from "../flags/points.ts";
import { noneLost, noneMore } from "../npm/lost-flags.ts";

export interface ClassroomOptions {
  readonly exercises?: string;
  readonly title?: string;
  readonly points?: string;
  readonly due?: string;
  readonly gpu?: true;
}

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
        "Next: cd there, npm ci, npm run grade. Then git init, commit, and push it as a template repository.\n",
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
        exercises: options.exercises ?? before.exercises.join(","),
        title: options.title ?? before.title,
        ...(options.points === undefined ? {} : { points: options.points }),
        ...(options.due === undefined ? {} : { due: options.due }),
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

/** @throws UsageError for an unknown exercise, a worked-in stub, or a program outside its course */
async function sourceOf(
  { exercises: list, title, points, due, gpu }: ClassroomOptions & { readonly title: string },
  before: { readonly due?: Readonly<Record<string, string>>; readonly points?: Points } = {},
): Promise<Source> {
  const dist = distFolder();
  const root = dirname(dist);
  if (!existsSync(join(root, "solutions")))
    throw new UsageError("classroom: works in the course's own repository only; cd there and run it again");
  const all = slugs();
  const typed = list?.split(",").filter((name) => name.trim() !== "");
  if (typed?.length === 0)
    throw new UsageError(
      "--exercises: names such as ex09,ex10 expected, got none; `npm run grade` lists them",
    );
  const chosen =
    typed === undefined ? all : all.filter((slug) => typed.some((name) => findSlug(name, all) === slug));
  typed?.forEach((name) => void findSlug(name, all));
  for (const slug of chosen) {
    const file = stubPath(root, slug);
    if (!existsSync(file) || !isUntouched(readFileSync(file, "utf8"), shortName(slug)))
      throw new UsageError(
        `${file}: a bare stub expected, it holds work or is missing; \`npm run stubs -- --force\` cuts it anew`,
      );
  }
  const given = points === undefined ? (before.points ?? {}) : pointsGiven(points, chosen);
  const exercises = await Promise.all(chosen.map((slug) => loadExercise(slug, given)));
  return {
    root,
    dist,
    slugs: chosen,
    title: title.replace(/\s+/g, " ").trim(),
    points: new Map(exercises.map((exercise, i) => [chosen[i]!, pointsOf(exercise)])),
    givenPoints: given,
    due: due === undefined ? (before.due ?? {}) : dueDates(due, chosen),
    gpu: gpu === true,
  };
}

const lost = ({ exercises, title, points, due }: ClassroomOptions) => ({ exercises, title, points, due });

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
