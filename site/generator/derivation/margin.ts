/** What stands in the margin, and what in the text. */
import { beginsWithSource } from "../../../grader/derivation/source-remark.ts";

/** A reason that fits beside its formula. */
const SHORT = 190;

/** Paragraphs of a text, with the line of each seen from the first. */
export function paragraphs(text: string): { text: string; offset: number }[] {
  const found: { text: string; offset: number }[] = [];
  let open = false;
  let fenced = false;
  for (const [offset, line] of text.split("\n").entries()) {
    if (line.startsWith("```")) fenced = !fenced;
    const last = found.at(-1);
    if (line.trim() === "" && !fenced) open = false;
    else if (open && last !== undefined) last.text += `\n${line}`;
    else {
      found.push({ text: line, offset });
      open = true;
    }
  }
  return found;
}

/** A remark on what a source document says: it names the document in its first sentence. */
export const isSourceNote = (paragraph: string): boolean => isProse(paragraph) && beginsWithSource(paragraph);

/** The first paragraph below a formula, where it is short enough for the margin. */
export const isShortReason = (paragraph: string): boolean => paragraph.length <= SHORT && isProse(paragraph);

/** No list, table, heading or code. */
const isProse = (paragraph: string): boolean => !/^(?:[-*#|>`]|\d+\. | {4})/.test(paragraph);
