/** The rows of two derivations that speak for a pair, side by side. */
import type { SimilarPair } from "../../results.ts";
import type { Alike } from "./alike.ts";
import type { Work } from "./work.ts";

const MOST_FRAGMENTS = 8;
const MOST_ROWS = 40;
const LONGEST_ROW = 200;

type Rows = readonly [from: number, to: number];

export function fragmentsOf(a: Work, b: Work, { items, words }: Alike): SimilarPair["fragments"] {
  const places = [
    ...items.map(({ left, right }): [Rows, Rows] => [
      [left.row, left.row],
      [right.row, right.row],
    ]),
    ...words.map(({ left, right }): [Rows, Rows] => [left, right]),
  ];
  const seen = new Set<string>();
  return places
    .filter((place) => !seen.has(String(place)) && seen.add(String(place)))
    .slice(0, MOST_FRAGMENTS)
    .sort(([[x]], [[y]]) => x - y)
    .map(([left, right]) => ({ left: shown(a, left), right: shown(b, right) }));
}

function shown({ rows }: Work, [from, to]: Rows) {
  const text = rows.slice(from, Math.min(to + 1, from + MOST_ROWS));
  return {
    from: from + 1,
    to: from + text.length,
    text: text.map((row) => row.slice(0, LONGEST_ROW)).join("\n"),
  };
}
