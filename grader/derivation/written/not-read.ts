import { Degenerate, FormulaError, TooLong, Unfinished } from "../formula-error.ts";
import { Misread } from "./misread.ts";
import { type Said, sentence } from "./said.ts";
import { withMend } from "./shape-mend.ts";
import { isUnfinished } from "./unfinished.ts";

/**
 * What is said of a line that could not be read, or not be worked out.
 *
 * @throws what is no fault of the line
 */
export function notRead(error: unknown, text: string): Said {
  if (error instanceof Degenerate)
    return { status: "undecided", says: "It has no number at the points that were tried." };
  if (!(error instanceof FormulaError)) throw error;
  if (error instanceof TooLong || error.cause instanceof TooLong)
    return { status: "undecided", says: sentence(error.message) };
  // What is wrong before its end is no matter of typing on.
  const isAtEnd =
    !(error instanceof Misread) || error.to >= text.trimEnd().length || /\\placeholder/.test(text);
  const isOpen = isUnfinished(text) || [error, error.cause].some((one) => one instanceof Unfinished);
  return {
    status: isAtEnd && isOpen ? "unfinished" : "unread",
    says: sentence(withMend(error.message)),
    ...(error instanceof Misread ? { place: { from: error.from, to: error.to } } : {}),
  };
}
