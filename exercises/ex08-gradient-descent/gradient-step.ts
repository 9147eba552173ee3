/** One step against the gradient. */
import { args, curedBy, equal, vector } from "../../grader/exercise/form.ts";
import { num } from "../../reference/numbers/num.ts";
import { lr, x } from "./args.ts";

const one = args({ x, grad: vector("n", "gradient at that place"), lr });

export const gradientStep = one.answer({
  says: "One step of gradient descent",
  formula: "x - \\eta \\nabla f(x)",
  returns: vector("n", "where the step arrives"),
  is: ({ x, grad, lr }) => x.map((xi, i) => xi.minus(lr.times(grad[i]!))),
  example: { x: [3, -6], grad: [6, -12], lr: 0.1 },
  edges: {
    "one number": {
      given: { x: [-6], grad: [-12], lr: 0.1 },
      says: "On x² the step from −6 is against the slope −12, to −4.8: from 36 down to 23.04.",
    },
    "a stationary point": {
      given: { x: [2, -1.5], grad: [0, 0], lr: 0.5 },
      says: "Where the gradient is 0, x stays.",
    },
    "a rate below 0": {
      given: { x: [-6], grad: [-12], lr: -1 },
      says: "It climbs: −6 + (−12) is −18, where x² is 324. The gradient gives a direction, not a distance.",
    },
  },
  laws: {
    "with η = 0, x stays": (f, { x }) => equal(f({ lr: 0 }), x),
    "twice the rate goes twice as far": (f, { x, lr }) => {
      const [near, far] = [f(), f({ lr: 2 * lr })];
      return equal(
        far.map((to, i) => to.minus(x[i]!)),
        near.map((to, i) => to.minus(x[i]!).times(2)),
      );
    },
    "on Σ xᵢ² a step multiplies x by 1 − 2η": (f, { x, lr }) =>
      equal(
        f({ grad: x.map((xi) => 2 * xi) }),
        x.map((xi) =>
          num(1)
            .minus(2 * lr)
            .times(xi),
        ),
      ),
    "the opposite gradient leads back": (f, { x, grad }) =>
      equal(f({ x: f(), grad: grad.map((slope) => -slope) }), x),
  },
  mistakes: curedBy(3, {
    ascent: {
      is: ({ x, grad, lr }) => x.map((xi, i) => xi + lr * grad[i]!),
      says: "The sign is flipped, and this climbs. The gradient points uphill; the step goes against it.",
    },
    "rate-forgotten": {
      is: ({ x, grad }) => x.map((xi, i) => xi - grad[i]!),
      says: "The learning rate is missing. The gradient gives the direction; lr times it is how far to go.",
    },
    "update-alone": {
      is: ({ grad, lr }) => grad.map((slope) => -lr * slope),
      says: "This is the way that is gone, −η∇f. Asked for is where it leads: add it to x.",
    },
    "length-normalised": {
      is: ({ x, grad, lr }) => x.map((xi, i) => xi - (lr * grad[i]!) / Math.hypot(...grad)),
      says: "The gradient is divided by its length, so that every step goes equally far. Descent takes it as it is: where the slope is small, the step is short.",
    },
    "sign-alone": {
      is: ({ x, grad, lr }) => x.map((xi, i) => xi - lr * Math.sign(grad[i]!)),
      says: "Only the gradient's signs are used. Its size counts, too: a steeper direction takes the longer step.",
    },
  }),
});
