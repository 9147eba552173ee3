/** A copy of the grader is broken in each way that a machine breaks one: no submission gets a grade from it. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ClassResults } from "../../grader/class/results.ts";
import type { Verdict } from "../../grader/verdict/verdict.ts";
import { expectValid } from "../sound.ts";
import { folder, type Ran, right, root, wrong } from "./run.ts";

const here = folder("chainrule broken ");
const copy = join(here.path, "course");
const binary = `node_modules/@esbuild/${process.platform}-${process.arch}`;
const right10 = here.file("right.ts", right);
const wrong10 = here.file("wrong.ts", wrong);
/** What a test may break. */
const PARTS = ["node_modules/esbuild", binary, "dist/box", "dist/exercises", "dist/board-helper.js"];

beforeAll(() => {
  for (const part of ["exercises", "package.json", "dist", "node_modules/esbuild", binary])
    cpSync(join(root, part), join(copy, part), { recursive: true, dereference: true });
});
/** It is made whole again. */
beforeEach(() => {
  for (const part of PARTS) {
    rmSync(join(copy, part), { recursive: true, force: true });
    cpSync(join(root, part), join(copy, part), { recursive: true, dereference: true });
  }
});
afterAll(here.remove);

function run(...args: string[]): Ran {
  const env = { PATH: process.env.PATH ?? "", HOME: tmpdir(), LANG: "C.UTF-8" };
  const command = [join(copy, "dist/chainrule.js"), ...args];
  const ran = spawnSync(process.execPath, command, { cwd: copy, env, encoding: "utf8", timeout: 120_000 });
  return { code: ran.status, stdout: ran.stdout, stderr: ran.stderr };
}

const at = (path: string): string => join(copy, path);
const program = (text: string): void => {
  writeFileSync(at(`${binary}/bin/esbuild`), text);
  chmodSync(at(`${binary}/bin/esbuild`), 0o755);
};
const library = (text: string): void => writeFileSync(at("node_modules/esbuild/lib/main.js"), text);
const script = (text: string): void => writeFileSync(at("dist/box/runner.cjs"), text);

const compiler = /^The compiler does not work \(.*\); `npm ci` installs it anew$/;
const box = /^The box .*; `npm ci` /;

const broken: readonly (readonly [how: string, why: RegExp, break_: () => void])[] = [
  ["the compiler is not installed", compiler, () => rmSync(at("node_modules/esbuild"), { recursive: true })],
  ["the compiler's program is missing", compiler, () => rmSync(at(binary), { recursive: true })],
  [
    "the compiler's program is another system's",
    compiler,
    () => renameSync(at(binary), at("node_modules/@esbuild/sunos-x64")),
  ],
  ["the compiler's program may not be run", compiler, () => chmodSync(at(`${binary}/bin/esbuild`), 0o644)],
  ["the compiler's program is no program", compiler, () => program("\u0000\u0001no program")],
  ["the compiler's program ends at once", compiler, () => program("#!/bin/sh\nexit 1\n")],
  [
    "the compiler's program is of another version",
    compiler,
    () => program('#!/bin/sh\nprintf "\\005\\000\\000\\0000.1.2"\ncat > /dev/null\n'),
  ],
  ["the compiler never answers", compiler, () => program("#!/bin/sh\ncat > /dev/null\n")],
  [
    "the compiler compiles to nonsense",
    compiler,
    () => library('exports.transform = async () => ({ code: "", map: "{}" });'),
  ],
  [
    "the compiler throws what is no word about the source",
    compiler,
    () =>
      library(
        'exports.stop = () => {};exports.transform = async (text) => { if (text.length > 40) throw new Error("no space left"); return { code: "const one = 1;" } };',
      ),
  ],
  ["the box has no script", box, () => rmSync(at("dist/box/runner.cjs"))],
  ["the box's script does not parse", box, () => script("const = 1;")],
  ["the box's script ends at once", box, () => script("process.exit(3)")],
  [
    "the box is killed whenever it has begun",
    /ended from outside \(SIGKILL\), 3 times/,
    () => script('process.kill(process.pid, "SIGKILL")'),
  ],
];

describe("no grade is given where", () => {
  it.each(broken)("%s", { timeout: 240_000 }, (_, why, break_) => {
    break_();
    const one = run("grade", "ex10", "--file", right10, "--json");
    const verdict = JSON.parse(one.stdout) as Verdict;
    expectValid(verdict);
    expect([one.code, verdict.status, verdict.score]).toEqual([3, "error", 0]);
    expect(verdict.error).toMatch(why);
    expect(verdict.checks.filter(({ status }) => status !== "skipped")).toEqual([]);
    expect(one.stderr).toContain(`Not graded, which is no fault of the student. ex10: ${verdict.error}`);
    const doctor = run("doctor");
    expect(doctor.code).toBe(2);
    expect(doctor.stdout.replace(/\s+/g, " ")).toContain(verdict.error!.slice(0, 40));
  });
});

describe("a board whose helper ends in the middle", () => {
  it("is finished by the process that is left, to the same verdicts", () => {
    const exercises = readdirSync(at("dist/exercises")).filter((file) => !/^ex0[249]/.test(file));
    for (const file of exercises) rmSync(at(`dist/exercises/${file}`));
    const board = (): readonly Verdict[] => {
      const { code, stdout } = run("grade", "--json", "--seed", "7");
      expect(code).toBe(1);
      const { verdicts } = JSON.parse(stdout) as { verdicts: readonly Verdict[] };
      return verdicts.map((verdict) => ({ ...verdict, durationMs: 0 }));
    };
    const whole = board();
    expect(whole.map(({ exercise, status }) => [exercise.slice(0, 4), status])).toEqual([
      ["ex02", "fail"],
      ["ex04", "fail"],
      ["ex09", "fail"],
    ]);
    writeFileSync(
      at("dist/board-helper.js"),
      'process.on("message", ({ slug }) => slug && process.exit(1));',
    );
    expect(board()).toEqual(whole);
  });
});

describe("a compiler that does not work", () => {
  const students = join(here.path, "class");
  const points = ({ students: all }: ClassResults) => all.map(({ score }) => score);
  const report = (): Ran =>
    run(
      "report",
      students,
      "--out",
      join(here.path, "out"),
      "--exercises",
      "ex10",
      "--seed",
      "7",
      "--allow-weak-box",
      "--json",
    );
  beforeAll(() => {
    for (const [name, answer] of [
      ["ada", right10],
      ["emmy", wrong10],
    ] as const) {
      mkdirSync(join(students, name), { recursive: true });
      cpSync(answer, join(students, name, "mse-gradients.ts"));
    }
  });

  it("stops a class before its first file with one line, and leaves nothing that is known from before", () => {
    rmSync(at(binary), { recursive: true });
    const stopped = report();
    expect([stopped.code, stopped.stdout]).toEqual([3, ""]);
    expect(stopped.stderr).toMatch(/^The compiler does not work .*`npm ci` installs it anew\n$/);
    expect(existsSync(join(here.path, "out/results.json"))).toBe(false);
    cpSync(join(root, binary), at(binary), { recursive: true });
    const mended = report();
    expect([mended.code, points(JSON.parse(mended.stdout) as ClassResults)]).toEqual([0, [20, 10]]);
  });

  it.each(["github-classroom", "classroom50", "gradescope", "exercism", "prairielearn", "junit", "json"])(
    "gives no score to %s",
    (format) => {
      rmSync(at(binary), { recursive: true });
      const { code, stdout, stderr } = run("grade", "ex10", "--file", right10, "--ci", format);
      expect(code).toBe(3);
      expect(stderr).toMatch(/^Not graded, .*`npm ci` installs it anew$/m);
      const text = format === "github-classroom" ? Buffer.from(stdout, "base64").toString() : stdout;
      expect(text).not.toMatch(
        /"status":"(?:pass|fail)"|"passed"|name="score"|failures="[1-9]|"max_score":[1-9]/,
      );
      if (format === "classroom50") expect(text).toBe("");
      else expect(text).toContain("does not work");
    },
  );

  it("gives no score to the board either", () => {
    rmSync(at(binary), { recursive: true });
    const { code, stdout, stderr } = run("grade");
    expect(code).toBe(3);
    // The nine derivations, which need no box, are 10 points each.
    expect(stdout).toMatch(/Score {3}0 of 90 {3}0 of \d+ passed, \d+ not judged/);
    expect(stderr).toMatch(
      /^Not graded, which is no fault of the student\. ex\d{2}, .*`npm ci` installs it anew\n$/,
    );
  });
});
