import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A file's text with \n for line ends; nothing for a file that is not there. */
export const textOf = (root: string, file: string): string =>
  existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8").replaceAll("\r\n", "\n") : "";
