/** Writes a report: each file whole or not at all, and none left over from an earlier one. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, posix } from "node:path";
import { Unusable } from "./usage.ts";

const LIST = "outputs.json";

/** @throws Unusable if the folder holds something that no report wrote */
export function assertReportFolder(out: string, state: string): void {
  const stats = statSync(out, { throwIfNoEntry: false });
  if (stats === undefined || (stats.isDirectory() && (existsSync(state) || readdirSync(out).length === 0)))
    return;
  const got = stats.isDirectory() ? "one that holds other files" : "a file";
  throw new Unusable(
    `${out}: a new folder, or that of an earlier report, expected, got ${got}; name another --out`,
  );
}

/**
 * @param files texts by path from the folder; each is asked for once, and let go before the next
 * @param state where it is kept which files these are
 */
export function writeReport(out: string, state: string, files: ReadonlyMap<string, string>): void {
  const staging = join(out, `.next-${process.pid}`);
  const list = join(state, LIST);
  try {
    for (const [file, text] of files) write(inside(staging, file), text);
    const before = listIn(list);
    // First the list with both, so that what an interruption leaves behind is known to the next run.
    writeWhole(list, JSON.stringify([...new Set([...before, ...files.keys()])]));
    for (const file of files.keys()) {
      mkdirSync(dirname(inside(out, file)), { recursive: true });
      renameSync(inside(staging, file), inside(out, file));
    }
    for (const file of before) if (!files.has(file)) rmSync(inside(out, file), { force: true });
    writeWhole(list, JSON.stringify([...files.keys()]));
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
function inside(folder: string, file: string): string {
  const plain = posix.normalize(file);
  if (plain.startsWith("../") || plain.startsWith("/") || plain === "..")
    throw new Error(`${JSON.stringify(file)}: a path inside the report expected`);
  return join(folder, plain);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function listIn(path: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(readFileSync(path, "utf8"));
    return Array.isArray(list) ? list.filter((each) => typeof each === "string") : [];
  } catch {
    return [];
  }
}

function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.tmp`, text);
  renameSync(`${path}.tmp`, path);
}
