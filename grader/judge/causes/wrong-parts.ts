/**
 * For results of several parts: which of them are wrong, where nothing more is known.
 */
import { partsText, sortedParts } from "../parts.ts";
import type { Source } from "./diagnosis.ts";

export const wrongParts: Source = ({ fn, answers }) => {
  const { wrong, right } = sortedParts(fn, answers);
  if (wrong.length === 0 || right.length === 0) return undefined;
  return { text: `${partsText(right, wrong, "on every input")}.` };
};
