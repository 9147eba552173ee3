/** What zeroGrad leaves of the gradients of two layers, and what one more sweep back adds. */
import { curedBy, equal, record, zeros } from "../../grader/exercise/form.ts";
import { gradient, type Lifted, lift, plainOf } from "../../reference/numbers/tracked.ts";
import * as played from "./scenarios.ts";
import { type Grads, grads, none, type Swept, scalarOf, sweepText, swept, variables } from "./two-layers.ts";

type Zeroed = {
  readonly zeroed: Grads;
  readonly again: Grads;
};

/** The gradients with other numbers in the parameters. */
const gradsAt = (given: Swept): Grads => {
  const lifted = lift(given);
  return plainOf(gradient(scalarOf(lifted), variables(lifted))) as unknown as Grads;
};
const added = (a: Grads, b: Grads): Grads => {
  const sum = (A: number[][], B: number[][]): number[][] =>
    A.map((row, i) => row.map((x, j) => x + B[i]![j]!));
  return { W: sum(a.W, b.W), b: sum(a.b, b.b), A: sum(a.A, b.A), c: sum(a.c, b.c) };
};
/** What is left where some gradients are not set to 0. */
const leaving =
  (left: (grads: Grads) => Partial<Grads>) =>
  ({ right }: { readonly right: Zeroed }): Zeroed => {
    const zeroed = { ...right.zeroed, ...left(right.again) };
    return { zeroed, again: added(zeroed, right.again) };
  };

export const zeroed = swept.answer<Zeroed>({
  says: "the gradients after `zeroGrad()`, and after one more sweep back",
  scenario: played.zeroed,
  needs: ["Module", "Linear", "Sequential"],
  returns: record(
    { zeroed: grads("the gradients after zeroGrad"), again: grads("those after one more sweep back") },
    "the gradients after zeroGrad, and after one more sweep back",
  ),
  is: (given) => {
    const again = gradient(scalarOf(given), variables(given)) as Lifted<Grads>;
    return { zeroed: lift(none(plainOf(again) as unknown as Grads)), again };
  },
  show: (given) =>
    [
      ...sweepText(given),
      "model.zeroGrad();",
      "const zeroed = model.parameters().map((p) => p.grad);",
      "model.forward(X).mul(G).sum().backward();",
      "{ zeroed, again: model.parameters().map((p) => p.grad) }",
    ].join("\n"),
  laws: {
    "after zeroGrad every gradient is 0": (f) => {
      const { W, b, A, c } = f().zeroed;
      const all = [W, b, A, c].flat(2);
      return equal(all, zeros(all));
    },
  },
  mistakes: curedBy("reverse-mode#step-6", {
    "left-as-they-are": {
      is: leaving((grads) => grads),
      says: "The gradients are still there after zeroGrad, and the next sweep adds to them. It sets those of all parameters to 0, in the modules inside as well: does parameters() find them? A list of layers in one field is no module.",
    },
    "later-layers-left": {
      is: leaving(({ A, c }) => ({ A, c })),
      says: "Only the first layer is zeroed. zeroGrad goes through all parameters.",
    },
    "biases-left": {
      is: leaving(({ b, c }) => ({ b, c })),
      says: "The gradients of the biases stay. zeroGrad goes through all parameters.",
    },
    "data-zeroed": {
      is: ({ right, X, bent, G, ...given }) => ({ ...right, again: gradsAt({ X, ...none(given), bent, G }) }),
      says: "zeroGrad sets the parameters to 0 as well: what was learned is lost. It changes grad alone, and leaves data as it is.",
    },
  }),
});
