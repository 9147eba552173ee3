/** Which calls one step makes. */
import { args, claim, type Mistakes, scalar, text } from "../../grader/exercise/form.ts";
import { type Call, RIGHT, written } from "./calls.ts";
import { wrongSteps } from "./mistakes.ts";
import * as played from "./scenarios.ts";
import { onSquare } from "./shown.ts";

const asked = args({
  w: scalar("the weight of the model", { draw: (draw) => draw.pick([-1, 1]) * draw.between(0.5, 3) }),
  learningRate: scalar("learning rate η", { draw: (draw) => draw.between(0.05, 0.75) }),
});
type Asked = { readonly w: number; readonly learningRate: number };

const ARROW = " → ";

/**
 * Gradients may be set to 0 anywhere but between backward and step: before the step's own backward, or at the end, for
 * the next one.
 */
export function settled(calls: string): string {
  const all = calls.split(ARROW);
  const others = all.filter((call) => call !== "zeroGrad");
  const zeroed = all.flatMap((call, i) => (call === "zeroGrad" ? [i] : []));
  const [backward, step] = [all.indexOf("backward"), all.indexOf("step")];
  const isRight =
    others.join(ARROW) === written(RIGHT.slice(1)) &&
    zeroed.length > 0 &&
    zeroed.every((i) => i < backward || i > step);
  return isRight ? written(RIGHT) : calls;
}

const called = (...calls: Call[]) => ({ is: () => written(calls) });

const mistakes: Mistakes<Asked, string> = {
  ...Object.fromEntries(
    Object.entries(wrongSteps).map(([name, { calls, step, says }]) => [
      name,
      { is: () => written(calls), step, says },
    ]),
  ),
  "step-before-backward-of-zeros": {
    ...called("zeroGrad", "forward", "loss", "step", "backward"),
    step: 3,
    says: "step() is called before backward(): it goes by gradients of 0, and nothing moves.",
  },
  "zeroed-before-the-step": {
    ...called("forward", "loss", "backward", "zeroGrad", "step"),
    step: 3,
    says: "zeroGrad() is called between backward() and step(): when step() comes, the gradients are 0 again, and nothing moves.",
  },
  "backward-forgotten": {
    ...called("zeroGrad", "forward", "loss", "step"),
    step: 3,
    says: "backward() is not called: the gradients stay 0, and step() moves nothing.",
  },
  "step-forgotten": {
    ...called("zeroGrad", "forward", "loss", "backward"),
    step: 3,
    says: "step() is not called: the gradients are there, and nothing moves.",
  },
  "passed-again": {
    ...called("zeroGrad", "forward", "loss", "backward", "step", "forward", "loss"),
    step: 4,
    says: "The model is asked a second time, after the update. The loss to give is that of the first pass: keep it.",
  },
};

export const order = asked.answer<string>({
  says: "what one training step calls, in its order",
  scenario: played.order,
  needs: ["trainStep"],
  returns: text("the calls of one step", { choices: [written(RIGHT)] }),
  is: () => written(RIGHT),
  align: settled,
  show: ({ w, learningRate }) =>
    [
      ...onSquare(w, learningRate),
      "trainStep(model, lossFn, new Tensor([[1]]), optimizer)   // what is called:",
    ].join("\n"),
  laws: {
    "backward stands between the loss and the step": (f) => {
      const calls = f().split(ARROW);
      const [loss, backward, step] = ["loss", "backward", "step"].map((call) => calls.indexOf(call));
      return claim(loss! < backward! && backward! < step!, "loss, backward and step in this order", f());
    },
  },
  mistakes,
});
