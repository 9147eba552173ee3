/** What stands in the margin, and what in the text. */

const TITLES = [
  "Machine Learning Visualized",
  "09.1 Deep Learning – Neural Network",
  "Building FeedForward Networks with Pytorch",
  "ml_with_pytorch_book_part2",
  "01 build and train feedforward nn",
];

const SOURCE = new RegExp(
  `\\b(?:the|that|both|its|this) (?:source|documents?)\\b|\\bsource documents?\\b|_(?:${TITLES.map((title) => title.replaceAll(".", "\\.")).join("|")})_`,
  "i",
);

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
export const isSourceNote = (paragraph: string): boolean =>
  isProse(paragraph) && SOURCE.test(firstSentence(paragraph));

const firstSentence = (paragraph: string): string =>
  /^[\s\S]*?[.:;](?=\s|$)/.exec(paragraph)?.[0] ?? paragraph;

/** The first paragraph below a formula, where it is short enough for the margin. */
export const isShortReason = (paragraph: string): boolean => paragraph.length <= SHORT && isProse(paragraph);

/** No list, table, heading or code. */
const isProse = (paragraph: string): boolean => !/^(?:[-*#|>`]|\d+\. | {4})/.test(paragraph);
