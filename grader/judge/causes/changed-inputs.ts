/**
 * Wrong answers that are right for other inputs: a term left out, a sign or a bracket lost, two arguments
 * exchanged, a loop that starts late, ends early or keeps one turn.
 */

import { each } from "../../exercise/each.ts";
import type { AnyFunction } from "../../exercise/exercise.ts";
import type { Inputs } from "../../exercise/inputs.ts";
import { axes, axesIn, type Type } from "../../exercise/types.ts";
import type { Value } from "../../value.ts";
import type { Answer } from "../answer.ts";
import { expectedOf, valuesOf } from "../expected.ts";
import type { WrongWay } from "./wrong-way.ts";

/** A list of numbers among the inputs, or in a record of them. */
interface Place {
  /** As a student writes it: "b", "p.b2". */
  readonly name: string;
  readonly type: Extract<Type, { kind: "tensor" }>;
  readonly path: readonly string[];
}

const placesOf = (fn: AnyFunction): readonly Place[] =>
  Object.entries(fn.inputs).flatMap(([name, { type }]) => placesIn(type, [name]));

function placesIn(type: Type, path: readonly string[]): readonly Place[] {
  if (type.kind === "tensor") return [{ name: path.join("."), type, path }];
  if (type.kind !== "record") return [];
  return Object.entries(type.fields).flatMap(([field, inner]) => placesIn(inner, [...path, field]));
}

const read = (inputs: Inputs, path: readonly string[]): Value | undefined =>
  path.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], inputs) as
    | Value
    | undefined;

function written(inputs: Inputs, [name, ...inner]: readonly string[], value: Value): Inputs {
  if (name === undefined) return inputs;
  const to = inner.length === 0 ? value : written(inputs[name] as unknown as Inputs, inner, value);
  return { ...inputs, [name]: to as Value };
}

/** The right answer for changed inputs; nothing where there are none. */
function rightFor(
  fn: AnyFunction,
  change: (inputs: Inputs) => Inputs | undefined,
): (answer: Answer) => Value | undefined {
  return (answer) => {
    const inputs = change(answer.inputs);
    return inputs === undefined ? undefined : valuesOf(expectedOf(fn, inputs));
  };
}

const changedAt =
  ({ path }: Place, change: (x: number) => number) =>
  (inputs: Inputs): Inputs | undefined => {
    const value = read(inputs, path);
    return value === undefined ? undefined : written(inputs, path, each(value, change));
  };

/** The inputs with the numbers at a place cut off; nothing where none is beyond the ends. */
const cutAt =
  (place: Place, [low, high]: readonly [number, number]) =>
  (inputs: Inputs): Inputs | undefined => {
    let isFelt = false;
    const cut = changedAt(place, (x) => {
      isFelt ||= x < low || x > high;
      return Math.min(high, Math.max(low, x));
    })(inputs);
    return isFelt ? cut : undefined;
  };

/** Where numbers are cut off by those who fear an overflow. */
const LIMITS = [10, 20, 30, 36, 50, 88, 100, 200, 250, 300, 350, 400, 500, 600, 700, 709, 710, 745];

/** One input cut off in one way, at each of the limits. */
export interface CutOff {
  /** "at ±500", where one limit alone fits. */
  readonly at: (limit: number) => string;
  /** "from below", where several fit. */
  readonly how: string;
  readonly name: string;
  readonly formulas: readonly { readonly limit: number; readonly formula: WrongWay["formula"] }[];
}

/** Inputs that are cut off: felt by large ones alone, as edge cases have them. */
export function cutOffs(fn: AnyFunction): readonly CutOff[] {
  const none = Number.POSITIVE_INFINITY;
  return placesOf(fn).flatMap((place) => {
    const way = (
      at: CutOff["at"],
      how: string,
      ends: (limit: number) => readonly [number, number],
    ): CutOff => ({
      at,
      how,
      name: place.name,
      formulas: LIMITS.map((limit) => ({ limit, formula: rightFor(fn, cutAt(place, ends(limit))) })),
    });
    return [
      way(
        (limit) => `at ${limit}`,
        "from above",
        (limit) => [-none, limit],
      ),
      way(
        (limit) => `at −${limit}`,
        "from below",
        (limit) => [-limit, none],
      ),
      way(
        (limit) => `at ±${limit}`,
        "at both ends",
        (limit) => [-limit, limit],
      ),
    ];
  });
}

/** A right answer for other inputs, in words and in short. */
const otherInputs = (
  fn: AnyFunction,
  id: string,
  change: NonNullable<WrongWay["change"]>,
  says: string,
  short: string,
): WrongWay => ({ id, formula: rightFor(fn, change), change, says, short });

/** One input counts as 0, as 1, or with the other sign. */
function atOnePlace(fn: AnyFunction, place: Place): readonly WrongWay[] {
  const { name, type } = place;
  if (type.domain === "binary") return otherClasses(fn, place);
  if (type.domain !== "real") return [];
  return [
    otherInputs(
      fn,
      `without-${name}`,
      changedAt(place, () => 0),
      `Your answer is the right one for ${name} = 0: the term with ${name} is missing.`,
      `${name} is left out`,
    ),
    otherInputs(
      fn,
      `factor-missing-${name}`,
      changedAt(place, () => 1),
      `Your answer is the right one for ${name} = 1: the factor ${name} is missing.`,
      `the factor ${name} is missing`,
    ),
    otherInputs(
      fn,
      `minus-${name}`,
      changedAt(place, (x) => -x),
      `Your answer is the right one for −${name} in place of ${name}: look for a lost sign or bracket.`,
      `${name} has the other sign`,
    ),
  ];
}

/** Classes that are numbered otherwise. */
const otherClasses = (fn: AnyFunction, place: Place): readonly WrongWay[] => [
  otherInputs(
    fn,
    `plus-minus-one-${place.name}`,
    changedAt(place, (x) => 2 * x - 1),
    `Your answer is the right one for −1 and 1 in place of 0 and 1 in ${place.name}: here the classes are 0 and 1.`,
    `${place.name} has −1 and 1 in place of 0 and 1`,
  ),
  otherInputs(
    fn,
    `classes-exchanged-${place.name}`,
    changedAt(place, (x) => 1 - x),
    `Your answer is the right one with 0 and 1 exchanged in ${place.name}: look for 1 − ${place.name} in place of ${place.name}.`,
    `0 and 1 are exchanged in ${place.name}`,
  ),
];

/** Two inputs of one shape have changed places. */
function exchanged(fn: AnyFunction, places: readonly Place[]): readonly WrongWay[] {
  return places.flatMap((a, i) =>
    places
      .slice(i + 1)
      .filter((b) => b.type.shape === a.type.shape)
      .map((b) =>
        otherInputs(
          fn,
          `exchanged-${a.name}-${b.name}`,
          (inputs) => {
            const [first, second] = [read(inputs, a.path), read(inputs, b.path)];
            if (first === undefined || second === undefined) return undefined;
            return written(written(inputs, a.path, second), b.path, first);
          },
          `Your answer is the right one with ${a.name} and ${b.name} exchanged.`,
          `${a.name} and ${b.name} are exchanged`,
        ),
      ),
  );
}

/** Cuts a list, or the rows of a matrix, along an axis. */
const cutAlong = (value: Value, open: readonly string[], axis: string, from: number, to?: number): Value =>
  !Array.isArray(value) || open.length === 0
    ? value
    : open[0] === axis
      ? value.slice(from, to)
      : (value.map((inner) => cutAlong(inner, open.slice(1), axis, from, to)) as Value);

/** A sum or mean along an axis over fewer entries than there are. */
function overFewer(fn: AnyFunction, places: readonly Place[], axis: string): readonly WrongWay[] {
  const along = places.filter(({ type }) => axes(type.shape).includes(axis));
  const cuts: readonly (readonly [id: string, from: number, to: number | undefined, says: string])[] = [
    [
      "first-only",
      0,
      1,
      `Along ${axis} only the first entry counts in your answer: does the loop end after one turn?`,
    ],
    [
      "last-only",
      -1,
      undefined,
      `Along ${axis} only the last entry counts in your answer: is there = in place of +=?`,
    ],
    [
      "first-left-out",
      1,
      undefined,
      `Along ${axis} the first entry is left out of your answer: indices start at 0.`,
    ],
    [
      "last-left-out",
      0,
      -1,
      `Along ${axis} the last entry is left out of your answer: does the loop end one turn too early?`,
    ],
  ];
  const size = (answer: Answer): number => answer.sizes[axis] ?? Number.NaN;
  return cuts.flatMap(([cut, from, to, says]) => {
    const formula = rightFor(fn, (inputs) => cutAll(inputs, along, axis, from, to));
    const id = `${cut}-along-${axis}`;
    const left = (n: number): number => Array.from({ length: n }).slice(from, to).length;
    return [
      { id, formula, says },
      // A mean that still divides by the whole size.
      {
        id,
        formula: (answer: Answer) => {
          const value = formula(answer);
          const share = left(size(answer)) / size(answer);
          return value === undefined ? undefined : each(value, (x) => x * share);
        },
        says,
      },
    ];
  });
}

/** The inputs without the first entry along an axis. */
export function withoutFirst(fn: AnyFunction, axis: string): (inputs: Inputs) => Inputs | undefined {
  const along = placesOf(fn).filter(({ type }) => axes(type.shape).includes(axis));
  return (inputs) => cutAll(inputs, along, axis, 1, undefined);
}

/** All lists along an axis, cut. */
const cutAll = (
  inputs: Inputs,
  along: readonly Place[],
  axis: string,
  from: number,
  to: number | undefined,
): Inputs =>
  along.reduce((made, { path, type }) => {
    const value = read(made, path);
    return value === undefined
      ? made
      : written(made, path, cutAlong(value, axes(type.shape), axis, from, to));
  }, inputs);

/** The matrices among the inputs, each with what turns it. */
export const turnedInputs = (
  fn: AnyFunction,
): readonly {
  readonly name: string;
  readonly shape: readonly string[];
  readonly turn: (inputs: Inputs) => Inputs | undefined;
}[] =>
  placesOf(fn)
    .filter(({ type }) => axes(type.shape).length === 2 && type.domain !== "integer")
    .map(({ name, path, type }) => ({
      name,
      shape: axes(type.shape),
      turn: (inputs) => {
        const value = read(inputs, path) as readonly (readonly number[])[] | undefined;
        return value?.[0] === undefined
          ? undefined
          : written(
              inputs,
              path,
              value[0].map((_, j) => value.map((row) => row[j] as number)),
            );
      },
    }));

/** All of them for a function; loops only along axes that its answer does not have. */
export function changedInputs(fn: AnyFunction): readonly WrongWay[] {
  const places = placesOf(fn);
  const summed = [...new Set(places.flatMap(({ type }) => axesIn(type)))].filter(
    (axis) => !axesIn(fn.returns).includes(axis),
  );
  return [
    ...places.flatMap((place) => atOnePlace(fn, place)),
    ...exchanged(fn, places),
    ...summed.flatMap((axis) => overFewer(fn, places, axis)),
  ];
}
