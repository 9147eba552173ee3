import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { studentFiles } from "../../../grader/class/student/files.ts";
import { Refused, writeTemplate } from "../../../grader/class/template.ts";
import { folder } from "../../cli/run.ts";
import { root, source } from "./source.ts";

const { path, remove } = folder();
afterAll(remove);

describe("classroom template", () => {
  test("writes a folder in which the grader runs", () => {
    const out = join(path, "mit Leerzeichen é");
    writeTemplate(out, studentFiles({ ...source(["ex10-mse-gradients"]), site: "https://example.org/c/" }));
    // What npm ci would install.
    symlinkSync(join(root, "node_modules"), join(out, "node_modules"));
    let stdout = "";
    try {
      execFileSync(process.execPath, ["grader/chainrule.js", "grade", "ex10", "--json"], { cwd: out });
    } catch (error) {
      const ended = error as { status: number; stdout: Buffer };
      expect(ended.status).toBe(1);
      stdout = ended.stdout.toString();
    }
    const told = spawnSync(process.execPath, ["grader/chainrule.js", "grade", "ex10"], {
      cwd: out,
      env: { ...process.env, FORCE_HYPERLINK: "1" },
    }).stdout.toString();
    expect(told).toContain("Read    \u001b]8;;https://example.org/c/mse-line.html\u001b\\mse-line\u001b]8;;");
    const verdict = JSON.parse(stdout);
    expect(verdict).toMatchObject({ status: "fail", score: 0, maxScore: 20 });
    expect(verdict.checks[0].finding.code).toBe("not-implemented");
  });

  test("refuses a folder that holds something, and leaves it as it was", () => {
    const out = join(path, "taken");
    writeTemplate(out, new Map([["a.txt", "mine"]]));
    expect(() => writeTemplate(out, new Map([["a.txt", "other"]]))).toThrow(Refused);
    expect(readFileSync(join(out, "a.txt"), "utf8")).toBe("mine");
  });
});
