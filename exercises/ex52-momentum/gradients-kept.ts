/** The form of PyTorch, which keeps gradients. */
import {
  type ArgsOf,
  args,
  curedBy,
  equal,
  matrix,
  minus,
  record,
  scaled,
} from "../../grader/exercise/form.ts";
import { velocityStep } from "../../reference/differentiation/momentum.ts";
import { type Lifted, lift } from "../../reference/numbers/tracked.ts";
import { entries, type Matrix, mu, rate } from "./args.ts";
import { updateMomentum, updateParams } from "./steps-kept.ts";

const step = args(
  {
    p: matrix("k d", "parameters"),
    v: matrix("k d", "velocity: the gradients up to here, the older the less"),
    g: matrix("k d", "gradient at p"),
    mu,
    lr: rate,
  },
  { sizes: { k: [2, 3], d: [2, 4] } },
);
type Step = ArgsOf<typeof step>;
type After = { p: Matrix; v: Matrix };

/** How the velocity and then the parameters are made: from v and g; from p, the new v and g. */
const wrongly =
  (
    velocity: (v: number, g: number, at: Step) => number,
    moved: (p: number, v: number, old: number, g: number, at: Step) => number,
  ) =>
  (at: Step): After => {
    const v = entries((old, g) => velocity(old!, g!, at))(at.v, at.g);
    return { p: entries((p, now, old, g) => moved(p!, now!, old!, g!, at))(at.p, v, at.v, at.g), v };
  };
const velocity = (v: number, g: number, { mu }: Step): number => mu * v + g;
const against = (p: number, v: number, _: number, __: number, { lr }: Step): number => p - lr * v;

export const torchMomentumStep = step.answer<After>({
  says: "One step of momentum as PyTorch takes it",
  formula: "v \\leftarrow \\mu v + g, \\quad \\theta \\leftarrow \\theta - \\eta v",
  returns: record(
    { p: matrix("k d", "parameters after the step"), v: matrix("k d", "the new velocity") },
    "both, in new matrices",
  ),
  is: ({ p, v, g, mu, lr }) => velocityStep(p, v, g, mu, lr),
  example: { p: [[2, 1]], v: [[4, 0]], g: [[-1, 2]], mu: 0.5, lr: 0.25 },
  edges: {
    "the first step": {
      given: { p: [[2, 1]], v: [[0, 0]], g: [[4, -8]], mu: 0.5, lr: 0.25 },
      says: "v is still 0: it becomes the gradient, and the step is that of plain descent.",
    },
    "the second step on w²": {
      given: { p: [[1.6]], v: [[4]], g: [[3.2]], mu: 0.5, lr: 0.1 },
      says: "From w = 2 the first step led to 1.6, with the gradient 4. At 1.6 the gradient is 3.2, v is 5.2, and w becomes 1.08.",
    },
    "a gradient of 0": {
      given: { p: [[2, 1]], v: [[4, -8]], g: [[0, 0]], mu: 0.5, lr: 0.25 },
      says: "It rolls on: v is halved, and p goes on against it.",
    },
    "η = 0": {
      given: { p: [[2, 1]], v: [[4, -8]], g: [[1, 3]], mu: 0.5, lr: 0 },
      says: "p stays where it is, and v takes the gradient in all the same: there is no η in it.",
    },
    "μ above 1": {
      given: { p: [[2, 1]], v: [[4, -8]], g: [[1, 3]], mu: 1.5, lr: 0.25 },
      says: "1.5·v is longer than v. Such a descent runs away, and it is the caller who chose μ.",
    },
  },
  laws: {
    "with M = −η·v and the same η, three steps of both forms lead to the same place": (
      f,
      { p, v, g, lr, mu },
      { ask },
    ) => {
      const rates = lift({ momentum: mu, lr });
      let here: Lifted<After> = lift({ p, v });
      let [params, Ms] = lift([[p], [scaled(v, -lr)]]);
      for (const slope of lift([g, p, v])) {
        here = f({ ...here, g: slope });
        Ms = ask(updateMomentum, { Ms: Ms!, grads: [slope], ...rates });
        params = ask(updateParams, { params: params!, Ms: Ms! });
      }
      return equal(here.p, params![0]!);
    },
    "where η becomes η/2 between two steps, the forms part by ½·η·μ·v": (f, { p, v, g, lr, mu }, { ask }) => {
      const here = f({ lr: lr / 2 });
      const Ms = ask(updateMomentum, { Ms: [scaled(v, -lr)], grads: [g], momentum: mu, lr: lr / 2 });
      const [there] = ask(updateParams, { params: lift([p]), Ms });
      return equal(minus(here.p, there), scaled(v, (lr * mu) / 2));
    },
    "with μ = 0 it is plain descent, and v is the gradient": (f, { p, g, lr }) =>
      equal(f({ mu: 0 }), { p: entries((x, slope) => x! - lr * slope!)(p, g), v: g }),
    "neither p nor η has a part in v": (f, { p, lr }) => equal(f({ p: scaled(p, -2), lr: 3 * lr }).v, f().v),
  },
  mistakes: curedBy(4, {
    nesterov: {
      is: wrongly(velocity, (p, v, _, g, { mu, lr }) => p - lr * (g + mu * v)),
      step: 5,
      says: "This is Nesterov's momentum, which takes μ times the new v and the gradient once more. Here the step is η times the new v.",
    },
    added: {
      is: wrongly(velocity, (p, v, _, __, { lr }) => p + lr * v),
      says: "ηv is added, and that climbs: v is made of gradients, without a minus sign. Take it away.",
    },
    "old-velocity": {
      is: wrongly(velocity, (p, _, old, __, { lr }) => p - lr * old),
      says: "p moves by the old v, so that this gradient counts from the next step on only. First the new v, then the step.",
    },
    "rate-twice": {
      is: wrongly((v, g, { mu, lr }) => mu * v + lr * g, against),
      says: "η is in v and in the step. In this form v holds gradients, and only the step has η.",
    },
    "the-other-form": {
      is: wrongly(
        (v, g, { mu, lr }) => mu * v - lr * g,
        (p, v) => p + v,
      ),
      says: "This is the form of updateMomentum, whose M is a step. Here v is μv + g, and η comes in at the step.",
    },
    "weighted-mean": {
      is: wrongly((v, g, { mu }) => mu * v + (1 - mu) * g, against),
      step: 3,
      says: "The gradient has the weight 1 − μ, so that v is a mean of gradients. Momentum adds them up: the gradient has all of its weight.",
    },
    "velocity-left-old": {
      is: (at) => ({ ...wrongly(velocity, against)(at), v: at.v }),
      says: "p is right, and the old v comes back. The next step needs the new one.",
    },
    "gradient-alone": {
      is: wrongly(velocity, (p, _, __, g, { lr }) => p - lr * g),
      step: 1,
      says: "p moves by this gradient alone, as plain descent does. The step is η times the new v.",
    },
  }),
});
