/**
 * For results of several parts: which of them are wrong, and by what factor.
 */
import type { AnyFunction } from "../../exercise/exercise.ts";
import type { Answer } from "../answer.ts";
import { onlyPart, partsText, sortedParts } from "../parts.ts";
import { axesOf } from "../sizes.ts";
import { because, isEnough, type Source } from "./diagnosis.ts";
import { matchAll } from "./recognise.ts";
import { factors } from "./wrong-ways.ts";

export const wrongParts: Source = ({ fn, answers }) => {
  const { wrong, right } = sortedParts(fn, answers);
  const [one, ...more] = wrong;
  if (one === undefined || right.length === 0) return undefined;
  const text = partsText(right, wrong, "on every input");
  const factor =
    more.length === 0
      ? factorOf(
          fn,
          answers.map((answer) => onlyPart(answer, one)),
          text,
        )
      : undefined;
  return factor ?? { text: `${text}.` };
};

/** What the answers to one part are a multiple by. */
function factorOf(fn: AnyFunction, only: readonly Answer[], text: string): ReturnType<Source> {
  for (const { id, formula, short } of factors(axesOf(fn))) {
    const match = matchAll(only, formula);
    if (match !== undefined && isEnough(match.informative, only))
      return because("generic", id, `${text}: ${short}.`, match);
  }
  return undefined;
}
