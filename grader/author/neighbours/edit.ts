/**
 * One edit of a model answer: a piece of its text, what stands there in its place, and what a student reads if an
 * answer is that of the edited program.
 */
import type { Node } from "ts-morph";

/** The kinds of edit, those that students make most often first: where two give the same numbers, the first is told. */
export const EDIT_KINDS = [
  "sign",
  "term-left-out",
  "factor-left-out",
  "call-left-out",
  "brackets",
  "overwritten",
  "loop-start",
  "loop-end",
  "first-only",
  "last-only",
  "start-value",
  "exchanged",
  "other-size",
  "equality",
  "operator",
  "power",
  "transposed",
  "index",
  "condition",
  "constant",
  "other-function",
  "other-name",
  "applied-twice",
  "doubled",
  "statement-left-out",
  "statement-twice",
  "statement-order",
] as const;

export type EditKind = (typeof EDIT_KINDS)[number];

export interface Edit {
  /** The piece of the text, which is one node of its tree. */
  readonly start: number;
  readonly end: number;
  /** What stands in its place. */
  readonly text: string;
  readonly isStatement: boolean;
  readonly kind: EditKind;
  /** The part of the program that it is about, such as "b"; a part of its id. */
  readonly about: string;
  /** Whether the place has a noun of its own, lies in a part that has one, or has none. */
  readonly named: "itself" | "its part" | "not";
  /** From 1. */
  readonly line: number;
  /** What follows "as if"; nothing where a place has no noun. */
  readonly says: string | undefined;
  /** The exported function in whose own text it lies, if it lies in one. */
  readonly within: string | undefined;
  /** The noun of the place: "the prediction". */
  readonly place: string | undefined;
}

/** What a kind of edit makes of one node: all else is the same for all of them. */
export interface Made {
  readonly node: Node;
  /** The last node of the piece, where it is of several. */
  readonly until?: Node;
  readonly text: string;
  readonly kind: EditKind;
  readonly about?: string | undefined;
  readonly says: string | undefined;
}

/** The text of a node, as a piece of another expression. */
export const bracketed = (node: Node | string): string =>
  `(${typeof node === "string" ? node : node.getText()})`;
