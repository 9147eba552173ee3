/**
 * Names what is wrong with an answer, if the numbers of all cases say it.
 */
import type { Num } from "../../reference/num.ts";
import { leavesOf, type Tracked } from "../../reference/tracked.ts";
import { each } from "../exercise/each.ts";
import type { AnyFunction, Exercise } from "../exercise/exercise.ts";
import type { Returned, Value } from "../value.ts";
import type { Answer } from "./answer.ts";
import { differenceOf } from "./compare.ts";
import { numbersAlong } from "./entries.ts";
import { valuesOf } from "./expected.ts";
import { mistakeCase } from "./mistake-case.ts";
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
  for (const [slug, mistake] of Object.entries(exercise.mistakes[name] ?? {})) {
    const match = matchAll(answers, (answer) =>
      mistake.is(mistakeCase(exercise, name, answer.inputs, () => valuesOf(answer.expected))),
    );
    if (enough(match)) return { mistake: slug, says: mistake.says, read: mistake.read, matched: match };
  }
  if (answers.some((answer) => answer.value === undefined)) return undefined;
  const others = Object.fromEntries(Object.entries(exercise.functions).filter(([other]) => other !== name));
  for (const way of wrongWays(fn, axesOf(fn), others)) {
    const match = matchAll(answers, way.formula);
    if (enough(match)) return { says: way.says, matched: match };
  }
  return constantTimes(answers) ?? constantOff(answers) ?? partsOf(fn, answers) ?? howOften(answers);
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
function partsOf(fn: AnyFunction, answers: readonly Answer[]): Diagnosis | undefined {
  const parts =
    fn.returns.kind === "record"
      ? Object.keys(fn.returns.fields)
      : fn.returns.kind === "tuple"
        ? fn.returns.items.map((_, i) => `${i}`)
        : [];
  if (parts.length < 2) return undefined;
  const partAt = (x: unknown, part: string): unknown => (x as Record<string, unknown>)[part];
  const only = (answer: Answer, part: string): Answer => {
    const value = partAt(answer.value, part) as Value;
    return {
      inputs: answer.inputs,
      sizes: answer.sizes,
      expected: partAt(answer.expected, part) as Tracked,
      value,
      returned: value as Returned,
    };
  };
  const wrong = parts.filter((part) =>
    answers.some((answer) => {
      const { value, expected } = only(answer, part);
      return differenceOf(value as Value, expected) !== undefined;
    }),
  );
  if (wrong.length === parts.length && wrong.length > 1) return undefined;
  const named = (part: string): string => (fn.returns.kind === "record" ? part : `entry [${part}]`);
  const spelled = wrong.map(named);
  const rightParts = parts.filter((part) => !wrong.includes(part)).map(named);
  const are = (names: readonly string[]): string => `${listed(names)} ${names.length === 1 ? "is" : "are"}`;
  const says = capital(`${are(rightParts)} right on every input; ${are(spelled)} not`);
  const [one] = wrong;
  if (wrong.length === 1 && one !== undefined) {
    for (const way of factors(axesOf(fn))) {
      const match = matchAll(
        answers.map((answer) => only(answer, one)),
        way.formula,
      );
      if (match !== undefined && match.informative >= INFORMATIVE) {
        return { says: `${says}: ${way.short}.`, matched: match };
      }
    }
  }
  return { says: `${says}.` };
}

/** Names of fields keep their first letter. */
const capital = (text: string): string => text.replace(/^entry/, "Entry");

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;

/** Nothing fits all cases. Where most are right, that is what follows: few right ones are chance. */
function howOften(answers: readonly Answer[]): Diagnosis | undefined {
  const wrong = answers.filter((a) => differenceOf(a.value as Value, a.expected) !== undefined).length;
  if (wrong === 0 || 2 * wrong > answers.length) return undefined;
  return {
    says: `Your answer is right on ${answers.length - wrong} of ${answers.length} inputs, but not on this one.`,
  };
}
