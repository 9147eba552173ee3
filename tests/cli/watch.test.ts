import { execFileSync, spawn } from "node:child_process";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { folder, program, right, start, wrong } from "./run.ts";

const started: ReturnType<typeof start>[] = [];
afterEach(() => {
  for (const { child } of started.splice(0)) child.kill("SIGKILL");
});

function watching(text: string) {
  const here = folder();
  const file = here.file("mine.ts", text);
  const watch = start(["grade", "ex10", "--watch", "--file", file]);
  started.push(watch);
  /** Writes beside the file and renames over it, as vim and VS Code do. */
  const save = (newText: string): void => {
    renameSync(here.file(".mine.ts.swp", newText), file);
  };
  return { ...watch, here, file, save };
}

/** Processes below one, as the system lists them. */
function below(pid: number): readonly number[] {
  const rows = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const pairs = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const children = pairs.filter(([, parent]) => parent === pid).map(([child]) => child!);
  return children.flatMap((child) => [child, ...below(child)]);
}

/** A process that has ended and that nobody has asked about yet still has its number. */
const isAlive = (pid: number): boolean => {
  const rows = execFileSync("ps", ["-eo", "pid=,stat="], { encoding: "utf8" });
  return new RegExp(`^ *${pid} +[^Z\\s]`, "m").test(rows);
};

test("grades again after an atomic save, and after a plain one", async () => {
  const { until, save, said, here } = watching(wrong);
  await until(/WRONG GRADIENT[\s\S]*watching ex10/);
  said.stdout = "";
  save(right);
  await until(/20 of 20[\s\S]*watching ex10/);
  said.stdout = "";
  here.file("mine.ts", wrong);
  await until(/WRONG GRADIENT[\s\S]*watching ex10/);
  here.remove();
});

test("says how to save a file that is no text in UTF-8, and goes on when it is saved so", async () => {
  const { until, save, said, here } = watching(right);
  await until(/20 of 20[\s\S]*watching ex10/);
  said.stdout = "";
  here.file("mine.ts", Buffer.from(`\ufeff${right}`, "utf16le"));
  await until(/saved as UTF-16[\s\S]*watching ex10/);
  said.stdout = "";
  save(right);
  await until(/20 of 20[\s\S]*watching ex10/);
  here.remove();
});

test("says that it waits for a file that is gone, and goes on when it is back", async () => {
  const { until, save, said, file, here } = watching(right);
  await until(/20 of 20[\s\S]*watching ex10/);
  rmSync(file);
  await until(/Waiting: /);
  said.stdout = "";
  save(right);
  await until(/20 of 20[\s\S]*watching ex10/);
  here.remove();
});

test("goes on after an endless loop", async () => {
  const { until, save, said, here } = watching(right.replace("let sum = 0;", "for (;;);"));
  await until(/TIMEOUT[\s\S]*watching ex10/);
  said.stdout = "";
  save(right);
  await until(/20 of 20[\s\S]*watching ex10/);
  here.remove();
});

test("does not grade the same text twice, nor for a neighbour's sake", async () => {
  const { until, save, said, here } = watching(right);
  await until(/watching ex10/);
  here.file("neighbour.ts", wrong);
  save(right);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(said.stdout.match(/watching ex10/g)).toHaveLength(1);
  here.remove();
});

test("shows nothing of a save that is only half there", async () => {
  const { until, said, file, here } = watching(wrong);
  await until(/WRONG GRADIENT[\s\S]*watching ex10/);
  said.stdout = "";
  for (const text of ["", wrong.slice(0, 40), right]) writeFileSync(file, text);
  await until(/watching ex10/);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(said.stdout.match(/watching ex10/g)).toHaveLength(1);
  expect(said.stdout).toContain("20 of 20");
  here.remove();
});

test.each(["SIGINT", "SIGTERM"] as const)("leaves no process behind after %s", async (signal) => {
  const { child, until, ended, here } = watching(right);
  await until(/watching ex10/);
  const children = below(child.pid!);
  expect(children.length).toBeGreaterThan(0);
  child.kill(signal);
  expect(await ended).toBe(130);
  await expect.poll(() => children.filter(isAlive), { timeout: 5000 }).toEqual([]);
  here.remove();
});

test("leaves no process behind when it is interrupted in an endless loop", async () => {
  const here = folder();
  const file = here.file(join("loop.ts"), "for (;;);");
  const once = start(["grade", "ex10", "--file", file]);
  started.push(once);
  await expect.poll(() => below(once.child.pid!).length, { timeout: 5000 }).toBeGreaterThan(0);
  const children = below(once.child.pid!);
  once.child.kill("SIGINT");
  expect(await once.ended).toBe(130);
  await expect.poll(() => children.filter(isAlive), { timeout: 5000 }).toEqual([]);
  here.remove();
});

test("blames no submission for a Ctrl-C, which ends the compiler as well", async () => {
  const here = folder();
  const file = here.file("mine.ts", right);
  for (let ms = 60; ms <= 240; ms += 15) {
    // A terminal sends it to the whole group.
    const child = spawn(process.execPath, [program, "grade", "ex10", "--file", file], { detached: true });
    let stdout = "";
    child.stdout.on("data", (piece: Buffer) => {
      stdout += piece.toString();
    });
    const ended = new Promise((resolve) => child.once("close", resolve));
    await new Promise((resolve) => setTimeout(resolve, ms));
    try {
      process.kill(-child.pid!, "SIGINT");
    } catch {
      // It was faster.
    }
    await ended;
    if (stdout !== "") expect(stdout).toContain("20 of 20");
  }
  here.remove();
});
