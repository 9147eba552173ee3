/** Reads a submission's file, and refuses whatever is not a small plain file of its own. */
import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
} from "node:fs";
import { type Text, textOf } from "./text.ts";

/** A file that is not read, with one line that says why. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

/** A submission as it lay on disk. */
export interface Submission extends Text {
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly sha256: string;
  /** The path with symbolic links above the file resolved. */
  readonly path: string;
}

const mostBytes = 65_536;

/**
 * The text of a submission, or what is wrong with it as a text.
 *
 * @throws Unreadable unless the file is regular, has one name and is at most 64 kB long
 */
export function readSubmission(file: string): Submission {
  try {
    refuse(file, lstatSync(file));
    const path = realpathSync(file);
    // Neither follows a link put there in between, nor waits for the writer of a pipe.
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    const fd = openSync(path, flags);
    try {
      refuse(file, fstatSync(fd));
      const bytes = readAll(fd);
      if (bytes.length > mostBytes) throw new Unreadable(`${file}: at most 64 kB, got more.`);
      return { ...textOf(bytes), sha256: createHash("sha256").update(bytes).digest("hex"), path };
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") throw new Unreadable(`${file}: the file is missing.`);
    if (code === "EACCES" || code === "EPERM")
      throw new Unreadable(`${file}: a readable file, but reading it is not permitted.`);
    throw new Unreadable(`${file}: a readable file, got ${code ?? "an error"}.`);
  }
}

function refuse(file: string, stats: Stats): void {
  const kind = kindOf(stats);
  if (kind !== "file") throw new Unreadable(`${file}: a regular file, got ${kind}.`);
  if (stats.nlink > 1)
    throw new Unreadable(
      `${file}: a file of its own, got one of ${stats.nlink} hard links to the same content.`,
    );
  if (stats.size > mostBytes)
    throw new Unreadable(`${file}: at most 64 kB, got ${Math.ceil(stats.size / 1024)} kB.`);
}

function kindOf(stats: Stats): string {
  if (stats.isSymbolicLink()) return "a symbolic link";
  if (stats.isDirectory()) return "a directory";
  if (stats.isFIFO()) return "a pipe";
  if (stats.isFile()) return "file";
  return "a device or socket";
}

/** At most one byte more than allowed: a file that grows while it is read is too long as well. */
function readAll(fd: number): Buffer {
  const buffer = Buffer.alloc(mostBytes + 1);
  let length = 0;
  for (let n = -1; n !== 0 && length < buffer.length; length += n) {
    n = readSync(fd, buffer, length, buffer.length - length, null);
  }
  return buffer.subarray(0, length);
}
