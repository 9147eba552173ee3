/** A submission's TypeScript to plain JavaScript: types off, modules to `require`, nothing resolved, nothing bundled. */
import { createRequire } from "node:module";
import type { Message, TransformOptions } from "esbuild";
import type { LoadFailure } from "./box.ts";
import { awaitOutside, type Compiled, importRefused, linesOf, shown, unfit } from "./compiled.ts";
import { originOf, type Position } from "./source-map.ts";

const options: TransformOptions = {
  loader: "ts",
  format: "cjs",
  target: "es2022",
  tsconfigRaw: "{}",
  // A module's text is strict, whatever it is turned into.
  banner: '"use strict";',
  // An `import()` that reached the engine would be answered with an object of the child's own realm.
  supported: { "dynamic-import": false },
  sourcemap: "external",
  sourcesContent: false,
  charset: "utf8",
  logLevel: "silent",
};

const compileMs = 3000;

type Esbuild = typeof import("esbuild");
let loading: Promise<Esbuild> | undefined;

/** Loads the compiler and starts its process, so that the first submission does not wait for them. */
export function warmCompiler(): Promise<Esbuild> {
  loading ??= start();
  return loading;
}

async function start(): Promise<Esbuild> {
  // esbuild is CommonJS: an import of it would have its text searched for names first, which takes 20 ms.
  const esbuild = createRequire(import.meta.url)("esbuild") as Esbuild;
  await esbuild.transform("");
  return esbuild;
}

/** Compiles a program; what does not compile, or imports anything, is answered with the reason. */
export async function compile(
  source: string,
  file: string,
  allowed: readonly string[] = [],
): Promise<Compiled | LoadFailure> {
  const refused = unfit(source, allowed.length > 0);
  if (refused !== undefined) return refused;
  try {
    const { code, map } = await transform(source, file);
    const { mappings } = JSON.parse(map) as { mappings: string };
    let origin: ((place: Position) => Position | undefined) | undefined;
    const lines = linesOf(source);
    const back = (place: Position): Position | undefined => {
      origin ??= originOf(mappings);
      return origin(place);
    };
    const imported = findImport(code, lines, back, allowed);
    if (imported !== undefined) return imported;
    return {
      kind: "compiled",
      code,
      place(line, column) {
        const found = line > 0 ? back({ line: line - 1, column: Math.max(0, column - 1) }) : undefined;
        return found === undefined ? {} : shown(found, lines);
      },
    };
  } catch (error) {
    return syntaxError(error);
  }
}

/**
 * A compiler that begins at once with some sources: to be asked for many at a time costs the compiler's process less
 * than for one after another. What it could not answer then, it is asked again, alone: it may have been due to another.
 */
export function compileAhead(
  sources: readonly { readonly source: string; readonly file: string }[],
): typeof compile {
  const begun = new Map(sources.map(({ source, file }) => [source, compile(source, file)]));
  return async (source, file, allowed) => {
    const result = allowed === undefined ? await begun.get(source) : undefined;
    begun.delete(source);
    const isAnswer = result !== undefined && result.kind !== "timeout" && result.kind !== "crashed";
    return isAnswer ? result : compile(source, file, allowed);
  };
}

/** How often the compiler was stopped: whoever waited then waits for nobody. */
let stops = 0;

async function transform(source: string, file: string): Promise<{ code: string; map: string }> {
  const esbuild = await warmCompiler();
  for (let attempt = 1; ; attempt++) {
    const before = stops;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("late")), compileMs);
    });
    try {
      return await Promise.race([esbuild.transform(source, { ...options, sourcefile: file }), late]);
    } catch (error) {
      if (Array.isArray((error as { errors?: unknown }).errors)) throw error;
      const isOurs = stops === before;
      if (isOurs) {
        // Late or gone: only after a stop is there a new compiler.
        stops++;
        await esbuild.stop();
      }
      // It may have been another text that made it end, or Ctrl-C: then this one has a second chance.
      if (attempt > 1 || (isOurs && (error as Error).message === "late")) throw error;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The first import that is more than a type, by the `require` it became. */
function findImport(
  code: string,
  lines: readonly string[],
  back: (place: Position) => Position | undefined,
  allowed: readonly string[],
): LoadFailure | undefined {
  if (!code.includes("require(")) return undefined;
  for (const [line, text] of code.split("\n").entries()) {
    for (const { index } of text.matchAll(/require\(/g)) {
      const place = back({ line, column: index });
      const source = place && lines[place.line];
      if (place === undefined || source === undefined) continue;
      const isStatic =
        /\b(?:from|import)\s*$/.test(source.slice(0, place.column)) &&
        /^['"]/.test(source.slice(place.column));
      if (!isStatic && !/^import\b/.test(source.slice(place.column))) continue;
      const named = /^(?:import\s*\(\s*)?(['"])([^'"\n]{1,60})\1/.exec(source.slice(place.column))?.[2];
      if (named !== undefined && allowed.includes(named)) continue;
      return importRefused(named, place, lines);
    }
  }
  return undefined;
}

function syntaxError(error: unknown): LoadFailure {
  const [first] = (error as { errors?: readonly Message[] }).errors ?? [];
  if (first === undefined) {
    const late = error instanceof Error && error.message === "late";
    return late
      ? { kind: "timeout", message: `The compiler had no answer within ${compileMs} ms.` }
      : { kind: "crashed", message: "The compiler could not read the source." };
  }
  const message = first.text.startsWith("Top-level await") ? awaitOutside : first.text;
  if (first.location === null) return { kind: "syntax-error", message };
  // esbuild counts a column in bytes.
  const { line, lineText, column } = first.location;
  const before = Buffer.from(lineText).subarray(0, column).toString();
  return { kind: "syntax-error", message, line, column: before.length + 1, lineText: lineText.slice(0, 500) };
}
