/** Tells when a file may have changed, however an editor saves it. */
import { existsSync, type FSWatcher, watch } from "node:fs";
import { basename, dirname } from "node:path";

const SETTLE_MS = 20;
const RETRY_MS = 1000;

/**
 * Calls `changed` after each burst of changes to a file, until the returned function is called.
 *
 * The folder is watched, not the file: an atomic save puts another file in its place. A folder that goes away is
 * looked for once a second.
 */
export function watchFile(path: string, changed: () => void): () => void {
  const folder = dirname(path);
  const name = basename(path).normalize();
  let watcher: FSWatcher | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const later = (ms: number, then: () => void): void => {
    clearTimeout(timer);
    if (!isClosed) timer = setTimeout(then, ms);
  };
  const settle = (): void => {
    changed();
    if (!existsSync(folder)) lose();
  };
  const lose = (): void => {
    watcher?.close();
    watcher = undefined;
    later(RETRY_MS, start);
  };
  const start = (): void => {
    try {
      watcher = watch(folder, { persistent: true }, (_event, file) => {
        // Some systems do not say which file it was.
        if (file === null || file.normalize() === name || !existsSync(folder)) later(SETTLE_MS, settle);
      });
      watcher.on("error", lose);
      if (timer !== undefined) changed();
    } catch {
      lose();
    }
  };
  start();
  return () => {
    isClosed = true;
    clearTimeout(timer);
    watcher?.close();
  };
}
