/** The submissions of a class: the folders below one folder, or what an archive holds. */
import { readdirSync, realpathSync, statSync } from "node:fs";
import { basename } from "node:path";
import { Unusable } from "../usage.ts";
import { openArchive } from "./archive.ts";
import { DiskTree } from "./disk-tree.ts";
import { holds } from "./find-stub.ts";
import { aKind, below, type Kind, type Tree } from "./tree.ts";

export interface Submitted {
  /** The name of the student's folder. */
  readonly folder: string;
  readonly tree?: Tree;
  /** Why there is nothing to look at. */
  readonly problem?: string;
}

export interface Submissions {
  /** Sorted by folder. */
  readonly all: readonly Submitted[];
  /** What lies beside the submissions and is none, one line each. */
  readonly ignored: readonly string[];
  /** What the names of clones begin with, where the name of the folder around them tells. */
  readonly prefix?: string;
  /** Where they lie, for messages. */
  readonly place: string;
  /** What the folder around them is called. */
  readonly name: string;
}

export const byName = (a: { readonly folder: string }, b: { readonly folder: string }): number =>
  a.folder < b.folder ? -1 : a.folder > b.folder ? 1 : 0;

/** `hw1-submissions`, or what Classroom 50 writes: `ml-hw1_submissions_2026_10_01_T_12_00_00`. */
const AROUND = /^(.+?)(?:-submissions|_submissions(?:_[\dT_]+)?)$/;

/** @throws Unusable if there is nothing of the kind */
export async function openSubmissions(path: string, slugs: readonly string[]): Promise<Submissions> {
  const stats = statSync(path, { throwIfNoEntry: false });
  const expected = "a folder of submissions, or a zip or tar.gz archive of one, expected";
  if (stats === undefined) throw new Unusable(`${path}: ${expected}; there is nothing`);
  if (!stats.isFile() && !stats.isDirectory()) throw new Unusable(`${path}: ${expected}`);
  const place = realpathSync(path);
  if (stats.isDirectory()) return withStudents(new DiskTree(place), place, nonsense(place), slugs);
  const tree = await openArchive(place, slugs);
  return withStudents(tree, place, tree.ignored, slugs);
}

/** Names on disk that are no text: whatever they lead to cannot be spoken of. */
function nonsense(folder: string): string[] {
  return readdirSync(folder, { encoding: "buffer" })
    .filter((bytes) => !Buffer.from(bytes.toString()).equals(bytes))
    .map((bytes) => `${bytes.toString()}: its name is no text in UTF-8`);
}

function withStudents(
  tree: Tree,
  place: string,
  ignored: readonly string[],
  slugs: readonly string[],
): Submissions {
  let around = basename(place).replace(/\.(zip|tar|tgz|tar\.gz)$/i, "");
  let within = tree;
  // The folder around the submissions may have been named, or the one around that.
  for (let depth = 0; depth < 2; depth++) {
    const only = wrapperIn(within, place, slugs);
    if (only === undefined) break;
    around = only;
    within = below(within, only);
  }
  const students = studentsIn(within);
  if (students.all.length === 0)
    throw new Unusable(`${place}: a folder for each student expected, there is none in it`);
  const prefix = AROUND.exec(around)?.[1];
  return {
    all: students.all.sort(byName),
    ignored: [...ignored, ...students.ignored],
    place,
    name: prefix ?? around,
    ...(prefix === undefined ? {} : { prefix: `${prefix}-` }),
  };
}

function studentsIn(tree: Tree): { readonly all: Submitted[]; readonly ignored: readonly string[] } {
  const all: Submitted[] = [];
  const ignored: string[] = [];
  for (const [folder, kind] of entriesOf(tree)) {
    if (kind === "folder") all.push({ folder, tree: below(tree, folder) });
    else if (kind === "symbolic link" || kind === "name that is there twice")
      all.push({ folder, problem: `a folder of its own expected, got ${aKind(kind)}` });
    else if (kind !== "file") ignored.push(`${folder}: ${aKind(kind)}`);
  }
  return { all, ignored };
}

/** The one folder that is around the submissions and is none itself. */
function wrapperIn(tree: Tree, place: string, slugs: readonly string[]): string | undefined {
  const folders = entriesOf(tree).filter(([, kind]) => kind === "folder");
  const around = folders.filter(([name]) => AROUND.test(name)).map(([name]) => name);
  if (around.length > 1 && around.length === folders.length)
    throw new Unusable(
      `${place}: the submissions of one assignment expected, got ${around.length} (${around.slice(0, 3).join(", ")}); name one of them`,
    );
  const [only] = folders;
  if (folders.length !== 1 || only === undefined) return undefined;
  if (around.length === 1) return only[0];
  const within = below(tree, only[0]);
  const inner = entriesOf(within).filter(
    ([name, kind]) => kind === "folder" && holds(below(within, name), slugs),
  );
  return inner.length > 1 && !holds(within, slugs) ? only[0] : undefined;
}

const entriesOf = (tree: Tree): (readonly [string, Kind])[] =>
  [...(tree.list([]) ?? [])].filter(
    ([name]) => !name.startsWith(".") && name !== "__MACOSX" && !name.includes("\ufffd"),
  );
