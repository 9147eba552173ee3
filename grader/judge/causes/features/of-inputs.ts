/**
 * All features of the inputs of a function: what its declaration says of each, and what parts them from each other.
 */
import { leavesOf } from "../../../../reference/numbers/tracked.ts";
import type { AnyFunction } from "../../../exercise/exercise.ts";
import type { Type } from "../../../exercise/types.ts";
import type { Value } from "../../../value.ts";
import type { Case } from "../../cases.ts";
import { valuesOf } from "../../expected.ts";
import { axesOf } from "../../sizes.ts";
import { type Feature, type Measure, thresholdFeatures } from "./feature.ts";
import { testsOf } from "./of-numbers.ts";
import { readingsOf } from "./readings.ts";

/** A place among the inputs, with its value in each case. */
interface Place {
  readonly name: string;
  readonly type: Type;
  readonly values: readonly (Value | undefined)[];
}

function placesOf(fn: AnyFunction, cases: readonly Case[]): readonly Place[] {
  const open = (name: string, type: Type, values: Place["values"]): readonly Place[] =>
    type.kind !== "record"
      ? [{ name, type, values }]
      : Object.entries(type.fields).flatMap(([field, inner]) =>
          open(
            `${name}.${field}`,
            inner,
            values.map((value) => (value as Readonly<Record<string, Value>> | undefined)?.[field]),
          ),
        );
  return Object.entries(fn.inputs).flatMap(([name, { type }]) =>
    open(
      name,
      type,
      cases.map(({ inputs }) => inputs[name]),
    ),
  );
}

/** Orders and ties: of an answer they come about by chance. */
const OF_INPUTS_ALONE: ReadonlySet<string> = new Set(
  ["ascending", "tie", "all-equal", "largest-first", "equal-rows", "constant-column", "tie-in-row"].flatMap(
    (id) => [id, `not-${id}`],
  ),
);

/** Every feature and every threshold of a measure, of the inputs as they are and of the right answer. */
export function featuresOf(
  fn: AnyFunction,
  cases: readonly Case[],
  fails: readonly boolean[],
): readonly Feature[] {
  const places = placesOf(fn, cases);
  const answers: Place = {
    name: "the right answer",
    type: fn.returns,
    values: cases.map(({ expected }) => valuesOf(expected)),
  };
  return [
    ...ownFeatures(fn, cases),
    ...argumentFeatures(fn, cases),
    ...places.flatMap((place) => featuresAt(place, fails, 0)),
    ...comparisons(places),
    ...sizeFeatures(fn, cases, fails),
    ...featuresAt(answers, fails, 1).filter(({ id }) => !OF_INPUTS_ALONE.has(id)),
    ...answerFeatures(cases),
    ...families(cases),
  ];
}

/** What the exercise declares itself. */
const ownFeatures = ({ features = {} }: AnyFunction, cases: readonly Case[]): Feature[] =>
  Object.entries(features).map(([says, holds]) => ({
    id: "of-the-exercise",
    says,
    weight: 0.5,
    holds: cases.map(({ inputs }) => holds(inputs)),
  }));

/** What an argument's own declaration says of its values. */
function argumentFeatures({ inputs }: AnyFunction, cases: readonly Case[]): Feature[] {
  return Object.entries(inputs).flatMap(([name, { features }]) => {
    if (features === undefined) return [];
    const all = cases.map((given) => {
      const value = given.inputs[name];
      return new Map(value === undefined ? [] : features(value, given.inputs).map((one) => [one.says, one]));
    });
    const known = new Map(all.flatMap((one) => [...one]));
    return [...known.values()].map(({ says, weight, advice }) => ({
      id: "calls-made",
      says,
      weight,
      ...(advice === undefined ? {} : { advice }),
      holds: all.map((one) => one.has(says)),
    }));
  });
}

function featuresAt({ name, type, values }: Place, fails: readonly boolean[], further: number): Feature[] {
  const missing = values.map((value) => value === undefined);
  const there = values.filter((value) => value !== undefined);
  const made: Feature[] = [];
  if (missing.includes(true)) {
    made.push({ id: "argument-left-out", says: `${name} is left out`, weight: 0.8, holds: missing });
    made.push({
      id: "argument-given",
      says: `${name} is given`,
      weight: 0.8,
      holds: missing.map((one) => !one),
    });
  }
  for (const { id, says, not, weight, holds } of testsOf(type, name, there)) {
    const is = values.map((value) => value !== undefined && holds(value));
    made.push({ id, says, weight: weight + further, holds: is });
    if (not !== undefined && !missing.includes(true))
      made.push({ id: `not-${id}`, says: not, weight: weight + further, holds: is.map((one) => !one) });
  }
  if (missing.includes(true)) return made;
  const measures = readingsOf(type, name).map(
    ({ of, weight, ...reading }): Measure => ({
      ...reading,
      weight: weight + further,
      of: there.map(of),
    }),
  );
  return [...made, ...measures.flatMap((measure) => thresholdFeatures(measure, fails))];
}

const isScalar = ({ type }: Place): boolean => type.kind === "tensor" && type.shape === "";

/** Two numbers of one call: which is larger, and whether one is a multiple of the other. */
function comparisons(places: readonly Place[]): Feature[] {
  const scalars = places.filter((place) => isScalar(place) && !place.values.includes(undefined));
  return scalars.flatMap((a, i) =>
    scalars.slice(i + 1).flatMap((b): Feature[] => {
      const test = (id: string, says: string, holds: (x: number, y: number) => boolean): Feature => ({
        id,
        says,
        weight: 2.5,
        holds: a.values.map((x, k) => holds(x as number, b.values[k] as number)),
      });
      return [
        test("above-other", `${a.name} is above ${b.name}`, (x, y) => x > y),
        test("below-other", `${a.name} is below ${b.name}`, (x, y) => x < y),
        test("equal-to-other", `${a.name} equals ${b.name}`, (x, y) => x === y),
        test("not-equal-to-other", `${a.name} does not equal ${b.name}`, (x, y) => x !== y),
      ];
    }),
  );
}

/** Sizes against each other and against thresholds; whole numbers among the inputs count as sizes. */
function sizeFeatures(fn: AnyFunction, cases: readonly Case[], fails: readonly boolean[]): Feature[] {
  const whole = Object.entries(fn.inputs).flatMap(([name, { type }]) =>
    type.kind === "tensor" && type.shape === "" && type.domain === "integer"
      ? [{ name, of: cases.map(({ inputs }) => inputs[name] as number) }]
      : [],
  );
  // Layers have widths of their own: what has no one size is none.
  const axes = axesOf(fn)
    .map((name) => ({ name, of: cases.map(({ sizes }) => sizes[name] ?? Number.NaN) }))
    .filter(({ of }) => of.every(Number.isFinite));
  const all = [...axes, ...whole.filter(({ name }) => !axes.some((axis) => axis.name === name))];
  const tests = all.flatMap((a) =>
    all
      .filter((b) => b !== a)
      .flatMap((b): Feature[] => {
        const test = (id: string, says: string, holds: (x: number, y: number) => boolean): Feature => ({
          id,
          says,
          weight: 2,
          holds: a.of.map((x, k) => holds(x, b.of[k] as number)),
        });
        return [
          test("size-equal", `${a.name} = ${b.name}`, (x, y) => x === y),
          test("size-not-equal", `${a.name} ≠ ${b.name}`, (x, y) => x !== y),
          test("size-above", `${a.name} > ${b.name}`, (x, y) => x > y),
          test("size-divides", `${b.name} divides ${a.name}`, (x, y) => y !== 0 && x % y === 0),
          test("size-divides-not", `${b.name} does not divide ${a.name}`, (x, y) => y !== 0 && x % y !== 0),
        ];
      }),
  );
  return [
    ...tests,
    ...all.flatMap(({ name, of }): Feature[] => [
      { id: "size-even", says: `${name} is even`, weight: 2.5, holds: of.map((x) => x % 2 === 0) },
      { id: "size-odd", says: `${name} is odd`, weight: 2.5, holds: of.map((x) => x % 2 === 1) },
      ...[...new Set(of)].map((size) => ({
        id: "size-is",
        says: `${name} is ${size}`,
        weight: 2.2,
        holds: of.map((x) => x === size),
      })),
    ]),
    ...axes.flatMap(({ name, of }) => thresholdFeatures({ id: "size-beyond", name, weight: 2.5, of }, fails)),
  ];
}

/** What the right numbers are, whatever their form. */
function answerFeatures(cases: readonly Case[]): Feature[] {
  const numbers = cases.map(({ expected }) => leavesOf(expected).map(({ value }) => value));
  const test = (id: string, says: string, holds: (all: readonly number[]) => boolean): Feature => ({
    id,
    says,
    weight: 3,
    holds: numbers.map(holds),
  });
  return [
    test("answer-has-negative", "the right answer has a negative number", (all) => all.some((x) => x < 0)),
    test("answer-has-zero", "the right answer has a 0", (all) => all.some((x) => x === 0)),
    test("answer-not-whole", "the right answer has a number that is not whole", (all) =>
      all.some((x) => !Number.isInteger(x)),
    ),
  ];
}

/** The drawn numbers are short ones first, and then any. */
const families = (cases: readonly Case[]): Feature[] => [
  {
    id: "long-numbers",
    says: "the numbers are no multiples of ¼",
    weight: 1.8,
    holds: cases.map(({ family }) => family === "wild"),
  },
];
