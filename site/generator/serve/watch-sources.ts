import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Between two looks; a look takes some milliseconds. */
const LOOK_MS = 400;

/** Sources that are read anew at each build; all else is built into the program. */
const READ =
  /^(?:site\/(?:derivations|pages|units|style|scripts|figures|playground)\/|exercises\/[^/]+\/(?:README\.md|[^/]+\.ts)$)/;
const BUILT_IN =
  /^(?:site\/generator\/|grader\/|reference\/|exercises\/[^/]+\/(?:exercise|mistakes|scenarios)\.ts$)/;

/**
 * Calls `again` after a source has changed, one call at a time; the returned function ends that.
 *
 * Times are looked at, and no watcher of the system is used: those of Node lose a file once an editor has put
 * another in its place.
 */
export function watchSources(
  root: string,
  again: (changed: string) => Promise<void>,
  say: (line: string) => void,
): () => void {
  let before = times(root);
  let timer: NodeJS.Timeout;
  const look = async (): Promise<void> => {
    const now = times(root);
    const changed = [...now.keys(), ...before.keys()].filter((file) => now.get(file) !== before.get(file));
    before = now;
    const program = changed.find((file) => BUILT_IN.test(file));
    const read = changed.find((file) => !BUILT_IN.test(file));
    if (program !== undefined)
      say(`${program} is part of the program: end this with Ctrl-C, and start it again`);
    if (read !== undefined) await again(read).catch((error: unknown) => say(String(error)));
    timer = setTimeout(look, LOOK_MS);
  };
  timer = setTimeout(look, LOOK_MS);
  return () => clearTimeout(timer);
}

/** When each source was last changed. */
function times(root: string): ReadonlyMap<string, number> {
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
