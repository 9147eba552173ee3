/**
 * The files of the editor and its judge. All scripts are classic ones, so that a page opened from disk runs them;
 * workers are made from texts that the scripts carry, since a page from disk may start no other.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { build, type Plugin } from "esbuild";
import { plainName } from "../../grader/course/exercises.ts";
import { distFolder } from "../../grader/course/home.ts";
import type { Exercise } from "../../grader/exercise/exercise.ts";
import { packed } from "../../packed-text.mjs";
import { fenceScript } from "./box/fence.ts";
import { bundled, here, LANGUAGE, rootFolder, shared } from "./bundling.ts";
import { writtenFiles } from "./written/build.ts";

/**
 * What a page's Content-Security-Policy must allow for its workbench, by directive. A frame without origin runs one
 * script that is written in the page, so its hash is here; workers are made from texts.
 */
export function playgroundPolicy(): Readonly<Record<"script-src" | "worker-src" | "style-src", string>> {
  const hash = createHash("sha256").update(fenceScript).digest("base64");
  return { "script-src": `blob: 'sha256-${hash}'`, "worker-src": "blob:", "style-src": "'unsafe-inline'" };
}

export interface PlaygroundOptions {
  readonly minify: boolean;
}

/** All files by their path from the site's folder. */
export async function playgroundFiles({
  minify,
}: PlaygroundOptions): Promise<ReadonlyMap<string, Uint8Array | string>> {
  const root = rootFolder();
  const judge = await judgeScript(root, minify);
  const [editor, capstones, causes, css, written, ...exercises] = await Promise.all([
    pageScript(root, minify, "editor.ts", { judge: judge.text }),
    capstoneScript(root, minify, judge.modules),
    causesScript(root, minify, judge),
    styleSheet(root, minify),
    writtenFiles(root, minify),
    ...slugsIn(root).map((slug) => exerciseScript(root, slug, minify, judge.modules)),
  ]);
  const neighbours = slugsIn(root).filter((slug) => existsSync(neighboursPath(slug)));
  return new Map<string, string>([
    ["play/editor.js", editor],
    ["play/causes.js", causes],
    ["play/capstone.js", capstones],
    ["play/workbench.css", css],
    ...written,
    ...exercises,
    ...neighbours.map(neighboursScript),
  ]);
}

/** What wrong answers are held against, as the build of the command line made it for Node. */
const neighboursPath = (slug: string): string => join(distFolder(), "neighbours", `${slug}.br`);

const neighboursScript = (slug: string): readonly [string, string] => [
  `play/neighbours/${slug}.js`,
  `(globalThis.chainruleNeighbours ??= {})[${JSON.stringify(slug)}] = "${packed(brotliDecompressSync(readFileSync(neighboursPath(slug))))}";\n`,
];

function slugsIn(root: string): readonly string[] {
  const parts = (slug: string): readonly string[] => ["exercise.ts", `${plainName(slug)}.ts`];
  return readdirSync(join(root, "exercises")).filter((slug) =>
    parts(slug).every((file) => existsSync(join(root, "exercises", slug, file))),
  );
}

/** All that says why an answer is wrong. */
const CAUSES = "grader/judge/causes/causes.ts";

/** A judge of a page gets what tells causes from a module of the page's. */
const causesFrom = (root: string, path: string): Plugin => ({
  name: "causes-of-page",
  setup(b) {
    b.onResolve({ filter: /^\.\/load-causes\.ts$/ }, () => ({ path: here(root, path) }));
  },
});

const withPlugin = (options: ReturnType<typeof shared>, plugin: Plugin): ReturnType<typeof shared> => ({
  ...options,
  plugins: [plugin, ...options.plugins],
});

interface JudgeScript {
  readonly text: string;
  readonly modules: ReadonlySet<string>;
  /** Which build it is of. */
  readonly made: string;
}

/** The script of the judge, which leaves its modules where an exercise finds them. */
async function judgeScript(root: string, minify: boolean): Promise<JudgeScript> {
  const causes = causesFrom(root, "judge/load-causes.ts");
  const modules = await modulesOf(root, minify, causes);
  const text = await workerScript(root, minify, "judge/worker.ts", modules, causes);
  const made = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return { text: `${text}chainruleJudge.made = "${made}";\n`, modules, made };
}

/** The modules of the judge, by their paths: what every exercise finds there. */
async function modulesOf(root: string, minify: boolean, causes: Plugin): Promise<ReadonlySet<string>> {
  const entries = { entryPoints: [here(root, "judge/worker.ts"), join(root, LANGUAGE)], outdir: root };
  const { metafile } = await build({
    ...withPlugin(shared(root, minify), causes),
    ...entries,
    metafile: true,
  });
  return new Set(
    Object.keys(metafile?.inputs ?? {}).filter((path) => /^(grader|reference)\/.*\.ts$/.test(path)),
  );
}

/** The script of a worker that judges. It leaves its modules where an exercise finds them: a Num here is a Num there. */
function workerScript(
  root: string,
  minify: boolean,
  entry: string,
  paths: ReadonlySet<string>,
  causes: Plugin,
): Promise<string> {
  const modules = [...paths];
  const lines = modules.map((path, i) => `import * as m${i} from ${JSON.stringify(`./${path}`)};`);
  const table = modules.map((path, i) => `${JSON.stringify(path)}: m${i}`);
  const contents = `${lines.join("\n")}
    import { register } from "./${relative(root, here(root, entry)).replaceAll("\\", "/")}";
    globalThis.chainruleJudge = { modules: { ${table.join(", ")} }, register };`;
  const options = withPlugin(shared(root, minify), causes);
  return bundled({ ...options, stdin: { contents, resolveDir: root, loader: "ts" } });
}

/** Modules that the judge has already are taken from it. */
const modulesOfJudge = (root: string, modules: ReadonlySet<string>): Plugin => ({
  name: "modules-of-judge",
  setup(b) {
    b.onResolve({ filter: /^\..*\.ts$/ }, ({ path, resolveDir }) => {
      const own = relative(root, join(resolveDir, path)).replaceAll("\\", "/");
      return modules.has(own) ? { path: own, namespace: "judge" } : undefined;
    });
    b.onLoad({ filter: /.*/, namespace: "judge" }, ({ path }) => ({
      contents: `module.exports = chainruleJudge.modules[${JSON.stringify(path)}];`,
      loader: "js",
    }));
  },
});

/**
 * What tells causes, for the judge's worker: loaded once an answer was wrong. A page may be open since before the site
 * was built anew: to the judge of another build it tells nothing.
 */
async function causesScript(root: string, minify: boolean, { modules, made }: JudgeScript): Promise<string> {
  const options = shared(root, minify);
  const text = await bundled({
    ...options,
    plugins: [modulesOfJudge(root, modules), ...options.plugins],
    stdin: {
      contents: `import * as causes from "./${CAUSES}"; globalThis.chainruleCausesHere = causes;`,
      resolveDir: root,
      loader: "ts",
    },
  });
  return `globalThis.chainruleCauses = { tell() { if (chainruleJudge.made === "${made}") {${text}} } };\n`;
}

/** What an exercise loads later is its GPU half, and a page grades on the CPU. */
const withoutGpu: Plugin = {
  name: "without-gpu",
  setup(b) {
    b.onResolve({ filter: /.*/ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path, namespace: "left-out" } : undefined,
    );
    b.onLoad({ filter: /.*/, namespace: "left-out" }, () => ({ contents: "" }));
  },
};

/** An exercise: what the page shows of it, its stub, and for the judge a function that registers it. */
async function exerciseScript(
  root: string,
  slug: string,
  minify: boolean,
  modules: ReadonlySet<string>,
): Promise<readonly [string, string]> {
  const options = shared(root, minify);
  const judge = await bundled({
    ...options,
    plugins: [withoutGpu, modulesOfJudge(root, modules), ...options.plugins],
    stdin: {
      contents: `import { exercise } from "exercise:${slug}"; chainruleJudge.register(exercise, ${existsSync(neighboursPath(slug))});`,
      resolveDir: root,
      loader: "ts",
    },
  });
  const file = `exercises/${slug}/${plainName(slug)}.ts`;
  const shown = JSON.stringify({
    ...(await shownOf(root, slug)),
    file,
    stub: readFileSync(join(root, file), "utf8").replaceAll("\r\n", "\n"),
  });
  return [
    `play/${slug}.js`,
    `(globalThis.chainruleExercises ??= {})[${JSON.stringify(slug)}] = Object.assign(${shown}, { judge() {${judge}} });\n`,
  ];
}

/** What an exercise says of itself, read from its own module. */
async function shownOf(root: string, slug: string): Promise<object> {
  const text = await bundled({
    ...shared(root, false),
    format: "esm",
    stdin: { contents: `export { exercise } from "exercise:${slug}";`, resolveDir: root, loader: "ts" },
  });
  const address = `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
  const { exercise } = (await import(address)) as { exercise: Exercise };
  const { title, derivation } = exercise;
  return { title, derivation };
}

/** The bench of a capstone, with a worker that works with the student's functions. */
async function capstoneScript(root: string, minify: boolean, modules: ReadonlySet<string>): Promise<string> {
  const noCauses = causesFrom(root, "capstone/no-causes.ts");
  const capstone = await workerScript(root, minify, "capstone/worker.ts", modules, noCauses);
  return pageScript(root, minify, "capstone/page.ts", { capstone });
}

/** A page's script, with the texts of workers that it imports as `playground:` and their names. */
function pageScript(
  root: string,
  minify: boolean,
  entry: string,
  workers: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const options = shared(root, minify);
  const workerTexts: Plugin = {
    name: "worker-texts",
    setup(b) {
      b.onResolve({ filter: /^playground:/ }, ({ path }) => ({ path, namespace: "playground" }));
      b.onLoad({ filter: /.*/, namespace: "playground" }, ({ path }) => ({
        contents: workers[path.replace("playground:", "")] ?? "",
        loader: "text",
      }));
    },
  };
  return bundled({
    ...options,
    plugins: [workerTexts, ...options.plugins],
    entryPoints: [here(root, entry)],
  });
}

function styleSheet(root: string, minify: boolean): Promise<string> {
  return bundled({ ...shared(root, minify), entryPoints: [here(root, "workbench.css")] });
}
