/** The submissions of a class: the folders below one folder, or what an archive holds. */
import { lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { Unusable } from "../usage.ts";
import { openArchive } from "./archive.ts";
import { DiskTree } from "./disk-tree.ts";
import type { Tree } from "./tree.ts";

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
}

export const byName = (a: { readonly folder: string }, b: { readonly folder: string }): number =>
  a.folder < b.folder ? -1 : a.folder > b.folder ? 1 : 0;

/** `hw1-submissions`, or what Classroom 50 writes: `ml-hw1_submissions_2026_10_01_T_12_00_00`. */
const AROUND = /^(.+?)(?:-submissions|_submissions(?:_[\dT_]+)?)$/;

/** @throws Unusable if there is nothing of the kind */
export async function openSubmissions(path: string): Promise<Submissions> {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined)
    throw new Unusable(`${path}: a folder of submissions, or an archive of one, expected; there is nothing`);
  if (stats.isFile()) return openArchive(path);
  if (!stats.isDirectory())
    throw new Unusable(`${path}: a folder of submissions, or an archive of one, expected`);
  return inFolder(realpathSync(path), true);
}

function inFolder(folder: string, mayDescend: boolean): Submissions {
  const all: Submitted[] = [];
  const ignored: string[] = [];
  for (const bytes of readdirSync(folder, { encoding: "buffer" })) {
    const name = bytes.toString();
    if (name.startsWith(".")) continue;
    if (!Buffer.from(name).equals(bytes)) {
      ignored.push(`${name}: its name is no text in UTF-8`);
      continue;
    }
    const stats = lstatSync(join(folder, name), { throwIfNoEntry: false });
    if (stats?.isDirectory() === true) all.push({ folder: name, tree: new DiskTree(join(folder, name)) });
    else if (stats?.isSymbolicLink() === true)
      all.push({ folder: name, problem: "a folder of its own expected, got a symbolic link" });
    else if (stats?.isFile() !== true) ignored.push(`${name}: neither a folder nor a file`);
  }
  const around = all.filter((each) => AROUND.test(each.folder));
  if (mayDescend && around.length > 0 && around.length === all.length) {
    const [only] = around;
    if (around.length > 1 || only?.tree === undefined)
      throw new Unusable(
        `${folder}: one folder of submissions expected, got ${around.length} (${around
          .slice(0, 3)
          .map((each) => each.folder)
          .join(", ")}); name one of them`,
      );
    return inFolder(join(folder, only.folder), false);
  }
  if (all.length === 0) throw new Unusable(`${folder}: a folder a student expected, there is none in it`);
  const prefix = AROUND.exec(basename(folder))?.[1];
  return {
    all: all.sort(byName),
    ignored,
    place: folder,
    ...(prefix === undefined ? {} : { prefix: `${prefix}-` }),
  };
}
