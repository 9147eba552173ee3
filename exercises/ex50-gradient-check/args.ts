/** What a gradient check is asked about: a loss, parameters, and a gradient that is right but for two entries. */
import {
  type Arg,
  args,
  type Draw,
  known,
  matrix,
  named,
  optional,
  record,
  scalar,
} from "../../grader/exercise/form.ts";
import type { FunctionValue } from "../../grader/value.ts";
import {
  CHECK_STEP,
  CHECK_TOLERANCE,
  type Checked,
  checkedEntries,
} from "../../reference/differentiation/gradient-check.ts";
import { callableOf } from "../../reference/functions/known.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import type { Matrix } from "./numerical-gradient.ts";

export type Params = { Wh: Matrix; bh: Matrix; Wo: Matrix; bo: Matrix };
export interface Subject {
  readonly loss: FunctionValue;
  readonly params: Params;
  readonly grads: Params;
  readonly eps: number | undefined;
  readonly tol: number | undefined;
}
export const NAMES = ["Wh", "bh", "Wo", "bo"] as const;

/** Four matrices, in the shapes of ex48. */
const matrices = (
  meanings: Readonly<Record<keyof Params, string>>,
  says: string,
  between?: readonly [number, number],
) => {
  const options = between === undefined ? {} : { between };
  return record<Params>(
    {
      Wh: matrix("m h", meanings.Wh, options),
      bh: matrix("1 h", meanings.bh, options),
      Wo: matrix("h c", meanings.Wo, options),
      bo: matrix("1 c", meanings.bo, options),
    },
    says,
  );
};
const params = matrices(
  { Wh: "hidden weights", bh: "hidden biases", Wo: "output weights", bo: "output biases" },
  "parameters: matrices by name",
  [-1.5, 1.5],
);

/** The right gradient. */
export const gradientOf = (loss: FunctionValue, at: Params): Params =>
  (callableOf(named("gradientOf", loss)) as (at: Params) => Params)(at);

export const scaled = (p: Params, factor: (name: keyof Params, i: number, j: number) => number): Params =>
  Object.fromEntries(
    NAMES.map((name) => [name, p[name].map((row, i) => row.map((x, j) => x * factor(name, i, j)))]),
  ) as Params;

/** The right gradient with two entries that are wrong by a factor, one of them more. */
function almostRight(draw: Draw, loss: FunctionValue, at: Params): Params {
  const place = (): string => {
    const name = draw.pick(NAMES);
    return `${name} ${draw.integer(0, at[name].length - 1)} ${draw.integer(0, at[name][0]!.length - 1)}`;
  };
  const wrong = new Map([
    [place(), draw.pick([1.25, 0.75])],
    [place(), draw.pick([-1, 0.5, 1.5, 3])],
  ]);
  return scaled(gradientOf(loss, at), (name, i, j) => wrong.get(`${name} ${i} ${j}`) ?? 1);
}

const grads: Arg<Params> = {
  ...matrices(
    {
      Wh: "derivatives by Wh, to be checked",
      bh: "derivatives by bh",
      Wo: "derivatives by Wo",
      bo: "derivatives by bo",
    },
    "the gradient to check, in the form of params",
  ),
  draw: (draw, { loss, params: at }) => almostRight(draw, loss as FunctionValue, at as Params),
};
const eps = optional(
  scalar("step ε to either side", {
    domain: "positive",
    draw: (draw) =>
      // A large step, so that another one in its place is seen.
      draw.family === "quarters" ? draw.pick([2 ** -13, 2 ** -4]) : 10 ** draw.between(-5, -1),
  }),
  CHECK_STEP,
);
const usualTol = optional(
  scalar("largest relative error that passes", {
    domain: "positive",
    draw: (draw) => (draw.family === "quarters" ? draw.pick([0.001, 0.3, 0.6]) : draw.between(0.01, 0.9)),
  }),
  CHECK_TOLERANCE,
);
const tol: Arg<number | undefined> = {
  ...usualTol,
  // What comes before it has to be there, too.
  draw: (draw, earlier) => (earlier.eps === undefined ? undefined : usualTol.draw(draw, earlier)),
};

export const subject = args(
  {
    loss: known(
      ["classifierLoss", "ring", "tiltedBowl", "steepBowl"],
      "takes the parameters, gives a number",
    ),
    params,
    grads,
    eps,
    tol,
  },
  // The points of classifierLoss have two inputs.
  { sizes: { m: [2, 2], h: [3, 3], c: [2, 2] }, accepts: isClear },
);
export type Outcome = { ok: boolean; worst: { name: string; row: number; col: number; relError: number } };

/** By the gradient, which is drawn anew for every case: mistakes look at the same entries again and again. */
const found = new WeakMap<Params, Checked[]>();

export function entriesOf({ loss, params, grads, eps = CHECK_STEP }: Subject): Checked[] {
  const entries = found.get(grads) ?? checkedEntries(loss, lift(params), lift(grads), eps);
  found.set(grads, entries);
  return entries;
}

/** Whether one entry is clearly the worst, and clearly on one side of the tolerance. */
function isClear(given: Subject): boolean {
  const errors = entriesOf(given).map(({ relError }) => relError.value);
  const [worst = 0, second = 0] = errors.toSorted((a, b) => b - a);
  return worst > 0.1 && worst - second > 0.01 && Math.abs(worst - (given.tol ?? CHECK_TOLERANCE)) > 0.005;
}
