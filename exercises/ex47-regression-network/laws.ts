/** What holds for every network and every batch. */
import { type Answer, atMost, equal, type Laws, negated, zeros } from "../../grader/exercise/form.ts";
import { regressionForward } from "../../reference/networks/regression-network.ts";
import { Num, num, sum } from "../../reference/numbers/num.ts";
import { combined, lift, type Tracked } from "../../reference/numbers/tracked.ts";
import type { Info, Network, Weights } from "./args.ts";

const rotated = <T>(row: readonly T[]): T[] => [...row.slice(1), row[0]!];

/** The hidden units in another order. */
const reordered = <N>({ W1, B1, W2, B2 }: { W1: N[][]; B1: N[][]; W2: N[][]; B2: N[][] }) => ({
  W1: W1.map(rotated),
  B1: B1.map(rotated),
  W2: rotated(W2),
  B2,
});

const predicted = ({ X, y, w }: Network): Num[][] => regressionForward(lift(X), lift(y), lift(w)).info.P;

/** The loss after a step of this rate against the gradients. */
function stepped({ X, y, w }: Network, gradients: Answer<Weights>, rate: number): Num {
  const moved = (name: keyof Weights): Num[][] =>
    w[name].map((row, i) => row.map((a, k) => new Num(a - rate * gradients[name][i]![k]!.value)));
  const at = { W1: moved("W1"), B1: moved("B1"), W2: moved("W2"), B2: moved("B2") };
  return regressionForward(lift(X), lift(y), at).loss;
}

/** Of the inputs for which a step of 2⁻²⁰ is small enough. */
const LARGEST = 50;

export const forwardLaws: Laws<Network, { info: Info; loss: number }> = {
  "hidden units in another order give the same predictions and loss": (f, { w }) => {
    const [before, after] = [f(), f({ w: reordered(w) })];
    return [equal(after.info.P, before.info.P), equal(after.loss, before.loss)];
  },
  "a hidden unit with all signs turned says 1 − σ: with B2 raised by ΣW2 the loss is the same": (
    f,
    { w },
  ) => {
    const B2 = [[sum([...w.W2.flat(), w.B2[0]![0]!].map(num))]];
    const turned = lift({ W1: negated(w.W1), B1: negated(w.B1), W2: negated(w.W2) });
    return equal(f({ w: { ...turned, B2 } }).loss, f().loss);
  },
  "targets that are predicted exactly have the loss 0": (f, data) => equal(f({ y: predicted(data) }).loss, 0),
  "an example alone is predicted as in the batch": (f, { X, y }) =>
    equal(f({ X: [X.at(-1)!], y: [y.at(-1)!] }).info.P[0]!, f().info.P.at(-1)!),
};

export const gradientLaws: Laws<Network, Weights> = {
  "hidden units in another order have their gradients in that order": (f, { w }) =>
    equal(f({ w: reordered(w) }), reordered(f())),
  "the gradient of B2 is twice the mean of P − y": (f, data) => {
    const errors = predicted(data).map(([p], i) => p!.minus(data.y[i]![0]!));
    return equal(f().B2[0]![0]!, sum(errors).times(2).over(errors.length));
  },
  "all gradients are 0 where every prediction is right": (f, data) => {
    const gradients = f({ y: predicted(data) });
    return Object.values(gradients).flatMap((G) => G.map((row) => equal(row, zeros(row))));
  },
  "output weights of 0 leave the hidden layer without a gradient": (f, { w }) => {
    const { W1, B1 } = f({ w: { ...w, W2: w.W2.map(() => [0]) } });
    return [...W1, ...B1].map((row) => equal(row, zeros(row)));
  },
  "taking every example twice changes nothing": {
    claims: (f, { X, y }) => equal(f({ X: [...X, ...X], y: [...y, ...y] }), f()),
    ifBroken: "Is there a 1/n?",
  },
  "the gradient of the batch is the mean of the gradients of its examples": (f, { X, y }) => {
    const each = X.map((x, i) => f({ X: [x], y: [y[i]!] }) as Tracked);
    return equal(
      f(),
      combined(each, () => 1 / X.length),
    );
  },
  "a small enough step against the gradient lowers the loss": (f, data) => {
    if ([...data.X, ...data.y].flat().some((x) => Math.abs(x) > LARGEST)) return false;
    const gradients = f();
    const before = stepped(data, gradients, 0);
    let after = stepped(data, gradients, 1);
    for (let rate = 1 / 2; after.value >= before.value && rate > 1e-6; rate /= 2)
      after = stepped(data, gradients, rate);
    return atMost(after, before);
  },
};
