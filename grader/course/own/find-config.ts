/**
 * Which `chainrule.config.json` counts: that of the folder which this program is installed in. Where somebody stands
 * decides nothing, so that no folder of a student's can bring one.
 */
import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

export const CONFIG = "chainrule.config.json";

/** Names the file in place of all that is found; for a program that is installed elsewhere. */
export const VARIABLE = "CHAINRULE_CONFIG";

interface Started {
  /** The folder of the built program. */
  readonly dist: string;
  /** The program as it was called, links not followed. */
  readonly by: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The file that counts, there or not if it was named; nothing for the course as it is. */
export function configFor({ dist, by, env }: Started): string | undefined {
  if (isStudents(dist)) return undefined;
  const named = env[VARIABLE];
  if (named !== undefined && named !== "") return resolve(named);
  const root = dirname(dist);
  return [root, holderOf(root), holderOf(dirname(resolve(by)))]
    .flatMap((folder) => (folder === undefined ? [] : [join(folder, CONFIG)]))
    .find((file) => existsSync(file));
}

/** A config above a folder that this program does not use. */
export function unusedConfig(dist: string, from: string): string | undefined {
  if (isStudents(dist)) return undefined;
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, CONFIG))) return join(folder, CONFIG);
    if (dirname(folder) === folder) return undefined;
  }
}

/** A student's repository has the program in `grader/`, and takes the course from there alone. */
const isStudents = (dist: string): boolean => basename(dist) !== "dist";

/** The folder whose node_modules/ a path lies in. */
function holderOf(path: string): string | undefined {
  const above = dirname(path);
  if (basename(path) === "node_modules") return above;
  return above === path ? undefined : holderOf(above);
}
