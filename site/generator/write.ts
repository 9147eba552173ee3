/** Writes a folder whole or not at all. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { File } from "./parts.ts";

/** The old folder is moved aside, so that at no moment half of one is there. */
export function writeFolder(folder: string, files: ReadonlyMap<string, File>): void {
  const next = `${folder}.${process.pid}.tmp`;
  const old = `${folder}.${process.pid}.old`;
  try {
    for (const [path, file] of files) {
      const to = join(next, path);
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, file);
    }
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(next, folder);
  } finally {
    rmSync(next, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}
