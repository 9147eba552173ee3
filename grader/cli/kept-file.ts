/**
 * What a command remembers until it runs again: a file of JSON in .chainrule/, in the folder that people keep. The
 * folder that a course of one's own is made in is made anew.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { keptFolder } from "../course/own.ts";

type Kept<Value> = Readonly<Record<string, Value>>;

const fileIn = (root: string, name: string): string => join(keptFolder(root), ".chainrule", name);

/** What was kept; a file that is missing or means nothing counts as none, and so does each value that is none. */
export function readKept<Value>(
  root: string,
  name: string,
  isValue: (value: unknown) => value is Value,
): Kept<Value> {
  try {
    const data: unknown = JSON.parse(readFileSync(fileIn(root, name), "utf8"));
    if (typeof data !== "object" || data === null || Array.isArray(data)) return {};
    return Object.fromEntries(
      Object.entries(data).filter((entry): entry is [string, Value] => isValue(entry[1])),
    );
  } catch {
    return {};
  }
}

/** Writes it, whole or not at all; false where the folder takes no file. */
export function writeKept<Value>(root: string, name: string, kept: Kept<Value>): boolean {
  const file = fileIn(root, name);
  const next = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(next, `${JSON.stringify(kept, null, 2)}\n`);
    renameSync(next, file);
    return true;
  } catch {
    rmSync(next, { force: true });
    return false;
  }
}
