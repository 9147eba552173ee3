/** Mistakes that share the step which cures them. */
import { expect, it } from "vitest";
import { curedBy, times } from "../../grader/exercise/form.ts";

it("gives the step to each mistake that names none, and keeps the order", () => {
  const mistakes = curedBy(4, {
    late: { is: times(2), says: "It is twice as large." },
    early: { is: times(-1), step: "sigmoid#step-2", says: "The sign is flipped." },
  });
  expect(Object.entries(mistakes).map(([name, { step }]) => [name, step])).toEqual([
    ["late", 4],
    ["early", "sigmoid#step-2"],
  ]);
});
