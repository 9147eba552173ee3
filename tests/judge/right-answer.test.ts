/** Answers are judged where they lie, or as values: both ways must come to the same. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { putAnswer } from "../../grader/box/inside/answer.ts";
import { readCallReply } from "../../grader/box/replies.ts";
import { AgreeingOutcome, RightAnswer } from "../../grader/box/right-answer.ts";
import { limit, outcome, Writer } from "../../grader/box/wire.ts";
import type { AnyFunction } from "../../grader/exercise/exercise.ts";
import { toleranceOf } from "../../grader/exercise/tolerance.ts";
import { matrix, record, scalar, type Type, tuple, vector } from "../../grader/exercise/types.ts";
import type { Case } from "../../grader/judge/cases.ts";
import { examine } from "../../grader/judge/examine.ts";
import { Num } from "../../reference/numbers/num.ts";
import { leavesOf, mapNums, plainOf, type Tracked } from "../../reference/numbers/tracked.ts";

const num = fc
  .record({
    value: fc.oneof(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.constantFrom(0, -0, 1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 5e-324),
    ),
    roundings: fc.nat(40),
  })
  .map(({ value, roundings }) => new Num(value, Math.abs(value), roundings));
const nums = (n: number) => fc.array(num, { minLength: n, maxLength: n });
const rows = (n: number, d: number) => fc.array(nums(d), { minLength: n, maxLength: n });
const sizes = { n: 3, d: 2, e: 0 };

const shapes: readonly (readonly [Type, fc.Arbitrary<Tracked>])[] = [
  [scalar(), num],
  [vector("n"), nums(3)],
  [vector("e"), nums(0)],
  [matrix("n d"), rows(3, 2)],
  [matrix("n e"), rows(3, 0)],
  [tuple(vector("n"), scalar()), fc.tuple(nums(3), num)],
  [record({ dW: matrix("n d"), db: scalar() }), fc.record({ dW: rows(3, 2), db: num })],
];

/** How a number of the answer differs from the right one, in tolerances. */
const offs = fc.constantFrom(0, 0, 0, 0, 0.5, -0.99, 1.5, -20, Number.NaN, Number.POSITIVE_INFINITY);

const moved = (leaf: Num, off: number): number =>
  off === 0 ? leaf.value : leaf.value + off * toleranceOf(leaf);

/** The outcome of a call as it arrives. */
function arriving(value: unknown, changed: readonly number[] = [], again?: unknown) {
  const w = new Writer();
  w.put(outcome.returned);
  putAnswer(w, value, limit.floats);
  w.put(changed.length);
  for (const i of changed) w.put(i);
  w.put(again === undefined ? 0 : 1);
  if (again !== undefined) putAnswer(w, again, limit.floats);
  // Not at the beginning of its memory, as most are.
  const floats = new Float64Array(w.length + 7);
  floats.set(w.floats.subarray(0, w.length), 3);
  return { floats, from: 3, to: 3 + w.length };
}

describe("a right answer", () => {
  it("agrees with what has no fault, and with nothing else", () => {
    const cases = fc
      .constantFrom(...shapes)
      .chain(([type, tree]) =>
        fc.record({ type: fc.constant(type), expected: tree, off: fc.infiniteStream(offs) }),
      );
    let agreed = 0;
    fc.assert(
      fc.property(cases, ({ type, expected, off }) => {
        const fn = { returns: type, inputs: {} } as unknown as AnyFunction;
        const given: Case = { family: "wild", sizes, inputs: {}, expected };
        const answer = plainOf(mapNums(expected, (leaf) => new Num(moved(leaf, off.next().value as number))));
        const right = new RightAnswer(expected, toleranceOf);
        const floats = arriving(answer);
        const { fault } = examine(fn, "f", given, readCallReply(floats) as never);
        const agrees = right.agreesWith(floats);
        // NaN that is right is left to the slower way.
        const hasNaN = leavesOf(expected).some(({ value }) => Number.isNaN(value));
        if (!hasNaN) expect(agrees).toBe(fault === undefined);
        else expect(agrees).toBe(false);
        if (!agrees) return;
        agreed++;
        const seen = new AgreeingOutcome(right, floats);
        expect(seen.value).toStrictEqual(answer);
        const numbers = leavesOf(expected).length;
        expect(seen.numbers()).toHaveLength(numbers);
        const examined = examine(fn, "f", given, seen);
        expect(examined.fault).toBeUndefined();
        expect(examined.answer?.value).toStrictEqual(answer);
      }),
      { numRuns: 3000, seed: 4 },
    );
    expect(agreed).toBeGreaterThan(300);
  });

  it("agrees with no answer of another shape, name, kind or length", () => {
    const expected: Tracked = { dW: [[new Num(1), new Num(2)]], db: new Num(3) };
    const right = new RightAnswer(expected, toleranceOf);
    expect(right.agreesWith(arriving({ dW: [[1, 2]], db: 3 }))).toBe(true);
    for (const other of [
      { dW: [[1, 2]], dB: 3 },
      { dW: [[1, 2]], db: 3, extra: 0 },
      { db: 3, dW: [[1, 2]] },
      { dW: [1, 2], db: 3 },
      { dW: [[1], [2]], db: 3 },
      { dW: [[1, 2, 0]], db: 3 },
      { dW: [[1, 2]], db: [3] },
      { dW: [[1, "2"]], db: 3 },
      { dW: [[1, true]], db: 3 },
      [[[1, 2]], 3],
      undefined,
    ])
      expect(right.agreesWith(arriving(other)), JSON.stringify(other)).toBe(false);
  });

  it("agrees with no call that changed an argument or answers otherwise the second time", () => {
    const right = new RightAnswer([new Num(1)], toleranceOf);
    expect(right.agreesWith(arriving([1]))).toBe(true);
    expect(right.agreesWith(arriving([1], [0]))).toBe(false);
    expect(right.agreesWith(arriving([1], [], [2]))).toBe(false);
  });

  it("is not taken for another case's", () => {
    const [one, other]: Tracked[] = [new Num(1), new Num(2)];
    const fn = { returns: scalar(), inputs: {} } as unknown as AnyFunction;
    const seen = new AgreeingOutcome(new RightAnswer(one!, toleranceOf), arriving(1));
    const given: Case = { family: "wild", sizes: {}, inputs: {}, expected: other! };
    expect(examine(fn, "f", given, seen).fault?.code).toBe("wrong-value");
  });
});
