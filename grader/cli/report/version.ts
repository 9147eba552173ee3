import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The course's version. */
export const versionOf = (dist: string): string =>
  (JSON.parse(readFileSync(join(dirname(dist), "package.json"), "utf8")) as { version: string }).version;
