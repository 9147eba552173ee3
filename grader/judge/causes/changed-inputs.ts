/**
 * Wrong answers that are right for other inputs: a term left out, a sign or a bracket lost, two arguments
 * exchanged, a loop that starts late, ends early or keeps one turn.
 */

import { each } from "../../exercise/each.ts";
import type { AnyFunction } from "../../exercise/exercise.ts";
import type { Inputs } from "../../exercise/inputs.ts";
import { axes, axesIn } from "../../exercise/types.ts";
import type { Value } from "../../value.ts";
import type { Answer } from "../answer.ts";
import { expectedOf, valuesOf } from "../expected.ts";
import { cutAll, type Place, placesOf, read, written } from "./places.ts";
import type { WrongWay } from "./wrong-way.ts";

/** The right answer for changed inputs; nothing where there are none. */
export function rightFor(
  fn: AnyFunction,
  change: (inputs: Inputs) => Inputs | undefined,
): (answer: Answer) => Value | undefined {
  return (answer) => {
    const inputs = change(answer.inputs);
    return inputs === undefined ? undefined : valuesOf(expectedOf(fn, inputs));
  };
}

export const changedAt =
  ({ path }: Place, change: (x: number) => number) =>
  (inputs: Inputs): Inputs | undefined => {
    const value = read(inputs, path);
    return value === undefined ? undefined : written(inputs, path, each(value, change));
  };

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
  if (type.domain === "sign")
    return [
      otherInputs(
        fn,
        `brought-to-signs-twice-${name}`,
        changedAt(place, (x) => 2 * x - 1),
        `Your answer is the right one for 2${name} − 1 in place of ${name}: that is for labels 0 and 1, and here they are −1 and 1 already.`,
        `2${name} − 1 stands for ${name}`,
      ),
      otherInputs(
        fn,
        `without-${name}`,
        changedAt(place, () => 1),
        `Your answer is the right one for ${name} = 1 everywhere: the factor ${name} is missing.`,
        `the factor ${name} is missing`,
      ),
    ];
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
    otherInputs(
      fn,
      `absolute-${name}`,
      changedAt(place, Math.abs),
      `Your answer is the right one for |${name}| in place of ${name}: a negative ${name} has lost its sign.`,
      `${name} has lost its sign`,
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

/** All of them for a function; loops only along axes that its answer does not have. */
export function changedInputs(fn: AnyFunction): readonly WrongWay[] {
  const places = placesOf(fn);
  const summed = [...new Set(places.flatMap(({ type }) => axesIn(type)))].filter(
    (axis) => !axesIn(fn.returns).includes(axis),
  );
  // Where there is one argument alone, these are answers that never change.
  const only = places.length === 1 ? [`without-${places[0]?.name}`, `factor-missing-${places[0]?.name}`] : [];
  return [
    ...places.flatMap((place) => atOnePlace(fn, place)).filter(({ id }) => !only.includes(id)),
    ...exchanged(fn, places),
    ...summed.flatMap((axis) => overFewer(fn, places, axis)),
  ];
}
