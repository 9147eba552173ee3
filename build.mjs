/**
 * Builds the command line to plain JavaScript in dist/, so that no start pays for a TypeScript loader.
 * Every exercise becomes a chunk of its own, loaded only when it is graded.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { exerciseModules, oneCore, templates, texts } from "./build-plugins.mjs";
import { neighbourData } from "./neighbour-module.mjs";
import { packedBytes } from "./packed-text.mjs";

const root = dirname(fileURLToPath(import.meta.url));
const out = join(root, "dist");
const next = join(root, `.dist-${process.pid}`);

/** Characters of a built line: Node prints the one in which a fault is. */
const LINE = 400;

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20.19",
  plugins: [texts(), templates()],
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
};

/** The child's own script: one file, the only one that the permission model lets it read. */
const runner = build({
  ...shared,
  entryPoints: { "box/runner": "grader/box/runner.ts" },
  outdir: next,
  outExtension: { ".js": ".cjs" },
  format: "cjs",
  minifyWhitespace: true,
  lineLimit: LINE,
});

const slugs = readdirSync(join(root, "exercises")).filter((slug) =>
  ["exercise.ts", "derivation.ts"].some((file) => existsSync(join(root, "exercises", slug, file))),
);
const optional = (name, path) => (existsSync(join(root, path)) ? { [name]: path } : {});
const core = join(root, "grader/cli/core.ts");
const entries = {
  main: "grader/cli/main.ts",
  form: "grader/exercise/form.ts",
  numbers: "grader/exercise/numbers.ts",
  "board-helper": "grader/cli/grade/board-helper.ts",
  "job-worker": "grader/cli/jobs/job-worker.ts",
  ...optional("library", "grader/library.ts"),
  ...optional("class-worker", "grader/class/run/worker.ts"),
  ...optional("site", "site/generator/main.ts"),
  ...optional("bench", "bench/bench.ts"),
  ...optional("gpu-check", "bench/gpu/check.ts"),
};
const program = build({
  ...shared,
  plugins: [
    oneCore(
      core,
      Object.values(entries).map((file) => join(root, file)),
    ),
    ...shared.plugins,
    exerciseModules(root, core),
  ],
  entryPoints: {
    chainrule: "grader/cli/entry.ts",
    ...entries,
    ...Object.fromEntries(slugs.map((slug) => [`exercises/${slug}`, `exercise:${slug}`])),
  },
  outdir: next,
  format: "esm",
  splitting: true,
  chunkNames: "chunks/[hash]",
  // Names stay, so that a fault can be told.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: LINE,
  metafile: true,
  external: [
    "esbuild",
    "marked-katex-extension",
    "minisearch",
    "playwright-core",
    "shiki",
    "ts-morph",
    "vitest",
  ],
});

/** An exercise as the program has it. */
const built = async (slug) =>
  (await import(pathToFileURL(join(next, "exercises", `${slug}.js`)).href)).exercise;

/** What each exercise's wrong answers are held against; what is made of another model answer is left out. */
async function neighbours() {
  mkdirSync(join(next, "neighbours"));
  const textOf = (file) => readFileSync(join(root, file), "utf8").replaceAll("\r\n", "\n");
  for (const slug of slugs) {
    const file = `exercises/${slug}/neighbours.json`;
    if (!existsSync(join(root, file))) continue;
    const data = neighbourData(JSON.parse(textOf(file)), textOf, await built(slug));
    if (data === undefined)
      console.error(`${file}: made of another model answer: \`npm run mutants ${slug}\``);
    else writeFileSync(join(next, "neighbours", `${slug}.br`), packedBytes(data));
  }
}

/** commander is CommonJS and needs a require for Node's own modules, in the one file in which esbuild looks for it. */
function withRequire({ outputs }) {
  const made = 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);\n';
  for (const path of Object.keys(outputs)) {
    const text = readFileSync(join(root, path), "utf8");
    if (text.includes("typeof require<")) writeFileSync(join(root, path), made + text);
  }
}

/** Which sources each built file was made of: a student's copy is chosen by them. */
function sources({ outputs }) {
  const made = {};
  for (const [path, { inputs }] of Object.entries(outputs))
    made[relative(next, join(root, path)).replaceAll("\\", "/")] = Object.keys(inputs).filter(
      (input) => inputs[input].bytesInOutput > 0 && !/^[\w-]+:/.test(input),
    );
  writeFileSync(join(next, "sources.json"), JSON.stringify(made));
}

/** What a course of one's own is chosen by, and the lock that students' repositories are cut from: npm packs none. */
async function written() {
  const stops = {};
  for (const slug of slugs) {
    const { unit, requires } = await built(slug);
    stops[slug] = { unit, requires };
  }
  writeFileSync(join(next, "stops.json"), JSON.stringify(stops));
  copyFileSync(join(root, "package-lock.json"), join(next, "lock.json"));
}

try {
  const [, { metafile }] = await Promise.all([runner, program]);
  withRequire(metafile);
  sources(metafile);
  await neighbours();
  await written();
  // Whole or not at all: the old one is moved aside, so that at no moment half of one is there.
  const old = `${next}-old`;
  if (existsSync(out)) renameSync(out, old);
  renameSync(next, out);
  rmSync(old, { recursive: true, force: true });
} catch (error) {
  rmSync(next, { recursive: true, force: true });
  process.exitCode = 1;
  if (!error.errors) console.error(error);
}
