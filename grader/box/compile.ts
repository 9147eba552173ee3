/** A submission's TypeScript to plain JavaScript: types off, modules to `require`, nothing resolved, nothing bundled. */
import type { Message, TransformOptions } from "esbuild";
import type { LoadFailure } from "./box.ts";
import {
  type Allows,
  awaitOutside,
  type Compiled,
  importRefused,
  linesOf,
  shown,
  unfit,
} from "./compiled.ts";
import { compileMs, noCompiler, transform } from "./compiler.ts";
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

/**
 * Compiles a program; what does not compile, or imports anything, is answered with the reason.
 *
 * @throws CannotJudge where the compiler has no answer
 */
export async function compile(
  source: string,
  file: string,
  allows: Allows = () => false,
): Promise<Compiled | LoadFailure> {
  const refused = unfit(source);
  if (refused !== undefined) return refused;
  try {
    const transformed = await transform(source, { ...options, sourcefile: file });
    if (transformed === "late")
      return { kind: "timeout", message: `The compiler had no answer within ${compileMs} ms.` };
    const { code, map } = transformed;
    const { mappings } = JSON.parse(map) as { mappings: string };
    let origin: ((place: Position) => Position | undefined) | undefined;
    const lines = linesOf(source);
    const back = (place: Position): Position | undefined => {
      origin ??= originOf(mappings);
      return origin(place);
    };
    const imported = findImport(code, lines, back, allows);
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
  const begun = new Map(
    sources.map(({ source, file }) => [source, compile(source, file).catch(() => undefined)] as const),
  );
  return async (source, file, allows) => {
    const result = await begun.get(source);
    begun.delete(source);
    // What is refused where nothing may be imported may be allowed here; all else is the same.
    const isOpen = result?.kind === "not-allowed" && allows !== undefined;
    return result === undefined || result.kind === "timeout" || isOpen
      ? compile(source, file, allows)
      : result;
  };
}

/** The first import that is more than a type, by the `require` it became. */
function findImport(
  code: string,
  lines: readonly string[],
  back: (place: Position) => Position | undefined,
  allows: Allows,
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
      if (named !== undefined && allows(named)) continue;
      return importRefused(named, place, lines);
    }
  }
  return undefined;
}

/** @throws CannotJudge where the error says nothing about the source */
function syntaxError(error: unknown): LoadFailure {
  const [first] = (error as { errors?: readonly Message[] }).errors ?? [];
  if (first === undefined) throw error;
  if (first.location === null) throw noCompiler(first.text);
  const message = first.text.startsWith("Top-level await") ? awaitOutside : first.text;
  // esbuild counts a column in bytes.
  const { line, lineText, column } = first.location;
  const before = Buffer.from(lineText).subarray(0, column).toString();
  return { kind: "syntax-error", message, line, column: before.length + 1, lineText: lineText.slice(0, 500) };
}
