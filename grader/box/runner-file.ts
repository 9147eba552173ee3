/** Where the child's script is: beside the built program, or in dist/ when this runs from source. */
import { existsSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

const places = ["./box/runner.cjs", "../box/runner.cjs", "../../box/runner.cjs", "../../dist/box/runner.cjs"];

/**
 * The path of the child's script.
 *
 * @throws Error if nothing was built
 */
export function runnerFile(): string {
  const file = places.map((p) => fileURLToPath(new URL(p, import.meta.url))).find((p) => existsSync(p));
  if (file === undefined) throw new Error("The box has no runner: `npm run build` makes it.");
  return realpathSync(file);
}
