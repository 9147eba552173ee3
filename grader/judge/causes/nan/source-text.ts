/**
 * A submission as text that can be searched: comments, quoted texts and the `!` behind a value are blanked, every other
 * character keeps its place.
 */

/** A top-level declaration of a submission, from its first character to the next declaration. */
interface Declaration {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const SKIPPED =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`/g;

const blank = (text: string): string => text.replace(/[^\n\r]/g, " ");

/** The source with comments, quoted texts and postfix `!` as spaces. */
export const blanked = (source: string): string =>
  source.replace(SKIPPED, blank).replace(/(?<=[\p{L}\p{N}_$)\]])!(?!=)/gu, " ");

const DECLARED =
  /(?:^|[;}\n])[ \t]*(?:export\s+)?(?:default\s+)?(?:declare\s+)?(?:async\s+)?(?:function\b(?:\s*\*)?|const\b|let\b|var\b|class\b)\s*([\p{L}_$][\p{L}\p{N}_$]*)/gu;

/** The declarations that stand outside all brackets. */
function declarationsOf(code: string): readonly Declaration[] {
  const depths = new Int32Array(code.length + 1);
  for (let i = 0; i < code.length; i++) {
    const c = code[i] as string;
    depths[i + 1] = (depths[i] as number) + ("([{".includes(c) ? 1 : ")]}".includes(c) ? -1 : 0);
  }
  const starts = [...code.matchAll(DECLARED)]
    .map((match) => ({
      name: match[1] as string,
      from: match.index + match[0].length - (match[1] as string).length,
    }))
    .filter(({ from }) => depths[from] === 0);
  return starts.map(({ name, from }, i) => ({ name, from, to: starts[i + 1]?.from ?? code.length }));
}

/**
 * The code behind a function: its own and that of all it mentions, everything else blanked.
 *
 * @param code blanked source
 * @param name a function of the submission; without one, or where there is none of that name, all code counts
 */
export function codeBehind(code: string, name: string | undefined): string {
  const declarations = declarationsOf(code);
  if (name === undefined || !declarations.some((one) => one.name === name)) return code;
  const reached = new Set([name]);
  for (const wanted of reached) {
    for (const { from, to } of declarations.filter((one) => one.name === wanted)) {
      const words = new Set(code.slice(from, to).match(/[\p{L}_$][\p{L}\p{N}_$]*/gu));
      for (const other of declarations) if (words.has(other.name)) reached.add(other.name);
    }
  }
  const kept = declarations.map(({ name: own, from, to }) => {
    const text = code.slice(from, to);
    return reached.has(own) ? text : blank(text);
  });
  return blank(code.slice(0, declarations[0]?.from)) + kept.join("");
}

/** Line and column of a place, from 1. */
export function positionAt(code: string, place: number): { readonly line: number; readonly column: number } {
  const lines = code.slice(0, place).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines[lines.length - 1] as string).length + 1 };
}
