/** The editor, its judge and the exercises, built once for all files of tests. */
import type { File } from "../../site/generator/parts.ts";
import { playgroundFiles } from "../../site/playground/build.ts";
import { madeOnce } from "../made-once.ts";

/** Files by path from the site's folder. */
export const builtPlayground = (): Promise<ReadonlyMap<string, File>> =>
  madeOnce("playground", () => playgroundFiles({ minify: true }));
