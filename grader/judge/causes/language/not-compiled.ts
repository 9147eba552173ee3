/**
 * Why a file is no TypeScript. What the line of the error shows is believed first, then brackets: a compiler meets a
 * missing one far below.
 */
import type { LoadFailure } from "../../../box/box.ts";
import type { Exercise } from "../../../exercise/exercise.ts";
import { wantedOf } from "../../../exercise/wanted.ts";
import { bracketSlip } from "./brackets.ts";
import { inWords } from "./compiler-words.ts";
import { grammarSlip } from "./grammar.ts";
import { type Line, linesOf } from "./lines.ts";
import { oddSign } from "./odd-signs.ts";
import { noProgram, otherLanguage } from "./other-language.ts";
import { type Slip, shown, signatureOf } from "./slip.ts";
import { LONGEST, tokensOf } from "./tokens.ts";

export function notCompiled(exercise: Exercise, source: string, failure: LoadFailure): Slip | undefined {
  if (failure.kind !== "syntax-error" || source.length > LONGEST) return undefined;
  // What is no text in UTF-8 has none at all, and its message says the mend.
  if (source === "") return { id: "encoding", says: failure.message };
  const whole = noProgram(source);
  if (whole !== undefined) return whole;
  const tokens = tokensOf(source);
  const lines = linesOf(source, tokens);
  const line = failure.line === undefined ? undefined : lines[failure.line - 1];
  const nearby = [line, line && lineBefore(lines, line)].filter((one) => one !== undefined);
  for (const near of nearby) {
    const found =
      otherLanguage(near, functionIn(exercise)) ??
      oddSign(source, near.tokens) ??
      (near === line && near.tokens.length <= MOST ? grammarSlip(source, near) : undefined);
    if (found !== undefined) return found;
  }
  return inWords(failure) ?? bracketSlip(source, tokens);
}

/** Words of a line that somebody wrote. */
const MOST = 400;

/** The nearest line above that has words. */
const lineBefore = (lines: readonly Line[], { number }: Line): Line | undefined =>
  lines.slice(Math.max(0, number - 6), number - 1).findLast(({ tokens }) => tokens.length > 0);

/** How the function that a line names is written: the exercise's, where it is one of them. */
const functionIn =
  (exercise: Exercise) =>
  (line: Line): string => {
    const wanted = wantedOf(exercise).find(([name]) => line.tokens.some(({ text }) => text === name));
    if (wanted !== undefined) {
      const [name, kind] = wanted;
      const inputs = Object.keys(exercise.functions[name]?.inputs ?? {});
      return kind === "class" ? `export class ${name} { … }` : signatureOf(name, inputs);
    }
    const own = line.tokens.find(
      ({ kind, text }, i) =>
        kind === "name" && i > 0 && line.tokens[i + 1]?.text === "(" && text !== "function",
    );
    return `function ${own === undefined ? "name" : shown(own.text)}(…) { … }`;
  };
