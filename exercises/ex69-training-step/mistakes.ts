/** Wrong orders of the calls of a step, by what they do. */
import type { Call } from "./calls.ts";

interface WrongOrder {
  readonly calls: readonly Call[];
  readonly step: number;
  readonly says: string;
}

/** Those that move the parameters otherwise than the right one does; several orders may do the same. */
export const wrongSteps: Readonly<Record<string, WrongOrder>> = {
  "never-zeroed": {
    calls: ["forward", "loss", "backward", "step"],
    step: 2,
    says: "The gradients of earlier steps come in again: backward() adds to what is there, and nothing has set it to 0. Call zeroGrad() before backward().",
  },
  "step-before-backward": {
    calls: ["forward", "loss", "step", "zeroGrad", "backward"],
    step: 3,
    says: "Each step goes by the gradient of the step before, and the first one by none: step() is called before backward().",
  },
  "two-sweeps": {
    calls: ["zeroGrad", "forward", "loss", "backward", "backward", "step"],
    step: 2,
    says: "Each step goes twice as far as it should. backward() adds to the gradients each time it is called, and step() moves each time: call both once.",
  },
  "nothing-moves": {
    calls: ["zeroGrad", "forward", "loss", "backward", "zeroGrad", "step"],
    step: 3,
    says: "The parameters never move. When step() comes, the gradients are 0: backward() has not been called since zeroGrad(). Or step() does not come at all.",
  },
};

export const lossAfterwards = {
  step: 4,
  says: "This is the loss after the update. Keep the loss that backward() started from, and give that one.",
};
export const ascent = {
  step: 1,
  says: "The parameters go up the slope: the sign of the loss is turned before backward(). step() goes against the gradient by itself.",
};
