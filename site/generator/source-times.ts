/** When each source of the site was last changed. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Sources that are read anew at each build; all else is built into the program. */
const READ =
  /^(?:site\/(?:derivations|pages|units|style|scripts|figures|playground)\/|exercises\/[^/]+\/(?:README\.md|[^/]+\.ts)$)/;
const BUILT_IN =
  /^(?:site\/generator\/|grader\/|reference\/|exercises\/[^/]+\/(?:exercise|mistakes|scenarios)\.ts$)/;

/** Whether a source is part of the program that runs, which would have to be started anew. */
export const isBuiltIn = (file: string): boolean => BUILT_IN.test(file);

/** By path from the root. */
export function sourceTimes(root: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const folder of ["site", "exercises", "grader", "reference"])
    for (const name of filesIn(join(root, folder))) {
      const file = `${folder}/${name.replaceAll("\\", "/")}`;
      if (!READ.test(file) && !BUILT_IN.test(file)) continue;
      const time = statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs;
      if (time !== undefined) found.set(file, time);
    }
  return found;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.\w+$/.test(name));
  } catch {
    // Taken away, or in the middle of being replaced.
    return [];
  }
}
