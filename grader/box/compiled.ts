/** What compiling gives, whoever compiles: a program's text, and the way back from it to the source. */
import type { LoadFailure } from "./box.ts";
import type { Position } from "./source-map.ts";

/** A program's text for the box, and the way back from its lines to the source's. */
export interface Compiled {
  readonly kind: "compiled";
  readonly code: string;
  /** The place in the source, from 1, of a place in the code, from 1; undefined where the code is not the student's. */
  place(line: number, column: number): Pick<LoadFailure, "line" | "column" | "lineText">;
}

/** Whether a module may be imported, by the name that it is asked for. */
export type Allows = (module: string) => boolean;

/** Most characters of a source. */
const longestSource = 65_536;

/** Brackets in brackets: far more than anyone writes, and far fewer than what costs a compiler a gigabyte. */
const deepest = 1000;

/** Why a source is not even handed to a compiler. */
export function unfit(source: string): LoadFailure | undefined {
  if (source.length > longestSource) {
    return {
      kind: "not-allowed",
      message: `A submission has at most 64 kB, this one has ${source.length} characters.`,
    };
  }
  if (depthOf(source) > deepest) {
    return { kind: "syntax-error", message: `More than ${deepest} brackets are open at one place.` };
  }
  return undefined;
}

/** Most brackets open at once, those in texts and comments counted as well. */
function depthOf(source: string): number {
  let open = 0;
  let most = 0;
  for (const char of source) {
    if (char === "(" || char === "[" || char === "{") most = Math.max(most, ++open);
    else if (char === ")" || char === "]" || char === "}") open = Math.max(0, open - 1);
  }
  return most;
}

/** The lines of a source, as a compiler counts them. */
export const linesOf = (source: string): readonly string[] => source.split(/\r\n|\n|\r|\u2028|\u2029/);

/** A place as a finding shows it. */
export function shown(
  { line, column }: Position,
  lines: readonly string[],
): Pick<LoadFailure, "line" | "column" | "lineText"> {
  const lineText = lines[line];
  return {
    line: line + 1,
    column: column + 1,
    ...(lineText === undefined ? {} : { lineText: lineText.slice(0, 500) }),
  };
}

/** The refusal of an import at a place; `name` is undefined where it is not written out. */
export const importRefused = (
  name: string | undefined,
  place: Position,
  lines: readonly string[],
): LoadFailure => ({
  kind: "not-allowed",
  message: `A submission imports nothing, but this one asks for ${name === undefined ? "a module" : `"${name}"`}. Copy what you need of it into this file.`,
  ...shown(place, lines),
});

/** What is said of `await` outside of a function. */
export const awaitOutside = '"await" works inside an async function only';
