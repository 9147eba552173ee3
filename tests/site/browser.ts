/**
 * The browser that the site's tests look with: Debian's chromium, or the one that CHROMIUM names.
 *
 * Where there is none, suites are skipped and say why; in continuous integration they run, and so fail.
 */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

function found(): string | undefined {
  if (process.env.CHROMIUM !== undefined) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const executablePath = found();

/** Whether suites that need a browser run. In continuous integration they always do. */
export const hasBrowser = executablePath !== undefined || process.env.CI === "true";

/** What a suite adds to its title: nothing, or why it is skipped. */
export const browserNote = hasBrowser ? "" : " (skipped: no chromium on this machine)";

/** @param flags further flags, such as those that WebGPU asks for */
export async function launch(flags: readonly string[] = []): Promise<Browser> {
  if (executablePath === undefined) throw new Error("no chromium: apt-get install chromium, or set CHROMIUM");
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars", ...flags],
  });
}
