/**
 * Entries that hold a sum of several right ones, or the right one times an input of the same shape.
 */
import { total } from "../../../../reference/numbers/plain.ts";
import { each } from "../../../exercise/each.ts";
import { axes } from "../../../exercise/types.ts";
import type { Value } from "../../../value.ts";
import { numbersIn } from "../../entries.ts";
import { rightOf } from "../answer-read.ts";
import { because, type Seen } from "../diagnosis.ts";
import { wherever } from "./matching.ts";
import type { View, ViewSource } from "./view.ts";

type Matrix = readonly (readonly number[])[];

interface Sum {
  readonly id: string;
  readonly rank: number;
  readonly over: string;
  readonly of: (right: Value) => Value;
}

const SUMS: readonly Sum[] = [
  {
    id: "sum-of-all-entries",
    rank: 1,
    over: "them all: each has a sum of its own",
    of: (right) => each(right, () => total(numbersIn(right))),
  },
  {
    id: "sum-of-the-row",
    rank: 2,
    over: "its row: each column has one of its own",
    of: (right) => (right as Matrix).map((row) => row.map(() => total(row))),
  },
  {
    id: "sum-of-the-column",
    rank: 2,
    over: "its column: each row has one of its own",
    of: (right) => {
      const columns = (right as Matrix)[0]?.map((_, j) => total((right as Matrix).map((row) => row[j] ?? 0)));
      return (right as Matrix).map(() => columns ?? []);
    },
  },
];

const shapeOf = ({ type }: Pick<View, "type">): readonly string[] | undefined =>
  type.kind === "tensor" ? axes(type.shape) : undefined;

/** "axis" of another library: one sum stands in the place of many. */
export const summed: ViewSource = ({ work }, view) => {
  const shape = shapeOf(view);
  for (const { id, rank, over, of } of SUMS) {
    if (shape?.length !== rank) continue;
    const seen = wherever(view.answers, (answer) => of(rightOf(answer)), work);
    if (seen !== undefined && isMostly(seen, view))
      return because("generic", id, `Every entry of ${inside(view.name)} is the sum over ${over}.`, seen);
  }
  return undefined;
};

/** A factor too many, entry by entry. */
export const timesInput: ViewSource = ({ fn, work }, view) => {
  const { type } = view;
  if (type.kind !== "tensor" || axes(type.shape).length === 0) return undefined;
  for (const [name, input] of Object.entries(fn.inputs)) {
    if (input.type.kind !== "tensor" || input.type.shape !== type.shape) continue;
    const seen = wherever(
      view.answers,
      (answer) => {
        const factors = numbersIn(answer.inputs[name] as Value);
        return each(rightOf(answer), (x, i) => x * (factors[i] as number));
      },
      work,
    );
    if (seen !== undefined && isMostly(seen, view))
      return because(
        "generic",
        `times-input-${name}`,
        `${view.name} has ${name} as a factor once too often, entry by entry.`,
        seen,
      );
  }
  return undefined;
};

/** On few inputs alone it is no cause: what parts those inputs from the others is nearer to one. */
const isMostly = ({ count }: Seen, { answers }: View): boolean => count >= 0.8 * answers.length;

const inside = (name: string): string => (name === "Your answer" ? "your answer" : name);
