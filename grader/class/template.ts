/**
 * Writes a student's repository into a new folder, whole or not at all.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** What the user can mend. */
export class Refused extends Error {
  override readonly name = "Refused";
}

/** @throws Refused if there is something at `out` already */
export function assertFree(out: string): void {
  if (!existsSync(out)) return;
  if (!statSync(out).isDirectory()) throw new Refused(`${out}: a new folder expected, there is a file`);
  if (readdirSync(out).length > 0)
    throw new Refused(
      `${out}: a new or empty folder expected, this one holds files; \`npm run classroom -- update ${out}\` brings a student's repository up to date`,
    );
}

/** Writes files below a folder, making the folders between. */
export function writeAll(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  for (const [file, text] of files) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** @throws Refused if `out` is taken */
export function writeTemplate(out: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  assertFree(out);
  const next = `${out}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(out), { recursive: true });
    writeAll(next, files);
    if (existsSync(out)) rmdirSync(out);
    renameSync(next, out);
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    throw error;
  }
}
