/**
 * A submission's TypeScript to plain JavaScript in a browser. The command line has esbuild for this; what it refuses
 * is refused here in the same words, as far as they can be known.
 */
import { type Options, transform } from "sucrase";
import type { LoadFailure } from "../../../grader/box/box.ts";
import {
  type Allows,
  type Compiled,
  importRefused,
  linesOf,
  shown,
  unfit,
} from "../../../grader/box/compiled.ts";
import { originOf, type Position } from "../../../grader/box/source-map.ts";
import { splitExports, unsplit } from "./split-exports.ts";
import { inOurWords, parserWords } from "./syntax-words.ts";

const options: Options = {
  transforms: ["typescript", "imports"],
  disableESTransforms: true,
  production: true,
  filePath: "submission.ts",
  sourceMapOptions: { compiledFilename: "submission.js" },
};

function transformed(text: string): { readonly code: string; readonly mappings: string } {
  const { code, sourceMap } = transform(text, options);
  return { code, mappings: sourceMap?.mappings ?? "" };
}

/** Compiles a source; what does not parse, or imports anything, is answered with the reason. */
export async function compile(
  source: string,
  _file: string,
  allows: Allows = () => false,
): Promise<Compiled | LoadFailure> {
  const refused = unfit(source);
  if (refused !== undefined) return refused;
  const lines = linesOf(source);
  try {
    const split = splitExports(source, (text) => transformed(text).code);
    const { code, mappings } = transformed(split.text);
    const imported = findImport(code, lines, allows);
    if (imported !== undefined) return imported;
    const dropped = findNamespace(source, code, lines);
    if (dropped !== undefined) return dropped;
    let origin: ((place: Position) => Position | undefined) | undefined;
    return {
      kind: "compiled",
      // The worker puts a function's head on the first line, which is therefore none of the source.
      code: `\n${code}`,
      place(line, column) {
        if (line < 2) return {};
        origin ??= originOf(mappings);
        const found = origin({ line: line - 2, column: Math.max(0, column - 1) });
        return found === undefined ? {} : shown(unsplit(split, found), lines);
      },
    };
  } catch (error) {
    return syntaxError(error, source, lines);
  }
}

/** An import in a source. A regular expression finds it, since only a line that is known to hold one is searched. */
const staticImport = /\b(?:from|import)\s*(?=(['"])([^'"\n]{1,60})\1)/g;
const dynamicImport = /(?<![.\w$])import\s*\(\s*(?:(['"`])([^'"`\n]{1,60})\1)?/g;

/** The first import that is more than a type, by the `require` that it became on the same line. */
function findImport(code: string, lines: readonly string[], allows: Allows): LoadFailure | undefined {
  for (const [line, text] of code.split("\n").entries()) {
    for (const [, , name] of text.matchAll(/\brequire\(\s*(?:(['"])([^'"\n]{1,60})\1)?/g)) {
      const place = importAt(lines, line, name);
      if (place !== undefined && !(name !== undefined && allows(name)))
        return importRefused(name, place, lines);
    }
  }
  return undefined;
}

/** Where a module of this name is imported, on a line or, where the names stand on lines of their own, near it. */
function importAt(lines: readonly string[], from: number, name: string | undefined): Position | undefined {
  const first = lines[from] ?? "";
  for (const found of first.matchAll(dynamicImport)) {
    if (found[2] === name || name === undefined) return { line: from, column: found.index };
  }
  // The author's own call, which is refused when it runs.
  if (/\brequire\s*\(/.test(first) && !/^\s*import\b/.test(first)) return undefined;
  for (let line = from; line < lines.length; line++) {
    for (const found of (lines[line] ?? "").matchAll(staticImport)) {
      if (found[2] === name) return { line, column: found.index + found[0].length };
    }
  }
  return undefined;
}

/** A namespace, which sucrase leaves out without a word: what uses it would fail with another one. */
function findNamespace(source: string, code: string, lines: readonly string[]): LoadFailure | undefined {
  for (const found of source.matchAll(/^([ \t]*)(?:export\s+)?namespace\s+[\w$.]+\s*\{/gm)) {
    // In a text it is still there.
    if (code.includes(found[0])) continue;
    const line = linesOf(source.slice(0, found.index)).length - 1;
    const place = shown({ line, column: found[1]?.length ?? 0 }, lines);
    return { kind: "syntax-error", message: "A page knows no namespace: use an object", ...place };
  }
  return undefined;
}

interface ParseError {
  readonly message: string;
  readonly pos: number;
}

/** Most arrows in arrows that an error is looked for in. */
const deepestArrow = 20;

/**
 * The error of a parse. An arrow whose body does not parse is taken back by the parser, and what it says then is that
 * no arrow belongs there. So the text is read again from that arrow on, with a head that leaves it no choice.
 */
function errorIn(source: string, thrown: unknown): ParseError | undefined {
  let error = parseErrorOf(thrown);
  for (let i = 0; error !== undefined && i < deepestArrow; i++) {
    const arrow = arrowAt(source, error.pos);
    if (arrow === undefined) break;
    const head = source.slice(0, arrow).replace(/[^\n]/g, " ");
    const inner = parseErrorAfter(`${head.slice(0, -2)}a ${source.slice(arrow)}`);
    if (inner === undefined || inner.pos <= arrow) break;
    error = inner;
  }
  return error;
}

/** Where the arrow is that an error blames: at it, or behind the type of what it returns. */
function arrowAt(source: string, at: number): number | undefined {
  const found = /^(?::[^=;{}]{0,200}|\s*)=>/.exec(source.slice(at));
  return found === null || at < 2 ? undefined : at + found[0].length - 2;
}

function parseErrorAfter(source: string): ParseError | undefined {
  try {
    transform(source, options);
    return undefined;
  } catch (error) {
    return parseErrorOf(error);
  }
}

function parseErrorOf(thrown: unknown): ParseError | undefined {
  const { message, pos } = thrown as Partial<ParseError>;
  if (typeof message !== "string" || typeof pos !== "number") return undefined;
  return { message: plainMessage(message), pos };
}

const plainMessage = (message: string): string =>
  message.replace(/^Error transforming [^:]*: /, "").replace(/ \(\d+:\d+\)$/, "");

function syntaxError(thrown: unknown, source: string, lines: readonly string[]): LoadFailure {
  const error = errorIn(source, thrown);
  if (error === undefined) {
    // A few errors of the parser have no place.
    const said = thrown instanceof Error ? plainMessage(thrown.message) : "This cannot be read";
    return { kind: "syntax-error", message: said };
  }
  const { message, pos } = parserWords(error, source);
  const before = linesOf(source.slice(0, pos));
  const place = shown({ line: before.length - 1, column: before.at(-1)?.length ?? 0 }, lines);
  return inOurWords({ kind: "syntax-error", message, ...place });
}
