/** Where the child's script is: beside the built program, or in dist/ when this runs from source. */
import { existsSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CannotJudge } from "./cannot-judge.ts";

const places = ["./box/runner.cjs", "../box/runner.cjs", "../../box/runner.cjs", "../../dist/box/runner.cjs"];

/**
 * The path of the child's script.
 *
 * @throws CannotJudge if nothing was built
 */
export function runnerFile(): string {
  const file = places.map((p) => fileURLToPath(new URL(p, import.meta.url))).find((p) => existsSync(p));
  if (file === undefined) throw noScript();
  return realpathSync(file);
}

const noScript = (): CannotJudge =>
  new CannotJudge(
    "The box has no script, box/runner.cjs; `npm ci` builds it, and in a student's repository `git checkout -- grader` brings it back",
  );
