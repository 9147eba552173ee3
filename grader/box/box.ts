/**
 * The box: where a submission runs, and nothing else runs there. The judge knows this interface only;
 * node-box.ts keeps it with a throwaway child process, a page keeps it with a worker.
 */
import type { Returned, Value } from "../value.ts";
import type { AgreeingOutcome, RightAnswer } from "./right-answer.ts";

/** A submission as text, with the scenarios of its exercise where that has some. */
export interface Program {
  /** TypeScript source as handed in. */
  readonly source: string;
  /** The name shown in messages about the source. */
  readonly file: string;
  /**
   * TypeScript source of what the exercise does with the submission's classes. Its exports are called in place of the
   * submission's of the same name, and get the submission's exports before their arguments.
   */
  readonly scenarios?: string;
  /**
   * TypeScript sources of what the exercise builds on, by the slugs of the exercises that they answer. The names that
   * they export are there for the submission, and for the scenarios among its exports.
   */
  readonly uses?: Readonly<Record<string, string>>;
}

/**
 * One call of an exported function. `twice` asks for a second call on fresh, equal arguments, `answerOnly` for no look
 * at what became of the arguments, `asksForItems` for those of what gives them one by one, such as a generator. `right` never reaches the submission: outcomes that agree with it come back as such.
 */
export interface Call {
  readonly fn: string;
  readonly args: readonly Value[];
  readonly twice?: boolean;
  readonly answerOnly?: boolean;
  readonly asksForItems?: boolean;
  readonly right?: RightAnswer;
}

/** Why a submission could not be loaded. */
export interface LoadFailure {
  readonly kind: "syntax-error" | "not-allowed" | "threw" | "timeout" | "out-of-memory" | "crashed";
  readonly message: string;
  /** Position in the submission, from 1. */
  readonly line?: number;
  readonly column?: number;
  /** The line of source the position is in. */
  readonly lineText?: string;
}

export type LoadOutcome =
  | { readonly kind: "loaded"; readonly exports: readonly { readonly name: string; readonly type: string }[] }
  | LoadFailure;

/** What became of one call. */
export type CallOutcome =
  | {
      readonly kind: "returned";
      readonly value: Returned;
      /** Positions of the arguments that the call changed. */
      readonly changed: readonly number[];
      /** The second answer, only where `twice` was asked and the answers differ in any bit. */
      readonly again?: Returned;
      /** Only where `twice` was asked, and the answer that the function gave before is another one by now. */
      readonly overwritten?: true;
    }
  | AgreeingOutcome
  | { readonly kind: "threw"; readonly message: string; readonly line?: number; readonly column?: number }
  | { readonly kind: "missing" }
  | { readonly kind: "timeout" | "out-of-memory" | "crashed"; readonly message: string }
  /** Never reached: an earlier call of the same batch ended the box. */
  | { readonly kind: "not-run" };

/** A layer of isolation, and whether it is in force here. */
export interface Layer {
  readonly name: string;
  readonly inForce: boolean;
  /** What it does, or why it is missing and what to install. */
  readonly note: string;
}

export interface Box {
  /** Puts a program into a fresh context; whatever ran before is gone. */
  load(program: Program): Promise<LoadOutcome>;
  /**
   * Runs the calls in order; the answer has one outcome a call. After a dead child the next call starts a new one.
   * A frozen list may be encoded once and sent again: nothing in it may change.
   */
  call(calls: readonly Call[]): Promise<readonly CallOutcome[]>;
  /** What the loaded program printed since `load`: at most 4 kB, control and bidi characters removed. */
  readonly output: string;
  readonly layers: readonly Layer[];
  /** Ends the child at once. */
  close(): void;
}
