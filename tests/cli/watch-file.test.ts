import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { type WatchedFile, watchFile } from "../../grader/cli/grade/watch/watch-file.ts";
import { folder } from "./run.ts";

let watched: WatchedFile | undefined;
const here = folder("chainrule watched ");
afterEach(() => watched?.close());

const path = join(here.path, "course", "mine.ts");
function watching() {
  mkdirSync(join(here.path, "course"), { recursive: true });
  writeFileSync(path, "first");
  const told = { times: 0 };
  watched = watchFile(path, () => {
    told.times++;
  });
  return { file: watched, told };
}

test("a change is told at once, before the file is quiet", async () => {
  const { file, told } = watching();
  await file.quiet();
  const seen: string[] = [];
  const changed = expect.poll(() => told.times, { interval: 1, timeout: 5000 }).toBeGreaterThan(0);
  writeFileSync(path, "second");
  await changed;
  const quiet = file.quiet().then(() => seen.push("quiet"));
  seen.push("told");
  await quiet;
  expect(seen).toEqual(["told", "quiet"]);
});

test("it is quiet only once nothing has happened for a moment", async () => {
  const { file, told } = watching();
  writeFileSync(path, "second");
  await expect.poll(() => told.times, { interval: 1, timeout: 5000 }).toBeGreaterThan(0);
  const before = file.changes;
  // As vim and VS Code save: beside it, then over it.
  writeFileSync(`${path}.swp`, "third");
  renameSync(`${path}.swp`, path);
  await expect.poll(() => file.changes, { interval: 1, timeout: 5000 }).toBeGreaterThan(before);
  const last = performance.now();
  await file.quiet();
  expect(performance.now() - last).toBeGreaterThan(10);
});

test("a folder that goes away and comes back is watched again", async () => {
  const { file, told } = watching();
  rmSync(join(here.path, "course"), { recursive: true });
  await expect.poll(() => told.times, { timeout: 5000 }).toBeGreaterThan(0);
  await file.quiet();
  mkdirSync(join(here.path, "course"));
  writeFileSync(path, "again");
  await expect.poll(() => file.changes, { timeout: 5000 }).toBeGreaterThan(told.times - 1);
  await new Promise((resolve) => setTimeout(resolve, 1300));
  const before = told.times;
  writeFileSync(path, "and again");
  await expect.poll(() => told.times, { timeout: 5000 }).toBeGreaterThan(before);
  here.remove();
});
