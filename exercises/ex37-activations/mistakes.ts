/** Wrong activations and slopes, in plain numbers. */
import { curedBy, type MistakeCase, type Mistakes, other } from "../../grader/exercise/form.ts";
import { type Backward, each, type Forward, slopeAt, valueAt } from "./args.ts";

/** An answer that is right but for one activation. */
const wrongFor =
  (name: string, wrong: (z: number) => number) =>
  (given: MistakeCase<Forward, number[][]>): number[][] =>
    given.name === name ? each(given.Z, wrong) : given.right;

export const valueMistakes: Mistakes<Forward, number[][]> = curedBy(7, {
  "denominator-sign": {
    is: wrongFor("tanh", (z) => 1 / Math.tanh(z)),
    step: 2,
    says: "tanh is upside down: this is (e^z + e^(−z))/(e^z − e^(−z)). The difference stands on top, the sum below.",
  },
  "sigmoid-for-tanh": {
    is: wrongFor("tanh", (z) => valueAt("sigmoid", z)),
    step: 5,
    says: "Under the name tanh this is the sigmoid, from 0 to 1. tanh goes from −1 to 1.",
  },
  "hundredth-for-leak": {
    is: wrongFor("leakyRelu", (z) => (z > 0 ? z : 0.01 * z)),
    says: "Leaky ReLU lets a hundredth through here, as in PyTorch. This course takes a fifth, 0.2, as in ex01.",
  },
  "relu-for-leaky": {
    is: wrongFor("leakyRelu", (z) => Math.max(z, 0)),
    says: "Under the name leakyRelu this is plain ReLU. A fifth of what is negative comes through.",
  },
});

export const slopeMistakes: Mistakes<Forward, number[][]> = curedBy(4, {
  "slope-at-the-activation": {
    is: wrongFor("tanh", (z) => slopeAt("tanh", Math.tanh(z))),
    says: "This is 1 − tanh²(tanh z): tanh is applied twice. The slope is asked for at Z, which is what g gets.",
  },
  "sigmoid-rule": {
    is: wrongFor("tanh", (z) => Math.tanh(z) * (1 - Math.tanh(z))),
    step: 5,
    says: "The slope of tanh is t(1 − t) here, the rule of the sigmoid. With t = tanh z it is 1 − t².",
  },
  "plus-sign": {
    is: wrongFor("tanh", (z) => 1 + Math.tanh(z) ** 2),
    says: "The slope of tanh is 1 + tanh² here. It is 1 − tanh²: near ±1 tanh is flat.",
  },
  "sign-flipped": {
    is: wrongFor("tanh", (z) => Math.tanh(z) ** 2 - 1),
    says: "The slope of tanh is tanh² − 1 here, which is negative. tanh rises everywhere: 1 − tanh².",
  },
  "z-for-tanh": {
    is: wrongFor("tanh", (z) => 1 - z * z),
    says: "The slope of tanh is 1 − z² here. The rule 1 − t² holds for the value t = tanh z, not for z itself.",
  },
  "tanh-rule": {
    is: wrongFor("sigmoid", (z) => 1 - valueAt("sigmoid", z) ** 2),
    step: 5,
    says: "The slope of the sigmoid is 1 − s² here, the rule of tanh. With s = σ(z) it is s(1 − s).",
  },
  "z-for-the-sigmoid": {
    is: wrongFor("sigmoid", (z) => z * (1 - z)),
    step: 5,
    says: "The slope of the sigmoid is z(1 − z) here. The rule s(1 − s) is in terms of its value: first s = σ(z).",
  },
  "value-for-slope": {
    is: other("activation"),
    says: "These are the activations themselves. Asked for are their slopes.",
  },
  "no-leak": {
    is: wrongFor("leakyRelu", (z) => (z > 0 ? 1 : 0)),
    step: 7,
    says: "The slope of leaky ReLU is that of ReLU here. On the left it is 0.2, not 0.",
  },
});

const entries =
  (of: (name: string, z: number, d: number) => number) =>
  ({ name, Z, dA }: Backward): number[][] =>
    each(Z, (z, i, j) => of(name, z, dA[i]![j]!));

export const backwardMistakes: Mistakes<Backward, number[][]> = curedBy(8, {
  "value-for-slope": {
    is: entries((name, z, d) => d * valueAt(name, z)),
    says: "dA is multiplied by g(Z). What stretches a change of Z on its way to A is the slope g′(Z).",
  },
  "upstream-forgotten": {
    is: entries((name, z) => slopeAt(name, z)),
    says: "This is g′(Z) alone. How much the loss follows A, dA, is a factor of every entry.",
  },
  "slope-at-the-activation": {
    is: entries((name, z, d) => d * slopeAt(name, valueAt(name, z))),
    says: "The slope is taken at A = g(Z), so that g is applied twice. It belongs at Z, which goes into g.",
  },
  "sum-for-product": {
    is: entries((name, z, d) => d + slopeAt(name, z)),
    says: "dA and the slope are added. By the chain rule they are multiplied, entry by entry.",
  },
  "nothing-stretched": {
    is: ({ dA }) => dA,
    says: "dA comes back as it was. On the way through g each entry is multiplied by the slope g′ there.",
  },
});
