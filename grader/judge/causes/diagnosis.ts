/**
 * What the answers say about how they were made, and who is asked for it.
 */
import type { AnyFunction, Exercise } from "../../exercise/exercise.ts";
import type { Inputs } from "../../exercise/inputs.ts";
import type { Cause, CauseKind } from "../../verdict/verdict.ts";
import type { Answer } from "../answer.ts";

import type { Case } from "../cases.ts";

import type { EdgeCase } from "../plan.ts";
import type { Near } from "./near.ts";
import type { Work } from "./work.ts";

export interface Diagnosis {
  /** What the finding's message says of it. */
  readonly text: string;
  /** Absent where the numbers show what is wrong, but not why. */
  readonly cause?: Cause;
  /** Where to read, if elsewhere than at the top of the page. */
  readonly read?: string;
}

/** One function of a submission, with its answers to the drawn inputs. */
export interface Asked {
  readonly exercise: Exercise;
  readonly name: string;
  readonly fn: AnyFunction;
  readonly answers: readonly Answer[];
  /** All drawn inputs that were tried, those included that gave no answer. */
  readonly tried: readonly Tried[];
  /** Answers to the edge cases, as far as they have the declared shape. */
  readonly edges: () => readonly Answer[];
  /** The edge case that an answer is to. */
  readonly edgeOf: (answer: Answer) => EdgeCase | undefined;
  /** How the exercise's laws fare. */
  readonly laws: () => readonly LawTried[];
  /** Answers to further inputs, where what came back leaves it open; nothing where none of the declared shape comes. */
  readonly ask: (inputs: readonly Inputs[]) => Promise<readonly (Answer | undefined)[]>;
  /** What may be taken to find a cause. */
  readonly work: Work;
  /** Edits of the right program that gave the answers of another function. */
  readonly edits: Set<number>;
  /** The neighbours of the right program, where there are some. */
  readonly near: () => Promise<Near | undefined>;
}

export interface LawTried {
  readonly says: string;
  readonly ifBroken?: string;
  /** On how many inputs it breaks, of how many. */
  readonly broken: number;
  readonly of: number;
}

export interface Tried {
  readonly given: Case;
  readonly fails: boolean;
}

/** Finds a cause of one sort, or nothing. */
export type Source = (asked: Asked) => Diagnosis | undefined | Promise<Diagnosis | undefined>;

/** On how many cases something was seen, of how many. */
export interface Seen {
  readonly count: number;
  readonly of: number;
}

/** A cause counts if this many cases could have told otherwise. */
const INFORMATIVE = 3;

/** Whether enough cases could have told otherwise: all of them where there are fewer. */
export const isEnough = (informative: number, answers: readonly Answer[]): boolean =>
  informative >= Math.min(INFORMATIVE, answers.length) && informative > 0;

/** A cause that holds on these cases, as a sentence with its count. */
export function because(kind: CauseKind, id: string, says: string, seen: Seen): Diagnosis {
  const count = `on ${seen.count} of ${seen.of} inputs`;
  const text =
    kind === "mistake"
      ? `This is "${id.replaceAll("-", " ")}", ${count}. ${says}`
      : `${says} That holds ${count}.`;
  return { text, cause: { id, kind, says, matched: seen.count, of: seen.of } };
}
