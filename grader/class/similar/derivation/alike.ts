/**
 * What two derivations share that does not follow from the task. Right derivations of one page are alike by their
 * nature: a right line, and its spelling, weighs little, and all of them together are bounded. What nobody has to
 * write weighs more: the same wrong line, a line that says nothing, the same words.
 */

import type { ClassMarks } from "./class-marks.ts";
import { inCommonOrder } from "./common-order.ts";
import { type CommonWords, commonWords } from "./common-words.ts";
import { ofTheField } from "./of-the-field.ts";
import type { Item, Kind, Work } from "./work.ts";

const WEIGHTS: Readonly<Record<Kind, number>> = {
  right: 0.7,
  idle: 1.2,
  follows: 0.5,
  slip: 1,
  wrong: 2.5,
  odd: 2.5,
};
/** Of all right lines together, and of their spelling. */
const MOST_RIGHT = 4;
/** A manner of typing that few have. */
const SIGN = 0.7;
/** Of all that is typed alike. */
const MOST_TYPED = 6;
/** A word of a run that both have; one that everybody uses, the first of a run and the later ones. */
const WORD = 1;
const USUAL_WORD = 0.15;
const LATER_WORD = 0.3;
const LATER = 5;

export interface Shared {
  readonly left: Item;
  readonly right: Item;
  readonly weight: number;
}

export interface Alike {
  readonly weight: number;
  /** Sides in the same order in both, those that weigh nothing too. */
  readonly inOrder: number;
  /** Those that weigh something. */
  readonly items: readonly Shared[];
  readonly words: readonly CommonWords[];
  /** Sides that are typed alike, and manners of typing that few have. */
  readonly typed: number;
  readonly signs: readonly string[];
}

export function alike(a: Work, b: Work, marks: ClassMarks): Alike {
  const pairs = inCommonOrder(a.items, b.items);
  const items = pairs
    .map(([left, right]): Shared => ({ left, right, weight: weightOf(left, right, marks) }))
    .filter(({ weight }) => weight > 0);
  const [right, others] = [items.filter(isRight), items.filter((one) => !isRight(one))];
  const typed = pairs.filter(([left, other]) => left.shape === other.shape);
  const signs = [...a.signs].filter((sign) => b.signs.has(sign) && marks.signs.isRare(sign));
  const words = commonWords(a.words, b.words, marks.runs);
  const wordWeight = words.reduce(
    (sum, { texts, rarity }) =>
      sum +
      Math.max(0.8, rarity) *
        total(texts.map((text, i) => (isUsual(text, marks) ? (i < LATER ? USUAL_WORD : LATER_WORD) : WORD))),
    0,
  );
  const weight =
    total(others.map((one) => one.weight)) +
    Math.min(MOST_RIGHT, total(right.map((one) => one.weight))) +
    Math.min(
      MOST_TYPED,
      marks.shapes.weight(pairs) + SIGN * total(signs.map((sign) => marks.signs.weight(sign))),
    ) +
    wordWeight;
  return { weight, inOrder: pairs.length, items, words, typed: typed.length, signs };
}

const isUsual = (text: string, { words }: ClassMarks): boolean =>
  text === "#" || ofTheField.has(text) || words.isUsual(text);

const isRight = ({ left, right }: Pick<Shared, "left" | "right">): boolean =>
  left.kind === "right" || right.kind === "right";

/** A line that is right in one and not in the other, is no error that both have. */
function weightOf(left: Item, right: Item, { forms }: ClassMarks): number {
  const rarity = forms.weight(left.form);
  if (rarity === 0) return 0;
  if (isRight({ left, right })) return WEIGHTS.right * rarity;
  return Math.min(WEIGHTS[left.kind], WEIGHTS[right.kind]) * Math.max(0.5, rarity);
}

const total = (weights: readonly number[]): number => weights.reduce((sum, one) => sum + one, 0);
