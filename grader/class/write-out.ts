/** Writes a report: each file whole or not at all, and none left over from an earlier one. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, posix } from "node:path";
import { noRoom } from "./no-room.ts";
import type { LazyFiles } from "./outputs/lazy-files.ts";
import { Unusable } from "./usage.ts";
import { WrittenFiles } from "./written-files.ts";

/** @throws Unusable if the folder holds something that no report wrote */
export function assertReportFolder(out: string, state: string): void {
  // What cannot be looked at cannot be made either, and that is said then.
  if (!existsSync(out)) return;
  const stats = statSync(out);
  if (stats.isDirectory() && (existsSync(state) || readdirSync(out).length === 0)) return;
  const got = stats.isDirectory() ? "one that holds other files" : "a file";
  throw new Unusable(
    `${out}: a new folder, or that of an earlier report, expected, got ${got}; name another --out`,
  );
}

/**
 * @param files texts by path from the folder; each is asked for once, piece by piece
 * @param state where it is kept which files these are
 */
export function writeReport(out: string, state: string, files: LazyFiles): void {
  const staging = join(out, `.next-${process.pid}`);
  const list = new WrittenFiles(state);
  try {
    const paths = files.paths();
    for (const file of paths) write(inside(staging, file), files.pieces(file));
    const before = list.of(out);
    // First the list with both, so that what an interruption leaves behind is known to the next run.
    list.note(out, [...new Set([...before, ...paths])]);
    for (const file of paths) {
      mkdirSync(dirname(inside(out, file)), { recursive: true });
      renameSync(inside(staging, file), inside(out, file));
    }
    const written = new Set(paths);
    for (const file of before) if (!written.has(file)) rmSync(inside(out, file), { force: true });
    list.note(out, paths);
  } catch (error) {
    throw noRoom(out, error);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Takes away what a killed run left half written. */
export function sweep(out: string): void {
  for (const name of readdirSync(out))
    if (/^\.next-\d+$/.test(name)) rmSync(join(out, name), { recursive: true, force: true });
}

/** A path below a folder, and never elsewhere. */
export function inside(folder: string, file: string): string {
  const plain = posix.normalize(file);
  if (plain.startsWith("../") || plain.startsWith("/") || plain === "..")
    throw new Error(`${JSON.stringify(file)}: a path inside the report expected`);
  return join(folder, plain);
}

function write(path: string, pieces: Iterable<string | Uint8Array>): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, "w");
  try {
    for (const piece of pieces) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}
