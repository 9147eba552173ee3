/** A student's repository as a student gets it: installed from the registry, where there is one. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasRegistry, npm, registryNote } from "./npm.ts";

const root = resolve(import.meta.dirname, "../..");

describe.skipIf(!hasRegistry)(`an installed repository${registryNote}`, () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "chainrule-installed-"));
    const out = join(folder, "students");
    const program = join(root, "dist", "chainrule.js");
    const made = spawnSync(process.execPath, [program, "classroom", "template", out, "--exercises", "ex10"]);
    expect(made.status).toBe(0);
    const installed = npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"], out);
    expect(installed.status, installed.stderr).toBe(0);
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("grades the stub", () => {
    const { status, stdout } = npm(["run", "grade", "ex10"], join(folder, "students"));
    expect(status).toBe(1);
    expect(stdout).toContain("NOT IMPLEMENTED");
  });

  test("grades a push in one run: result, summary, annotations", () => {
    const cwd = join(folder, "students");
    const stub = join(cwd, "exercises", "ex10-mse-gradients", "mse-gradients.ts");
    const text = readFileSync(stub, "utf8");
    writeFileSync(
      stub,
      text.replaceAll(/throw new Error\([^)]*\)/g, 'throw new Error("\\n::error::forged")'),
    );
    const [output, summary] = ["output", "summary"].map((name) => join(folder, name)) as [string, string];
    const { status, stdout, stderr } = npm(
      ["run", "--silent", "grade", "--", "--ci", "github-classroom"],
      cwd,
      {
        GITHUB_ACTIONS: "true",
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
      },
    );
    expect(status).toBe(1);
    expect(readFileSync(output, "utf8")).toBe(`result=${stdout}`);
    const { max_score, tests } = JSON.parse(Buffer.from(stdout, "base64").toString("utf8"));
    expect([max_score, tests.length]).toEqual([20, 20]);
    expect(readFileSync(summary, "utf8")).toContain("## 0 of 20 points");
    const [before = "", after = ""] = stderr.split(/::[0-9a-f-]{36}::\n/);
    expect(before).toMatch(/^::stop-commands::/);
    expect(after).toMatch(
      /^(?:::error file=exercises\/ex10-mse-gradients\/mse-gradients\.ts,line=\d+,title=.*\n)+$/,
    );
    expect(after).not.toContain("::error::forged");
  });
});
