/** Adam: momentum and a rate for each parameter, both corrected for their start at 0. */
import { equal, record, scalar, vector } from "../../grader/exercise/form.ts";
import { adamStep as step } from "../../reference/differentiation/adam.ts";
import { num } from "../../reference/numbers/num.ts";
import { type After, adam, type Given } from "./adam-args.ts";
import { mistakes, ratesOf } from "./adam-mistakes.ts";
import { bySigns, scaled } from "./args.ts";

const rest = (x: readonly number[]): Given["state"] => ({ t: 0, m: scaled(x, 0), v: scaled(x, 0) });
const rates = { lr: 0.5, beta1: 0.5, beta2: 0.75, eps: 0.25 };

export const adamStep = adam.answer<After>({
  says: "One step of Adam; the t-th, where state.t is t − 1",
  formula: String.raw`\theta - \eta \frac{\hat m}{\sqrt{\hat v} + \epsilon}, \quad \hat m = \frac{m}{1 - \beta_1^t}, \; \hat v = \frac{v}{1 - \beta_2^t}`,
  returns: record(
    {
      p: vector("n", "parameters after the step"),
      t: scalar("steps taken, this one too", { domain: "integer" }),
      m: vector("n", "the new mean of the gradients, not corrected"),
      v: vector("n", "the new mean of the squares, not corrected"),
    },
    "all of them, in new lists",
  ),
  is: ({ state: { m, v }, p, g }, given) => ({
    ...step({ t: given.state.t, m, v }, p, g, ratesOf(given)),
    t: num(given.state.t + 1),
  }),
  example: { state: { t: 0, m: [0], v: [0] }, p: [2], g: [4], ...rates, eps: 1 },
  edges: {
    "rates left out": {
      given: {
        state: { t: 2, m: [1, 2], v: [4, 1] },
        p: [2, 1],
        g: [1, -3],
        lr: undefined,
        beta1: undefined,
        beta2: undefined,
        eps: undefined,
      },
      says: "lr is 0.001, beta1 0.9, beta2 0.999 and eps 1e-8.",
    },
    "the first step": {
      given: { state: rest([0, 0]), p: [2, 1], g: [100, -0.01], ...rates, eps: undefined },
      says: "m/(1 − β₁) is g and v/(1 − β₂) is g²: both entries move by η, however steep it is.",
      ifNaN: "With t = 0 the corrections are 1 − β⁰ = 0, and 0/0 is NaN: t counts from 1.",
      ifInfinite: "With t = 0 the corrections are 1 − β⁰ = 0: t counts from 1.",
    },
    "no slope at the first step": {
      given: { state: rest([0, 0]), p: [2, 1], g: [0, 3], ...rates },
      says: "0/(0 + ε) is 0: the first entry stays where it is.",
    },
    "a tiny slope": {
      given: { state: rest([0]), p: [0], g: [1e-10], ...rates, lr: 1, eps: undefined },
      says: "The slope is 1e-10 and ε is 1e-8: the step is 1/101. ε is added to the root, after the correction.",
    },
    "after 100,000 steps": {
      given: { state: { t: 100_000, m: [1, -2], v: [4, 1] }, p: [2, 1], g: [1, 3], ...rates },
      says: "β^t is as good as 0, and nothing is left to correct.",
    },
    "β₁ = β₂ = 0": {
      given: { state: { t: 3, m: [1, -2], v: [4, 1] }, p: [2, 1], g: [1, 3], ...rates, beta1: 0, beta2: 0 },
      says: "Nothing is kept: m is g, v is g², and both corrections are 1.",
    },
    "NaN in the gradient": {
      given: { state: { t: 1, m: [1, 0], v: [4, 1] }, p: [2, 1], g: [Number.NaN, 0], ...rates },
      expected: { p: [Number.NaN, 1], t: 2, m: [Number.NaN, 0], v: [Number.NaN, 0.75] },
      says: "NaN is passed on at its place, and nowhere else.",
    },
  },
  laws: {
    "from rest each entry moves by η·|g|/(|g| + ε)": (f, { p, g, lr = 0.001, eps = 1e-8 }) =>
      equal(f({ state: rest(p) }).p, bySigns(p, g, lr, eps)),
    "from rest, the same gradient again makes the same step again": (f, { p, g, lr = 0.001, eps = 1e-8 }) => {
      const { p: there, ...state } = f({ state: rest(p) });
      const step = bySigns(scaled(p, 0), g, lr, eps);
      return equal(
        f({ state, p: there }).p,
        there.map((x, i) => x.plus(step[i]!)),
      );
    },
    "gradients 1000 times as large, with m, v and ε to match, make the same step": (f, given) => {
      const { t, m, v } = given.state;
      const state = { t, m: scaled(m, 1000), v: scaled(v, 1e6) };
      const rates = ratesOf(given);
      return equal(f({ state, g: scaled(given.g, 1000), ...rates, eps: 1000 * rates.eps }).p, f().p);
    },
    "with all signs turned the step is mirrored": (f, { state, p, g }) =>
      equal(
        f({ state: { ...state, m: scaled(state.m, -1) }, p: scaled(p, -1), g: scaled(g, -1) }).p,
        f().p.map((x) => x.negated()),
      ),
    "an entry goes its way as if it were alone": (f, { state: { t, m, v }, p, g }) =>
      equal(f({ state: { t, m: [m[0]!], v: [v[0]!] }, p: [p[0]!], g: [g[0]!] }).p, [f().p[0]!]),
  },
  mistakes,
});
