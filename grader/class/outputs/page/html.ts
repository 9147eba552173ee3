/**
 * HTML from templates: whatever is put in is text, and is escaped, unless it is HTML that came from a template
 * itself. Characters that steer (controls, bidirectional marks, lone surrogates) are taken out.
 */
import { clean, cleanLines } from "../../../verdict/width.ts";

export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Piece = string | number | Html | undefined | readonly Piece[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!);

function textOf(piece: Piece): string {
  if (piece === undefined) return "";
  if (piece instanceof Html) return piece.text;
  if (typeof piece === "object") return piece.map(textOf).join("");
  return typeof piece === "number" ? String(piece) : escaped(clean(piece));
}

export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  let text = strings[0] ?? "";
  for (const [i, piece] of pieces.entries()) text += textOf(piece) + (strings[i + 1] ?? "");
  return new Html(text);
}

/** Text of several lines, for `pre`. */
export const lines = (text: string): Html => new Html(escaped(cleanLines(text).join("\n")));

/**
 * An object for a script, inside an element that runs nothing: no sequence in it ends that element. A piece for each
 * entry.
 */
export function* dataIn(entries: Iterable<readonly [name: string, value: unknown]>): Generator<Html> {
  let before = "{";
  for (const [name, value] of entries) {
    yield new Html(
      `${before}${JSON.stringify(name)}:${JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, unicode)}`,
    );
    before = ",";
  }
  yield new Html("}");
}

const unicode = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
