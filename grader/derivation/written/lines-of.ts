/**
 * The lines of a derivation in a student's Markdown: what stands between $$ and $$, between \[ and \], in a block
 * ```math, or alone in a row between two dollars. Prose stands between them as the student likes.
 */
export interface WrittenLine {
  readonly text: string;
  /** Where it begins in the file, from 1. */
  readonly line: number;
}

/** A display: its rows in the file, from 0 to the last one, and the lines in it. */
export interface Display {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly WrittenLine[];
}

/** More than these is no derivation. */
export const MOST_LINES = 60;

export const linesOf = (markdown: string): WrittenLine[] =>
  displaysIn(rowsIn(markdown)).flatMap(({ lines }) => lines);

export const rowsIn = (markdown: string): string[] => markdown.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);

/** The displays in the rows of a file; what stands between them is prose. */
export function displaysIn(rows: readonly string[]): Display[] {
  const found: Display[] = [];
  const blanked = withoutComments(rows);
  for (let i = 0; i < blanked.length; i++) {
    const row = (blanked[i] as string).replace(/^\s*(?:>|[-*+]\s|\d+[.)]\s)?\s*/, "");
    const fence = /^(```+|~~~+)\s*(\w*)/.exec(row);
    if (fence !== null) {
      const end = from(blanked, i + 1, (text) => text.trim().startsWith(fence[1] as string));
      if (fence[2] === "math")
        found.push({ from: i, to: end, lines: rowsOf(blanked.slice(i + 1, end).join("\n"), i + 2) });
      i = end;
      continue;
    }
    const open = /^(\$\$|\\\[)/.exec(row)?.[1];
    if (open !== undefined) {
      const close = open === "$$" ? "$$" : "\\]";
      const first = row.slice(2);
      if (first.includes(close))
        found.push({ from: i, to: i, lines: rowsOf(first.slice(0, first.indexOf(close)), i + 1) });
      else {
        // An open display ends where the paragraph does, as in LaTeX.
        const end = from(blanked, i + 1, (text) => text.includes(close) || text.trim() === "");
        const last = (blanked[end] ?? "").split(close)[0] ?? "";
        const inside = [first, ...blanked.slice(i + 1, end), last].join("\n");
        found.push({ from: i, to: end, lines: rowsOf(inside, i + 1) });
        i = end;
      }
      continue;
    }
    const alone = /^\$(?!\$)([^$]+)\$\s*[.,;]?$/.exec(row.trimEnd())?.[1];
    if (alone !== undefined) found.push({ from: i, to: i, lines: [{ text: alone.trim(), line: i + 1 }] });
  }
  return found;
}

/** Whether there is something that could have been meant as a line, outside of all dollars. */
export const looksUnmarked = (markdown: string): boolean =>
  rowsIn(markdown).some((row) => {
    const sign = /\\frac|\\partial|d\w\/d\w|∂/.exec(row);
    if (sign === null || /[$`<#]/.test(row.slice(0, sign.index))) return false;
    return row.slice(sign.index).split("$", 1)[0]?.includes("=") === true;
  });

/** The same rows, comments left out. */
function withoutComments(rows: readonly string[]): string[] {
  let inside = false;
  return rows.map((row) => {
    let kept = "";
    let rest = row;
    while (rest !== "") {
      const mark = inside ? "-->" : "<!--";
      const at = rest.indexOf(mark);
      if (!inside) kept += at < 0 ? rest : rest.slice(0, at);
      rest = at < 0 ? "" : rest.slice(at + mark.length);
      if (at >= 0) inside = !inside;
    }
    return kept;
  });
}

function from(rows: readonly string[], start: number, ends: (text: string) => boolean): number {
  for (let i = start; i < rows.length; i++) if (ends(rows[i] as string)) return i;
  return rows.length;
}

const ALIGNED = /\\(begin|end)\s*\{(?:align|aligned|gather|gathered|split|eqnarray|equation)\*?\}/g;

/** A display as its lines: the rows of an aligned one, and else itself. */
function rowsOf(tex: string, line: number): WrittenLine[] {
  const found: WrittenLine[] = [];
  let at = line;
  let inner = 0;
  let text = "";
  let begins: number | undefined;
  const finish = (): void => {
    if (text.trim() !== "") found.push({ text: text.trim(), line: begins ?? at });
    text = "";
    begins = undefined;
  };
  for (const [token] of tex
    .replace(ALIGNED, " ")
    .matchAll(/\\begin|\\end|\\\\(?:\[[^\]]{0,20}\])?|\\.|[\s\S]/g)) {
    if (token === "\\begin") inner++;
    if (token === "\\end") inner--;
    if (token === "\n") at++;
    else if (token.trim() !== "") begins ??= at;
    if (token.startsWith("\\\\") && inner === 0) finish();
    else text += token === "\n" || (token === "&" && inner === 0) ? " " : token;
  }
  finish();
  return found;
}
