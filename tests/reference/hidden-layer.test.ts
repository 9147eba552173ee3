import { expect, test } from "vitest";
import { differenceOf } from "../../grader/judge/compare.ts";
import { activations, exampleLoss } from "../../reference/networks/sigmoid-network.ts";
import { mean } from "../../reference/numbers/num.ts";
import { gradient, lift, plainOf } from "../../reference/numbers/tracked.ts";
import { normal, random } from "../../reference/randomness/random.ts";
import * as solution from "../../solutions/ex46-hidden-layer.ts";

test("the hidden layer of ex46, fed with the output error of a whole network, gives the gradient of the network's loss", () => {
  const rng = random(46, "network");
  const draws = (rows: number, columns: number): number[][] =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => normal(rng)));
  const [n, m, d, t] = [5, 2, 4, 3];
  const [X, Y] = [draws(n, m), draws(n, t)];
  const p = { W1: draws(d, m), b1: draws(1, d)[0]!, W2: draws(t, d), b2: draws(1, t)[0]! };

  const lifted = lift({ X, Y, p });
  const loss = mean(lifted.X.map((x, i) => exampleLoss(x, lifted.Y[i]!, lifted.p)));
  const expected = gradient(loss, { dW: lifted.p.W1, db: lifted.p.b1 });

  const layers = X.map((x) => plainOf({ ...activations(lift(x), lift(p)) })) as {
    hidden: number[];
    output: number[];
  }[];
  const deltaOut = layers.map(({ output }, i) =>
    output.map((a, j) => (2 / (n * t)) * (a - Y[i]![j]!) * a * (1 - a)),
  );
  const A1 = layers.map(({ hidden }) => hidden);
  const { dW, db } = solution.hiddenGradients(X, A1, p.W2, deltaOut);
  expect(differenceOf({ dW, db }, expected)).toBeUndefined();
});
