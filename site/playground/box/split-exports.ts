/**
 * `export const a = 1, b = 2;` as one statement a name. sucrase exports the first name and leaves the others
 * undeclared. That it has done so is seen in its output; at which comma, by trying.
 */
import type { Position } from "../../../grader/box/source-map.ts";

/** A text in place of a comma of the source. */
interface Split {
  /** In the text that is compiled. */
  readonly at: number;
  readonly added: number;
}

export interface SplitSource {
  readonly text: string;
  readonly splits: readonly Split[];
}

/** More names than anybody exports in one statement, and more commas than stand before the one that is looked for. */
const most = { names: 40, commas: 100 };

/** Where sucrase went on behind a comma as if the rest were an expression. */
const undone = /; exports\.([\w$]+) = \1(?=,)/g;
const bare = /\bexport\s+(let|var)\s+[\w$]+\s*(?::[^=;,(){}<>]+)?,/;

/** The source with its lists of exports split; `compile` gives a text's code, and throws where it does not parse. */
export function splitExports(source: string, compile: (text: string) => string): SplitSource {
  let text = source;
  const splits: Split[] = [];
  // What does not parse is blamed at its own place, before anything moves.
  if (bare.test(source)) compile(source);
  while (splits.length < most.names && /\bexport\s+(?:const|let|var)\b/.test(text)) {
    const comma = commaIn(text, compile);
    if (comma === undefined) break;
    text = splitAt(text, comma);
    splits.push({
      at: comma.at,
      added: text.length - source.length - splits.reduce((n, { added }) => n + added, 0),
    });
  }
  return { text, splits };
}

interface Comma {
  readonly at: number;
  readonly word: string;
}

const splitAt = (text: string, { at, word }: Comma): string =>
  `${text.slice(0, at)};export ${word} ${text.slice(at + 1)}`;

function commaIn(text: string, compile: (text: string) => string): Comma | undefined {
  const open = bare.exec(text);
  if (open !== null) return { at: open.index + open[0].length - 1, word: open[1] ?? "let" };
  const marks = marksIn(text, compile);
  const declared = [...text.matchAll(/\bexport\s+(const|let|var)\s+([\w$]+)/g)];
  for (const { index, 1: word = "const", 2: name = "" } of declared) {
    const before = marks.filter((mark) => mark === name).length;
    // Inside of brackets or types a statement does not parse, and inside of a text it changes nothing.
    let at = before > 0 ? text.indexOf(",", index) : -1;
    for (let i = 0; at >= 0 && i < most.commas; i++) {
      if (countIn(splitAt(text, { at, word }), name, compile) < before) return { at, word };
      at = text.indexOf(",", at + 1);
    }
  }
  return undefined;
}

/** The names behind which sucrase went on. */
const marksIn = (text: string, compile: (text: string) => string): readonly string[] =>
  [...compile(text).matchAll(undone)].map(([, name]) => name ?? "");

/** How often it went on behind a name; for ever in what does not parse. */
function countIn(text: string, name: string, compile: (text: string) => string): number {
  try {
    return marksIn(text, compile).filter((mark) => mark === name).length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** The place in the source of a place in the text that was compiled. */
export function unsplit({ text, splits }: SplitSource, place: Position): Position {
  let { column } = place;
  let whole = text;
  for (const { at, added } of [...splits].reverse()) {
    const before = whole.slice(0, at).split("\n");
    const from = before.at(-1)?.length ?? 0;
    if (before.length - 1 === place.line && column > from) column = Math.max(from, column - added);
    whole = `${whole.slice(0, at)},${whole.slice(at + added + 1)}`;
  }
  return { line: place.line, column };
}
