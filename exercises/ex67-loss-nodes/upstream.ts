/** What both losses share: what comes back to them, and the mistake of leaving that out. */
import { scalar } from "../../grader/exercise/form.ts";

export type Matrix = number[][];

export const upstream = {
  k: scalar("what the loss is multiplied by before the sweep", {
    // Not 1, where it does not show that it is left out.
    draw: (draw) => draw.pick([-1, 1]) * draw.pick([0.5, 2, 3]),
  }),
  sweeps: scalar("how often it is swept back", {
    domain: "integer",
    draw: (draw) => draw.pick([1, 1, 1, 2]),
  }),
};

export const features = {
  "it is swept back twice": ({ sweeps }: { readonly sweeps: number }) => sweeps === 2,
};

/** The lines of the sweeps. */
export const sweepLines = (k: number, sweeps: number): string[] =>
  Array.from({ length: sweeps }, () => `loss.scale(${k}).backward();`);

export const upstreamIgnored = {
  step: 8,
  says: "What comes back to the loss is left out. A node multiplies its own gradient by it: a loss that is doubled has twice the gradient.",
};
