/** What students write in place of Adam. */
import { curedBy, type Mistakes } from "../../grader/exercise/form.ts";
import type { After, Given } from "./adam-args.ts";
import { meanOf, squaresOf } from "./args.ts";

interface Rates {
  readonly lr: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
}
/** The new means, and where the count stands. */
interface Means {
  readonly t: number;
  readonly m: number[];
  readonly v: number[];
}
type Step = (m: number, v: number, t: number, rates: Rates) => number;

/** With those that are left out. */
export const ratesOf = ({ lr = 0.001, beta1 = 0.9, beta2 = 0.999, eps = 1e-8 }: Given): Rates => ({
  lr,
  beta1,
  beta2,
  eps,
});
const means = ({ state, g }: Given, { beta1, beta2 }: Rates): Means => ({
  t: state.t + 1,
  m: meanOf(state.m, g, beta1),
  v: meanOf(state.v, squaresOf(g), beta2),
});
const firstOf = (m: number, t: number, { beta1 }: Rates): number => m / (1 - beta1 ** t);
const secondOf = (v: number, t: number, { beta2 }: Rates): number => v / (1 - beta2 ** t);
const right: Step = (m, v, t, rates) =>
  (rates.lr * firstOf(m, t, rates)) / (Math.sqrt(secondOf(v, t, rates)) + rates.eps);

/** A step by another formula, from means that may be made otherwise, too. */
const wrongly =
  (step: Step, made: (given: Given, rates: Rates) => Means = means, kept = made) =>
  (given: Given): After => {
    const rates = ratesOf(given);
    const { t, m, v } = made(given, rates);
    return { p: given.p.map((x, i) => x - step(m[i]!, v[i]!, t, rates)), ...kept(given, rates) };
  };

export const mistakes: Mistakes<Given, After> = curedBy(5, {
  "no-correction": {
    is: wrongly((m, v, _, { lr, eps }) => (lr * m) / (Math.sqrt(v) + eps)),
    says: "m and v are used as they are. Both start at 0 and are too small at first: divide by 1 − β₁^t and 1 − β₂^t.",
  },
  "second-not-corrected": {
    is: wrongly((m, v, t, rates) => (rates.lr * firstOf(m, t, rates)) / (Math.sqrt(v) + rates.eps)),
    says: "Only m is corrected. v starts at 0 as well: divide it by 1 − β₂^t.",
  },
  "count-one-behind": {
    is: wrongly((m, v, t, rates) => right(m, v, t - 1, rates)),
    says: "The corrections take the steps that were taken before. This one counts as well; or the first step divides by 1 − β⁰ = 0.",
  },
  "first-not-corrected": {
    is: wrongly((m, v, t, rates) =>
      t === 1 ? (rates.lr * m) / (Math.sqrt(v) + rates.eps) : right(m, v, t - 1, rates),
    ),
    says: "The corrections take state.t, the steps that were taken before, and the first step goes without one. t is the number of this step: state.t + 1.",
  },
  "count-one-ahead": {
    is: wrongly((m, v, t, rates) => right(m, v, t + 1, rates)),
    says: "The corrections count one step too many. The first step has t = 1: add 1 to state.t once.",
  },
  "square-forgotten": {
    is: wrongly(right, (given, rates) => ({
      ...means(given, rates),
      v: meanOf(given.state.v, given.g, rates.beta2),
    })),
    step: 2,
    says: "v is a mean of gradients. It has to be one of their squares: gradients to and fro would cancel, and the root of a negative number is NaN.",
  },
  "square-of-the-mean": {
    is: wrongly(right, (given, rates) => {
      const { t, m } = means(given, rates);
      return { t, m, v: meanOf(given.state.v, squaresOf(m), rates.beta2) };
    }),
    step: 4,
    says: "v is made of the squares of m. It is a mean of the squares of the gradients themselves: those to and fro cancel in m.",
  },
  "spread-about-the-mean": {
    is: wrongly(right, (given, rates) => {
      const { t, m } = means(given, rates);
      return { t, m, v: meanOf(given.state.v, squaresOf(given.g.map((gi, i) => gi - m[i]!)), rates.beta2) };
    }),
    step: 2,
    says: "v is made of (g − m)², as a variance is. Adam takes g² itself.",
  },
  "root-forgotten": {
    is: wrongly((m, v, t, rates) => (rates.lr * firstOf(m, t, rates)) / (secondOf(v, t, rates) + rates.eps)),
    step: 3,
    says: "The root is missing. v is a mean of squares, and √v has the size of a gradient.",
  },
  "betas-exchanged": {
    is: wrongly(
      (m, v, t, rates) => right(m, v, t, { ...rates, beta1: rates.beta2, beta2: rates.beta1 }),
      (given, rates) => means(given, { ...rates, beta1: rates.beta2, beta2: rates.beta1 }),
    ),
    step: 4,
    says: "β₁ and β₂ are exchanged: β₁ is for the mean of the gradients, β₂ for that of their squares.",
  },
  "weights-exchanged": {
    is: wrongly(right, (given, rates) =>
      means(given, { ...rates, beta1: 1 - rates.beta1, beta2: 1 - rates.beta2 }),
    ),
    step: 4,
    says: "The weights are exchanged: β is how much of the old mean is kept, and 1 − β the weight of what is new.",
  },
  "old-mean": {
    is: wrongly(
      right,
      (given, rates) => ({ ...means(given, rates), m: given.state.m }),
      (given, rates) => means(given, rates),
    ),
    step: 4,
    says: "The step is made with the old m, which knows nothing of this gradient. First the new means, then the step.",
  },
  "gradient-for-mean": {
    is: wrongly(
      right,
      (given, rates) => ({
        ...means(given, rates),
        m: given.g.map((gi) => gi * (1 - rates.beta1 ** (given.state.t + 1))),
      }),
      (given, rates) => means(given, rates),
    ),
    step: 4,
    says: "The step goes against this gradient alone, as in RMSprop. Adam goes against the mean m.",
  },
  "product-for-power": {
    is: wrongly(
      (m, v, t, rates) =>
        (rates.lr * (m / (1 - rates.beta1 * t))) / (Math.sqrt(v / (1 - rates.beta2 * t)) + rates.eps),
    ),
    says: "The corrections take β·t. They take β to the power of t, β^t, which becomes 0 as the steps go on.",
  },
  "epsilon-in-the-root": {
    is: wrongly(
      (m, v, t, rates) => (rates.lr * firstOf(m, t, rates)) / Math.sqrt(secondOf(v, t, rates) + rates.eps),
    ),
    step: 3,
    says: "ε stands inside the root, where 1e-8 counts as 1e-4. Here it is added to the root.",
  },
  "larger-of-both": {
    is: wrongly(
      (m, v, t, rates) =>
        (rates.lr * firstOf(m, t, rates)) / Math.max(Math.sqrt(secondOf(v, t, rates)), rates.eps),
    ),
    step: 3,
    says: "The larger of the root and ε divides. ε is added to the root, also where that is large.",
  },
  "epsilon-before-the-correction": {
    is: wrongly(
      (m, v, t, rates) =>
        (rates.lr * firstOf(m, t, rates) * Math.sqrt(1 - rates.beta2 ** t)) / (Math.sqrt(v) + rates.eps),
    ),
    says: "ε is added to √v, and the correction comes after it. First divide v by 1 − β₂^t, then take the root, then add ε.",
  },
  "corrected-means-kept": {
    is: wrongly(right, means, (given, rates) => {
      const { t, m, v } = means(given, rates);
      return { t, m: m.map((mi) => firstOf(mi, t, rates)), v: v.map((vi) => secondOf(vi, t, rates)) };
    }),
    says: "The corrected means come back. The correction is for this step alone: the next one goes on from m and v as they are.",
  },
});
