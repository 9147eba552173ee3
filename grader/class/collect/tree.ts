/**
 * What a student handed in, as far as it may be looked at: names, kinds, and small texts. A folder on disk and an
 * archive are both one, so that everything about submissions is said once.
 */
import type { Submission } from "../../box/read.ts";

/** What something is; all but the first two are never looked into. */
export type Kind =
  | "file"
  | "folder"
  | "symbolic link"
  | "hard link"
  | "pipe"
  | "device or socket"
  | "encrypted file"
  | "file in an unknown compression"
  | "name that is there twice";

export const aKind = (kind: Kind): string => `${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}`;

/** What systems and tools make beside the work. */
export const isHidden = (name: string): boolean =>
  name.startsWith(".") || name === "node_modules" || name === "__MACOSX";

/** A path below the submission, part by part. */
export type Path = readonly string[];

export interface Tree {
  /**
   * What a folder holds, by exact name; undefined where there is no plain folder.
   *
   * @throws Unreadable if it holds more than anybody hands in, or cannot be opened
   */
  list(path: Path): ReadonlyMap<string, Kind> | undefined;
  /** @throws Unreadable unless it is a small plain file of its own */
  read(path: Path): Submission;
  /** At most `most` bytes of a plain file from `start` on; undefined where there is none. */
  bytes(path: Path, start: number, most: number): Uint8Array | undefined;
}

/** The part of a tree below a folder of it. */
export const below = (tree: Tree, folder: string): Tree => ({
  list: (path) => tree.list([folder, ...path]),
  read: (path) => tree.read([folder, ...path]),
  bytes: (path, start, most) => tree.bytes([folder, ...path], start, most),
});

/** The same tree, each folder of which is listed once. */
export function remembered(tree: Tree): Tree {
  const lists = new Map<string, ReadonlyMap<string, Kind> | undefined>();
  return {
    list(path) {
      const name = path.join("/");
      if (!lists.has(name)) lists.set(name, tree.list(path));
      return lists.get(name);
    },
    read: (path) => tree.read(path),
    bytes: (path, start, most) => tree.bytes(path, start, most),
  };
}
