/** What the works of a class are made of, with how rare each of it is. */
import { runsIn } from "./common-words.ts";
import { Rarity } from "./rarity.ts";
import { Shapes } from "./shapes.ts";
import type { Work } from "./work.ts";

export interface ClassMarks {
  readonly forms: Rarity;
  readonly shapes: Shapes;
  readonly signs: Rarity;
  readonly words: Rarity;
  /** Words in a row. */
  readonly runs: Rarity;
}

/** @param given works that nobody in the class wrote: the page, the stub, the hints */
export function classMarks(works: readonly Work[], given: readonly Work[]): ClassMarks {
  const rarity = (marksOf: (work: Work) => Iterable<string>): Rarity =>
    new Rarity(
      works.map((work) => new Set(marksOf(work))),
      new Set(given.flatMap((work) => [...marksOf(work)])),
    );
  return {
    forms: rarity(({ items }) => items.map(({ form }) => form)),
    shapes: new Shapes(works),
    signs: rarity(({ signs }) => signs),
    words: rarity(({ words }) => words.map(({ text }) => text)),
    runs: rarity(({ words }) => runsIn(words)),
  };
}

/** What is rare of a work: two that share none of it need not be compared. */
export function rareMarks({ items, signs, words }: Work, marks: ClassMarks): ReadonlySet<string> {
  return new Set([
    ...items.filter(({ form }) => marks.forms.isRare(form)).map(({ form }) => form),
    ...items.map(({ form, shape }) => `${form} typed ${shape}`),
    ...[...signs].filter((sign) => marks.signs.isRare(sign)).map((sign) => `sign ${sign}`),
    ...runsIn(words).filter((run) => marks.runs.isRare(run)),
  ]);
}
