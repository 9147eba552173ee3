/** A check as the item of a test: who reaches it, who passes it, and what it tells. */
import type { CheckKind } from "../../../verdict/verdict.ts";
import type { Discrimination } from "./discrimination.ts";

export interface ItemCounts {
  readonly slug: string;
  readonly function: string;
  readonly kind: CheckKind;
  readonly title: string;
  readonly maxPoints: number;
  /** Submissions that have begun the exercise; what a group handed in is one. */
  readonly begun: number;
  /** Those in which it passed or fell short: it is not reached where its function fell short before. */
  readonly reached: number;
  readonly passed: number;
  /** Of those that passed, at the first try, at the second, and later. */
  readonly tries: readonly [first: number, second: number, later: number];
  /** Named mistakes that it found, the most frequent first. */
  readonly mistakes: readonly (readonly [name: string, count: number])[];
  /** Absent where nothing can be said: too few submissions, no other work, or all passed or all fell short. */
  readonly discrimination?: Discrimination;
}

export const adviceKinds = [
  "reversed",
  "hard",
  "flat",
  "unreached",
  "easy",
  "unsure",
  "good",
  "few",
] as const;
export type AdviceKind = (typeof adviceKinds)[number];

export interface Item extends ItemCounts {
  readonly advice: { readonly kind: AdviceKind; readonly says: string };
}

/** Fewer submissions tell nothing: with 5 of them, any number of discrimination is noise. */
export const FEWEST = 10;
