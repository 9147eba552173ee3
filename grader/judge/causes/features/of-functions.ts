/**
 * Features of known functions by their names.
 */
import { type FunctionValue, isFunctionValue, type Value } from "../../../value.ts";
import type { Test } from "./value-test.ts";

/** The names in a known function, its own and those that it is made of. */
const namesIn = ({ fn, args = [] }: FunctionValue): readonly string[] => [
  fn,
  ...args.flatMap((arg) => (typeof arg === "number" ? [] : namesIn(arg))),
];

const functionsIn = (value: Value | undefined): readonly string[] =>
  value !== undefined && isFunctionValue(value) ? namesIn(value) : [];

const occurringNames = (values: readonly Value[]): readonly string[] => [
  ...new Set(values.flatMap(functionsIn)),
];

export const functionTests = (name: string, values: readonly Value[]): Test[] =>
  occurringNames(values).map((fn) => ({
    id: "uses-function",
    says: `${name} is ${fn}`,
    weight: 1,
    holds: (value) => functionsIn(value).includes(fn),
  }));

export function listTests(name: string, values: readonly Value[]): Test[] {
  const lists = (value: Value): readonly Value[] => (Array.isArray(value) ? value : []);
  return occurringNames(values.flatMap(lists)).flatMap((fn): Test[] => [
    {
      id: "uses-function",
      says: `${fn} is among ${name}`,
      weight: 1,
      holds: (value) => lists(value).some((one) => functionsIn(one).includes(fn)),
    },
    {
      id: "first-function",
      says: `the first of ${name} is ${fn}`,
      weight: 2,
      holds: (value) => functionsIn(lists(value)[0]).includes(fn),
    },
    {
      id: "last-function",
      says: `the last of ${name} is ${fn}`,
      weight: 2,
      holds: (value) => functionsIn(lists(value).at(-1)).includes(fn),
    },
    {
      id: "later-function",
      says: `${fn} is among ${name} after the first`,
      weight: 2.5,
      holds: (value) =>
        lists(value)
          .slice(1)
          .some((one) => functionsIn(one).includes(fn)),
    },
    {
      id: "earlier-function",
      says: `${fn} is among ${name} before the last`,
      weight: 2.5,
      holds: (value) =>
        lists(value)
          .slice(0, -1)
          .some((one) => functionsIn(one).includes(fn)),
    },
  ]);
}
