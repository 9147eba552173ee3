/**
 * A submission's folder on disk. Nothing outside it is opened, whatever links it holds.
 *
 * Folders are entered by name only after their own entry was seen to be a plain folder, a file is opened without
 * following a link, and where it was really opened is compared with where it should lie.
 */
import {
  closeSync,
  constants,
  type Dir,
  type Dirent,
  fstatSync,
  lstatSync,
  opendirSync,
  openSync,
  readSync,
  realpathSync,
} from "node:fs";
import { join, sep } from "node:path";
import { readSubmission, type Submission, Unreadable } from "../../box/read.ts";
import type { Kind, Path, Tree } from "./tree.ts";

/** More entries than this in one folder are no coursework; a class may be larger. */
const MOST_ENTRIES = 5000;
const MOST_STUDENTS = 200_000;

export class DiskTree implements Tree {
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  list(path: Path): ReadonlyMap<string, Kind> | undefined {
    const folder = this.at(path);
    if (folder === undefined) return undefined;
    const most = path.length === 0 ? MOST_STUDENTS : MOST_ENTRIES;
    const found = new Map<string, Kind>();
    const entries = opened(folder, path);
    try {
      for (let entry = entries.readSync(); entry !== null; entry = entries.readSync()) {
        if (found.size === most)
          throw new Unreadable(`${path.join("/") || "the folder"}: at most ${most} entries, got more`);
        found.set(entry.name, kindOf(entry, folder));
      }
    } catch (error) {
      if (error instanceof Unreadable) throw error;
      throw new Unreadable(unreadable(path, error));
    } finally {
      entries.closeSync();
    }
    return found;
  }

  read(path: Path): Submission {
    const file = join(this.root, ...path);
    if (this.at(path.slice(0, -1)) === undefined)
      throw new Unreadable(`${path.join("/")}: a file in plain folders, got something else`);
    try {
      const submission = readSubmission(file);
      if (submission.path === join(realpathSync(this.root), ...path)) return submission;
    } catch (error) {
      throw new Unreadable((error as Error).message.replaceAll(file, path.join("/")).replace(/\.$/, ""));
    }
    throw new Unreadable(`${path.join("/")}: a file inside the submission, got one elsewhere`);
  }

  bytes(path: Path, start: number, most: number): Uint8Array | undefined {
    if (this.at(path.slice(0, -1)) === undefined) return undefined;
    try {
      const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
      const file = join(this.root, ...path);
      if (!lstatSync(file).isFile()) return undefined;
      const fd = openSync(file, flags);
      try {
        const stats = fstatSync(fd);
        if (!stats.isFile()) return undefined;
        const buffer = Buffer.alloc(Math.min(most, Math.max(0, stats.size - start)));
        return buffer.subarray(0, readSync(fd, buffer, 0, buffer.length, start));
      } finally {
        closeSync(fd);
      }
    } catch {
      return undefined;
    }
  }

  /** The path on disk of a plain folder that is reached through plain folders. */
  private at(path: Path): string | undefined {
    let folder = this.root;
    if (!isFolder(folder, [])) return undefined;
    for (const [i, part] of path.entries()) {
      if (part === "" || part === "." || part === ".." || part.includes("/") || part.includes(sep))
        return undefined;
      folder = join(folder, part);
      if (!isFolder(folder, path.slice(0, i + 1))) return undefined;
    }
    return folder;
  }
}

/** @throws Unreadable where nobody can tell: what is not permitted to be seen may be there */
function isFolder(folder: string, path: Path): boolean {
  try {
    return lstatSync(folder).isDirectory();
  } catch (error) {
    if (/^(?:ENOENT|ENOTDIR)$/.test(codeOf(error))) return false;
    throw new Unreadable(unreadable(path, error));
  }
}

function opened(folder: string, path: Path): Dir {
  try {
    return opendirSync(folder);
  } catch (error) {
    throw new Unreadable(unreadable(path, error));
  }
}

function kindOf(entry: Dirent, folder: string): Kind {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  if (entry.isSymbolicLink()) return "symbolic link";
  if (entry.isFIFO()) return "pipe";
  if (entry.isBlockDevice() || entry.isCharacterDevice() || entry.isSocket()) return "device or socket";
  // Some file systems do not say it in the listing.
  const stats = lstatSync(join(folder, entry.name), { throwIfNoEntry: false });
  if (stats?.isFile() === true) return "file";
  if (stats?.isDirectory() === true) return "folder";
  return stats?.isSymbolicLink() === true ? "symbolic link" : "device or socket";
}

/** What stands in the way of a folder, in words where there are some. */
export function unreadable(path: Path, error: unknown): string {
  const code = codeOf(error);
  const what =
    code === "EACCES" || code === "EPERM"
      ? "no permission to read it"
      : code === "ENAMETOOLONG"
        ? "a path too long for this system"
        : code;
  return `${path.join("/") || "the folder"}: a readable folder expected, got ${what}`;
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? "an error";
