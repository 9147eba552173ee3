/** One run at a time: a file that says who has the state folder, and is not believed once its owner is gone. */
import { constants, copyFileSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { Unusable } from "../usage.ts";

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** When the process began, in the system's own count: a number may be given to another process later. */
  readonly began: string;
}

/** When a process began; undefined where it is gone, empty where this system does not say. */
function beganAt(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    try {
      process.kill(pid, 0);
      return "";
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === "EPERM" ? "" : undefined;
    }
  }
}

function isAlive({ pid, host, began }: Owner): boolean {
  // Of another machine's processes nothing is known.
  if (host !== hostname()) return true;
  const now = beganAt(pid);
  return now !== undefined && (now === "" || began === "" || now === began);
}

function ownerIn(text: string): Owner | undefined {
  try {
    const { pid, host, began } = JSON.parse(text) as Owner;
    return typeof pid === "number" && typeof host === "string" && typeof began === "string"
      ? { pid, host, began }
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes the lock; the function gives it back.
 *
 * @throws Unusable while another run has it
 */
export function takeLock(path: string): () => void {
  const mine = `${JSON.stringify({ pid: process.pid, host: hostname(), began: beganAt(process.pid) ?? "" })}\n`;
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    // A link appears whole or not at all: nobody ever reads half a lock.
    while (!linked(draft, path)) removeStale(path, draft);
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (textOf(path) === mine) rmSync(path, { force: true });
  };
}

function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (code === undefined || !/^E(PERM|NOTSUP|OPNOTSUPP|NOSYS|MLINK)$/.test(code)) throw error;
    return copied(draft, path);
  }
}

/** The same for disks that know no links, such as those of cameras and some networks. */
function copied(draft: string, path: string): boolean {
  try {
    copyFileSync(draft, path, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function removeStale(path: string, draft: string): void {
  const text = textOf(path);
  if (text === undefined) return;
  const owner = ownerIn(text);
  if (owner !== undefined && isAlive(owner))
    throw new Unusable(
      `${path}: another run has this folder (process ${owner.pid} on ${owner.host}); wait for it${owner.host === hostname() ? "" : ", or remove the file if that machine no longer works on it"}`,
    );
  const aside = `${draft}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    // Somebody else was faster.
    return;
  }
  // Between reading and renaming another run may have taken it: then it is given back.
  if (textOf(aside) !== text) linked(aside, path);
  rmSync(aside, { force: true });
}
