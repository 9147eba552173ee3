/**
 * Builds the command line to plain JavaScript in dist/, so that no start pays for a TypeScript loader.
 * Every exercise becomes a chunk of its own, loaded only when it is graded.
 */
import { readdirSync, readFileSync, existsSync, rmSync, renameSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(fileURLToPath(import.meta.url));
process.chdir(root);

/** `import text from "./file.ts?raw"` gives the file's text, here as in vitest. */
const raw = {
  name: "raw",
  setup(b) {
    b.onResolve({ filter: /\?raw$/ }, (args) => ({
      path: resolve(args.resolveDir, args.path.slice(0, -"?raw".length)),
      namespace: "raw",
    }));
    b.onLoad({ filter: /.*/, namespace: "raw" }, (args) => ({
      contents: readFileSync(args.path, "utf8"),
      loader: "text",
      watchFiles: [args.path],
    }));
  },
};
