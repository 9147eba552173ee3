/**
 * The mistakes that an exercise lists: each is a wrong formula, and named where all answers are its values.
 */
import type { AnyFunction, Exercise } from "../../exercise/exercise.ts";
import type { Value } from "../../value.ts";
import type { Answer } from "../answer.ts";
import { numbersIn } from "../entries.ts";
import { valuesOf } from "../expected.ts";
import { mistakeCase } from "../mistake-case.ts";
import { onlyPart, type Part, partAt } from "../parts.ts";
import { type Asked, because, type Diagnosis, isEnough, type Source } from "./diagnosis.ts";
import { isValue, type Match, matchAll } from "./recognise.ts";
import { onlyParts } from "./views/view.ts";

/** So many cases are NaN or infinite by the mistake, and so many are not. */
const SPOILED = 3;

/** A listed mistake may say where the answer is NaN, if it says as well where it is a number. */
const spoils = ({ spoiled, finite }: Match): boolean => Math.min(spoiled, finite) >= SPOILED;

/** The first mistake of the list that gives all answers. */
export const fromList: Source = (asked) => {
  const { exercise, name, answers, edges } = asked;
  const all = answers.every(isAllZero) ? [...answers, ...edges()] : answers;
  return listedMistake(
    exercise,
    name,
    all,
    (match) => isEnough(match.informative, answers) || spoils(match),
    answers.length,
  );
};

/** Much gives nothing but zeros: then the edge cases have to come out by the same mistake. */
const isAllZero = ({ value }: Answer): boolean =>
  value !== undefined && numbersIn(value).every((x) => x === 0);

/** The first mistake of the exercise's list that gives all answers, on enough of which it could have been told. */
export function listedMistake(
  exercise: Exercise,
  name: string,
  answers: readonly Answer[],
  enough: (match: Match) => boolean,
  counted = answers.length,
): Diagnosis | undefined {
  for (const [slug, { is, says, read }] of Object.entries(exercise.mistakes[name] ?? {})) {
    const match = matchAll(answers, (answer) =>
      is(mistakeCase(exercise, name, answer.inputs, () => valuesOf(answer.expected))),
    );
    if (match !== undefined && enough(match))
      return { ...because("mistake", slug, says, { count: counted, of: counted }), read };
  }
  return undefined;
}

/**
 * The first mistake of the list that gives one part of all answers, and does nothing to the parts that are right.
 */
export function listedPart(
  { exercise, name, answers }: Asked,
  part: Part,
  right: readonly Part[],
): Diagnosis | undefined {
  const only = onlyParts(answers, part);
  const whole = new Map(only.map((one, i) => [one, answers[i] as Answer]));
  for (const [slug, { is, says, read }] of Object.entries(exercise.mistakes[name] ?? {})) {
    const match = matchAll(only, (one) => {
      const answer = whole.get(one) as Answer;
      const { inputs, expected } = answer;
      const wrong = is(mistakeCase(exercise, name, inputs, () => valuesOf(expected)));
      const leaves = right.every((other) => isValue(onlyPart(answer, other), partAt(wrong, other) as Value));
      return leaves ? (partAt(wrong, part) as Value) : undefined;
    });
    if (match !== undefined && isEnough(match.informative, only))
      return { ...because("mistake", slug, says, match), read };
  }
  return undefined;
}

/** The mistakes of other functions that take and give the same, such as those of another scenario on one class. */
export const fromOtherLists: Source = ({ exercise, fn, name, answers }) => {
  const form = (of: AnyFunction): string =>
    JSON.stringify([Object.entries(of.inputs).map(([input, { type }]) => [input, type]), of.returns]);
  const alike = Object.keys(exercise.functions).filter(
    (other) => other !== name && form(exercise.functions[other] as AnyFunction) === form(fn),
  );
  for (const other of alike) {
    const found = listedMistake(exercise, other, answers, ({ informative }) =>
      isEnough(informative, answers),
    );
    if (found !== undefined) return found;
  }
  return undefined;
};
