/** Files of a submission that are nearly the one of an exercise, by name or by place. */
import { Unreadable } from "../../box/read.ts";
import { isDerivation } from "../../course/exercises.ts";
import { type Near, nearness, squashed } from "./near-name.ts";
import { stemOf } from "./stem.ts";
import { isHidden, type Kind, type Path, type Tree } from "./tree.ts";

export interface NearFile {
  readonly path: Path;
  readonly near: Near;
  /** A program, and no note about one. */
  readonly isCode: boolean;
}

/** Names by what is left of them, once for each listing: a folder is asked for every exercise. */
const kept = new WeakMap<ReadonlyMap<string, Kind>, readonly (readonly [name: string, squashed: string])[]>();

function filesIn(list: ReadonlyMap<string, Kind>): readonly (readonly [string, string])[] {
  const known = kept.get(list);
  if (known !== undefined) return known;
  const files = [...list].flatMap(([name, kind]) =>
    kind === "folder" ? [] : [[name, squashed(name)] as const],
  );
  kept.set(list, files);
  return files;
}

/** Those in the folders where the file may lie, whatever the case of the folders' names. */
export function nearOnes(tree: Tree, slug: string): readonly NearFile[] {
  // Every derivation has a file of the same name: where it does not lie, nothing tells whose it is.
  if (isDerivation(slug)) return [];
  const exercises = twins(tree, [], "exercises");
  const folders: readonly Path[] = [
    ...exercises.flatMap((folder) => [...twins(tree, folder, slug), ...twins(tree, folder, stemOf(slug))]),
    ...exercises,
    ...twins(tree, [], slug),
    [],
  ];
  return folders.flatMap((folder) => nearIn(tree, folder, slug));
}

function nearIn(tree: Tree, folder: Path, slug: string): readonly NearFile[] {
  const list = tree.list(folder);
  if (list === undefined) return [];
  const stem = stemOf(slug);
  const isUsual = isUsualFolder(folder, slug);
  return filesIn(list).flatMap(([name, letters]): NearFile[] => {
    if (!letters.includes(squashed(stem))) return [];
    const isRight = name === `${stem}.ts` || (folder.length === 0 && name === `${slug}.ts`);
    if (isRight && isUsual) return [];
    const near = nearness(name, stem) ?? nearness(name, slug);
    if (near === undefined) return [];
    const path = [...folder, name];
    return [{ path, near: list.get(name) === "file" ? near : "doubtful", isCode: isCode(name) }];
  });
}

const isUsualFolder = ([first, ...more]: Path, slug: string): boolean =>
  first === undefined ||
  (first === slug && more.length === 0) ||
  (first === "exercises" && more.length === 1 && more[0] === slug);

export const isCode = (name: string): boolean => /\.[cm]?[jt]sx?(?:\.txt|\.ts|\.download)?$/i.test(name);

/** Folders of that name, whatever its case. */
const twins = (tree: Tree, folder: Path, name: string): readonly Path[] =>
  [...(tree.list(folder) ?? [])].flatMap(([each, kind]) =>
    kind === "folder" && each.toLowerCase() === name ? [[...folder, each]] : [],
  );

export const ARCHIVE = /\.(?:zip|tar|tgz|gz|bz2|xz|rar|7z)$/i;
export const DEEPEST = 12;
export const MOST_ENTRIES = 10_000;

/** An author's files, where somebody works in a copy of the whole course. */
export const AUTHORS = /^(?:exercise|mistakes|laws|full-size)\.ts$|\.(?:d|test|spec)\.ts$/;

/**
 * What else may be the work, where there is no such file: programs in the exercise's folder, files of exactly the
 * right name in other folders, and archives.
 *
 * @throws Unreadable where there are too many folders to look through
 */
export function elsewhere(tree: Tree, slug: string): readonly Path[] {
  const names = new Set([`${stemOf(slug)}.ts`, `${slug}.ts`]);
  const found: Path[] = [["exercises", slug], [slug], []].flatMap((folder) =>
    [...(tree.list(folder) ?? [])].flatMap(([name, kind]) => {
      const isWork = ARCHIVE.test(name) || (folder.length > 0 && isCode(name) && !AUTHORS.test(name));
      return kind !== "folder" && isWork ? [[...folder, name]] : [];
    }),
  );
  const waiting: Path[] = [[]];
  let looked = 0;
  for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
    // Where nobody has looked, nobody knows that there is nothing.
    const entries = folder.length > DEEPEST ? undefined : tree.list(folder);
    looked += entries?.size ?? 0;
    if (entries === undefined || looked > MOST_ENTRIES)
      throw new Unreadable(
        `${folder.slice(0, 3).join("/")}: at most ${DEEPEST} folders in each other with ${MOST_ENTRIES} files expected, got more; the file may lie there`,
      );
    for (const [name, kind] of entries) {
      if (kind === "file" && names.has(name)) found.push([...folder, name]);
      const isWorth = kind === "folder" && !isHidden(name) && name !== "grader";
      if (isWorth) waiting.push([...folder, name]);
    }
  }
  return found;
}
