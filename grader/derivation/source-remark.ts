/** Remarks on what a source document says: pages set them apart. */

const TITLES = [
  "Machine Learning Visualized",
  "09.1 Deep Learning – Neural Network",
  "Building FeedForward Networks with Pytorch",
  "ml_with_pytorch_book_part2",
  "01 build and train feedforward nn",
];

const SOURCE = new RegExp(
  `\\b(?:the|that|both|its|this) (?:sources?|documents?)\\b|\\b(?:a|one|another) source\\b|\\bsource documents?\\b|_(?:${TITLES.map((title) => title.replaceAll(".", "\\.")).join("|")})_`,
  "i",
);

/** Whether a text speaks of a source document. */
export const namesSource = (text: string): boolean => SOURCE.test(text);

/** A remark names the document in its first sentence. */
export const beginsWithSource = (paragraph: string): boolean =>
  SOURCE.test(/^[\s\S]*?[.:;](?=\s|$)/.exec(paragraph)?.[0] ?? paragraph);
