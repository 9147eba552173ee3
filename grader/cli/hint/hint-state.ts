/** How many hints of each exercise were shown, kept in .chainrule/hints.json. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { keptFolder } from "../../course/own.ts";

export type HintState = Readonly<Record<string, number>>;

const fileIn = (root: string): string => join(keptFolder(root), ".chainrule", "hints.json");

/** What was shown so far; a file that is missing or means nothing counts as none. */
export function readHintState(root: string): HintState {
  try {
    const data: unknown = JSON.parse(readFileSync(fileIn(root), "utf8"));
    if (typeof data !== "object" || data === null || Array.isArray(data)) return {};
    return Object.fromEntries(
      Object.entries(data).filter(([, count]) => Number.isInteger(count) && count >= 0 && count <= 1000),
    );
  } catch {
    return {};
  }
}

/** Keeps the state, whole or not at all; false where the folder takes no file. */
export function writeHintState(root: string, state: HintState): boolean {
  const file = fileIn(root);
  const next = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(next, `${JSON.stringify(state, null, 2)}\n`);
    renameSync(next, file);
    return true;
  } catch {
    rmSync(next, { force: true });
    return false;
  }
}
