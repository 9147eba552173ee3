/**
 * Matrices whose rows are multiples: each of its right row, by a factor of its own, or all of one row.
 */
import { total } from "../../../../reference/numbers/plain.ts";
import { axes } from "../../../exercise/types.ts";
import type { Value } from "../../../value.ts";
import type { Answer } from "../../answer.ts";
import { numbersIn } from "../../entries.ts";
import { valuesOf } from "../../expected.ts";
import { because } from "../diagnosis.ts";
import { isNear } from "../same-number.ts";
import type { View, ViewSource } from "./view.ts";

type Row = readonly number[];

const ENOUGH = 6;

const rowsOf = (value: Value): readonly Row[] => value as unknown as readonly Row[];

/** By what a row is a multiple of another; nothing where it is none. */
function multiple(mine: Row, right: Row): number | undefined {
  const scale = Math.max(...right.map(Math.abs));
  const at = right.findIndex((x) => Math.abs(x) === scale);
  if (!(scale > 0) || right.length < 2) return undefined;
  const factor = (mine[at] as number) / scale / Math.sign(right[at] as number);
  const fits = mine.every((x, j) => isNear(x, factor * (right[j] as number), Math.abs(factor) * scale));
  return Number.isFinite(factor) && factor !== 0 && fits ? factor : undefined;
}

/** What a factor can be, by the row of an input that has as many rows. */
const STATISTICS: readonly { readonly says: (name: string) => string; readonly of: (row: Row) => number }[] =
  [
    {
      says: (X) => `e^max, with the largest entry of the row of ${X}`,
      of: (row) => Math.exp(Math.max(...row)),
    },
    {
      says: (X) => `e^−max, with the largest entry of the row of ${X}`,
      of: (row) => Math.exp(-Math.max(...row)),
    },
    { says: (X) => `the sum of the row of ${X}`, of: (row) => total(row) },
    { says: (X) => `one over the sum of the row of ${X}`, of: (row) => 1 / total(row) },
    { says: (X) => `the sum of e^ of the row of ${X}`, of: (row) => total(row.map(Math.exp)) },
    { says: (X) => `the largest entry of the row of ${X}`, of: (row) => Math.max(...row) },
    { says: (X) => `one over the largest entry of the row of ${X}`, of: (row) => 1 / Math.max(...row) },
    { says: (X) => `the length of the row of ${X}`, of: (row) => Math.hypot(...row) },
    { says: (X) => `one over the length of the row of ${X}`, of: (row) => 1 / Math.hypot(...row) },
    { says: (X) => `the squared length of the row of ${X}`, of: (row) => total(row.map((x) => x * x)) },
  ];

const isMatrix = ({ type }: View): boolean => type.kind === "tensor" && axes(type.shape).length === 2;

/** Each row is a multiple of the right one. */
export const scaledRows: ViewSource = ({ fn }, view) => {
  if (!isMatrix(view)) return undefined;
  const { name, answers } = view;
  const all: (readonly number[])[] = [];
  for (const { value, expected } of answers) {
    const right = rowsOf(valuesOf(expected));
    const made = rowsOf(value as Value).map((row, i) => multiple(row, right[i] as Row));
    const found = made.filter((factor) => factor !== undefined);
    if (found.length < made.length) return undefined;
    all.push(found);
  }
  const factors = all.flat();
  const apart = factors.filter((factor) => Math.abs(factor - 1) > 1e-6);
  if (apart.length < ENOUGH) return undefined;
  const by = factorName(fn, answers, all);
  if (by === undefined) return undefined;
  return because(
    "generic",
    "rows-scaled",
    `Each row of ${lowered(name)} is the right one times ${by}: that is missing once, or there once too often.`,
    { count: answers.length, of: answers.length },
  );
};

function factorName(
  fn: Parameters<ViewSource>[0]["fn"],
  answers: readonly Answer[],
  factors: readonly (readonly number[])[],
): string | undefined {
  for (const [input, { type }] of Object.entries(fn.inputs)) {
    if (type.kind !== "tensor" || axes(type.shape).length !== 2) continue;
    for (const { says, of } of STATISTICS) {
      const fits = answers.every(({ inputs }, k) => {
        const rows = rowsOf(inputs[input] as Value);
        return factors[k]?.every((factor, i) => {
          const row = rows[i];
          return row !== undefined && Math.abs(factor - of(row)) <= 1e-7 * Math.abs(factor);
        });
      });
      if (fits) return says(input);
    }
  }
  return undefined;
}

/** All rows are multiples of one, where the right ones are not. */
export const sharedRow: ViewSource = (_, view) => {
  if (!isMatrix(view)) return undefined;
  let [seen, equal, constant, collected, apart] = [0, 0, 0, 0, 0];
  for (const { value, expected } of view.answers) {
    const mine = rowsOf(value as Value);
    const all = rowsOf(valuesOf(expected));
    // A row that is right all the same, such as that of an empty cluster, does not count.
    const places = mine.flatMap((row, i) =>
      multiple(row, all[i] as Row) === 1 || near(row, all[i] as Row) ? [] : [i],
    );
    const [rows, right] = [mine, all].map((of) => places.map((i) => of[i] as Row)) as [Row[], Row[]];
    const [first, ...others] = rows;
    if (first === undefined && factorsOf(all).includes(undefined)) apart++;
    if (first === undefined || others.length === 0) continue;
    if (first.length < 2 || numbersIn(first as Value).every((x) => x === 0)) return undefined;
    const factors = factorsOf(rows);
    if (factors.includes(undefined)) return undefined;
    if (!factorsOf(right).includes(undefined)) continue;
    seen++;
    if (factors.every((factor) => factor === 1)) equal++;
    if (rows.every((row) => row.every((x) => x === row[0]))) constant++;
    if (near(first, collectedIn(right, factors as readonly number[]))) collected++;
  }
  // What shares its rows shares them in nearly every call.
  if (seen < ENOUGH || apart > seen) return undefined;
  const name = lowered(view.name);
  const told = (id: string, says: string) => because("generic", id, says, { count: seen, of: seen });
  if (equal < seen && constant === seen)
    return told(
      "constant-rows",
      `Each row of ${name} has one number in all places: is it worked out once for the row, as fill(…) does it? Work it out for each entry.`,
    );
  // A product of a column and a row has rows of one direction as well.
  if (equal < seen && collected < seen) return undefined;
  const rows = equal === seen ? "are all equal" : "are all multiples of one row";
  return told(
    "shared-row",
    `The rows of ${name} ${rows}: is one and the same list in every place, as fill(row) puts it there? Make a new list for each row.`,
  );
};

/** By what each row is a multiple of the first. */
const factorsOf = ([first, ...others]: readonly Row[]): readonly (number | undefined)[] =>
  first === undefined ? [] : [1, ...others.map((row) => multiple(row, first))];

/** What the first row is if a list that all share has collected what belongs to each, and is divided for each anew. */
const collectedIn = (right: readonly Row[], factors: readonly number[]): Row =>
  (right[0] as Row).map((_, j) => total(right.map((row, i) => (row[j] as number) / (factors[i] as number))));

const near = (a: Row, b: Row): boolean =>
  a.every((x, j) => isNear(x, b[j] as number, Math.max(...b.map(Math.abs))));

const lowered = (name: string): string => (name === "Your answer" ? "your answer" : name);
