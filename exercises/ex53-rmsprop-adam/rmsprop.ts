/** RMSprop: each parameter has a rate of its own. */
import { type ArgsOf, args, curedBy, equal, negated, record, vector } from "../../grader/exercise/form.ts";
import { rmspropStep as step } from "../../reference/differentiation/adam.ts";
import { bySigns, decay, eps, g, lr, meanOf, p, scaled, sizes, squares, squaresOf } from "./args.ts";

const rms = args(
  { v: squares, p, g, lr: lr(0.01), alpha: decay("how much of v is kept, α", 0.99, "lr"), eps: eps("alpha") },
  { sizes },
);
type Given = ArgsOf<typeof rms>;
type After = { p: number[]; v: number[] };

const withStandards = ({ lr = 0.01, alpha = 0.99, eps = 1e-8 }: Given) => ({ lr, alpha, eps });

/** How v and then each parameter are made. */
const wrongly =
  (
    next: (given: Given, alpha: number) => number[],
    divisor: (v: number, eps: number, old: number) => number = (v, eps) => Math.sqrt(v) + eps,
  ) =>
  (given: Given): After => {
    const { lr, alpha, eps } = withStandards(given);
    const v = next(given, alpha);
    return { p: given.p.map((x, i) => x - (lr * given.g[i]!) / divisor(v[i]!, eps, given.v[i]!)), v };
  };
const mean = ({ v, g }: Given, alpha: number): number[] => meanOf(v, squaresOf(g), alpha);

export const rmspropStep = rms.answer<After>({
  says: "One step of RMSprop: against the gradient, each entry divided by the size that its gradients usually have",
  formula:
    "v \\leftarrow \\alpha v + (1 - \\alpha) g^2, \\quad \\theta \\leftarrow \\theta - \\eta \\frac{g}{\\sqrt{v} + \\epsilon}",
  returns: record(
    { p: vector("n", "parameters after the step"), v: vector("n", "the new mean of the squares") },
    "both, in new lists",
  ),
  is: ({ v, p, g }, given) => step(v, p, g, withStandards(given)),
  example: { v: [4, 1], p: [2, 1], g: [2, -1], lr: 0.5, alpha: 0.75, eps: 0.5 },
  edges: {
    "rates left out": {
      given: { v: [4, 1], p: [2, 1], g: [1, -3], lr: undefined, alpha: undefined, eps: undefined },
      says: "lr is 0.01, alpha 0.99 and eps 1e-8.",
    },
    "no slope yet, and none now": {
      given: { v: [0, 0], p: [2, 1], g: [0, 3], lr: 0.5, alpha: 0.75, eps: 0.5 },
      says: "The first entry has never had a slope. 0/(0 + ε) is 0: it stays where it is.",
    },
    "no slope now": {
      given: { v: [4, 1], p: [2, 1], g: [0, 0], lr: 0.5, alpha: 0.75, eps: 0.5 },
      says: "The parameters stay where they are, and v shrinks to 0.75 of what it was.",
    },
    "a tiny slope": {
      given: { v: [0], p: [0], g: [1e-10], lr: 1, alpha: 0, eps: undefined },
      says: "√v is 1e-10 and ε is 1e-8: the step is 1/101. Without ε it would be 1, for a slope that is next to nothing.",
    },
    "NaN in the gradient": {
      given: { v: [4, 1], p: [2, 1], g: [Number.NaN, 2], lr: 0.5, alpha: 0.75, eps: 0.5 },
      expected: { p: [Number.NaN, 1 - 1 / (Math.sqrt(1.75) + 0.5)], v: [Number.NaN, 1.75] },
      says: "NaN is passed on at its place, and nowhere else.",
    },
  },
  laws: {
    "gradients 1000 times as large, with v and ε to match, make the same step": (f, given) => {
      const { v, g } = given;
      const rates = withStandards(given);
      return equal(f({ v: scaled(v, 1e6), g: scaled(g, 1000), ...rates, eps: 1000 * rates.eps }).p, f().p);
    },
    "at −p with the gradient −g all is mirrored": (f, { p, g }) => {
      const [here, there] = [f(), f({ p: scaled(p, -1), g: scaled(g, -1) })];
      return equal(there.p, negated(here.p));
    },
    "where v is g² already, it stays": (f, { g }) => equal(f({ v: squaresOf(g) }).v, squaresOf(g)),
    "with α = 0 each entry moves by η·|g|/(|g| + ε)": (f, given) => {
      const rates = withStandards(given);
      return equal(f({ ...rates, alpha: 0 }).p, bySigns(given.p, given.g, rates.lr, rates.eps));
    },
    "an entry goes its way as if it were alone": (f, { v, p, g }) => {
      const [all, alone] = [f(), f({ v: [v[0]!], p: [p[0]!], g: [g[0]!] })];
      return [equal(alone.p, [all.p[0]!]), equal(alone.v, [all.v[0]!])];
    },
  },
  mistakes: curedBy(2, {
    "weights-exchanged": {
      is: wrongly(({ v, g }, alpha) => meanOf(v, squaresOf(g), 1 - alpha)),
      says: "The weights are exchanged: α is how much of the old v is kept, and 1 − α the weight of the new square.",
    },
    "sum-for-mean": {
      is: wrongly(({ v, g }) => v.map((vi, i) => vi + g[i]! * g[i]!)),
      says: "v adds up all squares, and steps get shorter without an end. That is AdaGrad; RMSprop forgets: αv + (1 − α)g².",
    },
    "new-square-whole": {
      is: wrongly(({ v, g }, alpha) => v.map((vi, i) => alpha * vi + g[i]! * g[i]!)),
      says: "The new square has no weight 1 − α, so that v is no mean any more: it comes to 1/(1 − α) times the squares.",
    },
    "square-forgotten": {
      is: wrongly(({ v, g }, alpha) => meanOf(v, g, alpha)),
      says: "v is a mean of gradients. It has to be one of their squares: gradients to and fro would cancel, and the root of a negative number is NaN.",
    },
    "root-forgotten": {
      is: wrongly(mean, (v, eps) => v + eps),
      step: 3,
      says: "The root is missing. v is a mean of squares, and √v has the size of a gradient.",
    },
    "epsilon-in-the-root": {
      is: wrongly(mean, (v, eps) => Math.sqrt(v + eps)),
      step: 3,
      says: "ε stands inside the root, where 1e-8 counts as 1e-4. Here it is added to the root.",
    },
    "larger-of-both": {
      is: wrongly(mean, (v, eps) => Math.max(Math.sqrt(v), eps)),
      step: 3,
      says: "The larger of √v and ε divides. ε is added to the root, also where that is large.",
    },
    "old-mean": {
      is: wrongly(mean, (_, eps, old) => Math.sqrt(old) + eps),
      step: 3,
      says: "The step is divided by the root of the old v. First the new v, then the step: at the first one the old v is 0.",
    },
  }),
});
