import { isBuiltIn, sourceTimes } from "../source-times.ts";

/** Between two looks; a look takes some milliseconds. */
const LOOK_MS = 400;

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
  let before = sourceTimes(root);
  let timer: NodeJS.Timeout;
  const look = async (): Promise<void> => {
    const now = sourceTimes(root);
    const changed = [...now.keys(), ...before.keys()].filter((file) => now.get(file) !== before.get(file));
    before = now;
    const program = changed.find((file) => isBuiltIn(file));
    const read = changed.find((file) => !isBuiltIn(file));
    if (program !== undefined)
      say(`${program} is part of the program: end this with Ctrl-C, and start it again`);
    if (read !== undefined) await again(read).catch((error: unknown) => say(String(error)));
    timer = setTimeout(look, LOOK_MS);
  };
  timer = setTimeout(look, LOOK_MS);
  return () => clearTimeout(timer);
}
