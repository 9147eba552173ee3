/**
 * A matrix whose numbers are right and stand in the wrong places: columns or rows in another order, both exchanged, one
 * column twice.
 */
import { leavesOf, plainOf } from "../../../reference/numbers/tracked.ts";
import type { AnyFunction } from "../../exercise/exercise.ts";
import { axes } from "../../exercise/types.ts";
import type { Answer } from "../answer.ts";
import { isWrong, onlyPart, partsOf } from "../parts.ts";
import { transposed } from "../transposed.ts";
import { isNear } from "./same-number.ts";

type Vector = readonly number[];
type Matrix = readonly Vector[];

/** The wrong matrices of an answer, by the names of their parts; "your answer" where it is one itself. */
function wrongMatrices(fn: AnyFunction, answer: Answer): readonly (readonly [name: string, only: Answer])[] {
  const isMatrix = (type: AnyFunction["returns"]): boolean =>
    type.kind === "tensor" && axes(type.shape).length === 2;
  const all: (readonly [string, Answer])[] = isMatrix(fn.returns)
    ? [["your answer", answer]]
    : partsOf(fn).flatMap((part) =>
        isMatrix(part.type) ? [[part.name, onlyPart(answer, part)] as const] : [],
      );
  return all.filter(([, only]) => isWrong(only));
}

/** How the first wrong matrix of one answer is arranged, in a sentence. */
export function arrangementOf(fn: AnyFunction, answer: Answer): string | undefined {
  for (const [name, { value, expected }] of wrongMatrices(fn, answer)) {
    const [mine, right] = [value as Matrix, plainOf(expected) as Matrix];
    if (![...mine.flat(), ...leavesOf(expected).map((leaf) => leaf.value)].every(Number.isFinite)) continue;
    // Where several answers are right up to signs, so are those of a matrix that is arranged otherwise.
    const says = arranged(name, mine, right, fn.align !== undefined);
    if (says !== undefined) return says;
  }
  return undefined;
}

function arranged(name: string, mine: Matrix, right: Matrix, upToSign: boolean): string | undefined {
  const scale = Math.max(0, ...right.flat().map(Math.abs));
  const close = (a: number, b: number): boolean => isNear(a, b, scale);
  const same = (a: Vector, b: Vector): boolean =>
    a.length === b.length && a.every((x, i) => close(x, b[i] as number));
  const opposite = (a: Vector): Vector => a.map((x) => -x);
  const alike = (a: Vector, b: Vector): boolean => same(a, b) || (upToSign && same(a, opposite(b)));
  const sizes = (A: Matrix): Matrix => (upToSign ? A.map((row) => row.map(Math.abs)) : A);
  const sameMatrix = (A: Matrix, B: Matrix): boolean =>
    A.length === B.length && A.every((row, i) => same(row, B[i] as Vector));

  const [columns, rightColumns] = [transposed(mine) as Matrix, transposed(right) as Matrix];
  if (columns === undefined || rightColumns === undefined) return undefined;
  const order = orderOf(columns, rightColumns, alike);
  if (order !== undefined) return orderText("Columns", name, order);
  const turned =
    sameMatrix(sizes(mine), sizes(rightColumns)) && !sameMatrix(sizes(right), sizes(rightColumns));
  if (turned) {
    const signs = upToSign ? ", up to signs" : "";
    return `Rows and columns of ${name} are exchanged${signs}.`;
  }
  const rowOrder = orderOf(sizes(mine), sizes(right), same);
  if (rowOrder !== undefined) return orderText("Rows", name, rowOrder);
  for (const [k, column] of columns.entries()) {
    if (column.every((x) => close(x, 0)) || alike(column, rightColumns[k] as Vector)) continue;
    const first = columns.findIndex((other) => alike(column, other));
    if (first < k && !alike(rightColumns[first] as Vector, rightColumns[k] as Vector)) {
      return `Column ${k + 1} of ${name} repeats column ${first + 1}.`;
    }
  }
  return undefined;
}

/** Which of the right lines each of mine is; nothing where one is none, or all are in their places. */
function orderOf(
  mine: Matrix,
  right: Matrix,
  alike: (a: Vector, b: Vector) => boolean,
): readonly number[] | undefined {
  if (mine.length !== right.length) return undefined;
  const left = new Set(right.keys());
  const order: number[] = [];
  for (const [k, line] of mine.entries()) {
    const fits = (i: number): boolean => left.has(i) && alike(line, right[i] as Vector);
    const found = fits(k) ? k : [...left].find(fits);
    if (found === undefined) return undefined;
    left.delete(found);
    order.push(found);
  }
  return order.some((from, k) => from !== k) ? order : undefined;
}

/** "Columns 2 and 3 of V are exchanged." */
function orderText(lines: string, name: string, order: readonly number[]): string {
  const moved = order.flatMap((from, k) => (from === k ? [] : [k + 1]));
  if (moved.length === 2) return `${lines} ${moved.join(" and ")} of ${name} are exchanged.`;
  return `${lines} of ${name} are in another order: the right ones ${order.map((from) => from + 1).join(", ")}.`;
}
