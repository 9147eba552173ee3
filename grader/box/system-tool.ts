import { existsSync } from "node:fs";
import { join } from "node:path";

const folders = ["/usr/bin", "/bin", "/usr/local/bin", "/run/current-system/sw/bin"];
const found = new Map<string, string | undefined>();

/**
 * Where a program of Linux is, looked for once; only in the system's own folders, never in one that a PATH points at.
 * Undefined on other systems.
 */
export function systemTool(name: string): string | undefined {
  if (process.platform !== "linux") return undefined;
  if (!found.has(name)) found.set(name, folders.map((folder) => join(folder, name)).find(existsSync));
  return found.get(name);
}
