/** From a save to the verdict of `grade --watch`. */
import { type ChildProcess, spawn } from "node:child_process";
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { environment, program, root, withFolder } from "./places.ts";
import { rightAnswer } from "./right-answer.ts";
import { byTurns } from "./rounds.ts";

const SAVES = 21;
/** Somebody who types saves less often than this. */
const PAUSE_MS = 200;
const PATIENCE_MS = 10_000;

/** Resolves when a page that begins now is complete: its last line names what is watched. */
function nextPage(watching: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    const end = (error?: Error): void => {
      clearTimeout(timer);
      watching.stdout?.off("data", hear);
      if (error === undefined) resolve();
      else reject(error);
    };
    const hear = (piece: Buffer): void => {
      said += piece.toString();
      if (!/watching ex10/.test(said)) return;
      end(/20 of 20/.test(said) ? undefined : new Error(`not the right verdict:\n${said}`));
    };
    const timer = setTimeout(() => end(new Error(`no verdict, only:\n${said}`)), PATIENCE_MS);
    watching.stdout?.on("data", hear);
  });
}

/** Milliseconds of each save. */
export function saves(): Promise<readonly number[]> {
  return withFolder(async (folder) => {
    const file = join(folder, "answer.ts");
    writeFileSync(file, rightAnswer(0));
    const watching = spawn(process.execPath, [program, "grade", "ex10", "--watch", "--file", file], {
      cwd: root,
      env: environment,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const end = (): boolean => watching.kill("SIGTERM");
    process.on("exit", end);
    try {
      await nextPage(watching);
      let number = 0;
      const save = async (): Promise<number> => {
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        // As vim and VS Code save: beside it, then over it.
        const beside = join(folder, ".answer.ts.swp");
        writeFileSync(beside, rightAnswer(++number));
        const page = nextPage(watching);
        const begun = performance.now();
        renameSync(beside, file);
        await page;
        return performance.now() - begun;
      };
      return (await byTurns({ save }, SAVES)).save;
    } finally {
      const ended = new Promise((resolve) => watching.once("close", resolve));
      end();
      await ended;
      process.off("exit", end);
    }
  });
}
