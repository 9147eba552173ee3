import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { Unusable } from "./usage.ts";

/**
 * Makes a folder with those above it. One by one: of a disk that is read-only, Node says ENOENT if it is to make all.
 *
 * @throws Unusable where the name cannot be a folder's: below a file, a link that leads nowhere, too long
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    // Another run may have made it meanwhile.
    if (code === "EEXIST" && existsSync(path)) return;
    if (!/^(?:EEXIST|ENOENT|ENOTDIR|ENAMETOOLONG|EINVAL)$/.test(code)) throw error;
    throw new Unusable(`${path}: a folder that can be made expected, got ${code}; name another`);
  }
}
