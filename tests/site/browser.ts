/**
 * The browser that the site's tests look with: Debian's chromium, or the one that CHROMIUM names.
 *
 * Where there is none, suites are skipped and say why; in continuous integration they run, and so fail.
 */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type BrowserContext, chromium, type Browser as Started } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
/** The same without windows, which opens pages in three quarters of the processor's time; it has no GPU. */
const SHELLS = ["chromium-headless-shell", "chrome-headless-shell"];

function found(names: readonly string[]): string | undefined {
  if (process.env.CHROMIUM !== undefined) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const full = found(NAMES);
const windowless = found(SHELLS) ?? full;

/** Whether suites that need a browser run. In continuous integration they always do. */
export const hasBrowser = full !== undefined || process.env.CI === "true";

/** What a suite adds to its title: nothing, or why it is skipped. */
export const browserNote = hasBrowser ? "" : " (skipped: no chromium on this machine)";

/** What tests open pages with; closing it closes these pages, and the browser stays for the next file. */
export type Browser = Pick<Started, "newContext" | "newPage" | "close">;

/** The browser of this process, which runs many files: a start takes a second of a core. It ends with the process. */
let ours: Promise<Started> | undefined;

export async function launch(): Promise<Browser> {
  if (!(await ours)?.isConnected()) ours = startedFrom(windowless);
  const started = await (ours as Promise<Started>);
  const contexts: BrowserContext[] = [];
  const newContext: Browser["newContext"] = async (options) => {
    const context = await started.newContext(options);
    contexts.push(context);
    return context;
  };
  return {
    newContext,
    newPage: async (options) => (await newContext(options)).newPage(),
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()));
    },
  };
}

/** A browser of its own, with further flags, such as those that WebGPU asks for. */
export const start = (flags: readonly string[] = []): Promise<Started> => startedFrom(full, flags);

async function startedFrom(
  executablePath: string | undefined,
  flags: readonly string[] = [],
): Promise<Started> {
  if (executablePath === undefined) throw new Error("no chromium: apt-get install chromium, or set CHROMIUM");
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars", ...flags],
  });
}
