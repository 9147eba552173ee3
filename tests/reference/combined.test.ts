import { expect, it } from "vitest";
import { combined, lift, plainOf } from "../../reference/numbers/tracked.ts";

it("sums structures entry by entry, each times its factor, and keeps their form", () => {
  const [first, second] = [lift({ W: [[1, 2]], b: [3] }), lift({ W: [[10, 20]], b: [30] })];
  expect(plainOf(combined([first, second]))).toEqual({ W: [[11, 22]], b: [33] });
  expect(plainOf(combined([first, second], (r) => (r === 0 ? 2 : -1)))).toEqual({ W: [[-8, -16]], b: [-24] });
});
