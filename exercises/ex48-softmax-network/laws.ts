/** What holds for every network and every batch. */
import { type Answer, atMost, type Draw, equal, type Laws, negated } from "../../grader/exercise/form.ts";
import { crossEntropy } from "../../reference/networks/softmax-network.ts";
import { Num, num, sum } from "../../reference/numbers/num.ts";
import { combined, lift } from "../../reference/numbers/tracked.ts";
import type { Example, Input, Network } from "./args.ts";

const exchanged = <N>(A: readonly (readonly N[])[]): N[][] => A.map(([a, b, ...rest]) => [b!, a!, ...rest]);

/** The same vector added to all columns of Wo, and a number to bo: every logit of a row grows alike. */
function shiftedLogits(p: Network, draw: Draw): Network {
  const [by, all] = [draw.list(p.Wo.length, () => draw.real()), draw.real()];
  return {
    ...p,
    Wo: p.Wo.map((r, k) => r.map((w) => w + by[k]!)),
    bo: p.bo.map((r) => r.map((b) => b + all)),
  };
}

/** Of the inputs for which a step of 2⁻²⁰ is small enough. */
const LARGEST = 50;

/** The loss at p, and at p − ε·gradient with the largest ε = 1, ½, ¼ … that lowers it; the smallest if none does. */
function stepped({ X, Y, p }: Example, gradient: Answer<Network>): { before: Num; after: Num } {
  const [lX, lY] = [lift(X), lift(Y)];
  const at = (epsilon: number): Num => {
    const moved = (name: keyof Network): Num[][] =>
      p[name].map((r, i) => r.map((w, k) => new Num(w - epsilon * gradient[name][i]![k]!.value)));
    return crossEntropy(lX, lY, { Wh: moved("Wh"), bh: moved("bh"), Wo: moved("Wo"), bo: moved("bo") });
  };
  const before = at(0);
  let after = at(1);
  for (let epsilon = 1 / 2; after.value >= before.value && epsilon > 1e-6; epsilon /= 2) after = at(epsilon);
  return { before, after };
}

export const forwardLaws: Laws<Input, { H: number[][]; yHat: number[][] }> = {
  "each row of ŷ sums to 1": (f) => f().yHat.map((y) => equal(sum(y), 1)),
  "adding one vector to all columns of Wo and one number to bo leaves ŷ unchanged": (f, { p }, { draw }) =>
    equal(f({ p: shiftedLogits(p, draw) }).yHat, f().yHat),
  "negating Wh and bh turns H into 1 − H": (f, { p }) =>
    equal(
      f({ p: { ...p, Wh: negated(p.Wh), bh: negated(p.bh) } }).H,
      f().H.map((r) => r.map((h) => num(1).minus(h))),
    ),
  "an example alone gives what it gives in the batch": (f, { X }) => {
    const [batch, alone] = [f(), f({ X: [X.at(-1)!] })];
    return [equal(alone.H[0]!, batch.H.at(-1)!), equal(alone.yHat[0]!, batch.yHat.at(-1)!)];
  },
};

export const gradientLaws: Laws<Example, Network> = {
  "over the classes, the gradient of bo and each row of the gradient of Wo sum to 0": (f) => {
    const g = f();
    return [...g.bo, ...g.Wo].map((r) => equal(sum(r), 0));
  },
  "adding one vector to all columns of Wo and one number to bo leaves the gradients of Wo and bo unchanged": (
    f,
    { p },
    { draw },
  ) => {
    const [before, after] = [f(), f({ p: shiftedLogits(p, draw) })];
    return [equal(after.Wo, before.Wo), equal(after.bo, before.bo)];
  },
  "the gradient of the batch is the sum of the gradients of its examples": (f, { X, Y }) =>
    equal(f(), combined(X.map((x, i) => f({ X: [x], Y: [Y[i]!] })))),
  "taking every example twice doubles the gradients": (f, { X, Y }) => {
    const once = f();
    return equal(f({ X: [...X, ...X], Y: [...Y, ...Y] }), combined([once, once]));
  },
  "exchanging two classes in Y, Wo and bo exchanges the columns of the gradients of Wo and bo, and nothing else":
    (f, { Y, p }) => {
      const g = f();
      const other = f({ Y: exchanged(Y), p: { ...p, Wo: exchanged(p.Wo), bo: exchanged(p.bo) } });
      return [
        equal(other.Wo, exchanged(g.Wo)),
        equal(other.bo, exchanged(g.bo)),
        equal(other.Wh, g.Wh),
        equal(other.bh, g.bh),
      ];
    },
  "a small enough step against the gradient lowers the loss": (f, data) => {
    // The larger the inputs, the smaller a step has to be.
    if (data.X.flat().some((x) => Math.abs(x) > LARGEST)) return false;
    const { before, after } = stepped(data, f());
    return atMost(after, before);
  },
};
