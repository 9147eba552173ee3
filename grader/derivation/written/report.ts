/** What is said of a derivation, line by line. */
import type { CounterPoint } from "./counter-point.ts";

export type LineStatus =
  /** It follows, and takes the derivation on. */
  | "holds"
  /** It is true, and nothing new: put in another order, tidied up, or given. */
  | "idle"
  /** A name of the student's own: `e_i := …`. */
  | "name"
  /** It follows from a line that is wrong. That line has been told. */
  | "follows"
  | "false"
  /** Says the line before again, or what is true of any number: a = a, + 0, 1 = 2 − 1. */
  | "empty"
  /** Says an earlier line again. */
  | "circle"
  /** True, but several steps at once. */
  | "jump"
  /** Still being typed: nothing is wrong with it yet. */
  | "unfinished"
  | "unread"
  /** Neither shown to be true nor false: it earns nothing. */
  | "undecided";

/** Statuses with which a line is in order. */
export const inOrder: readonly LineStatus[] = ["holds", "idle", "name"];

export interface LineReport {
  readonly status: LineStatus;
  /** As the student wrote it. */
  readonly text: string;
  /** Where it begins in the file, from 1; absent for a line that comes from no file. */
  readonly line?: number;
  /** A sentence or two for the student; nothing where the line is in order and new. */
  readonly says: string;
  /** The part of the text that is meant, as places from 0. */
  readonly place?: { readonly from: number; readonly to: number };
  /** For a line that is false: where, and both sides there. */
  readonly point?: CounterPoint;
  /** For a line that is false: the name of the slip, and the step of the page that says it. */
  readonly slip?: { readonly id: string; readonly says: string; readonly step: number };
  /** Whether it belongs to the chain from the start, or is worked out beside it. */
  readonly isAside: boolean;
}

export interface DerivationReport {
  readonly lines: readonly LineReport[];
  /** Whether the last line of the chain is true, and in the form that is asked for. */
  readonly end: { readonly isReached: boolean; readonly says: string };
  /** Whether there are as many steps as are asked for. */
  readonly way: {
    readonly steps: number;
    readonly of: number;
    readonly isLongEnough: boolean;
    readonly says: string;
  };
  /** Every line in order, the end reached, by steps. */
  readonly isDone: boolean;
}
