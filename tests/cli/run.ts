/** Runs the built program as a user does. */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const program = join(root, "dist", "chainrule.js");

/** Of the variables around a test run, only these: npm's would say that npm started the program. */
const quiet = { PATH: process.env.PATH ?? "", LANG: "C.UTF-8", HOME: tmpdir() };

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function run(
  args: readonly string[],
  {
    cwd = root,
    env = {},
    program: started = program,
  }: { cwd?: string; env?: Readonly<Record<string, string>>; program?: string } = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [started, ...args], {
    cwd,
    env: { ...quiet, ...env },
    encoding: "utf8",
    timeout: 50_000,
  });
  return { code: status, stdout, stderr };
}

/** The program running, with what it has printed so far. */
export function start(args: readonly string[], cwd = root) {
  const child = spawn(process.execPath, [program, ...args], { cwd, env: quiet });
  const said = { stdout: "" };
  child.stdout.on("data", (piece: Buffer) => {
    said.stdout += piece.toString();
  });
  const until = async (pattern: RegExp, ms = 20_000): Promise<void> => {
    const end = Date.now() + ms;
    while (!pattern.test(said.stdout)) {
      if (Date.now() > end) throw new Error(`no ${pattern} in: ${said.stdout}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  return { child, said, until, ended };
}

/** A folder of its own, taken away with `remove`. */
export function folder(name = "chainrule ü ") {
  const path = realpathSync(mkdtempSync(join(tmpdir(), name)));
  return {
    path,
    file(at: string, text: string | Uint8Array): string {
      mkdirSync(dirname(join(path, at)), { recursive: true });
      writeFileSync(join(path, at), text);
      return join(path, at);
    },
    /** A student's copy: the exercises' folders and the name of the package, no solutions. */
    course(): string {
      cpSync(join(root, "exercises"), join(path, "exercises"), { recursive: true });
      cpSync(join(root, "package.json"), join(path, "package.json"));
      return path;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

const body = (term: string): string =>
  `let sum = 0; for (let i = 0; i < x.length; i++) sum += ${term}; return (-2 / x.length) * sum;`;
const parameters = "(x: number[], y: number[], w: number, b: number): number";

export const right = `export function mseLossDw${parameters} {\n  ${body("x[i]! * (y[i]! - (w * x[i]! + b))")}\n}
export function mseLossDb${parameters} {\n  ${body("y[i]! - (w * x[i]! + b)")}\n}\n`;

export const wrong = right.replace("x[i]! * ", "");
