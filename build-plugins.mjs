/** What esbuild needs to be told about this project's imports; the command line and the site are built with it. */
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { buildSync, transformSync } from "esbuild";
import { templateModule } from "./template-module.mjs";

/** Texts of exercises without what nobody reads in a page; of scenarios findings show the functions, so that these stay. */
const SHORTER = {
  "provided.ts": (text) => transformSync(text, { loader: "ts", target: "es2022", minify: true }).code,
  "scenarios.ts": (text) => text.replace(/^(?:\/\*\*[\s\S]*?\*\/|interface [\s\S]*?^\})\n+/gm, ""),
};

/**
 * `import text from "./file.ts?raw"` gives a file's text, a shorter one with `minify`; `?bundle` gives it bundled as one
 * classic script.
 */
export const texts = ({ minify = false } = {}) => ({
  name: "texts",
  setup(b) {
    b.onResolve({ filter: /\?(raw|bundle)$/ }, (args) => {
      const [path, kind] = args.path.split("?");
      return { path: resolve(args.resolveDir, path), namespace: kind };
    });
    b.onLoad({ filter: /.*/, namespace: "raw" }, (args) => {
      const text = readFileSync(args.path, "utf8");
      const shorter = minify ? SHORTER[basename(args.path)] : undefined;
      return {
        contents: shorter?.(text) ?? text,
        loader: "text",
        watchFiles: [args.path],
      };
    });
    b.onLoad({ filter: /.*/, namespace: "bundle" }, (args) => {
      const { outputFiles, metafile } = buildSync({
        entryPoints: [args.path],
        bundle: true,
        write: false,
        metafile: true,
        format: "iife",
        globalName: "inside",
        target: "es2022",
        minifyIdentifiers: minify,
        minifySyntax: true,
        minifyWhitespace: true,
      });
      const watchFiles = Object.keys(metafile.inputs).map((path) => resolve(path));
      return { contents: outputFiles[0].text, loader: "text", watchFiles };
    });
  },
});

/** `import page from "./page.hbs"` gives the function that fills a template in. */
export const templates = () => ({
  name: "templates",
  setup(b) {
    b.onLoad({ filter: /\.hbs$/ }, (args) => ({
      contents: templateModule(args.path, readFileSync(args.path, "utf8")),
      loader: "js",
    }));
  },
});

/** A derivation with the page that says what is given. */
function derivationModule(root, slug, first) {
  const declared = readFileSync(join(root, "exercises", slug, "derivation.ts"), "utf8");
  const [, page] = /^ {2}page: "([\w-]+)",$/m.exec(declared) ?? [];
  if (page === undefined) throw new Error(`exercises/${slug}/derivation.ts: it names no page`);
  return `${first}
    import spec from "./derivation.ts";
    import page from "../../site/derivations/${page}.md?raw";
    export const exercise = { ...spec, slug: ${JSON.stringify(slug)} };
    export { page };`;
}

/** Everything of one exercise as one module, so that a folder needs no file that only lists the others. */
export const exerciseModules = (root, core) => ({
  name: "exercise-modules",
  setup(b) {
    b.onResolve({ filter: /^exercise:/ }, (args) => ({
      path: args.path.slice("exercise:".length),
      namespace: "exercise",
    }));
    const first = core === undefined ? "" : `import ${JSON.stringify(core)};`;
    b.onLoad({ filter: /.*/, namespace: "exercise" }, ({ path: slug }) => ({
      contents: /^d\d/.test(slug)
        ? derivationModule(root, slug, first)
        : `${first}
        import spec from "./exercise.ts";
        export const exercise = { ...spec, slug: ${JSON.stringify(slug)} };`,
      resolveDir: join(root, "exercises", slug),
      loader: "ts",
    }));
  },
});

/**
 * What every `grade` needs becomes one file: where a program is split, a module shares its chunk with those that the
 * same entries reach, so each entry, and each module that is loaded later, reaches the core.
 *
 * @param entries absolute paths of the entries that bring it along
 */
export const oneCore = (core, entries) => ({
  name: "one-core",
  setup(b) {
    const brings = new Set(entries);
    b.onResolve({ filter: /./ }, async ({ path, pluginData, ...asked }) => {
      const isLater = asked.kind === "dynamic-import" && path.startsWith(".");
      if (pluginData === "found" || !(isLater || asked.kind === "entry-point")) return undefined;
      const found = await b.resolve(path, { ...asked, pluginData: "found" });
      return isLater || brings.has(found.path) ? { path: found.path, namespace: "with-core" } : found;
    });
    b.onLoad({ filter: /./, namespace: "with-core" }, ({ path }) => ({
      contents: `import ${JSON.stringify(core)};\nexport * from ${JSON.stringify(path)};`,
      resolveDir: dirname(path),
      pluginData: "found",
    }));
  },
});

/**
 * What an exercise outside the course imports: `chainrule/form` and the like are what `at` says, and
 * `chainrule/provided/ex64-autodiff?raw` is the course's own version of that exercise, as a text.
 */
export const courseImports = (at, root) => ({
  name: "course-imports",
  setup(b) {
    b.onResolve({ filter: /^chainrule\// }, ({ path }) => {
      const [, slug, name] = /^chainrule\/(?:provided\/([\w-]+)\?raw|(.+))$/.exec(path) ?? [];
      if (slug !== undefined) {
        const file = join(root, "exercises", slug, "provided.ts");
        if (existsSync(file)) return { path: file, namespace: "raw" };
        return { errors: [{ text: `${slug} has no version of its own that others build on` }] };
      }
      if (Object.hasOwn(at, name)) return at[name];
      const names = Object.keys(at)
        .map((one) => `chainrule/${one}`)
        .join(", ");
      return { errors: [{ text: `${path}: an exercise imports ${names} or chainrule/provided/SLUG?raw` }] };
    });
  },
});
