/** The known functions that a finding may show, with their formulas. */
import { textsOf } from "../../../reference/functions/known.ts";
import type { Exercise } from "../../exercise/exercise.ts";
import { type FunctionValue, isFunctionValue } from "../../value.ts";

/** A list with its sentence; nothing where every name says it itself. */
export function knownFunctions({ functions }: Exercise): string | undefined {
  const all = Object.values(functions).flatMap(({ text, edges }) => [
    ...Object.values(text?.arguments ?? {}).flatMap(({ choices = [] }) => choices),
    ...Object.values(edges).flatMap(({ given }) => Object.values(given).flatMap(functionsIn)),
  ]);
  const texts = [...new Set(all.flatMap(textsOf))];
  if (texts.length === 0) return undefined;
  return ["Functions that the grader hands over:", "", ...texts.map((text) => `- ${text}`)].join("\n");
}

/** The functions that an argument is or lists. */
const functionsIn = (value: unknown): readonly FunctionValue[] =>
  (Array.isArray(value) ? value : [value]).filter(isKnown);

const isKnown = (value: unknown): value is FunctionValue =>
  typeof value === "object" && value !== null && isFunctionValue(value as FunctionValue);
