/**
 * What a cause is looked for in: a whole answer, or one part of a record or a tuple.
 */
import type { Num } from "../../../../reference/numbers/num.ts";
import type { AnyFunction } from "../../../exercise/exercise.ts";
import type { Type } from "../../../exercise/types.ts";
import type { Value } from "../../../value.ts";
import type { Answer } from "../../answer.ts";
import { isRight } from "../../compare.ts";
import { sameStructure } from "../../entries.ts";
import { onlyPart, type Part, partAt, partsOf, startOfSentence } from "../../parts.ts";
import { readOf } from "../answer-read.ts";
import type { Asked, Diagnosis } from "../diagnosis.ts";

export interface View {
  /** "Your answer", or the part's name. */
  readonly name: string;
  readonly part?: Part;
  readonly type: Type;
  readonly answers: readonly Answer[];
}

/** Finds a cause of one sort in a view, or nothing. */
export type ViewSource = (asked: Asked, view: View) => Diagnosis | undefined;

export const wholeView = ({ fn, answers }: Asked): View => ({
  name: "Your answer",
  type: fn.returns,
  answers,
});

export const partView = ({ answers }: Asked, part: Part): View => ({
  name: startOfSentence(part.name),
  part,
  type: part.type,
  answers: onlyParts(answers, part),
});

const cut = new WeakMap<readonly Answer[], Map<string, readonly Answer[]>>();

/** Answers cut down to one of their parts, once. */
export function onlyParts(answers: readonly Answer[], part: Part): readonly Answer[] {
  const known = cut.get(answers) ?? new Map<string, readonly Answer[]>();
  cut.set(answers, known);
  const made = known.get(part.key) ?? answers.map((answer) => onlyPart(answer, part));
  known.set(part.key, made);
  return made;
}

/** What a view shows of a value of the whole. */
export const shown = ({ part }: View, whole: Value | undefined): Value | undefined =>
  part === undefined ? whole : (partAt(whole, part) as Value | undefined);

/** The numbers of an answer beside the right ones, in reading order. */
export interface Entries {
  readonly mine: readonly number[];
  readonly right: readonly Num[];
}

export function entriesOf(answer: Answer): Entries {
  const { along, leaves } = readOf(answer);
  return { mine: along ?? leaves.map(() => Number.NaN), right: leaves };
}

/** Whether both have the same form and the same texts: then their numbers can be compared. */
export const comparable = (answer: Answer, with_: Value): boolean =>
  answer.value !== undefined && sameStructure(answer.value, with_) && readOf(answer).texts.length === 0;

export const isWrongEntry = ({ mine, right }: Entries, i: number): boolean =>
  !isRight(mine[i] as number, right[i] as Num);

/** The first entry of an answer that is wrong. */
export function firstWrong(answer: Answer): number {
  const entries = entriesOf(answer);
  return entries.mine.findIndex((_, i) => isWrongEntry(entries, i));
}

/** The input that a result is the new value of: of its name, or else the only one of its shape. */
export function updatedInput(fn: AnyFunction, view: View): string | undefined {
  const shapeOf = (type: Type): string | undefined =>
    type.kind === "tensor" && type.domain === "real" ? type.shape : undefined;
  const shape = shapeOf(view.type);
  if (shape === undefined) return undefined;
  const inputs = Object.entries(fn.inputs).filter(([, { type }]) => shapeOf(type) === shape);
  const key = view.part?.key ?? "";
  const named = inputs.find(([name]) => name === key || name === `${key}0`);
  if (named !== undefined) return named[0];
  const parts = partsOf(fn);
  if (parts.length === 0) return inputs.length === 1 ? inputs[0]?.[0] : undefined;
  // Of a tuple the parts stand in the order of the inputs that they renew.
  const place = parts.filter((part) => shapeOf(part.type) === shape).findIndex((part) => part.key === key);
  return fn.returns.kind === "tuple" ? inputs[place]?.[0] : undefined;
}
