/** Runs `report` as an instructor does, on folders of its own. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ClassResults } from "../../grader/class/results.ts";
import { program, type Ran, run } from "../cli/run.ts";

/** The machine that tests run on may have no bubblewrap; what is tested here is not the box. */
export const report = (args: readonly string[]): Ran => run(["report", ...args, "--allow-weak-box"]);

export const resultsIn = (out: string): ClassResults =>
  JSON.parse(readFileSync(join(out, "results.json"), "utf8")) as ClassResults;

/** What the script of package.json gives to the engine: a class's memory depends on it. */
const flags = (
  JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { report: string } }
).scripts.report
  .split(" ")
  .filter((word) => word.startsWith("--"));

/** The program at work, to be stopped. */
export function startReport(args: readonly string[]) {
  const child = spawn(process.execPath, [...flags, program, "report", ...args, "--allow-weak-box"], {
    env: { PATH: process.env.PATH ?? "", HOME: tmpdir() },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const said = { stderr: "" };
  child.stderr.on("data", (piece: Buffer) => {
    said.stderr += piece.toString();
  });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.once("close", (code, signal) => resolve({ code, signal })),
  );
  return { child, said, ended };
}

export function temporary(name: string): { readonly path: string; remove(): void } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), `chainrule ${name} `)));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
