/**
 * Right derivations from which lines were left out, until one step is missing, with an idle form of a line beside it:
 * nobody who writes so has written what was asked for.
 */
import { judgeLines } from "../../../grader/derivation/written/judge-derivation.ts";
import { linesOf } from "../../../grader/derivation/written/lines-of.ts";
import { parted } from "../../../grader/derivation/written/parted.ts";
import { inOrder } from "../../../grader/derivation/written/report.ts";
import { shareOf } from "../../share.ts";
import { answerOf, derivation, typed } from "./course.ts";
import { rightDerivations } from "./right-derivations.ts";

export interface Padded {
  readonly form: string;
  readonly lines: readonly string[];
  readonly isDone: boolean;
}

const tex = String.raw;

/** What says a side again and takes nothing on, with a symbol of the exercise. */
const FORMS: Readonly<Record<string, (side: string, q: string) => string>> = {
  "in halves": (side) => tex`\frac12 (${side}) + \frac12 (${side})`,
  "in thirds": (side) => tex`\frac{${side}}{3} + \frac23 (${side})`,
  "twice, less once": (side) => tex`2 (${side}) - (${side})`,
  "five times, by five": (side) => tex`\frac{5 (${side})}{5}`,
  "more of it, and less": (side, q) => tex`(1 + ${q}) (${side}) - ${q} (${side})`,
  "times and divided": (side, q) => tex`\frac{${q}}{${q}} (${side})`,
  "a difference of squares": (side, q) => tex`\frac{((${side}) + ${q})^2 - ((${side}) - ${q})^2}{4 ${q}}`,
  "its square by it": (side) => tex`\frac{(${side})^2}{${side}}`,
  "one over one over it": (side) => tex`\frac{1}{\frac{1}{${side}}}`,
  "an exponential and its inverse": (side, q) => tex`e^{${q}} (${side}) e^{-${q}}`,
  "1/e^z for e^{-z}": (side) => side.replace(/e\^\{?-z\}?/g, tex`\frac{1}{e^{z}}`),
  "1/e^{-z} for e^z": (side) => side.replace(/e\^\{?z\}?(?![0-9])/g, tex`\frac{1}{e^{-z}}`),
  "a fraction as a power": (side) => side.replace(/\\frac\{([^{}]*)\}\{([^{}]*)\}/g, "($1) ($2)^{-1}"),
  "a square as a product": (side) => side.replace(/(\([^()]*\))\^2/g, "$1 $1"),
  "e^{-z} as a product of two": (side) => side.replace(/e\^\{-z\}/g, "e^{z} e^{-2z}"),
  "e^{-z} as a root": (side) => side.replace(/e\^\{-z\}/g, tex`\sqrt{e^{-2z}}`),
  "the logarithm of its exponential": (side) => tex`\ln e^{${side}}`,
  "to the third, by its square": (side) => tex`(${side})^3 (${side})^{-2}`,
  "over one": (side) => tex`\frac{${side}}{1}`,
  "from where to where a sum goes": (side) => side.replace(/\\sum_i /g, tex`\sum_{i=1}^{n} `),
  "its differences turned": (side) => side.replace(DIFFERENCE, turned),
  "one of its differences turned": (side) => side.replace(new RegExp(DIFFERENCE, ""), turned),
  "a sign of its own behind a difference": (side) =>
    side.replace(DIFFERENCE, (one) => `(0 - ${turned(one)})`),
  "in a fraction": (side, q) => tex`\frac{${q} (${side})}{${q}}`,
};

/** What stands in a bracket, and begins with a term that something is taken from: (y - w x - b), (y - (w x + b)). */
const DIFFERENCE = /\((?:[^()+-]|\{[^{}]*\})+ - (?:[^()]|\([^()]*\))+\)/g;

/** (a - b + c) as -(b - c - a). */
function turned(bracket: string): string {
  const inside = bracket.slice(1, -1);
  const at = inside.indexOf(" - ");
  const [first, rest] = [inside.slice(0, at), inside.slice(at + 3)];
  const other = rest.replace(/\([^()]*\)| ([+-]) /g, (part, sign) =>
    sign === undefined ? part : sign === "+" ? " - " : " + ",
  );
  return `(-(${other} - ${first}))`;
}

const SYMBOLS: Readonly<Record<string, string>> = {
  "d09-sigmoid-slope": "z",
  "d20-tanh-slope": "z",
  "d29-reverse-mode": "3",
  "d03-two-inputs": "y",
  "d17-lagrange": tex`\lambda`,
};

/** So many of the ways to leave lines out of one derivation. */
const MOST = 3;

/** Those in which nothing is wrong with any line. */
export async function paddedOf(slug: string): Promise<Padded[]> {
  const { given, exercise } = await derivation(slug);
  const judged = (lines: readonly string[]) => {
    const { lines: said, end, way, isDone } = judgeLines(given, typed(lines), 1);
    return { end, way, isDone, isInOrder: said.every(({ status }) => inOrder.includes(status)) };
  };
  const lacksAStep = (lines: readonly string[]): boolean => {
    const { end, way, isInOrder } = judged(lines);
    return way.steps === exercise.lines - 1 && end.isReached && isInOrder;
  };
  const found: Padded[] = [];
  const model = linesOf(answerOf(slug)).map(({ text }) => text);
  for (const lines of [...(rightDerivations[slug] ?? []), model])
    for (const part of firstOf(partsOf(lines, exercise.start), MOST, lacksAStep))
      for (const [form, write] of shareOf(Object.entries(FORMS), 5, ([form]) => form))
        for (const put of withForm(part, (side) => write(side, SYMBOLS[slug] ?? "n"))) {
          const { isDone, isInOrder } = judged(put);
          if (isInOrder) found.push({ form, lines: put, isDone });
        }
  return found;
}

/** The first so many that are so; nobody asks further ones, since to judge is dear. */
function firstOf<T>(all: readonly T[], most: number, isSo: (one: T) => boolean): T[] {
  const first: T[] = [];
  for (const one of all) {
    if (first.length === most) break;
    if (isSo(one)) first.push(one);
  }
  return first;
}

/** The derivation without some of its lines, those first that lack the fewest. */
function partsOf(lines: readonly string[], start: string): string[][] {
  return Array.from({ length: 2 ** lines.length - 2 }, (_, k) => lines.filter((_, i) => ((k + 1) >> i) & 1))
    .sort((a, b) => b.length - a.length)
    .map(([first = "", ...others]) => [
      first.trim().startsWith("=") ? `${start} ${first}` : first,
      ...others,
    ]);
}

/** With a form of a line above it or below it. */
function withForm(lines: readonly string[], write: (side: string) => string): string[][] {
  return lines.flatMap((line, k) => {
    const side = parted(line).sides.at(-1)?.text.trim();
    if (side === undefined || line.includes(":=") || write(side) === side) return [];
    const form = `= ${write(side)}`;
    const below = [...lines.slice(0, k + 1), form, ...lines.slice(k + 1)];
    const head = line.slice(0, line.length - side.length).trim();
    const above =
      head === "="
        ? [...lines.slice(0, k), form, line, ...lines.slice(k + 1)]
        : [...lines.slice(0, k), `${head} ${write(side)}`, `= ${side}`, ...lines.slice(k + 1)];
    return [below, above];
  });
}
