/** Their subgradients by weights and bias. */
import { atMost, equal, type Laws, scaled, zeros } from "../../grader/exercise/form.ts";
import {
  hingeLoss as hingeOf,
  perceptronLoss as perceptronOf,
} from "../../reference/linear-models/margin-losses.ts";
import { dot } from "../../reference/numbers/num.ts";
import { mapNums } from "../../reference/numbers/tracked.ts";
import { type Example, edges, example, given, marginOf, opposite } from "./args.ts";
import { hingeLoss, perceptronLoss } from "./losses.ts";
import { hingeSlopes, perceptronSlopes, wrongByBias, wrongByWeights } from "./slopes.ts";

const slopes = example.shared({
  example: given,
  edges,
  laws: {
    "opposite weights, bias and label have the opposite gradient": (f, one) =>
      equal(
        f(opposite(one)),
        mapNums(f(), (slope) => slope.negated()),
      ),
  },
});

const ofPerceptron = slopes.shared({
  of: { perceptronLoss: ({ w, x, b, y }) => perceptronOf(w, x, b, y) },
  laws: {
    "w and b times 3 leave the gradient as it is": (f, { w, b }) =>
      equal(f({ w: scaled(w, 3), b: 3 * b }), f()),
  },
});
const ofHinge = slopes.shared({ of: { hingeLoss: ({ w, x, b, y }) => hingeOf(w, x, b, y) } });

const CHANGE = "what the gradient promises of a change is at most what the loss does";
const biasPromises = (of: typeof hingeLoss): Laws<Example, number> => ({
  [CHANGE]: (f, one, { draw, ask }) => {
    const step = draw.real();
    const after = ask(of, { ...one, b: one.b + step });
    return atMost(ask(of, one).plus(f().times(step)), after);
  },
});

const perceptronSlope = (s: number): number => (s <= 0 ? -1 : 0);
const hingeSlope = (s: number): number => (s < 1 ? -1 : 0);

export const perceptronLossDb = ofPerceptron.gradient({
  says: "Subgradient of the perceptron loss by the bias. z = 0 counts as an error.",
  formula: String.raw`\frac{\partial L}{\partial b} \text{ of } L = \max(0, -y z)`,
  by: "b",
  gives: "∂L/∂b",
  laws: biasPromises(perceptronLoss),
  mistakes: wrongByBias(perceptronSlopes, perceptronSlope),
});

export const perceptronLossDw = ofPerceptron.gradient({
  says: "Subgradient of the perceptron loss by the weights. z = 0 counts as an error.",
  formula: String.raw`\nabla_w L \text{ of } L = \max(0, -y z)`,
  by: "w",
  gives: "∂L/∂w, one entry a weight",
  laws: {
    "a step of descent with the rate η on a wrong example raises y·z by η(‖x‖² + 1)": (f, one, { ask }) => {
      if (marginOf(one) > 0) return false;
      const step = dot(f(), one.x).plus(ask(perceptronLossDb, one)).times(-one.y);
      return equal(step, dot(one.x, one.x).plus(1));
    },
    [CHANGE]: (f, one, { draw, ask }) => {
      const step = one.w.map(() => draw.real());
      const after = ask(perceptronLoss, { ...one, w: one.w.map((wj, j) => wj + step[j]!) });
      return atMost(ask(perceptronLoss, one).plus(dot(f(), step)), after);
    },
  },
  mistakes: wrongByWeights(perceptronSlopes, perceptronSlope, 5),
});

export const hingeLossDb = ofHinge.gradient({
  says: "Subgradient of the hinge loss by the bias. A margin of 1 is enough.",
  formula: String.raw`\frac{\partial H}{\partial b} \text{ of } H = \max(0, 1 - y z)`,
  by: "b",
  gives: "∂H/∂b",
  laws: biasPromises(hingeLoss),
  mistakes: wrongByBias(hingeSlopes, hingeSlope),
});

export const hingeLossDw = ofHinge.gradient({
  says: "Subgradient of the hinge loss by the weights. A margin of 1 is enough.",
  formula: String.raw`\nabla_w H \text{ of } H = \max(0, 1 - y z)`,
  by: "w",
  gives: "∂H/∂w, one entry a weight",
  laws: {
    "it is x times the gradient by the bias": (f, one, { ask }) =>
      equal(
        f(),
        one.x.map((xj) => ask(hingeLossDb, one).times(xj)),
      ),
    "an example on the right side stops counting once w and b are large enough": (f, one) => {
      const s = marginOf(one);
      const large = { w: one.w.map((wj) => (2 * wj) / s), b: (2 * one.b) / s };
      return s > 0 && equal(f(large), zeros(one.w));
    },
  },
  mistakes: wrongByWeights(hingeSlopes, hingeSlope, 6),
});
