/** `grade --deep` as a user runs it, and what runs without it. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { expectValid } from "../sound.ts";
import { folder, program, right, root, run } from "./run.ts";

const here = folder("chainrule-deep-");
afterAll(here.remove);
const rightFile = here.file("right.ts", right);
/** Passes all checks: none of them has inputs as large. */
const cutOff = here.file("cut-off.ts", right.replace("{\n", "{\n  x = x.map((xi) => Math.min(xi, 1000));\n"));
const hangs = here.file("hangs.ts", right.replace("{\n", "{\n  while (b > 20_000);\n"));

/** The script files that a run loaded, by what Node's coverage lists. */
function loadedBy(args: readonly string[]): string[] {
  const into = `${here.path}/coverage-${args.length}`;
  spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_V8_COVERAGE: into },
  });
  return readdirSync(into).flatMap((file) => {
    const { result } = JSON.parse(readFileSync(join(into, file), "utf8")) as { result: { url: string }[] };
    return result.map(({ url }) => url).filter((url) => url.includes("/dist/"));
  });
}

const dist = join(root, "dist");
const sources = JSON.parse(readFileSync(join(dist, "sources.json"), "utf8")) as Record<string, string[]>;
const holdsFastCheck = (url: string): boolean =>
  sources[relative(dist, fileURLToPath(url))]?.some((one) => one.startsWith("node_modules/fast-check/")) ??
  false;

describe("grade --deep", () => {
  it("passes a right answer, and says how many inputs were tried", () => {
    const { code, stdout } = run(["grade", "ex10", "--deep", "--seed", "3", "--file", rightFile]);
    expect(stdout).toMatch(/\nDeep {4}[\d,]+ inputs in [\d.]+ s; nothing found\n/);
    expect(code).toBe(0);
  });

  it("finds what the checks did not see: the points stand, the program ends with 1, and a line replays it", () => {
    const { code, stdout } = run(["grade", "ex10", "--deep", "--seed", "3", "--file", cutOff]);
    expect(code).toBe(1);
    expect(stdout).toContain("Score   20 of 20");
    expect(stdout).toMatch(/-- WRONG GRADIENT -+ mseLossDw/);
    expect(stdout.replace(/\n +/g, " ")).toContain("found what the checks did not see; the points stand");
    const [, place = ""] = /--path (\S+)/.exec(stdout) ?? [];
    const again = run(["grade", "ex10", "--seed", "3", "--path", place, "--file", cutOff]);
    const findingIn = (text: string) => /-- WRONG[\s\S]*?(?=\n\nScore)/.exec(text)?.[0];
    expect(findingIn(again.stdout)).toBe(findingIn(stdout));
    expect(again.code).toBe(1);
    expect(again.stdout).toMatch(/\nDeep {4}1 input in /);
  });

  it("shows the input at which a program hangs", () => {
    const { code, stdout } = run(["grade", "ex10", "--deep", "--seed", "3", "--file", hangs]);
    expect(stdout).toMatch(/-- TIMEOUT -+ mseLossDw/);
    expect(stdout).toContain("b = ");
    expect(code).toBe(1);
  });

  it("says which sizes of real work it has asked", () => {
    const file = join(root, "solutions/ex50-gradient-check.ts");
    const { code, stdout } = run(["grade", "ex50", "--deep", "--json", "--seed", "3", "--file", file]);
    const verdict = JSON.parse(stdout);
    expectValid(verdict);
    expect(verdict.deep).toMatchObject({
      large: ["all 79,510 parameters of 784-100-10"],
      findings: [],
    });
    expect(code).toBe(0);
  });

  it("tells other programs what it found beside the checks", () => {
    const { stdout } = run(["grade", "ex10", "--deep", "--json", "--seed", "3", "--file", cutOff]);
    const verdict = JSON.parse(stdout);
    expectValid(verdict);
    expect(verdict).toMatchObject({
      status: "pass",
      score: 20,
      deep: { left: [], findings: [{ function: "mseLossDw", kind: "value" }] },
    });
  });

  it.each([
    [["--deep"], "--deep: takes one exercise"],
    [["ex10", "--deep", "--ci", "json"], "--deep: gives no points"],
    [["ex10", "--deep", "--watch"], "--deep: takes its time"],
    [["ex10", "--path", "mseLossDw/value:1"], "--path: needs the seed"],
    [["ex10", "--path", "mseLossDw:1", "--seed", "1"], "is no input of this exercise"],
    [
      ["ex10", "--path", "mseLossDw/value:1:9999:9999", "--seed", "1", "--file", rightFile],
      "no input lies at",
    ],
  ])("refuses %j in one line", (args, says) => {
    const { code, stdout, stderr } = run(["grade", ...args]);
    expect(stderr).toContain(says);
    expect(stderr.trimEnd()).not.toContain("\n");
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });
});

describe("fast-check", () => {
  it("is loaded with --deep, and without it never", () => {
    const usual = loadedBy(["grade", "ex10", "--file", rightFile]);
    expect(usual.length).toBeGreaterThan(2);
    expect(usual.filter(holdsFastCheck)).toEqual([]);
    const deep = loadedBy([
      "grade",
      "ex10",
      "--file",
      rightFile,
      "--seed",
      "1",
      "--path",
      "mseLossDw/value:1",
    ]);
    expect(deep.filter(holdsFastCheck)).not.toEqual([]);
  });
});
