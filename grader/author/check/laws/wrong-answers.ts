/**
 * Wrong answers to hold laws against: the mistakes of the exercise, mutants of the right answer, and random numbers.
 */
import { Num } from "../../../../reference/numbers/num.ts";
import type { Plain, Tracked } from "../../../../reference/numbers/tracked.ts";
import { type Random, random } from "../../../../reference/randomness/random.ts";
import { each } from "../../../exercise/each.ts";
import type { AnyFunction, Exercise } from "../../../exercise/exercise.ts";
import type { Answer } from "../../../judge/answer.ts";
import { wrongWays } from "../../../judge/causes/wrong-ways.ts";
import { valuesOf } from "../../../judge/expected.ts";
import { mistakeCase } from "../../../judge/mistake-case.ts";
import { axesOf } from "../../../judge/sizes.ts";
import type { Value } from "../../../value.ts";

/** What a wrong formula gives for a case; nothing where it has no answer. */
export type Wrong = (answer: Answer) => Plain | Value | undefined;

/** By the mistakes that the exercise names. */
export const mistaken = (exercise: Exercise, name: string): readonly Wrong[] =>
  Object.values(exercise.mistakes[name] ?? {}).map(
    ({ is }) =>
      ({ inputs, expected }) =>
        is(mistakeCase(exercise, name, inputs, () => valuesOf(expected))),
  );

/**
 * By a factor or a sign, with one operand left out, changed or exchanged, over fewer entries, by another function; and
 * with entries of the answer left out or in another order.
 */
export function mutants(exercise: Exercise, name: string): readonly Wrong[] {
  const fn = exercise.functions[name] as AnyFunction;
  const { [name]: _, ...others } = exercise.functions;
  return [...wrongWays(fn, axesOf(fn), others).map(({ formula }) => formula), ...rearranged];
}

/** Loops that start late or end early, and lists that are filled from the other end. */
const rearranged: readonly Wrong[] = [
  ({ value }) => inLists(value, (list) => [0, ...list.slice(1)]),
  ({ value }) => inLists(value, (list) => [...list.slice(0, -1), 0]),
  ({ value }) => inLists(value, (list) => list.toReversed()),
  ({ value }) => (isRows(value) ? [none(value[0]), ...value.slice(1)] : undefined),
  ({ value }) => (isRows(value) ? [...value.slice(0, -1), none(value.at(-1))] : undefined),
];

const isRows = (value: Value | undefined): value is readonly Value[] =>
  Array.isArray(value) && value.length > 0 && typeof value[0] !== "number";

const none = (row: Value | undefined): Value => each(row ?? 0, () => 0);

/** Changes the innermost lists. */
function inLists(value: Value | undefined, change: (list: readonly number[]) => Value): Value | undefined {
  if (Array.isArray(value) && value.length > 0)
    return value.every((entry) => typeof entry === "number")
      ? change(value)
      : value.map((entry) => inLists(entry, change) as Value);
  if (typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, inLists(part as Value, change) as Value]),
  );
}

/** Numbers, and true or false, that have nothing to do with the question. */
export function randomAnswers(seed: number): Wrong {
  const rng = random(seed, "random answers");
  const drawn = (right: Tracked): Plain => {
    if (right instanceof Num) return numberLike(right.value, rng);
    if (typeof right === "boolean") return rng() < 0.5;
    if (typeof right === "string") return right;
    if (Array.isArray(right)) return right.map(drawn);
    return Object.fromEntries(Object.entries(right).map(([name, part]) => [name, drawn(part as Tracked)]));
  };
  return ({ expected }) => drawn(expected);
}

/** Of the size of the right one; half of them whole where that is whole. */
function numberLike(right: number, rng: Random): number {
  const drawn = (2 * rng() - 1) * 3 * (Math.abs(right) + 1);
  return Number.isInteger(right) && rng() < 0.5 ? Math.round(drawn) : drawn;
}
