/** Every number of a gradient against its central difference. */
import {
  type Arg,
  args,
  atMost,
  claim,
  type Draw,
  equal,
  known,
  matrix,
  named,
  optional,
  record,
  rows,
  scalar,
  text,
  truth,
} from "../../grader/exercise/form.ts";
import type { FunctionValue } from "../../grader/value.ts";
import {
  CHECK_STEP,
  CHECK_TOLERANCE,
  type Checked,
  checkedEntries,
  checkGradients as reference,
} from "../../reference/differentiation/gradient-check.ts";
import { callableOf } from "../../reference/functions/known.ts";
import { type Lifted, lift } from "../../reference/numbers/tracked.ts";
import type { Matrix } from "./numerical-gradient.ts";

export type Params = { Wh: Matrix; bh: Matrix; Wo: Matrix; bo: Matrix };
interface Subject {
  readonly loss: FunctionValue;
  readonly params: Params;
  readonly grads: Params;
  readonly eps: number | undefined;
  readonly tol: number | undefined;
}
const NAMES = ["Wh", "bh", "Wo", "bo"] as const;

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

const scaled = (p: Params, factor: (name: keyof Params, i: number, j: number) => number): Params =>
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
      draw.family === "quarters" ? draw.pick([2 ** -13, 2 ** -10]) : 10 ** draw.between(-5, -3),
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

const subject = args(
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
type Outcome = { ok: boolean; worst: { name: string; row: number; col: number; relError: number } };

/** By the gradient, which is drawn anew for every case: mistakes look at the same entries again and again. */
const found = new WeakMap<Params, Checked[]>();

function entriesOf({ loss, params, grads, eps = CHECK_STEP }: Subject): Checked[] {
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

/** The outcome for other errors, or another choice among them. */
const outcome =
  (
    change: (one: Checked & { mine: number; theirs: number }) => number,
    isBetter: (a: number, b: number) => boolean = (a, b) => a > b,
  ) =>
  (given: Subject): Outcome => {
    const right = gradientOf(given.loss, given.params);
    const all = entriesOf(given).map((one) => {
      const at = (p: Params): number => p[one.name as keyof Params][one.row]![one.col]!;
      return { ...one, relError: change({ ...one, mine: at(given.grads), theirs: at(right) }) };
    });
    const { name, row, col, relError } = all.reduce((best, one) =>
      isBetter(one.relError, best.relError) ? one : best,
    );
    return { ok: relError <= (given.tol ?? CHECK_TOLERANCE), worst: { name, row, col, relError } };
  };

const at: Params = {
  Wh: rows([0.5, -1, 1.5], [1, 0.25, -0.75]),
  bh: [[0.25, 0, -0.5]],
  Wo: rows([1, -0.5], [-1.5, 0.75], [0.5, 0.25]),
  bo: [[0.25, -0.25]],
};
const network = named("classifierLoss");
const right = gradientOf(network, at);
const bowl = named("steepBowl");
const flat = scaled(at, () => 0);
const oneHalved = scaled(gradientOf(bowl, at), (name, i, j) =>
  name === "Wo" && i === 1 && j === 0 ? 0.5 : 1,
);
const isSteep = (g: Params): boolean =>
  NAMES.every((name) => g[name].flat().every((x) => Math.abs(x) > 0.01));

export const checkGradients = subject.answer<Outcome>({
  says: "Whether a gradient agrees with central differences at every entry, and where it agrees least: the first of equal errors, with NaN as the largest.",
  formula: String.raw`\text{ok} \iff \text{the largest relative error} \le \text{tol}`,
  returns: record(
    {
      ok: truth("whether no relative error is above tol"),
      worst: record(
        {
          name: text("the matrix", { choices: NAMES }),
          row: scalar("its row, from 0", { domain: "integer" }),
          col: scalar("its column, from 0", { domain: "integer" }),
          relError: scalar("its relative error"),
        },
        "the entry with the largest relative error",
      ),
    },
    "whether the gradient is right, and its worst entry",
  ),
  is: ({ loss, params, grads, eps, tol }) => reference(loss, params, grads, eps, tol),
  example: { loss: bowl, params: at, grads: oneHalved, eps: undefined, tol: undefined },
  edges: {
    "the right gradient of a network": {
      given: { loss: network, params: at, grads: right, eps: undefined, tol: undefined },
      holds: ({ ok, worst }: Lifted<Outcome>) => [claim(ok, "ok"), atMost(worst.relError, 1e-6)],
      says: "Reverse mode and differences agree in 17 of 17 parameters, so ok is true.",
    },
    "sign turned": {
      given: { loss: network, params: at, grads: scaled(right, () => -1), eps: undefined, tol: undefined },
      holds: ({ ok, worst }: Lifted<Outcome>) => [claim(!ok, "not ok"), equal(worst.relError, 1)],
      says: "Every entry is off by 1, so ok is false.",
    },
    "loss that does not change": {
      given: { loss: named("constant", 3), params: at, grads: flat, eps: undefined, tol: undefined },
      says: "Measured and given slopes are 0: every relative error is 0, ok is true, and the first entry is named.",
      ifNaN: "0/0 is NaN.",
    },
    "NaN in the gradient": {
      given: {
        loss: bowl,
        params: at,
        grads: { ...gradientOf(bowl, at), bh: [[0.25, Number.NaN, 3]], bo: [[Number.NaN, 0]] },
        eps: undefined,
        tol: undefined,
      },
      says: "NaN is not right: the first NaN is the worst entry, and ok is false. No comparison with NaN is true, so a search for the largest passes it by.",
    },
    "parameter at a kink": {
      given: {
        loss: named("sumOfRelus"),
        params: at,
        grads: gradientOf(named("sumOfRelus"), at),
        eps: undefined,
        tol: undefined,
      },
      says: "At the kink of max(0, x) the measured slope is ½ and the usual gradient 0: an error of 1, of which the gradient is innocent.",
    },
    "an error that is just the tolerance": {
      given: {
        loss: named("sumOfSquares"),
        params: { ...flat, bo: [[0, 0.5]] },
        grads: { ...flat, bo: [[0, 3]] },
        eps: 0.5,
        tol: 0.5,
      },
      says: "The slopes 1 and 3 make an error of ½, which is not above the tolerance of ½: ok is true.",
    },
    "wide tolerance": {
      given: { loss: bowl, params: at, grads: oneHalved, eps: 0.001, tol: 0.5 },
      says: "One entry is off by ⅓, which is below the tolerance of ½: ok is true.",
    },
  },
  laws: {
    "it accepts the gradient of a network": (f, { params }) => {
      const grads = gradientOf(network, params);
      if (!isSteep(grads)) return false;
      const { ok, worst } = f({ loss: network, grads, eps: undefined, tol: undefined });
      return [claim(ok, "ok"), atMost(worst.relError, CHECK_TOLERANCE)];
    },
    "it refuses a gradient with the factor 1/N left out, with an error of (N − 1)/(N + 1)": (
      f,
      { params },
    ) => {
      const grads = gradientOf(bowl, params);
      if (!isSteep(grads)) return false;
      const { ok, worst } = f({ loss: bowl, grads: scaled(grads, () => 4), eps: 2 ** -10, tol: 0.5 });
      return [claim(!ok, "not ok"), atMost(Math.abs(worst.relError.value - 0.6), 1e-6)];
    },
    "a loss and a gradient 1024 times as large come out alike": (f, { loss, params, grads }) => {
      // Where a slope is 0, its rounding grows with the loss.
      if (!isSteep(gradientOf(loss, params))) return false;
      const larger = f({
        loss: named("combine", 1024, loss, 0, named("plane")),
        grads: scaled(grads, () => 1024),
      });
      const { ok, worst } = f();
      return [claim(larger.ok === ok, "the same ok"), equal(larger.worst, worst)];
    },
  },
  mistakes: {
    "absolute-error": {
      is: outcome(({ mine, theirs }) => Math.abs(mine - theirs)),
      step: 6,
      says: "The errors are absolute differences. The loss of a whole data set has slopes in the thousands, so take the relative error.",
    },
    "mean-for-largest": {
      is: (given) => {
        const errors = entriesOf(given).map(({ relError }) => relError.value);
        const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
        const { worst } = given.right;
        return { ok: mean <= (given.tol ?? CHECK_TOLERANCE), worst: { ...worst, relError: mean } };
      },
      step: 8,
      says: "The errors are averaged. One wrong entry among many right ones is still wrong: the largest counts.",
    },
    "best-for-worst": {
      is: outcome(
        ({ relError }) => relError.value,
        (a, b) => a < b,
      ),
      step: 8,
      says: "This is the entry that agrees best. The one with the largest error decides.",
    },
    "row-and-column-exchanged": {
      is: ({ right: { ok, worst } }) => ({ ok, worst: { ...worst, row: worst.col, col: worst.row } }),
      step: 8,
      says: "Row and column of the worst entry have changed places. The row comes first, as in P[row][col].",
    },
    "verdict-turned": {
      is: ({ right: { ok, worst } }) => ({ ok: !ok, worst }),
      step: 8,
      says: "ok is turned around: it is true where even the largest error is at most tol.",
    },
    "tolerance-ignored": {
      is: ({ right: { worst } }) => ({ ok: worst.relError <= CHECK_TOLERANCE, worst }),
      step: 8,
      says: "The tolerance is 1e-5 whatever is handed over. That is its value only where tol is left out.",
    },
  },
});
