/** The training run. */
import { atMost, equal, list, matrix, record, rows, scaled, vector } from "../../grader/exercise/form.ts";
import { lossAt, trainedNetwork } from "../../reference/differentiation/network-training.ts";
import type { Parameters } from "../../reference/networks/softmax-network.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { type Fit, type Params, type Run, training } from "./args.ts";
import { mistakes } from "./mistakes.ts";

const reversed = (A: number[][]): number[][] => A.map((row) => row.toReversed());
const zeros = (height: number, width: number): number[][] =>
  Array.from({ length: height }, () => new Array<number>(width).fill(0));

const start: Params = [
  rows([0.5, -1], [1, 0.25]),
  [[0.25, 0]],
  rows([1, -0.5, 0], [-1, 0.75, 0.5]),
  [[0, 0.25, -0.25]],
];
const three = {
  X: rows([1, -2], [0.5, 1], [-1, 0.25]),
  Y: rows([0, 1, 0], [1, 0, 0], [0, 0, 1]),
  params: start,
};

/** Eight points of two circles around 0, of radius 1 and a tenth. At the start all of them are taken for class 1. */
const circles = {
  X: rows([1, 0], [0, 1], [-1, 0], [0, -1], [0.1, 0], [0, 0.1], [-0.1, 0], [0, -0.1]),
  Y: rows([1, 0], [1, 0], [1, 0], [1, 0], [0, 1], [0, 1], [0, 1], [0, 1]),
  params: [
    rows([2.5, -2, 0], [0.5, 2, -2.5]),
    [[-1.5, -1.5, -1.5]],
    rows([1, -1], [1, -1], [1, -1]),
    [[-1, 1]],
  ] as Params,
};

/** A rate at which no step climbs: the larger examples, inputs and output weights are, the smaller it is. */
function smallRate({ X, params: [, , Wo] }: Run): number {
  const square = (A: number[][]): number => Math.max(...A.map((row) => row.reduce((s, a) => s + a * a, 0)));
  return 1 / (X.length * (1 + Wo.length) * (1 + square(X)) * (1 + square(Wo)));
}

export const trainNetwork = training.answer<Fit>({
  says: "Trains the classifier of ex48 on all examples at once: iterations steps with momentum from params, the first from rest.",
  formula: String.raw`M \leftarrow \mu M - \eta \nabla J(\theta), \quad \theta \leftarrow \theta + M`,
  returns: record(
    {
      params: list(
        matrix("a b", "a matrix"),
        "4",
        "[Wh, bh, Wo, bo] after the last iteration, in new matrices",
      ),
      losses: vector("iterations+1", "J at the start, and then after each iteration"),
    },
    "the trained parameters, and the loss on the way",
  ),
  is: ({ X, Y, params, lr, mf }, { iterations }) => {
    const { params: trained, losses } = trainedNetwork(
      X,
      Y,
      params as unknown as Parameters,
      iterations,
      lr,
      mf,
    );
    return { params: trained, losses };
  },
  example: {
    X: [[1, 2]],
    Y: [[0, 1]],
    params: [[[2], [-1]], [[0]], [[2, 2]], [[0, 0]]],
    iterations: 1,
    lr: 0.5,
    mf: 0.5,
  },
  edges: {
    "no iteration": {
      given: { ...three, iterations: 0, lr: 0.25, mf: 0.5 },
      says: "The parameters come back as they are, and losses holds the loss at the start alone.",
    },
    "μ = 0": {
      given: { ...three, iterations: 3, lr: 0.25, mf: 0 },
      says: "Nothing is kept of the last step: this is plain descent.",
    },
    "η = 0": {
      given: { ...three, iterations: 2, lr: 0, mf: 0.5 },
      says: "Nothing moves: losses holds the same number three times.",
    },
    "one example": {
      given: { ...three, X: [[1, -2]], Y: [[0, 1, 0]], iterations: 3, lr: 0.25, mf: 0.75 },
      says: "The sum over the examples has one term.",
    },
    "two circles": {
      given: { ...circles, iterations: 8, lr: 0.25, mf: 0.5 },
      says: "Eight points of two circles. At the start all are taken for class 1, and after eight iterations each has its own class.",
    },
    "a class that is ruled out": {
      given: {
        X: rows([1], [-1]),
        Y: rows([1, 0], [1, 0]),
        params: [[[1]], [[0]], [[1, -1]], [[1000, -1000]]],
        iterations: 2,
        lr: 0.25,
        mf: 0.5,
      },
      expected: { params: [[[1]], [[0]], [[1, -1]], [[1000, -1000]]], losses: [0, 0, 0] },
      says: "Class 1 has the probability 0, and no example belongs to it: the loss is 0, and nothing moves.",
      ifNaN: "0·ln 0 is NaN. Take the logarithm of the class that is there, and no other.",
    },
    "all parameters 0": {
      given: {
        X: rows([1, 2], [-1, 0]),
        Y: rows([0, 1], [0, 1]),
        params: [zeros(2, 3), zeros(1, 3), zeros(3, 2), zeros(1, 2)],
        iterations: 3,
        lr: 0.25,
        mf: 0.5,
      },
      says: "All hidden units start alike, and stay alike: training never tells them apart.",
    },
  },
  laws: {
    "the first loss is that of the parameters handed over, the last that of those that come back": {
      claims: (f, { X, Y, params }) => {
        const fit = f();
        const at = (theta: unknown) => lossAt(lift(X), lift(Y), theta as Parameters);
        return [equal(fit.losses[0]!, at(lift(params))), equal(fit.losses.at(-1)!, at(fit.params))];
      },
      ifBroken: "Is each loss the cross-entropy −Σ Y·ln Ŷ, at the parameters of its iteration?",
    },
    "taking every example twice and halving η leads to the same parameters, with losses twice as large": (
      f,
      { X, Y, lr },
    ) => {
      const [once, twice] = [f(), f({ X: [...X, ...X], Y: [...Y, ...Y], lr: lr / 2 })];
      return [equal(twice.params, once.params), equal(twice.losses, scaled(once.losses, 2))];
    },
    "with μ = 0 and a small η no loss is above the one before": (f, given) => {
      const { losses } = f({ mf: 0, lr: smallRate(given) });
      return losses.slice(1).map((loss, k) => atMost(loss, losses[k]!));
    },
    "with μ = 0 two runs, the second from where the first ended, are one": (f, { iterations }) => {
      const [whole, first] = [f({ mf: 0 }), f({ mf: 0, iterations: 1 })];
      const second = f({ mf: 0, iterations: iterations - 1, params: first.params as never });
      return equal({ ...second, losses: [first.losses[0]!, ...second.losses] }, whole);
    },
    "the first iteration starts from rest: it is the same for every μ": (f) =>
      equal(f({ iterations: 1, mf: 0 }), f({ iterations: 1 })),
    "classes in reverse order in Y, Wo and bo: the same run with the columns of Wo and bo reversed": (
      f,
      { Y, params: [Wh, bh, Wo, bo] },
    ) => {
      const [other, here] = [f({ Y: reversed(Y), params: [Wh, bh, reversed(Wo), reversed(bo)] }), f()];
      const [hidden, biases, ...outputs] = here.params;
      const columns = outputs.map((A) => A.map((row) => row.toReversed()));
      return equal(other, { params: [hidden!, biases!, ...columns], losses: here.losses });
    },
  },
  mistakes,
});
