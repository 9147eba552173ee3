import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const program = join(root, "dist", "chainrule.js");
const chainrule = (args: readonly string[], cwd = root, file = program) =>
  spawnSync(process.execPath, [file, ...args], { cwd, encoding: "utf8" });

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "chainrule-train-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("train", () => {
  test("prints hyper-parameters, the loss on the way and the parameters in the end", () => {
    const { status, stdout, stderr } = chainrule(["train", "line", "--iterations", "20", "--seed", "3"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/learning rate +0\.00005\n +epochs +20\n +seed +3\n/);
    expect(stdout).toMatch(/\n +0 +[\d.]+\n +1 +[\d.]+\n/);
    expect(stdout).toMatch(/\n {2}w +[\d.]+\n {2}b +[\d.]+\n\n20 epochs in [\d.]+ s\.\n$/);
  });

  test("says the same twice for the same seed", () => {
    const run = (): string =>
      chainrule(["train", "xor", "--iterations", "30"]).stdout.replace(/ in [\d.]+ s/, "");
    expect(run()).toBe(run());
  });

  test.each([
    [["circels"], /"circels": no such model; did you mean circles\?/],
    [["transformer"], /no such model; there are line, logistic/],
    [["line", "--iterations", "0"], /--iterations: a whole number from 1/],
    [["line", "--learning-rate", "-1"], /--learning-rate: a positive number/],
    [["line", "--seed", "x"], /--seed: a whole number/],
    [["line", "--data", "nowhere.csv"], /--data: a file expected, nowhere\.csv: no such file/],
    [["line", "--data", "package.json"], /line 1: a header with radio, sales expected/],
    [["line", "--data", "tests"], /it is a folder/],
    [["circles", "--data", "x.csv"], /circles makes its own data/],
  ])("refuses %j in one line", (args, message) => {
    const { status, stderr } = chainrule(["train", ...args]);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  test("stops where the loss leaves the finite numbers, and names the limit of the learning rate", () => {
    const { status, stderr } = chainrule(["train", "line", "--learning-rate", "0.1"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/here descent needs --learning-rate below 0\.001/);
  });

  test.skipIf(process.platform === "win32")("ends on Ctrl-C with what it has reached", async () => {
    const child = spawn(process.execPath, [program, "train", "circles", "--iterations", "100000000"]);
    let stdout = "";
    child.stdout.on("data", (chunk) => {
      if (stdout === "") setTimeout(() => child.kill("SIGINT"), 300);
      stdout += chunk;
    });
    const code = await new Promise((done) => child.on("close", done));
    expect(code).toBe(130);
    expect(stdout).toMatch(/\n {2}Wh [\s\S]*Stopped at iteration \d+ of 100000000 in [\d.]+ s\.\n$/);
  });
});

describe("classroom", () => {
  test("makes a repository from the command line, in which deleting a file raises no grade", () => {
    const out = join(folder, "students");
    const made = chainrule(["classroom", "template", out, "--exercises", "ex09,ex10"]);
    expect([made.status, made.stderr]).toEqual([0, ""]);
    symlinkSync(join(root, "node_modules"), join(out, "node_modules"));
    rmSync(join(out, "exercises", "ex09-mse", "mse.ts"));
    const grader = join(out, "grader", "chainrule.js");
    const { status, stdout } = chainrule(["grade", "--ci", "gradescope"], out, grader);
    expect(status).toBe(1);
    const { tests } = JSON.parse(stdout) as { tests: { max_score: number }[] };
    expect(tests.reduce((sum, each) => sum + each.max_score, 0)).toBe(40);
    writeFileSync(
      join(out, "exercises", "ex10-mse-gradients", "mse-gradients.ts"),
      "export const mine = 1;\n",
    );
    const updated = chainrule(["classroom", "update", out]);
    expect(updated.stdout).toMatch(/kept +exercises\/ex10-mse-gradients\/mse-gradients\.ts/);
    const author = chainrule(["demo"], out, grader);
    expect([author.status, author.stderr]).toEqual([2, expect.stringMatching(/course's own repository/)]);
  });

  test("weighs exercises as it was told, there and after an update", () => {
    const out = join(folder, "weighed");
    const made = chainrule(["classroom", "template", out, "--exercises", "ex09,ex10", "--points", "ex10=7"]);
    expect([made.status, made.stderr]).toEqual([0, ""]);
    symlinkSync(join(root, "node_modules"), join(out, "node_modules"));
    const totals = (): number[] => {
      const { stdout } = chainrule(["grade", "--json"], out, join(out, "grader", "chainrule.js"));
      const { verdicts } = JSON.parse(stdout) as {
        verdicts: { maxScore: number; checks: { maxPoints: number }[] }[];
      };
      for (const { maxScore, checks } of verdicts)
        expect(checks.reduce((sum, check) => sum + check.maxPoints, 0)).toBe(maxScore);
      return verdicts.map(({ maxScore }) => maxScore);
    };
    expect(totals()).toEqual([20, 7]);
    expect(chainrule(["classroom", "update", out]).stdout).toBe("Nothing to do: it is up to date.\n");
    expect(chainrule(["classroom", "update", out, "--points", "30"]).status).toBe(0);
    expect(totals()).toEqual([30, 30]);
    expect(readFileSync(join(out, "README.md"), "utf8")).toMatch(/\| 30 \|/);
  });

  test.each([
    [[], /template OUT, update DIR or course OUT expected/],
    [["template", "nowhere", "--points", "0"], /--points: whole numbers from 1 to 1000.* got "0"/],
    [["template", "nowhere", "--points", "ex09=ten"], /--points: .* got "ten"/],
    [["template", "nowhere", "--exercises", "ex09", "--points", "ex10=5"], /"ex10": no such exercise/],
    [["templat", "x"], /template OUT, update DIR or course OUT expected, got "templat"/],
    [["template", "tests"], /a new or empty folder expected/],
    [["template", "package.json"], /there is a file/],
    [["template", "nowhere", "--exercises", "ex99"], /"ex99": no such exercise/],
    [["template", "nowhere", "--exercises", ","], /--exercises: names such as/],
    [["update", "tests"], /lacks grader\/manifest\.json/],
  ])("refuses %j in one line", (args, message) => {
    const { status, stderr } = chainrule(["classroom", ...args]);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});
