import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Verdict } from "../../grader/verdict/verdict.ts";
import { expectValid } from "../sound.ts";
import { folder, right, run } from "./run.ts";

const here = folder();
afterAll(here.remove);
const grade = (...args: string[]) => run(["grade", "ex10", ...args], { cwd: here.path });

describe("one clear line on stderr, exit code 2, nothing on stdout:", () => {
  here.file("long.ts", "//".repeat(40_000));
  mkdirSync(join(here.path, "dir.ts"));
  symlinkSync(here.file("target.ts", right), join(here.path, "link.ts"));

  test.each<[string, string[], RegExp]>([
    [
      "an exercise that is not there",
      ["grade", "banana"],
      /"banana": no such exercise; `npm run grade` lists them/,
    ],
    ["an exercise with a typing error", ["grade", "mse-gradeints"], /did you mean ex10 \(mse-gradients\)\?/],
    ["a near number", ["grade", "ex1o"], /did you mean ex10/],
    [
      "a missing file",
      ["grade", "ex10", "--file", "no.ts"],
      /no\.ts: the file is missing; --file takes one \.ts file/,
    ],
    ["a directory", ["grade", "ex10", "--file", "dir.ts"], /dir\.ts: a regular file, got a directory/],
    [
      "a symbolic link",
      ["grade", "ex10", "--file", "link.ts"],
      /link\.ts: a regular file, got a symbolic link/,
    ],
    ["a file that is too long", ["grade", "ex10", "--file", "long.ts"], /long\.ts: at most 64 kB, got 79 kB/],
    [
      "a name that would steer the terminal",
      ["grade", "ex10", "--file", "no\u001b[31m\n::x.ts"],
      /no\[31m ::x\.ts: /,
    ],
    ["a flag that would steer the terminal", ["grade", "ex10", "--\u001b[31m"], /unknown option '--\[31m'/],
    ["a file without an exercise", ["grade", "--file", "a.ts"], /--file: needs the exercise/],
    ["a seed that is no number", ["grade", "ex10", "--seed", "seven"], /--seed: a whole number.*got "seven"/],
    ["a negative seed", ["grade", "ex10", "--seed", "-1"], /--seed: a whole number.*got "-1"/],
    ["a seed with a fraction", ["grade", "ex10", "--seed", "1.5"], /--seed: a whole number/],
    ["a seed that is too large", ["grade", "ex10", "--seed", "4294967296"], /from 0 to 4294967295/],
    [
      "an unknown flag",
      ["grade", "ex10", "--sead", "7"],
      /unknown option '--sead' \(Did you mean --seed\?\)/,
    ],
    [
      "an unknown command",
      ["grad", "ex10"],
      /unknown command 'grad' \(Did you mean grade\?\); `node \S+chainrule\.js --help` lists/,
    ],
    [
      "a word that several names have",
      ["grade", "gradients"],
      /"gradients": no such exercise; did you mean ex10 \(mse-gradients\), ex18 \(bce-gradients\)\?/,
    ],
    ["too many names", ["grade", "ex10", "ex14"], /too many arguments/],
    [
      "a way through the course that is none",
      ["classroom", "template", "out", "--path", "holiday"],
      /--path: all, networks, weekend expected, got "holiday"/,
    ],
    [
      "a way beside a list of exercises",
      ["classroom", "template", "out", "--path", "weekend", "--exercises", "ex09"],
      /--path: it says which exercises there are, and so does --exercises; leave one out/,
    ],
    [
      "an oracle that the exercise has not",
      ["grade", "ex10", "--oracle", "webgpu"],
      /ex10 has no GPU half; use --oracle cpu/,
    ],
    [
      "an oracle that is not for watching",
      ["grade", "ex48", "--oracle", "webgpu", "--watch"],
      /--watch: grades with the CPU.*leave one out/,
    ],
    [
      "an oracle that nobody knows",
      ["grade", "ex10", "--oracle", "abacus"],
      /auto, cpu or webgpu, got "abacus"/,
    ],
    ["a format that nobody knows", ["grade", "ex10", "--ci", "fax"], /--ci: .* got "fax"/],
    ["JSON while watching", ["grade", "ex10", "--watch", "--json"], /leave one out/],
    ["a hint for nothing", ["hint"], /hint: an exercise, such as `npm run hint ex04`/],
    [
      "a report on nothing",
      ["report", "somewhere"],
      /somewhere: a folder of submissions.*; there is nothing/,
    ],
    ["a port that is none", ["site", "--serve", "--port", "x"], /--port "x": a whole number from 0 to 65535/],
    ["a port without a server", ["site", "--port", "80"], /--port: goes with --serve/],
    ["a folder that holds something else", ["site", "--out", "."], /--out \.: .* no built site/],
  ])("%s", (_, args, line) => {
    const { code, stdout, stderr } = run(args, { cwd: here.path });
    expect(stderr).toMatch(line);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });
});

describe("a verdict that says what is wrong, exit code 1:", () => {
  test("an empty file", () => {
    const { code, stdout } = grade("--file", here.file("empty.ts", ""));
    expect(stdout).toContain("MISSING FUNCTION");
    expect(code).toBe(1);
  });

  test("a syntax error, with line, column and caret", () => {
    const file = here.file("syntax.ts", "const a = 1;\r\n\treturn (;\r\n");
    const { code, stdout } = grade("--file", file);
    expect(stdout).toMatch(/syntax\.ts:2:\d+\n\n +2 \| {5}return \(;\n +\| +\^\n/);
    expect(code).toBe(1);
  });

  test("a misspelt export", () => {
    const { stdout } = grade("--file", here.file("misspelt.ts", right.replace("mseLossDw", "mseLossDW")));
    expect(stdout).toContain("you export mseLossDW");
    expect(stdout).toMatch(/mseLossDb +pass/);
  });

  test("an exception, with its line", () => {
    const file = here.file("throws.ts", `${right}\nmissing.call();\n`);
    expect(grade("--file", file).stdout).toMatch(/throws\.ts:8:\d+\n\n +8 \| missing\.call\(\);/);
  });

  test("an endless loop does not take the terminal with it", () => {
    const { code, stdout } = grade(
      "--file",
      here.file("loop.ts", right.replace("let sum = 0;", "for (;;);")),
    );
    expect(stdout).toContain("TIMEOUT");
    expect(code).toBe(1);
  });
});

test("CRLF, a byte order mark, spaces and letters of other languages are no trouble", () => {
  const file = here.file("ein Ordner/lösung 漢.ts", `\ufeff${right.replaceAll("\n", "\r\n")}`);
  const { code, stdout } = grade("--file", file);
  expect(stdout).toContain("20 of 20");
  expect(code).toBe(0);
});

describe("a file that is no text in UTF-8", () => {
  const program = "// größer\nexport const mseLossDw = () => 1;\n";
  const files: readonly (readonly [string, Uint8Array, RegExp])[] = [
    [
      "marked.ts",
      Buffer.from(`\ufeff${program}`, "utf16le"),
      /^This file is saved as UTF-16\. Save it as UTF-8: /,
    ],
    ["unmarked.ts", Buffer.from(program, "utf16le"), /^This file seems to be saved as UTF-16\. /],
    [
      "western.ts",
      Buffer.from(program, "latin1"),
      /^Line 1 holds a character that is not saved as UTF-8 \(byte F6/,
    ],
    ["binary.ts", Uint8Array.of(0, 159, 146, 150), /^This is no text: it holds the byte 00\. /],
  ];

  test.each(files)("is a finding with its mend, for people and programs: %s", (name, bytes, message) => {
    here.file(name, bytes);
    const page = grade("--file", name);
    expect(page.stdout).toContain("SYNTAX ERROR");
    expect([page.code, page.stderr]).toEqual([1, ""]);
    for (const line of page.stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    const { stdout, code } = grade("--file", name, "--json");
    const verdict = JSON.parse(stdout) as Verdict;
    expectValid(verdict);
    expect(code).toBe(1);
    expect(verdict.checks[0]?.finding).toMatchObject({
      code: "syntax-error",
      message: expect.stringMatching(message),
    });
    expect(grade("--file", name, "--ci", "junit").stdout).toContain('type="syntax-error"');
  });

  test("is read where a byte order mark says UTF-8", () => {
    here.file("bom.ts", `\ufeff${right}`);
    expect(grade("--file", "bom.ts").code).toBe(0);
  });
});

test.each([
  ["dir.ts", /\/dir\.ts: a regular file, got a directory; /],
  ["link.ts", /\/link\.ts: a regular file, got a symbolic link; /],
  ["long.ts", /\/long\.ts: at most 64 kB, got 79 kB; /],
  ["no.ts", /\/no\.ts: the file is missing; /],
])("%s cannot be read, and programs are told so, too, as a verdict without points", (name, message) => {
  for (const [form, shown] of [
    ["--json", /"error":"/],
    ["--ci=junit", /not-judged/],
  ] as const) {
    const { stdout, stderr, code } = grade("--file", name, form);
    expect([code, stderr.split("\n").length]).toEqual([2, 2]);
    expect(stderr).toMatch(message);
    expect(stdout).toMatch(shown);
  }
  const verdict = JSON.parse(grade("--file", name, "--json").stdout) as Verdict;
  expectValid(verdict);
  expect(verdict).toMatchObject({ status: "fail", score: 0, maxScore: 20 });
  expect(verdict.file).toContain(name);
});
