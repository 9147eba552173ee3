/** The submissions of a class: the folders below one folder, or what an archive holds. */
import { readdirSync, realpathSync, statSync } from "node:fs";
import { basename } from "node:path";
import { Unusable } from "../usage.ts";
import { openArchive } from "./archive.ts";
import { AROUND, DEEPEST, entriesOf, wrapperIn } from "./around.ts";
import { attemptName } from "./attempt-name.ts";
import { areAttempts } from "./attempts.ts";
import { DiskTree } from "./disk-tree.ts";
import { gradescopeExport } from "./gradescope.ts";
import { ARCHIVE } from "./near-files.ts";
import { sideBySide } from "./side-by-side.ts";
import { aKind, below, type Tree } from "./tree.ts";

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
  /** What lies beside the submissions and is none, and what was assumed of folders, one line each. */
  readonly beside: readonly string[];
  /** What among it may be somebody's work. */
  readonly strays: readonly string[];
  /** Who handed in together, by folder, where the download says so. */
  readonly handedInBy: ReadonlyMap<string, readonly string[]>;
  /** What the names of clones begin with, where the name of the folder around them tells. */
  readonly prefix?: string;
  /** Where they lie, for messages. */
  readonly place: string;
  /** What the folder around them is called. */
  readonly name: string;
}

export const byName = (a: { readonly folder: string }, b: { readonly folder: string }): number =>
  a.folder < b.folder ? -1 : a.folder > b.folder ? 1 : 0;

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
  beside: readonly string[],
  slugs: readonly string[],
): Submissions {
  let around = basename(place).replace(/\.(zip|tar|tgz|tar\.gz)$/i, "");
  let within = tree;
  // The folder around the submissions may have been named, or one around that.
  for (let depth = 0; depth < DEEPEST; depth++) {
    const only = wrapperIn(within, place, slugs);
    if (only === undefined) break;
    around = only;
    within = below(within, only);
  }
  const named = gradescopeExport(within);
  const students = studentsIn(named?.tree ?? sideBySide(within) ?? within, around);
  const strays = [...beside.map((line) => line.replace(/: [^:]*$/, "")), ...students.strays];
  if (students.all.length === 0) throw new Unusable(nobody(place, strays));
  const prefix = AROUND.exec(around)?.[1];
  return {
    all: students.all.sort(byName),
    beside: [...beside, ...(named?.remarks ?? []), ...students.beside],
    strays,
    handedInBy: named?.handedInBy ?? new Map(),
    place,
    name: prefix ?? around,
    ...(prefix === undefined ? {} : { prefix: `${prefix}-` }),
  };
}

function nobody(place: string, strays: readonly string[]): string {
  const some = `${strays.slice(0, 3).join(", ")}${strays.length > 3 ? " …" : ""}`;
  const mend = `; what is there lies in none: ${some}; put the files of each student into a folder called after the student`;
  return `${place}: a folder for each student expected, there is none in it${strays.length === 0 ? "" : mend}`;
}

/**
 * @param name what the folder around them is called
 */
function studentsIn(
  tree: Tree,
  name: string,
): { readonly all: Submitted[]; readonly beside: readonly string[]; readonly strays: readonly string[] } {
  const entries = entriesOf(tree);
  const folders = entries.flatMap(([folder, kind]) => (kind === "folder" ? [folder] : []));
  // No student is called so: this is one student's folder in place of a class.
  if (areAttempts(folders, false)) return { all: [{ folder: name, tree }], beside: [], strays: [] };
  const all: Submitted[] = [];
  const beside: string[] = [];
  const strays: string[] = [];
  if (folders.length > 1 && folders.every((folder) => attemptName(folder)?.certainty === "common word"))
    beside.push(
      `${folders.slice(0, 3).join(", ")}${folders.length > 3 ? " …" : ""}: taken as folders of students, not as attempts of one; for that, name the folder around ${name}`,
    );
  for (const [folder, kind] of entries) {
    if (kind === "folder") all.push({ folder, tree: below(tree, folder) });
    else if (kind === "symbolic link" || kind === "name that is there twice")
      all.push({ folder, problem: `a folder of its own expected, got ${aKind(kind)}` });
    else if (kind !== "file") beside.push(`${folder}: ${aKind(kind)}`);
    else if (ARCHIVE.test(folder)) beside.push(...packed(folder, folders, all));
    else if (/\.[cm]?[jt]sx?$/i.test(folder)) {
      strays.push(folder);
      beside.push(`${folder}: a file outside of all folders, so that nobody knows whose it is`);
    }
  }
  return { all, beside, strays };
}

/** An archive in place of a student's folder. */
function packed(file: string, folders: readonly string[], all: Submitted[]): readonly string[] {
  const folder = file.replace(ARCHIVE, "").replace(/\.tar$/i, "");
  if (folders.includes(folder) || AROUND.test(folder))
    return [`${file}: an archive beside the folders, not opened`];
  all.push({ folder, problem: `${file}: a folder expected, got an archive; unpack it` });
  return [];
}
