/** Decisions within rounding: doubted where an answer is held against them, taken as they come where work is done. */
import { expect, it } from "vitest";
import { Ambiguous, atLeast, undoubted } from "../../reference/numbers/ambiguous.ts";
import { num } from "../../reference/numbers/num.ts";
import { nearest } from "../../reference/unsupervised/k-means.ts";

const close = (): boolean => atLeast(num(0.1).plus(0.2), num(0.3));

it("are doubted, except in work that takes them as they come, and are again after it", () => {
  expect(close).toThrow(Ambiguous);
  expect(undoubted(close)).toBe(true);
  expect(() =>
    undoubted(() => {
      throw new RangeError("in the middle");
    }),
  ).toThrow(RangeError);
  expect(close).toThrow(Ambiguous);
});

it("give a point between two centroids the first of them", () => {
  const [x, centroids] = [[num(0.2)], [[num(0.1)], [num(0.1).plus(0.2)]]];
  expect(() => nearest(x, centroids)).toThrow(Ambiguous);
  expect([0, 1]).toContain(undoubted(() => nearest(x, centroids)));
});
