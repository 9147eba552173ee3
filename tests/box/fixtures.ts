/** The submissions that the box is tried on, with the inputs and the right answers. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Box, Call, CallOutcome, Program } from "../../grader/box/box.ts";

export const repository = fileURLToPath(new URL("../..", import.meta.url));

export interface Fixture {
  readonly name: string;
  /** The number of the exercise that it answers. */
  readonly exercise: string;
  readonly program: Program;
  /** What loading comes to, and what a call comes to, each with its alternatives. */
  readonly expect: readonly (readonly string[])[];
}

/** The number of the exercise that a fixture answers: ex10, unless its name begins with another. */
export const exerciseOf = (file: string): string => /^ex\d+/.exec(file)?.[0] ?? "ex10";

/** The submissions to ex10 in a folder of tests/fixtures, or in one given by its path. */
export const fixturesIn = (folder: string): Fixture[] =>
  allFixturesIn(folder).filter(({ exercise }) => exercise === "ex10");

/** The submissions to all exercises in a folder. */
export function allFixturesIn(folder: string): Fixture[] {
  const path = folder.startsWith("/") ? folder : join(repository, "tests/fixtures", folder);
  return readdirSync(path)
    .filter((file) => /\.[jt]s$/.test(file))
    .map((file) => {
      const source = readFileSync(join(path, file), "utf8");
      const expect = /^\/\/ expect: (.*)$/m.exec(source)?.[1] ?? "";
      return {
        name: basename(file).replace(/\.[jt]s$/, ""),
        exercise: exerciseOf(file),
        program: { source, file },
        expect: expect.split(",").map((part) => part.trim().split("|")),
      };
    });
}

/** The submissions that fall short, by name. */
export const failing: Readonly<Record<string, Program>> = Object.fromEntries(
  fixturesIn("fail").map(({ name, program }) => [name, program]),
);

/** Loads a text and calls one function of it. @throws Error where it does not load */
export async function answerIn(
  box: Box,
  source: string,
  fn: string,
  args: Call["args"],
): Promise<CallOutcome> {
  const { kind } = await box.load({ source, file: "a.ts" });
  if (kind !== "loaded") throw new Error(`a text that loads expected, got ${kind}`);
  return (await box.call([{ fn, args }]))[0]!;
}

const shared = join(repository, "../shared/attacks");

/** The submissions that the course's authors share beside the repository; none where that folder is missing. */
export const attacks = (): Fixture[] => (existsSync(shared) ? fixturesIn(shared) : []);

export const x = [0.5, -1, 2.25];
export const y = [2, 0.25, -1];
export const w = 0.5;
export const b = 0.25;

/** The gradients of the mean squared error at the inputs above. */
export const right = {
  mseLossDw: (-2 / 3) * x.reduce((s, v, i) => s + v * (y[i]! - (w * v + b)), 0),
  mseLossDb: (-2 / 3) * x.reduce((s, v, i) => s + (y[i]! - (w * v + b)), 0),
};

export const bothCalls: readonly Call[] = [
  { fn: "mseLossDw", args: [x, y, w, b], twice: true },
  { fn: "mseLossDb", args: [x, y, w, b], twice: true },
];

/** Files that only an escaped submission can have made. */
export function breaches(): string[] {
  return [...new Set([tmpdir(), "/tmp"])]
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    .filter((file) => /chainrule-breach-|pwned-marker-/.test(file));
}

/**
 * Living processes that run a box for this process, or that a submission has left behind: number and command line.
 *
 * @param before those that were there already: other files of tests that this process runs may have boxes of their own
 */
export function survivors(before: readonly string[] = []): string[] {
  if (process.platform === "win32") return [];
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat=,args="], { encoding: "utf8" }).split("\n");
  return lines.flatMap((line) => {
    const [, pid, ppid, stat = "", command = ""] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    const isOurs = command.includes("box/runner.cjs") && ppid === `${process.pid}`;
    const isLeft = isOurs || /# (chainrule-breach|pwned-sleeper)/.test(command);
    const shown = `${pid} ${command}`;
    return isLeft && !stat.startsWith("Z") && !before.includes(shown) ? [shown] : [];
  });
}
