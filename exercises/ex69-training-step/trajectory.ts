/** Steps on w², where each is a factor of 1 − 2η. */
import {
  type ArgsOf,
  args,
  equal,
  type Mistakes,
  record,
  scalar,
  vector,
} from "../../grader/exercise/form.ts";
import { num } from "../../reference/numbers/num.ts";
import { type At, type Call, RIGHT, run } from "./calls.ts";
import { ascent, lossAfterwards, wrongSteps } from "./mistakes.ts";
import * as played from "./scenarios.ts";
import { onSquare } from "./shown.ts";

const asked = args({
  w: scalar("where the weight starts", { draw: (draw) => draw.pick([-1, 1]) * draw.between(0.5, 3) }),
  learningRate: scalar("learning rate η", {
    // Not ½, which arrives at 0 in one step.
    draw: (draw) => (draw.family === "quarters" ? draw.pick([0.25, 0.125, 0.75]) : draw.between(0.05, 0.4)),
  }),
  steps: scalar("number of steps", { domain: "integer", draw: (draw) => draw.integer(2, 4) }),
});
type Asked = ArgsOf<typeof asked>;

type Steps = { readonly losses: number[]; readonly weights: number[] };

const squareAt = ([w]: readonly number[]): At => ({ loss: w! * w!, gradient: [2 * w!] });

const ran =
  (calls: readonly Call[], sign = 1) =>
  ({ w, learningRate, steps }: Asked): Steps => {
    const { losses, places } = run(calls, [w], squareAt, sign * learningRate, steps);
    return { losses, weights: places.map(([at]) => at!) };
  };

const mistakes: Mistakes<Asked, Steps> = {
  ...Object.fromEntries(
    Object.entries(wrongSteps).map(([name, { calls, step, says }]) => [name, { is: ran(calls), step, says }]),
  ),
  "loss-after-the-update": {
    is: ({ right }) => ({ ...right, losses: right.weights.map((w) => w * w) }),
    ...lossAfterwards,
  },
  ascent: { is: ran(RIGHT, -1), ...ascent },
};

export const trajectory = asked.answer<Steps>({
  says: "the losses and weights of several steps on $w^2$",
  scenario: played.trajectory,
  needs: ["trainStep"],
  returns: record(
    {
      losses: vector("steps", "what trainStep gives, step by step"),
      weights: vector("steps", "where each step arrives"),
    },
    "losses and weights",
  ),
  is: ({ w, learningRate }, { steps }) => {
    const factor = num(1).minus(learningRate.times(2));
    const places = [w];
    for (let k = 0; k < steps; k++) places.push(places[k]!.times(factor));
    return { losses: places.slice(0, -1).map((at) => at.squared()), weights: places.slice(1) };
  },
  show: ({ w, learningRate, steps }) =>
    [
      ...onSquare(w, learningRate),
      `for (let k = 0; k < ${steps}; k++) {`,
      "  losses.push(trainStep(model, lossFn, new Tensor([[1]]), optimizer));",
      "  weights.push(model.weight.data[0][0]);",
      "}",
      "{ losses, weights }",
    ].join("\n"),
  example: { w: 2, learningRate: 0.1, steps: 3 },
  edges: {
    "one step": {
      given: { w: 3, learningRate: 0.25, steps: 1 },
      says: "Before the first step all gradients are 0. The slope at 3 is 6: the loss is 9, and the weight 1.5.",
    },
    "at the bottom": {
      given: { w: 0, learningRate: 0.25, steps: 2 },
      says: "The slope at 0 is 0: the weight stays, and the loss is 0.",
    },
  },
  laws: {
    "with η = 0 nothing moves, and the loss stays": (f, { w }) => {
      const { losses, weights } = f({ learningRate: 0 });
      return [
        equal(
          weights,
          weights.map(() => w),
        ),
        equal(
          losses,
          losses.map(() => num(w).squared()),
        ),
      ];
    },
    "every step multiplies the weight by the same number": (f, { steps }) => {
      const [before, after] = [f({ steps: 1 }).weights[0]!, f()];
      const further = f({ w: before, steps });
      return equal(further.weights.slice(0, -1), after.weights.slice(1));
    },
    "each loss is the square of the weight that it starts from": (f, { w }) => {
      const { losses, weights } = f();
      return equal(
        losses,
        [num(w), ...weights.slice(0, -1)].map((at) => at.squared()),
      );
    },
  },
  mistakes,
});
