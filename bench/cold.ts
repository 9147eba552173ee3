/** A cold `grade`, from the start of its process to its end, beside bare Node and beside vitest. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { environment, program, root, withFolder } from "./places.ts";
import { rightAnswer } from "./right-answer.ts";
import { byTurns, type Measured } from "./rounds.ts";

/** Milliseconds of a Node process. */
export function timed(args: readonly string[], cwd = root): number {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    env: environment,
    encoding: "utf8",
  });
  const ms = performance.now() - begun;
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}:\n${stdout}${stderr}`);
  return ms;
}

export function cold(): Promise<Measured<"bare" | "grade" | "vitest">> {
  return withFolder((folder) => {
    const file = join(folder, "answer.ts");
    writeFileSync(file, rightAnswer(0));
    const byHand = ["--config", join(root, "bench", "by-hand", "vitest.config.ts")];
    return byTurns({
      bare: () => timed(["-e", "0"]),
      grade: () => timed([program, "grade", "ex10", "--file", file]),
      vitest: () => timed([join(root, "node_modules", "vitest", "vitest.mjs"), "run", ...byHand]),
    });
  });
}
