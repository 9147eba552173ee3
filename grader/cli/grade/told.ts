/**
 * Which derivations have been told what is wrong with them, kept in .chainrule/told.json: from the second try on, a
 * finding names the step of the course's page.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Verdict } from "../../verdict/verdict.ts";

type Told = Readonly<Record<string, string>>;

const fileIn = (root: string): string => join(root, ".chainrule", "told.json");

/** Whether another text of this derivation has fallen short before. */
export function isToldAgain(root: string, slug: string, sha256: string): boolean {
  const first = read(root)[slug];
  return first !== undefined && first !== sha256;
}

/** Keeps what was told, whole or not at all; a folder that takes no file keeps nothing. */
export function keepTold(root: string, { exercise, sha256, status }: Verdict): void {
  const { [exercise]: first, ...others } = read(root);
  const told = status === "fail" ? { ...others, [exercise]: first ?? sha256 } : others;
  if (
    JSON.stringify(told) ===
    JSON.stringify({ ...others, ...(first === undefined ? {} : { [exercise]: first }) })
  )
    return;
  const file = fileIn(root);
  const next = `${file}.${process.pid}`;
  try {
    mkdirSync(join(root, ".chainrule"), { recursive: true });
    writeFileSync(next, `${JSON.stringify(told, null, 2)}\n`);
    renameSync(next, file);
  } catch {
    rmSync(next, { force: true });
  }
}

function read(root: string): Told {
  try {
    const data: unknown = JSON.parse(readFileSync(fileIn(root), "utf8"));
    if (typeof data !== "object" || data === null || Array.isArray(data)) return {};
    return Object.fromEntries(Object.entries(data).filter(([, sha]) => typeof sha === "string"));
  } catch {
    return {};
  }
}
