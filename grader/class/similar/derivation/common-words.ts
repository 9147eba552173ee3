/** Words in a row that two texts have in common. */
import type { Rarity } from "./rarity.ts";
import type { Word } from "./work.ts";

/** So many words in a row are seldom the same by chance. */
const RUN = 5;

export interface CommonWords {
  /** How much it says, from 0 to 1. */
  readonly rarity: number;
  readonly texts: readonly string[];
  /** Rows of the first and of the last word in each. */
  readonly left: readonly [number, number];
  readonly right: readonly [number, number];
}

/** The run that begins at a word; undefined where its sentence is over before. */
function runAt(words: readonly Word[], i: number): string | undefined {
  if (words[i + RUN - 1]?.sentence !== words[i]?.sentence) return undefined;
  return words
    .slice(i, i + RUN)
    .map(({ text }) => text)
    .join(" ");
}

export const runsIn = (words: readonly Word[]): string[] => words.flatMap((_, i) => runAt(words, i) ?? []);

/** The common runs of words in the order of the first text; none overlap in it. */
export function commonWords(a: readonly Word[], b: readonly Word[], runs: Rarity): CommonWords[] {
  const places = new Map(b.map((_, j) => [runAt(b, j), j]));
  const found: CommonWords[] = [];
  for (let i = 0; i + RUN <= a.length; i++) {
    const run = runAt(a, i);
    const j = places.get(run);
    if (run === undefined || j === undefined || !runs.isRare(run)) continue;
    let length = RUN;
    const goesOn = (words: readonly Word[], from: number): boolean =>
      words[from + length]?.sentence === words[from]?.sentence;
    while (goesOn(a, i) && goesOn(b, j) && a[i + length]?.text === b[j + length]?.text) length++;
    const rowsOf = (words: readonly Word[], from: number): readonly [number, number] => [
      words[from]!.row,
      words[from + length - 1]!.row,
    ];
    found.push({
      rarity: runs.weight(run),
      texts: a.slice(i, i + length).map(({ text }) => text),
      left: rowsOf(a, i),
      right: rowsOf(b, j),
    });
    i += length - 1;
  }
  return found;
}
