/** Tells when a file may have changed, however an editor saves it. */
import { existsSync, type FSWatcher, watch } from "node:fs";
import { basename, dirname } from "node:path";

const SETTLE_MS = 20;
const RETRY_MS = 1000;

export interface WatchedFile {
  /** How much has happened to it so far: one save may be several changes. */
  readonly changes: number;
  /** Waits until nothing has happened to it for a moment. */
  quiet(): Promise<void>;
  close(): void;
}

/**
 * Calls `changed` with each change of a file, at once: what is read then may be half of what is being saved, and
 * counts if nothing more has changed once it is quiet.
 *
 * The folder is watched, not the file: an atomic save puts another file in its place. A folder that goes away is
 * looked for once a second.
 */
export function watchFile(path: string, changed: () => void): WatchedFile {
  const folder = dirname(path);
  const name = basename(path).normalize();
  let watcher: FSWatcher | undefined;
  let timer: NodeJS.Timeout | undefined;
  let changes = 0;
  let isQuiet = true;
  let isClosed = false;
  const waiting: (() => void)[] = [];

  const later = (ms: number, then: () => void): void => {
    clearTimeout(timer);
    if (!isClosed) timer = setTimeout(then, ms);
  };
  const settle = (): void => {
    isQuiet = true;
    for (const wake of waiting.splice(0)) wake();
  };
  const happened = (): void => {
    changes++;
    isQuiet = false;
    later(SETTLE_MS, () => {
      settle();
      if (!existsSync(folder)) lose();
    });
    changed();
  };
  const lose = (): void => {
    watcher?.close();
    watcher = undefined;
    settle();
    later(RETRY_MS, () => {
      start();
      if (watcher !== undefined) happened();
    });
  };
  const start = (): void => {
    try {
      watcher = watch(folder, { persistent: true }, (_event, file) => {
        // Some systems do not say which file it was.
        if (file === null || file.normalize() === name || !existsSync(folder)) happened();
      });
      watcher.on("error", lose);
    } catch {
      lose();
    }
  };
  start();
  return {
    get changes() {
      return changes;
    },
    quiet: () => (isQuiet ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    close() {
      isClosed = true;
      clearTimeout(timer);
      watcher?.close();
    },
  };
}
