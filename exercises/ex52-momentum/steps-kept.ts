/** The form that keeps the step M. */
import { type ArgsOf, args, curedBy, equal, scaled } from "../../grader/exercise/form.ts";
import { momentumStep, movedBy } from "../../reference/differentiation/momentum.ts";
import { answered, inEach, type Matrix, matrices, mu, rate, sizes } from "./args.ts";

const kept = args(
  {
    Ms: matrices("the last steps, one matrix for each of the parameters"),
    grads: matrices("gradients, in the same order and shapes"),
    momentum: mu,
    lr: rate,
  },
  { sizes },
);
type Kept = ArgsOf<typeof kept>;

const wrongly =
  (f: (m: number, g: number, mu: number, lr: number) => number) =>
  ({ Ms, grads, momentum, lr }: Kept): Matrix[] =>
    inEach((m, g) => f(m!, g!, momentum, lr))(Ms, grads);

export const updateMomentum = kept.answer({
  says: "The next step of every matrix, from the last one and the gradient",
  formula: "\\mu M - \\eta g \\text{ for each matrix}",
  returns: answered("the steps to take now"),
  is: ({ Ms, grads, momentum, lr }) => momentumStep(Ms, grads, momentum, lr),
  example: { Ms: [[[1, -2]], [[0]]], grads: [[[2, 4]], [[-1]]], momentum: 0.5, lr: 0.25 },
  edges: {
    "the first step": {
      given: { Ms: [[[0, 0]], [[0]]], grads: [[[2, -3]], [[4]]], momentum: 0.5, lr: 0.25 },
      says: "M is still 0, and the step is that of plain descent, −ηg.",
    },
    "μ = 0": {
      given: { Ms: [[[1, -2]]], grads: [[[4, 8]]], momentum: 0, lr: 0.25 },
      says: "Nothing of M is kept: the step is −ηg.",
    },
    "μ above 1": {
      given: { Ms: [[[8, -2]]], grads: [[[1, 2]]], momentum: 1.5, lr: 0.25 },
      says: "1.5·M is longer than M. Such a descent runs away, and it is the caller who chose μ.",
    },
    "η smaller than at the step before": {
      given: { Ms: [[[-2]]], grads: [[[4]]], momentum: 0.5, lr: 0.25 },
      says: "M = −2 was made with another η. Half of it is kept as it is, and the new η counts for the gradient alone: −1 − 0.25·4.",
    },
    "NaN in a gradient": {
      given: { Ms: [[[1, -2]]], grads: [[[Number.NaN, 4]]], momentum: 0.5, lr: 0.25 },
      expected: [[[Number.NaN, -2]]],
      says: "NaN is passed on at its place, and nowhere else.",
    },
    "no matrix": {
      given: { Ms: [], grads: [], momentum: 0.5, lr: 0.25 },
      says: "An empty list of parameters has an empty list of steps.",
    },
  },
  laws: {
    "M and gradients three times as large make the step three times as large": (f, { Ms, grads }) => {
      const three = inEach((x) => 3 * x!);
      return equal(f({ Ms: three(Ms), grads: three(grads) }), scaled(f(), 3));
    },
    "without a gradient what is left of M after two steps is μ²·M": (f, { Ms, grads, momentum }) => {
      const none = inEach(() => 0)(grads);
      return equal(f({ Ms: f({ grads: none }), grads: none }), inEach((m) => momentum * momentum * m!)(Ms));
    },
    "under a gradient that stays the same, a step of −ηg/(1 − μ) stays as it is": (
      f,
      { grads, momentum, lr },
    ) => {
      const limit = inEach((g) => (-lr * g!) / (1 - momentum))(grads);
      return equal(f({ Ms: limit }), limit);
    },
    "the order of the matrices means nothing": (f, { Ms, grads }) =>
      equal(f({ Ms: [...Ms].reverse(), grads: [...grads].reverse() }), [...f()].reverse()),
  },
  mistakes: curedBy(2, {
    "plus-for-minus": {
      is: wrongly((m, g, mu, lr) => mu * m + lr * g),
      says: "The gradient is added, and that climbs. M goes against it: −ηg.",
    },
    "rate-on-both": {
      is: wrongly((m, g, mu, lr) => lr * (mu * m - g)),
      says: "η is on M as well. The sign and η are in M once and for all: with one more η at every step, what is kept dies away too soon.",
    },
    "nothing-kept": {
      is: wrongly((_, g, __, lr) => -lr * g),
      step: 1,
      says: "This is the step of plain descent. μ times the last step, Ms, comes on top.",
    },
    "rate-forgotten": {
      is: wrongly((m, g, mu) => mu * m - g),
      says: "η is missing. The slope adds −ηg, and M is the whole step: θ + M has no η any more.",
    },
    "weighted-mean": {
      is: wrongly((m, g, mu, lr) => mu * m - (1 - mu) * lr * g),
      step: 3,
      says: "The gradient has the weight 1 − μ, so that M is a mean of steps. Momentum adds them up: the gradient has all of its weight.",
    },
    "the-other-form": {
      is: wrongly((m, g, mu) => mu * m + g),
      step: 4,
      says: "This is μv + g, which torchMomentumStep keeps. M is a step: it has the minus sign and η in it.",
    },
    "rate-and-momentum-exchanged": {
      is: wrongly((m, g, mu, lr) => lr * m - mu * g),
      says: "μ and η are exchanged: μ is how much of the last step M is kept, and η belongs to the gradient.",
    },
  }),
});

const moved = args(
  {
    params: matrices("parameters, weights and biases"),
    Ms: matrices("the steps to take, in the same order and shapes"),
  },
  { sizes },
);

export const updateParams = moved.answer({
  says: "Every matrix of parameters after its step",
  formula: "\\theta + M \\text{ for each matrix}",
  returns: answered("the parameters after the step, in new matrices"),
  is: ({ params, Ms }) => movedBy(params, Ms),
  example: { params: [[[2, 1]], [[3]]], Ms: [[[-0.5, 1]], [[0.25]]] },
  edges: {
    "a step of 0": { given: { params: [[[2, -1]], [[3]]], Ms: [[[0, 0]], [[0]]] }, says: "Nothing moves." },
    "no matrix": { given: { params: [], Ms: [] }, says: "An empty list stays empty." },
  },
  laws: {
    "the opposite step leads back": (f, { params, Ms }) =>
      equal(f({ params: f(), Ms: inEach((m) => -m!)(Ms) }), params),
    "two steps may change places": (f, { params, Ms }) => {
      const other = inEach((x, m) => x! - 2 * m!)(params, Ms);
      return equal(f({ params: f({ Ms: other }) }), f({ params: f(), Ms: other }));
    },
    "the order of the matrices means nothing": (f, { params, Ms }) =>
      equal(f({ params: [...params].reverse(), Ms: [...Ms].reverse() }), [...f()].reverse()),
  },
  mistakes: curedBy(2, {
    subtracted: {
      is: ({ params, Ms }) => inEach((x, m) => x! - m!)(params, Ms),
      says: "M is taken away. The minus sign is in M already, so that M is added.",
    },
    "step-alone": {
      is: ({ Ms }) => Ms,
      says: "This is the step itself. Asked for is where it leads: params + M.",
    },
  }),
});
