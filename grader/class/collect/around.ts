/** The folders around the submissions of a class, which are no student's. */
import { Unusable } from "../usage.ts";
import { attemptName } from "./attempt-name.ts";
import { areAttempts, isSubmission } from "./attempts.ts";
import { holds } from "./find-stub.ts";
import { gradescopeExport } from "./gradescope.ts";
import { sideBySide } from "./side-by-side.ts";
import { below, type Kind, type Tree } from "./tree.ts";

/** `hw1-submissions`, or what Classroom 50 writes: `ml-hw1_submissions_2026_10_01_T_12_00_00`. */
export const AROUND = /^(.+?)(?:-submissions|_submissions(?:_[\dT_]+)?)$/;

/** What Gradescope, Canvas and Blackboard call what they give; a student's folder is called otherwise. */
const DOWNLOADED = /^(?:assignment_\d+_export|submissions(?: ?\(\d+\))?|gradebook_.+)$/i;

/** Folders in each other around the submissions: unpacking often adds one. */
export const DEEPEST = 4;

/** The one folder that is around the submissions and is none itself. */
export function wrapperIn(tree: Tree, place: string, slugs: readonly string[]): string | undefined {
  const folders = foldersIn(tree);
  const around = folders.filter((name) => AROUND.test(name));
  if (around.length > 1 && around.length === folders.length)
    throw new Unusable(
      `${place}: the submissions of one assignment expected, got ${around.length} (${around.slice(0, 3).join(", ")}); name one of them`,
    );
  const [only] = folders;
  if (folders.length !== 1 || only === undefined) return undefined;
  if (around.length === 1) return only;
  const within = below(tree, only);
  if (DOWNLOADED.test(only) && (gradescopeExport(within) ?? sideBySide(within)) !== undefined) return only;
  return isAround(within, slugs) ? only : undefined;
}

/** True for a folder of several submissions, and for one around such a folder. */
function isAround(tree: Tree, slugs: readonly string[], depth = 0): boolean {
  if (holds(tree, slugs)) return false;
  const folders = foldersIn(tree);
  const [only] = folders;
  if (folders.length === 1 && depth < DEEPEST) return isAround(below(tree, only!), slugs, depth + 1);
  const submissions = folders.filter((name) => isSubmission(below(tree, name), slugs));
  // Numbers may be one student's attempts, the deeper the likelier.
  const areNumbers = depth > 0 && submissions.every((name) => attemptName(name) !== undefined);
  return submissions.length > 1 && !areNumbers && !areAttempts(submissions, true);
}

const foldersIn = (tree: Tree): string[] =>
  entriesOf(tree).flatMap(([name, kind]) => (kind === "folder" ? [name] : []));

/** What lies in a folder, but for what systems make. */
export const entriesOf = (tree: Tree): (readonly [string, Kind])[] =>
  [...(tree.list([]) ?? [])].filter(
    ([name]) => !name.startsWith(".") && name !== "__MACOSX" && !name.includes("\ufffd"),
  );
