import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSubmissions } from "../../grader/class/collect/submissions.ts";
import { gradeClass } from "../../grader/class/run/grade-class.ts";
import { type Runner, type Terms, usualLimits } from "../../grader/class/run/job.ts";
import { Journal } from "../../grader/class/run/journal.ts";
import type { Verdict } from "../../grader/verdict/verdict.ts";
import { right, run, wrong } from "../cli/run.ts";
import { report, resultsIn, startReport, temporary } from "./report.ts";

const place = temporary("faults");
const folder = join(place.path, "class");
const slug = "ex10-mse-gradients";
const STUDENTS = 12;
const name = (i: number): string => `s${String(i).padStart(2, "0")}`;

beforeAll(() => {
  for (let i = 0; i < STUDENTS; i++) student(folder, i);
});
afterAll(() => place.remove());

/** Every third answer is wrong, and no two are the same. */
function student(at: string, i: number): void {
  mkdirSync(join(at, name(i)), { recursive: true });
  writeFileSync(join(at, name(i), "mse-gradients.ts"), `${i % 3 === 0 ? wrong : right}// ${i}\n`);
}
const points = (out: string): readonly (number | undefined)[] =>
  resultsIn(out).students.map(({ score }) => score);
const truth = Array.from({ length: STUDENTS }, (_, i) => (i % 3 === 0 ? 10 : 20));
const args = (out: string): string[] => [folder, "--out", out, "--exercises", "ex10", "--seed", "7"];
const lines = (text: string): readonly string[] => text.trimEnd().split("\n");

/** Mounts a small disk, where we may. */
function mounted(at: string, options: string): boolean {
  try {
    mkdirSync(at, { recursive: true });
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "none", at], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
const unmount = (at: string): void => void execFileSync("umount", [at], { stdio: "ignore" });
const mayMount = ((): boolean => {
  const at = join(place.path, "trial");
  const may = process.platform === "linux" && mounted(at, "size=64k");
  if (may) unmount(at);
  return may;
})();
const ifMounting = mayMount ? "" : " (skipped: only root may mount a small disk)";

describe("a report", () => {
  test.skipIf(!mayMount)(
    `on a full disk stops in one line, and goes on when there is room${ifMounting}`,
    () => {
      const disk = join(place.path, "disk");
      expect(mounted(disk, "size=24k")).toBe(true);
      try {
        const out = join(disk, "out");
        const full = report(args(out));
        expect(full.code).toBe(2);
        expect(lines(full.stderr)).toHaveLength(1);
        expect(full.stderr).toMatch(/journal\.jsonl: there is no room left; what is graded is kept/);
        expect(existsSync(join(out, "results.json"))).toBe(false);
        execFileSync("mount", ["-o", "remount,size=64m", disk]);
        const again = report(args(out));
        expect([again.code, again.stderr]).toEqual([0, ""]);
        expect(again.stdout).toMatch(/: [1-9]\d* graded now, [1-9]\d* known already/);
        expect(points(out)).toEqual(truth);
      } finally {
        unmount(disk);
      }
    },
  );

  test.skipIf(!mayMount)(`on a disk that is full when all is graded says which folder${ifMounting}`, () => {
    const disk = join(place.path, "nearly-full");
    expect(mounted(disk, "size=256k")).toBe(true);
    try {
      const out = join(disk, "out");
      const { code, stderr } = report(args(out));
      expect([code, lines(stderr)]).toEqual([
        2,
        [expect.stringMatching(/\/out: there is no room left; what/)],
      ]);
      expect(existsSync(join(out, "results.json"))).toBe(false);
    } finally {
      unmount(disk);
    }
  });

  test("into a place that can be no folder says so in one line", () => {
    writeFileSync(join(place.path, "file"), "");
    symlinkSync(join(place.path, "nowhere"), join(place.path, "dangling"));
    for (const out of ["file/x", "dangling", "dangling/x", "x".repeat(300)]) {
      const { code, stderr } = report(args(join(place.path, out)));
      expect([code, lines(stderr)]).toEqual([
        2,
        [expect.stringMatching(/: a folder that can be made expected, got E[A-Z]+; name another$/)],
      ]);
    }
  });

  test.skipIf(!mayMount)(`into a place that cannot be written says so in one line${ifMounting}`, () => {
    const disk = join(place.path, "read-only");
    expect(mounted(disk, "ro")).toBe(true);
    try {
      const { code, stderr } = report(args(join(disk, "out")));
      expect(code).toBe(2);
      expect(lines(stderr)).toHaveLength(1);
      expect(stderr).toMatch(/read-only file system, mkdir .*choose a folder that can be written/);
    } finally {
      unmount(disk);
    }
  });

  test("that was written and became unwritable keeps the old files whole", () => {
    const out = join(place.path, "kept");
    expect(report(args(out)).code).toBe(0);
    const before = readFileSync(join(out, "results.json"), "utf8");
    rmSync(join(out, ".chainrule", "outputs.json"));
    mkdirSync(join(out, ".chainrule", "outputs.json.tmp"));
    const { code, stderr } = report(args(out));
    expect(code).not.toBe(0);
    expect(lines(stderr).length).toBeLessThanOrEqual(2);
    expect(readFileSync(join(out, "results.json"), "utf8")).toBe(before);
  });

  test("comes to the same whatever the clock says", () => {
    const out = join(place.path, "clock");
    const on = (date: string) =>
      run(["report", ...args(out), "--allow-weak-box"], {
        env: {
          NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(`const t=${Date.parse(date)}-Date.now(),n=Date.now;Date.now=()=>n()+t`)}`,
        },
      });
    expect(on("2031-01-01T00:00:00Z").code).toBe(0);
    student(folder, 0);
    const earlier = on("1999-01-01T00:00:00Z");
    expect([earlier.code, earlier.stderr]).toEqual([0, ""]);
    expect(earlier.stdout).toMatch(/: 0 graded now, 12 known/);
    expect(points(out)).toEqual(truth);
  });

  test("has its folder to itself", async () => {
    const out = join(place.path, "two");
    const { child, ended } = startReport(args(out));
    const lock = join(out, ".chainrule", "lock");
    for (let i = 0; i < 1000 && !existsSync(lock); i++)
      await new Promise((resolve) => setTimeout(resolve, 2));
    const second = report(args(out));
    expect(second.code).toBe(2);
    expect(second.stderr).toMatch(new RegExp(`another run has this folder \\(process ${child.pid} on`));
    expect((await ended).code).toBe(0);
    expect(points(out)).toEqual(truth);
  });

  test.each([
    [
      ["nowhere"],
      /nowhere: a folder of submissions, or a zip or tar\.gz archive of one, expected; there is nothing/,
    ],
    [["s00/mse-gradients.ts"], /a folder, or a zip or tar\.gz archive of one, expected/],
    [[".", "--out", "./report"], /--out: a folder apart from the submissions expected/],
    [["..", "--out", "."], /--out: a folder apart/],
    [["class", "--workers", "0"], /--workers: a whole number from 1/],
    [["class", "--seed", "x"], /--seed: a whole number/],
    [["class", "--exercises", "ex999"], /no such exercise/],
    [["class", "--due", "soon"], /due of .*: a time such as/],
    [["class", "--policy", "no.json"], /a policy as a JSON file, there is none/],
    [["class", "--roster", "no.csv"], /a roster as a CSV file, there is none/],
    [["class", "more"], /"more" is one argument too many/],
    [[], /missing required argument 'dir'/],
  ])("refuses %j in one line", (typed, message) => {
    const at =
      typed[0] === "class" || typed.length === 0
        ? place.path
        : typed[0] === ".."
          ? join(folder, name(0))
          : folder;
    const { code, stderr } = run(["report", ...typed, "--allow-weak-box"], { cwd: at });
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(lines(stderr)).toHaveLength(1);
  });

  test("refuses to write among files that it did not write", () => {
    const out = join(place.path, "taken");
    mkdirSync(out);
    writeFileSync(join(out, "thesis.tex"), "mine");
    const { code, stderr } = report(args(out));
    expect([code, lines(stderr).length]).toEqual([2, 1]);
    expect(stderr).toMatch(/a new folder, or that of an earlier report, expected/);
  });

  test("takes nothing out of a folder but what an earlier report wrote there", () => {
    const out = join(place.path, "swept");
    expect(report(args(out)).code).toBe(0);
    writeFileSync(join(out, "notes.txt"), "mine");
    writeFileSync(join(out, "old.html"), "of an earlier report");
    writeFileSync(
      join(out, ".chainrule", "outputs.json"),
      '["results.json","old.html","../class/s00/mse-gradients.ts"]',
    );
    expect(report(args(out)).code).not.toBe(0);
    expect(existsSync(join(folder, name(0), "mse-gradients.ts"))).toBe(true);
    writeFileSync(join(out, ".chainrule", "outputs.json"), '["results.json","old.html"]');
    expect(report(args(out)).code).toBe(0);
    expect(existsSync(join(out, "notes.txt"))).toBe(true);
    expect(existsSync(join(out, "old.html"))).toBe(false);
  });
});

const terms: Terms = {
  course: { [slug]: "c" },
  seed: 7,
  points: {},
  limits: usualLimits,
  isolation: "standard",
  layers: [],
};

describe("a run", () => {
  /** A queue elsewhere: nothing but jobs and outcomes. */
  const runner = (each: (student: string) => void): Runner => ({
    capacity: 1,
    async run(job, tell) {
      each(job.student);
      for (const { key } of job.files) tell({ key, verdict: { score: 1 } as Verdict });
    },
    close() {},
  });
  const journalIn = (at: string): Journal => {
    mkdirSync(join(place.path, at), { recursive: true });
    return new Journal(join(place.path, at, "journal.jsonl"));
  };

  test("says of a student whose folder vanished that it did, and grades the others", async () => {
    const own = join(place.path, "vanishing");
    for (let i = 0; i < 9; i++) student(own, i);
    const graded = await gradeClass({
      submissions: await openSubmissions(own, [slug]),
      slugs: [slug],
      terms,
      journal: journalIn("vanishing-state"),
      runner: runner(() => rmSync(join(own, name(8)), { recursive: true, force: true })),
      signal: new AbortController().signal,
    });
    expect(graded.records[8]).toMatchObject({ folder: name(8), problem: "there is no such folder any more" });
    expect(graded.fresh).toBe(8);
  });

  test("stops with one line where all submissions vanish", async () => {
    const own = join(place.path, "gone");
    for (let i = 0; i < 9; i++) student(own, i);
    const journal = journalIn("gone-state");
    const work = gradeClass({
      submissions: await openSubmissions(own, [slug]),
      slugs: [slug],
      terms,
      journal,
      runner: runner(() => rmSync(own, { recursive: true, force: true })),
      signal: new AbortController().signal,
    });
    await expect(work).rejects.toThrow(/gone: it is gone; put it back and run the same command again/);
  });

  test("grades a file that several handed in once", async () => {
    const own = join(place.path, "same");
    for (const each of ["a", "b", "c"]) {
      mkdirSync(join(own, each), { recursive: true });
      writeFileSync(join(own, each, "mse-gradients.ts"), right);
    }
    const graded = await gradeClass({
      submissions: await openSubmissions(own, [slug]),
      slugs: [slug],
      terms,
      journal: journalIn("same-state"),
      runner: runner(() => {}),
      signal: new AbortController().signal,
    });
    expect([graded.fresh, graded.known]).toEqual([1, 2]);
  });
});
