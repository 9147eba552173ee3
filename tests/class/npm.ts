/** npm as somebody calls it from a shell, for tests that install; of the npm that runs the tests nothing is said. */
import { spawnSync } from "node:child_process";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the shell has certificates of its own, as behind some companies' doors. */
    readonly certificates: string | undefined;
  }
}

const isWindows = process.platform === "win32";
const shell = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|CHAINRULE)/.test(name)),
);
const certificates = inject("certificates");
if (certificates !== undefined) shell.NODE_EXTRA_CA_CERTS = certificates;

export const npm = (args: readonly string[], cwd: string, more: NodeJS.ProcessEnv = {}) =>
  spawnSync("npm", [...args], { cwd, encoding: "utf8", shell: isWindows, env: { ...shell, ...more } });

const isReached = spawnSync("npm", ["ping"], { timeout: 20_000, shell: isWindows, env: shell }).status === 0;

/** Whether suites that install run. In continuous integration they always do. */
export const hasRegistry = isReached || process.env.CI === "true";

/** What a suite adds to its title: nothing, or why it is skipped. */
export const registryNote = hasRegistry ? "" : " (skipped: no registry can be reached)";
