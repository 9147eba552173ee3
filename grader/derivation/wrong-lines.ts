/**
 * Lines that a reader may take for the right one: those that the page names, and edits that people make without
 * noticing. Each gives another number at the page's example, or it is none.
 */
import type { AtExample, SideAt, StatementAt } from "./at-example.ts";
import { sideText } from "./example-lines.ts";
import type { Display } from "./page.ts";

export interface Wrong {
  readonly tex: string;
  /** The name of a mistake, or a sentence. */
  readonly says: string;
  /** What the line gives where the right one gives something else. */
  readonly gives: string;
  readonly instead: string;
}

const replaced = (tex: string, from: string, to: string): string => tex.split(from).join(to);

/** The wrong lines that the page names. Ask before the formula's own turn. */
export function namedWrong(at: AtExample, display: Display): (Wrong | { readonly fault: string })[] {
  const { wrong = [] } = display;
  if (wrong.length === 0) return [];
  const wrongBy = wrongBeside(at, display);
  return wrong.map(({ from, to, says }) => {
    const where = `wrong: ${from}${says === "" ? "" : ` -> ${to}`}`;
    if (says === "") return { fault: `${where}: write \`wrong: a -> b : its mistake\`` };
    if (!display.tex.includes(from)) return { fault: `${where}: the formula does not hold ${from}` };
    const made = wrongBy(replaced(display.tex, from, to), says);
    return made ?? { fault: `${where}: the page's example does not tell it from the right line` };
  });
}

/** Slips of the pen: first what they look for, then what they put there. */
const SLIPS: readonly (readonly [RegExp, string, string])[] = [
  [/= -(?!1\b)/, "= ", "The minus behind the equals sign is missing."],
  [/\\frac\{2\}\{n\}/, "\\frac{1}{n}", "A factor 2 is missing."],
  [/\^2(?!\d)/, "", "A square is missing."],
  [/\\frac\{1\}\{n\} ?/, "", "The 1/n is missing: this is a sum and not a mean."],
  [/= (?=[\\(a-zA-Z2])(?!\\begin)/, "= -", "There is a minus too many, right behind the equals sign."],
  [/ \+ /, " - ", "A plus has become a minus."],
  [/(?<!=|^|\{|\() - /, " + ", "A minus has become a plus."],
  [/\^\\top/, "", "A transpose is missing."],
  [/\\frac\{1\}\{([^{}+ -]+)\}/, "$1", "A quotient is upside down."],
  [/\\frac\{(?!\\partial|d|1\})([^{}]+)\}\{([^{}]+)\}/, "\\frac{$2}{$1}", "A quotient is upside down."],
  [/1 - /, "", "The 1 − is missing."],
];

/** Slips that this line allows, at most so many. Ask before the formula's own turn. */
export function slipsOf(at: AtExample, display: Display, most: number): Wrong[] {
  const found: Wrong[] = [];
  const wrongBy = wrongBeside(at, display);
  // Behind the last relation: what stands before it has been derived.
  const start = Math.max(0, display.tex.lastIndexOf("="));
  const [before, behind] = [display.tex.slice(0, start), display.tex.slice(start)];
  for (const [from, to, says] of SLIPS) {
    if (found.length >= most) break;
    const tex = before + behind.replace(from, to);
    const wrong = tex === display.tex ? undefined : wrongBy(tex, says);
    if (wrong !== undefined) found.push(wrong);
  }
  return found;
}

/** What tells a line from the formula, whose own numbers are worked out once for all lines beside it. */
function wrongBeside(at: AtExample, display: Display): (tex: string, says: string) => Wrong | undefined {
  const right = at.instead(display, display.tex);
  return (tex, says) => {
    const wrong = at.instead(display, tex);
    if (right.length !== wrong.length) return undefined;
    for (const [k, statement] of right.entries()) {
      const told = difference(statement, wrong[k]);
      if (told !== undefined) return { tex, says, ...told };
    }
    return undefined;
  };
}

/** The first side of which the numbers differ. */
function difference(right: StatementAt, wrong: StatementAt | undefined) {
  for (const [k, side] of right.sides.entries()) {
    const other = wrong?.sides[k];
    if (side === undefined || other === undefined || isAlike(side, other)) continue;
    const [instead, gives] = [sideText(side), sideText(other)];
    if (instead !== undefined && gives !== undefined && instead !== gives) return { gives, instead };
  }
  return undefined;
}

/** How far two numbers lie apart that a reader can tell from each other. */
const APART = 1e-3;

function isAlike(a: SideAt, b: SideAt): boolean {
  const [x, y] = [a, b].map(({ values }) => values.flatMap(({ value }) => value.at)) as [number[], number[]];
  const most = Math.max(...x.map(Math.abs), ...y.map(Math.abs));
  return x.length === y.length && x.every((one, k) => Math.abs(one - (y[k] as number)) <= APART * most);
}
