/** What a student handed in: the declared files, and what stood in the way of others. */
import { Unreadable } from "../../box/read.ts";
import type { Text } from "../../box/text.ts";
import { findStub, holds } from "./find-stub.ts";
import { plantedIn } from "./planted.ts";
import { bounded } from "./remarks.ts";
import { below, type Kind, remembered, type Tree } from "./tree.ts";

/** A file of an exercise as it was handed in. */
export interface CollectedFile extends Text {
  readonly slug: string;
  /** Where it lay, from the submission's folder. */
  readonly path: string;
  readonly sha256: string;
}

/** One attempt of a student; the only one has number 1. */
export interface Attempt {
  readonly number: number;
  readonly tree: Tree;
  readonly files: readonly CollectedFile[];
  /** Why a file was refused, by exercise. */
  readonly refused: ReadonlyMap<string, string>;
}

export interface Collected {
  readonly attempts: readonly Attempt[];
  readonly remarks: readonly string[];
  /** The folder could not be looked at. */
  readonly problem?: string;
}

const ATTEMPT = /^attempt-([1-9]\d{0,3})$/;

/** Looks at one submission. Never throws on account of what it holds. */
export function collect(tree: Tree, slugs: readonly string[]): Collected {
  try {
    if (tree.list([]) === undefined)
      return { attempts: [], remarks: [], problem: "there is no such folder any more" };
    const remarks: string[] = [];
    const trees = attemptTrees(tree, slugs, (remark) => remarks.push(remark));
    const attempts = trees.map(([number, each]) => attemptOf(number, each, slugs, remarks));
    return { attempts, remarks: bounded(remarks) };
  } catch (error) {
    return { attempts: [], remarks: [], problem: reasonOf(error) };
  }
}

/** The attempts in a student's folder, by number; a folder without `attempt-1` and so on is the only one. */
export function attemptTrees(
  given: Tree,
  slugs: readonly string[],
  remark: (text: string) => void = () => {},
): readonly (readonly [number: number, tree: Tree])[] {
  const tree = remembered(given);
  const entries = tree.list([]) ?? new Map<string, Kind>();
  const numbers = [...entries]
    .flatMap(([name, kind]) => (kind === "folder" ? (ATTEMPT.exec(name)?.[1] ?? []) : []))
    .map(Number)
    .sort((a, b) => a - b);
  if (numbers.length > 0) return numbers.map((n) => [n, below(tree, `attempt-${n}`)]);
  return [[1, inner(tree, entries, slugs, remark)]];
}

function attemptOf(number: number, tree: Tree, slugs: readonly string[], remarks: string[]): Attempt {
  const files: CollectedFile[] = [];
  const refused = new Map<string, string>();
  for (const slug of slugs) {
    try {
      const found = findStub(tree, slug);
      remarks.push(...found.remarks);
      if (found.refused !== undefined) throw new Unreadable(found.refused);
      if (found.path === undefined) continue;
      files.push({ ...tree.read(found.path), slug, path: found.path.join("/") });
    } catch (error) {
      const [reason] = bounded([reasonOf(error)]);
      refused.set(slug, reason ?? "unreadable");
      remarks.push(reasonOf(error));
    }
  }
  remarks.push(...plantedIn(tree));
  return { number, tree, files, refused };
}

/** Where a submission is one folder more than it need be, that folder. */
function inner(
  tree: Tree,
  entries: ReadonlyMap<string, Kind>,
  slugs: readonly string[],
  remark: (text: string) => void,
): Tree {
  const folders = [...entries].flatMap(([name, kind]) =>
    kind === "folder" && !name.startsWith(".") && name !== "node_modules" ? [name] : [],
  );
  const [only] = folders;
  if (holds(tree, slugs) || only === undefined || folders.length > 1) return tree;
  const within = below(tree, only);
  if (!holds(within, slugs)) return tree;
  remark(`taken from the folder ${only} in it`);
  return within;
}

function reasonOf(error: unknown): string {
  if (error instanceof Unreadable) return error.message.replace(/\.$/, "");
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined ? message : `it cannot be read (${code})`;
}
