/**
 * Features of single values by their declared types: signs, zeros, ties, orders, classes, sizes of numbers.
 */
import { axes, type Type } from "../../../exercise/types.ts";
import type { Value } from "../../../value.ts";
import { numbersIn } from "./numbers-in.ts";
import { functionTests, listTests } from "./of-functions.ts";
import type { Test } from "./value-test.ts";

type Tensor = Extract<Type, { kind: "tensor" }>;

/** Domains of few values, each of which is a class of its own. */
const CLASSES: ReadonlySet<string> = new Set(["binary", "sign", "label", "integer"]);
/** So many different values are classes; more are just numbers. */
const MOST_CLASSES = 8;

/**
 * @param values the values of all inputs at this place, to see which occur
 */
export function testsOf(type: Type, name: string, values: readonly Value[]): readonly Test[] {
  switch (type.kind) {
    case "tensor":
      return axes(type.shape).length === 0
        ? scalarTests(type, name, values)
        : axes(type.shape).length === 1
          ? vectorTests(type, name, values)
          : matrixTests(name);
    case "text":
      return equalsOne(name, values, (value) => `"${value}"`);
    case "boolean":
      return [
        {
          id: "is-true",
          says: `${name} is true`,
          not: `${name} is false`,
          weight: 1,
          holds: (v) => v === true,
        },
      ];
    case "function":
      return functionTests(name, values);
    case "list":
    case "iterable":
      return type.of.kind === "function" ? listTests(name, values) : [];
    default:
      return [];
  }
}

const equalsOne = (
  name: string,
  values: readonly Value[],
  text: (value: Value) => string = (value) => `${value}`.replace("-", "−"),
): Test[] => {
  const all = [...new Set(values)];
  if (all.length < 2 || all.length > MOST_CLASSES) return [];
  return all.map((one) => ({
    id: "is-value",
    says: `${name} is ${text(one)}`,
    ...(all.length === 2 ? {} : { not: `${name} is not ${text(one)}` }),
    weight: 1,
    holds: (value) => value === one,
  }));
};

function scalarTests({ domain }: Tensor, name: string, values: readonly Value[]): Test[] {
  if (CLASSES.has(domain)) return equalsOne(name, values);
  return [
    {
      id: "negative",
      says: `${name} is negative`,
      not: `${name} is not negative`,
      weight: 1,
      holds: (x) => (x as number) < 0,
    },
    {
      id: "positive",
      says: `${name} is positive`,
      not: `${name} is not positive`,
      weight: 1,
      holds: (x) => (x as number) > 0,
    },
    { id: "zero", says: `${name} is 0`, not: `${name} is not 0`, weight: 1, holds: (x) => x === 0 },
    {
      id: "whole",
      says: `${name} is a whole number`,
      not: `${name} is no whole number`,
      weight: 1.5,
      holds: (x) => Number.isInteger(x),
    },
  ];
}

const ascends = (x: readonly number[]): boolean => x.every((xi, i) => i === 0 || (x[i - 1] as number) <= xi);

function vectorTests({ domain }: Tensor, name: string, values: readonly Value[]): Test[] {
  const numbers = (value: Value): readonly number[] => numbersIn(value);
  const ordered: Test[] = [
    {
      id: "ascending",
      says: `${name} is in ascending order`,
      not: `${name} is not in ascending order`,
      weight: 2,
      holds: (v) => ascends(numbers(v)),
    },
    {
      id: "all-equal",
      says: `all entries of ${name} are equal`,
      not: `the entries of ${name} are not all equal`,
      weight: 2,
      holds: (v) => new Set(numbers(v)).size < 2,
    },
  ];
  const occurring = [...new Set(values.flatMap(numbers))];
  if (CLASSES.has(domain) && occurring.length <= MOST_CLASSES) {
    return [
      ...occurring.flatMap((one): Test[] => [
        {
          id: "class-missing",
          says: `${name} has no ${one}`,
          not: `${name} has a ${one}`,
          weight: 2,
          holds: (v) => !numbers(v).includes(one),
        },
        {
          id: "first-class",
          says: `the first entry of ${name} is ${one}`,
          weight: 2.5,
          holds: (v) => numbers(v)[0] === one,
        },
        {
          id: "last-class",
          says: `the last entry of ${name} is ${one}`,
          weight: 2.5,
          holds: (v) => numbers(v).at(-1) === one,
        },
      ]),
      ...ordered,
    ];
  }
  return [
    ...entryTests(name),
    ...ordered,
    {
      id: "tie",
      says: `two entries of ${name} are equal`,
      not: `no two entries of ${name} are equal`,
      weight: 2,
      holds: (v) => new Set(numbers(v)).size < numbers(v).length,
    },
    {
      id: "largest-first",
      says: `the first entry of ${name} is the largest`,
      not: `the first entry of ${name} is not the largest`,
      weight: 2.5,
      holds: (v) => numbers(v)[0] === Math.max(...numbers(v)),
    },
  ];
}

const entryTests = (name: string): Test[] => [
  {
    id: "has-negative",
    says: `${name} has a negative entry`,
    not: `${name} has no negative entry`,
    weight: 1.5,
    holds: (v) => numbersIn(v).some((x) => x < 0),
  },
  {
    id: "has-positive",
    says: `${name} has a positive entry`,
    not: `${name} has no positive entry`,
    weight: 1.5,
    holds: (v) => numbersIn(v).some((x) => x > 0),
  },
  {
    id: "has-zero",
    says: `${name} has an entry 0`,
    not: `${name} has no entry 0`,
    weight: 1.5,
    holds: (v) => numbersIn(v).some((x) => x === 0),
  },
];

const rowsOf = (value: Value): readonly (readonly number[])[] =>
  Array.isArray(value) ? (value as readonly (readonly number[])[]) : [];

const same = (a: readonly number[], b: readonly number[]): boolean => a.every((x, i) => x === b[i]);

const matrixTests = (name: string): Test[] => [
  ...entryTests(name),
  {
    id: "equal-rows",
    says: `two rows of ${name} are equal`,
    not: `no two rows of ${name} are equal`,
    weight: 2,
    holds: (v) => rowsOf(v).some((row, i) => rowsOf(v).findIndex((other) => same(row, other)) < i),
  },
  {
    id: "constant-column",
    says: `a column of ${name} is constant`,
    not: `no column of ${name} is constant`,
    weight: 2,
    holds: (v) => (rowsOf(v)[0] ?? []).some((x, j) => rowsOf(v).every((row) => row[j] === x)),
  },
  {
    id: "tie-in-row",
    says: `a row of ${name} has two equal entries`,
    not: `no row of ${name} has two equal entries`,
    weight: 2,
    holds: (v) => rowsOf(v).some((row) => new Set(row).size < row.length),
  },
];
