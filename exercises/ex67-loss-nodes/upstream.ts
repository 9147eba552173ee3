/** What both losses share: what comes back to them, and the mistake of leaving that out. */
import { scalar } from "../../grader/exercise/form.ts";

export type Matrix = number[][];

export const upstream = scalar("what the loss is multiplied by before the sweep", {
  // Not 1, where it does not show that it is left out.
  draw: (draw) => draw.pick([-1, 1]) * draw.pick([0.5, 2, 3]),
});

export const upstreamIgnored = {
  step: 8,
  says: "What comes back to the loss is left out. A node multiplies its own gradient by it: a loss that is doubled has twice the gradient.",
};
