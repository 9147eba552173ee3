/**
 * Right numbers in other places: a list in another order, a matrix turned or with its lines exchanged.
 */

import { leavesOf, plainOf } from "../../../../reference/numbers/tracked.ts";
import { axes } from "../../../exercise/types.ts";
import type { Answer } from "../../answer.ts";
import { isWrong } from "../../parts.ts";
import { transposed } from "../../transposed.ts";
import { arrangementOf } from "../arrangement.ts";
import { because } from "../diagnosis.ts";
import { RECOGNITION } from "../same-number.ts";
import { entriesOf, isWrongEntry, type ViewSource } from "./view.ts";

/** Two numbers are one if they differ by less than this share of the largest. */
const ENOUGH = 3;
/** A number in another place is off by more than this many times what counts as the same. */
const MOVED = 2 ** 8;

/** A list with the right numbers in another order. */
export const permuted: ViewSource = (_, { name, type, answers }) => {
  if (type.kind !== "tensor" || axes(type.shape).length !== 1 || type.domain !== "real") return undefined;
  let wrong = 0;
  for (const answer of answers) {
    const entries = entriesOf(answer);
    if (!entries.mine.some((_, i) => isWrongEntry(entries, i))) continue;
    const right = entries.right.map(({ value }) => value);
    const scale = RECOGNITION * Math.max(...right.map(Math.abs));
    const [mine, sorted] = [entries.mine.toSorted((a, b) => a - b), right.toSorted((a, b) => a - b)];
    if (mine.some((x, i) => !(Math.abs(x - (sorted[i] as number)) <= scale))) return undefined;
    // What is in its place, and no more than nearly right, is in no other order.
    if (entries.mine.every((x, i) => Math.abs(x - (right[i] as number)) <= MOVED * scale)) return undefined;
    wrong++;
  }
  if (wrong < ENOUGH) return undefined;
  const descend = answers.every(({ expected }) =>
    leavesOf(expected).every(({ value }, i, all) => i === 0 || value <= (all[i - 1]?.value ?? value)),
  );
  const ascend = answers.every(({ expected }) =>
    leavesOf(expected).every(({ value }, i, all) => i === 0 || value >= (all[i - 1]?.value ?? value)),
  );
  const order = descend ? ": the largest comes first" : ascend ? ": the smallest comes first" : "";
  return because(
    "generic",
    "other-order",
    `${name} has the right numbers, but not in the right order${order}.`,
    {
      count: wrong,
      of: wrong,
    },
  );
};

/** A matrix whose rows and columns are exchanged, on every input on which it is wrong. */
export const turned: ViewSource = ({ fn }, { name, part, type, answers }) => {
  if (type.kind !== "tensor" || axes(type.shape).length !== 2) return undefined;
  const wrong = answers.filter(isWrong);
  if (wrong.length < ENOUGH) return undefined;
  const alone = { ...fn, returns: type };
  const saidOf = (answer: Answer): string | undefined => arrangementOf(alone as typeof fn, answer);
  // Most answers are ruled out by their first.
  if (saidOf(wrong[0] as Answer) === undefined) return undefined;
  const said = wrong.map(saidOf);
  const kinds = new Set(said.map((one) => one?.replaceAll(/\d+/g, "").split(" ")[0]));
  const [first] = said;
  if (kinds.size !== 1 || first === undefined) return undefined;
  const whole = part === undefined ? "your answer" : part.name;
  const turns = said.every((one) => one?.startsWith("Rows and columns"));
  if (turns)
    return because("generic", "transposed", `Rows and columns of ${whole} are exchanged.`, {
      count: wrong.length,
      of: wrong.length,
    });
  const lines = first.startsWith("Columns") ? "columns" : first.startsWith("Rows") ? "rows" : undefined;
  if (lines === undefined) return undefined;
  return because("generic", `${lines}-in-other-order`, `${name} has the right ${lines} in another order.`, {
    count: wrong.length,
    of: wrong.length,
  });
};

/** A matrix whose rows were moved where its columns should have been: both stand in other orders. */
export const rowsForColumns: ViewSource = (_, { name, type, answers }) => {
  if (type.kind !== "tensor" || axes(type.shape).length !== 2) return undefined;
  const wrong = answers.filter(isWrong);
  if (wrong.length < ENOUGH) return undefined;
  const kinds = wrong.map(({ value, expected }) =>
    shuffleOf(value as unknown as Matrix, plainOf(expected) as Matrix),
  );
  const both = kinds.filter((kind) => kind === "both").length;
  if (kinds.includes(undefined) || both < ENOUGH || 2 * both < wrong.length) return undefined;
  return because(
    "generic",
    "rows-for-columns",
    `${name} has the right numbers, but both its rows and its columns stand in another order: what orders the columns was applied to the rows.`,
    { count: wrong.length, of: wrong.length },
  );
};

type Matrix = readonly (readonly number[])[];

/** Whether one matrix is the other with rows and columns in other orders, up to signs; nothing where it is not. */
function shuffleOf(mine: Matrix, right: Matrix): "both" | "one" | undefined {
  const scale = RECOGNITION * Math.max(...right.flat().map(Math.abs));
  const rows = placesOf(mine, right, scale);
  const columns = placesOf(transposed(mine as never) as Matrix, transposed(right as never) as Matrix, scale);
  if (rows === undefined || columns === undefined) return undefined;
  const fits = mine.every((row, i) =>
    row.every((x, k) => {
      const there = right[rows[i] as number]?.[columns[k] as number] ?? Number.NaN;
      return Math.abs(Math.abs(x) - Math.abs(there)) <= scale;
    }),
  );
  if (!fits || (isInPlace(rows) && isInPlace(columns))) return undefined;
  return isInPlace(rows) || isInPlace(columns) ? "one" : "both";
}

const isInPlace = (places: readonly number[]): boolean => places.every((place, i) => place === i);

/** Which of the right lines has the numbers of each of mine, in any order and up to signs. */
function placesOf(mine: Matrix, right: Matrix, scale: number): readonly number[] | undefined {
  const sorted = (line: readonly number[]): readonly number[] => line.map(Math.abs).sort((a, b) => a - b);
  const theirs = right.map(sorted);
  const left = new Set(theirs.keys());
  const places: number[] = [];
  for (const line of mine.map(sorted)) {
    const found = [...left].find((i) =>
      line.every((x, k) => Math.abs(x - (theirs[i]?.[k] ?? Number.NaN)) <= scale),
    );
    if (found === undefined) return undefined;
    left.delete(found);
    places.push(found);
  }
  return places;
}
