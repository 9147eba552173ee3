/** `report --queue` and `worker` as processes of their own, to be watched and killed. */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { program } from "../../cli/run.ts";

export interface Started {
  readonly pid: number;
  readonly said: { out: string };
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  isOver(): boolean;
  kill(signal: NodeJS.Signals): void;
  /** Waits until it has said something. */
  until(pattern: RegExp): Promise<void>;
}

export function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Started {
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env.PATH ?? "", HOME: tmpdir(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "" };
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece: Buffer) => {
      said.out += piece.toString();
    });
  let isOver = false;
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.once("close", (code, signal) => {
      isOver = true;
      resolve({ code, signal });
    }),
  );
  const until = async (pattern: RegExp): Promise<void> => {
    for (let i = 0; !pattern.test(said.out); i++) {
      if (isOver || i > 3000) throw new Error(`no ${pattern} in: ${said.out}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return {
    pid: child.pid ?? 0,
    said,
    ended,
    isOver: () => isOver,
    kill: (signal) => void child.kill(signal),
    until,
  };
}

export const startWorker = (url: string, env: Readonly<Record<string, string>> = {}): Started =>
  start(["worker", "--queue", url, "--workers", "1", "--allow-weak-box"], env);

/** Every file of a report but what is about the run itself, with times blotted out. */
export function reportIn(out: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(out, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.name === ".chainrule") continue;
      if (entry.isDirectory()) walk(path);
      else files.set(path, withoutTimes(readFileSync(join(out, path), "latin1")));
    }
  };
  walk("");
  return files;
}

const withoutTimes = (text: string): string =>
  text
    .replace(/"durationMs":\s*[\d.e+-]+/g, '"durationMs":0')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME")
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, "TIME");

/** The keys of a journal's verdicts, one for each line. */
export function keysIn(out: string): readonly string[] {
  const path = join(out, ".chainrule", "journal.jsonl");
  if (!existsSync(path)) return [];
  return [...readFileSync(path, "utf8").matchAll(/"entry":\{"key":"([0-9a-f]+)"/g)].map(
    ([, key]) => key ?? "",
  );
}
