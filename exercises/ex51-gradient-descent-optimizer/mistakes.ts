/** Wrong optimisers: those of a single step, and those that show over several. */
import { curedBy } from "../../grader/exercise/form.ts";
import { BiasLeftOut, GradientsAddedUp, RateHalved, StartKept, stepping } from "./optimizers.ts";

export const stepMistakes = curedBy(3, {
  ascent: {
    with: stepping((x, g, lr) => x.plus(lr.times(g))),
    says: "The sign is flipped, and this climbs. The gradient points uphill; the step goes against it.",
  },
  "rate-forgotten": {
    with: stepping((x, g) => x.minus(g)),
    says: "The learning rate is missing. The constructor gets it: keep it in `this`, and multiply the gradient by it.",
  },
  "nothing-moves": {
    with: stepping((x) => x),
    says: "The layer comes back as it was, without a step against the gradient. Is the difference worked out and thrown away? `==` compares; `=` or `-=` assigns.",
  },
  "bias-left-out": {
    with: { GradientDescentOptimizer: BiasLeftOut },
    step: 7,
    says: "Only the weights move. The bias takes its step, too, against outputGradient.",
  },
});

/** What an optimiser has that remembers more than its learning rate. */
export const keptMistakes = curedBy(3, {
  "gradients-added-up": {
    with: { GradientDescentOptimizer: GradientsAddedUp },
    says: "A step uses the gradients of earlier steps as well. Plain descent goes against the gradient that it is handed, and remembers none.",
  },
  "start-kept": {
    with: { GradientDescentOptimizer: StartKept },
    step: 7,
    says: "Every step moves the entries of the first layer that the optimiser was handed. It starts at the weights and the bias of this call: nothing of a layer is kept in the object.",
  },
  "rate-halved": {
    with: { GradientDescentOptimizer: RateHalved },
    says: "The learning rate halves with every step. Here it stays what the constructor got.",
  },
});
