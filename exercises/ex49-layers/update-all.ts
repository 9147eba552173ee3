/** One step of all parameters. */
import {
  curedBy,
  equal,
  list,
  matrix,
  minus,
  negated,
  record,
  scaled,
  vector,
  zeros,
} from "../../grader/exercise/form.ts";
import { stepped } from "../../reference/differentiation/descent.ts";
import { type Parameters, type Step, step } from "./args.ts";

/** Steps by what `by` makes of each derivative. */
const moved = ({ Ws, bs, dWs, dbs }: Step, by: (slope: number) => number): Parameters => ({
  Ws: Ws.map((W, l) => W.map((row, k) => row.map((w, j) => w - by(dWs[l]![k]![j]!)))),
  bs: bs.map((b, l) => b.map((bk, k) => bk - by(dbs[l]![k]!))),
});

export const updateAll = step.answer<Parameters>({
  says: "One step of descent for the weights and biases of all layers.",
  formula: String.raw`W^l - \eta \frac{\partial L}{\partial W^l}, \quad b^l - \eta \frac{\partial L}{\partial b^l}`,
  returns: record(
    {
      Ws: list(matrix("u v", ""), "L", "the weights after the step"),
      bs: list(vector("u", ""), "L", "the biases after the step"),
    },
    "all parameters after the step; those handed over stay as they are",
  ),
  is: ({ Ws, bs, dWs, dbs, lr }) => ({ Ws: stepped(Ws, dWs, lr), bs: stepped(bs, dbs, lr) }),
  example: {
    Ws: [[[2, -1]], [[2], [-2]]],
    bs: [[0], [-1, 1]],
    dWs: [[[4, 0]], [[2], [-2]]],
    dbs: [[8], [0, 4]],
    lr: 0.25,
  },
  edges: {
    "one layer": {
      given: { Ws: [[[1, 2]]], bs: [[0.5]], dWs: [[[2, -4]]], dbs: [[1]], lr: 0.5 },
      says: "With L = 1 each list has one entry.",
    },
    "a rate of 0": { given: { lr: 0 }, says: "Nothing moves." },
  },
  laws: {
    "twice the rate goes twice as far": (f, { Ws, lr }) => {
      const [near, far] = [f().Ws, f({ lr: 2 * lr }).Ws];
      return Ws.map((W, l) => equal(minus(far[l]!, W), scaled(minus(near[l]!, W), 2)));
    },
    "the opposite gradients lead back": (f, { Ws, bs, dWs, dbs }) => {
      const there = f();
      const back = f({ ...there, dWs: negated(dWs), dbs: negated(dbs) });
      return [equal(back.Ws, Ws), equal(back.bs, bs)];
    },
    "with gradients of 0 everything stays": (f, { Ws, bs, dWs, dbs }) => {
      const still = f({ dWs: zeros(dWs), dbs: zeros(dbs) });
      return [equal(still.Ws, Ws), equal(still.bs, bs)];
    },
  },
  mistakes: curedBy(7, {
    ascent: {
      is: (data) => moved(data, (slope) => -data.lr * slope),
      says: "The sign is turned, and this climbs. The step goes against the gradient.",
    },
    "rate-forgotten": {
      is: (data) => moved(data, (slope) => slope),
      says: "The learning rate is missing: the step is lr times the gradient.",
    },
    "biases-forgotten": {
      is: ({ right, bs }) => ({ ...right, bs }),
      says: "The biases have not moved. They take the same step as the weights, each by its own derivative.",
    },
    "step-alone": {
      is: ({ dWs, dbs, lr }) => ({
        Ws: scaled(dWs, -lr),
        bs: scaled(dbs, -lr),
      }),
      says: "This is the way that is gone, −η times the gradient. Asked for is where it leads: add it to the parameters.",
    },
  }),
});
