/**
 * For results of several parts: which of them are wrong, where nothing more is known.
 */
import type { Answer } from "../answer.ts";
import { partsText, sortedParts } from "../parts.ts";
import type { Asked, Source } from "./diagnosis.ts";

export const wrongParts: Source = ({ fn, answers }) => {
  const text = wrongPartsText(fn, answers);
  return text === "" ? undefined : { text };
};

/** Which parts are right and which are not, as a sentence; nothing where that says no more. */
export function wrongPartsText(fn: Asked["fn"], answers: readonly Answer[]): string {
  const { wrong, right } = sortedParts(fn, answers);
  return wrong.length === 0 || right.length === 0 ? "" : `${partsText(right, wrong, "on every input")}.`;
}
