/** Where a submission declares what is asked for, for whoever shows a finding beside the text. */
import type { Exercise } from "../../exercise/exercise.ts";
import { neededBy } from "../../exercise/wanted.ts";
import { positionOf, type Token, tokensOf } from "./language/tokens.ts";

/** The line of each function of the exercise, from 1: of a scenario, that of the class it is played on. */
export function linesOfFunctions(exercise: Exercise, source: string): ReadonlyMap<string, number> {
  const declared = new Map<string, Token>();
  const tokens = tokensOf(source);
  for (const [i, { kind, text }] of tokens.entries()) {
    const at = i + (tokens[i + 1]?.text === "*" ? 2 : 1);
    const name = tokens[at];
    if (kind !== "name" || name?.kind !== "name" || !DECLARES.test(text)) continue;
    if (!declared.has(name.text)) declared.set(name.text, name);
  }
  return new Map(
    Object.entries(exercise.functions).flatMap(([name, { scenario, needs }]) => {
      const classes = needs ?? neededBy(exercise).map(([needed]) => needed);
      const own = scenario === undefined ? [name] : classes;
      const token = own.map((one) => declared.get(one)).find((one) => one !== undefined);
      return token === undefined ? [] : [[name, positionOf(source, token.at).line] as const];
    }),
  );
}

const DECLARES = /^(?:function|class|const|let|var)$/;
