/** How the playground's scripts are made: classic ones for a browser, as texts. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { courseImports, exerciseModules, texts } from "../../build-plugins.mjs";
import { leanSucrase } from "./lean-sucrase.ts";

/** The root of the course, from this file or from the built program, which has an exercises/ of its own. */
export function rootFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(here(folder, "build.ts")) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

export const here = (root: string, path: string): string => join(root, "site", "playground", path);

/** What every exercise is written in: the judge carries it once for all of them. */
export const LANGUAGE = "grader/exercise/form.ts";

/** What an exercise outside the course imports by name. */
const ownImports = (root: string): Plugin =>
  courseImports(
    { form: { path: join(root, LANGUAGE) }, numbers: { path: join(root, "grader/exercise/numbers.ts") } },
    root,
  );

export const shared = (root: string, minify: boolean): BuildOptions & { readonly plugins: Plugin[] } => ({
  absWorkingDir: root,
  bundle: true,
  write: false,
  format: "iife",
  platform: "browser",
  target: "es2022",
  minify,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  plugins: [ownImports(root), texts({ minify: true }), exerciseModules(root), leanSucrase],
});

export async function bundled(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...options, write: false });
  return outputFiles?.[0]?.text ?? "";
}
