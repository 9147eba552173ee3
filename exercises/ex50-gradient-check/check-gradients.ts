/** Every number of a gradient against its central difference. */
import {
  atMost,
  claim,
  equal,
  named,
  record,
  rows,
  scalar,
  text,
  truth,
} from "../../grader/exercise/form.ts";
import {
  CHECK_TOLERANCE,
  checkGradients as reference,
} from "../../reference/differentiation/gradient-check.ts";
import type { Lifted } from "../../reference/numbers/tracked.ts";
import { gradientOf, NAMES, type Outcome, type Params, scaled, subject } from "./args.ts";
import { mistakes } from "./mistakes.ts";

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
  mistakes,
});
