/**
 * Matrices whose rows are multiples: each of its right row, by a factor of its own, or all of one row.
 */
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
    { says: (X) => `the sum of the row of ${X}`, of: (row) => sumOf(row) },
    { says: (X) => `one over the sum of the row of ${X}`, of: (row) => 1 / sumOf(row) },
    { says: (X) => `the sum of e^ of the row of ${X}`, of: (row) => sumOf(row.map(Math.exp)) },
    { says: (X) => `the largest entry of the row of ${X}`, of: (row) => Math.max(...row) },
    { says: (X) => `one over the largest entry of the row of ${X}`, of: (row) => 1 / Math.max(...row) },
    { says: (X) => `the length of the row of ${X}`, of: (row) => Math.hypot(...row) },
    { says: (X) => `one over the length of the row of ${X}`, of: (row) => 1 / Math.hypot(...row) },
    { says: (X) => `the squared length of the row of ${X}`, of: (row) => sumOf(row.map((x) => x * x)) },
  ];

const sumOf = (row: Row): number => row.reduce((sum, x) => sum + x, 0);

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
  const { name, answers } = view;
  let [seen, equal] = [0, 0];
  for (const { value, expected } of answers) {
    const right = rowsOf(valuesOf(expected));
    // A row that is right all the same, such as that of an empty cluster, does not count.
    const places = rowsOf(value as Value).flatMap((row, i) =>
      multiple(row, right[i] as Row) === 1 || near(row, right[i] as Row) ? [] : [i],
    );
    const rows = places.map((i) => rowsOf(value as Value)[i] as Row);
    const [first, ...others] = rows;
    if (first === undefined || others.length === 0) continue;
    if (first.length < 2 || numbersIn(first as Value).every((x) => x === 0)) return undefined;
    const factors = others.map((row) => multiple(row, first));
    if (factors.includes(undefined)) return undefined;
    if (
      places.slice(1).every((i) => multiple(right[i] as Row, right[places[0] as number] as Row) !== undefined)
    )
      continue;
    seen++;
    if (factors.every((factor) => factor === 1)) equal++;
  }
  if (seen < ENOUGH) return undefined;
  const rows = equal === seen ? "are all equal" : "are all multiples of one row";
  return because(
    "generic",
    "shared-row",
    `The rows of ${lowered(name)} ${rows}: is one and the same list in every place, as fill(row) puts it there? Make a new list for each row.`,
    { count: seen, of: seen },
  );
};

const near = (a: Row, b: Row): boolean =>
  a.every((x, j) => isNear(x, b[j] as number, Math.max(...b.map(Math.abs))));

const lowered = (name: string): string => (name === "Your answer" ? "your answer" : name);
