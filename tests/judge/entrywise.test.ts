/** Arithmetic on whole answers and inputs, as laws use it. */
import { expect, it } from "vitest";
import { minus, negated, scaled, shifted, zeros } from "../../grader/exercise/form.ts";
import { lift, plainOf } from "../../reference/numbers/tracked.ts";

const record = { W: [[1, -2]], b: [0.5] };

it("reaches each number of a record, of plain numbers and of tracked ones", () => {
  for (const [made, expected] of [
    [scaled, { W: [[3, -6]], b: [1.5] }],
    [shifted, { W: [[4, 1]], b: [3.5] }],
  ] as const) {
    expect(made(record, 3)).toEqual(expected);
    expect(plainOf(made(lift(record), 3))).toEqual(expected);
  }
  expect(plainOf(negated(lift(record)))).toEqual({ W: [[-1, 2]], b: [-0.5] });
  expect(negated([0])).toEqual([-0]);
  expect(zeros(record)).toEqual({ W: [[0, 0]], b: [0] });
});

it("takes from tracked numbers what stands at the same place, plain or tracked", () => {
  const less = { W: [[1, 1]], b: [0.25] };
  expect(plainOf(minus(lift(record), less))).toEqual({ W: [[0, -3]], b: [0.25] });
  expect(plainOf(minus(lift(record), lift(less)))).toEqual({ W: [[0, -3]], b: [0.25] });
});
