/**
 * Names what is wrong with an answer, if the numbers of all cases say it.
 */
import type { Num } from "../../reference/numbers/num.ts";
import { leavesOf } from "../../reference/numbers/tracked.ts";
import { each } from "../exercise/each.ts";
import type { AnyFunction, Exercise } from "../exercise/exercise.ts";
import type { Value } from "../value.ts";
import type { Answer } from "./answer.ts";
import { numbersAlong } from "./entries.ts";
import { valuesOf } from "./expected.ts";
import { mistakeCase } from "./mistake-case.ts";
import { isWrong, onlyPart, partsText, sortedParts } from "./parts.ts";
import { type Match, matchAll } from "./recognise.ts";
import { factors, wrongWays } from "./relations.ts";
import { axesOf } from "./sizes.ts";

export interface Diagnosis {
  /** Slug of the listed mistake, absent for a relation that is not in the list. */
  readonly mistake?: string;
  readonly says: string;
  readonly read?: string;
  readonly matched?: { readonly count: number; readonly of: number };
}

/** A match counts if this many cases could have told otherwise. */
const INFORMATIVE = 3;

/**
 * What the answers say about how they were made, or nothing.
 *
 * @param answers all cases of the function that came back
 * @param total how many cases there were: a case that did not come back speaks against every diagnosis
 */
export function diagnose(
  exercise: Exercise,
  name: string,
  fn: AnyFunction,
  answers: readonly Answer[],
  total: number,
): Diagnosis | undefined {
  if (answers.length < total || answers.length === 0) return undefined;
  const enough = (match: Match | undefined): match is Match =>
    match !== undefined && match.informative >= Math.min(INFORMATIVE, answers.length);
  // A listed mistake may say where the answer is NaN, if it says as well where it is a number.
  const spoils = (match: Match | undefined): match is Match =>
    match !== undefined && Math.min(match.spoiled, match.finite) >= INFORMATIVE;
  const listed = listedMistake(
    exercise,
    name,
    answers,
    (match): match is Match => enough(match) || spoils(match),
  );
  if (listed !== undefined) return listed;
  if (answers.some((answer) => answer.value === undefined)) return undefined;
  const others = Object.fromEntries(Object.entries(exercise.functions).filter(([other]) => other !== name));
  for (const way of wrongWays(fn, axesOf(fn), others)) {
    const match = matchAll(answers, way.formula);
    if (enough(match)) return { says: way.says, matched: match };
  }
  return constantTimes(answers) ?? constantOff(answers) ?? wrongParts(fn, answers) ?? howOften(answers);
}

/** The first mistake of the exercise's list that gives all answers, on enough of which it could have been told. */
export function listedMistake(
  exercise: Exercise,
  name: string,
  answers: readonly Answer[],
  enough: (match: Match | undefined) => match is Match,
): Diagnosis | undefined {
  for (const [slug, { is, says, read }] of Object.entries(exercise.mistakes[name] ?? {})) {
    const match = matchAll(answers, (answer) =>
      is(mistakeCase(exercise, name, answer.inputs, () => valuesOf(answer.expected))),
    );
    if (enough(match)) return { mistake: slug, says, read, matched: match };
  }
  return undefined;
}

/** All entries of all cases are the same multiple of the right ones. */
function constantTimes(answers: readonly Answer[]): Diagnosis | undefined {
  for (const answer of answers) {
    const mine = numbersAlong(answer.expected, answer.value as Value);
    const i = leavesOf(answer.expected).findIndex(({ value }) => value !== 0);
    if (i < 0) continue;
    const ratio = Number(((mine[i] as number) / (leavesOf(answer.expected)[i] as Num).value).toPrecision(9));
    if (ratio === 0 || !Number.isFinite(ratio)) return undefined;
    const match = matchAll(answers, (one) => scaled(valuesOf(one.expected), ratio));
    if (match === undefined || match.informative < Math.min(INFORMATIVE, answers.length)) return undefined;
    return { says: `Your answer is ${ratio} times the right one on every input.`, matched: match };
  }
  return undefined;
}

/** All entries of all cases are off by one and the same number. */
function constantOff(answers: readonly Answer[]): Diagnosis | undefined {
  const first = offsets(answers[0] as Answer)[0];
  if (first === undefined || first === 0 || !Number.isFinite(first)) return undefined;
  const constant = Number(first.toPrecision(9));
  const match = matchAll(answers, (answer) => shifted(valuesOf(answer.expected), constant));
  if (match === undefined || match.informative < Math.min(INFORMATIVE, answers.length)) return undefined;
  return { says: `Your answer is the right one plus ${constant} on every input.`, matched: match };
}

const offsets = (answer: Answer): number[] => {
  const mine = numbersAlong(answer.expected, answer.value as Value);
  return leavesOf(answer.expected).map((leaf, i) => (mine[i] as number) - leaf.value);
};

const shifted = (value: Value, by: number): Value => each(value, (x) => x + by);
const scaled = (value: Value, by: number): Value => each(value, (x) => x * by);

/** For results of several parts: which of them are wrong, and by what factor. */
function wrongParts(fn: AnyFunction, answers: readonly Answer[]): Diagnosis | undefined {
  const { wrong, right } = sortedParts(fn, answers);
  const [one, ...more] = wrong;
  if (one === undefined || right.length === 0) return undefined;
  const says = partsText(right, wrong, "on every input");
  if (more.length === 0) {
    const only = answers.map((answer) => onlyPart(answer, one));
    for (const way of factors(axesOf(fn))) {
      const match = matchAll(only, way.formula);
      if (match !== undefined && match.informative >= INFORMATIVE) {
        return { says: `${says}: ${way.short}.`, matched: match };
      }
    }
  }
  return { says: `${says}.` };
}

/** Nothing fits all cases. Where most are right, that is what follows: few right ones are chance. */
function howOften(answers: readonly Answer[]): Diagnosis | undefined {
  const wrong = answers.filter(isWrong).length;
  if (wrong === 0 || 2 * wrong > answers.length) return undefined;
  return {
    says: `Your answer is right on ${answers.length - wrong} of ${answers.length} inputs, but not on this one.`,
  };
}
