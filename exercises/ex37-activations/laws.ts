import { atMost, claim, equal, type Laws, negated, scaled } from "../../grader/exercise/form.ts";
import { type Num, num } from "../../reference/numbers/num.ts";
import type { Forward } from "./args.ts";

type Tracked = readonly (readonly Num[])[];

export const each = (A: Tracked, f: (a: Num, i: number, j: number) => Num): Num[][] =>
  A.map((row, i) => row.map((a, j) => f(a, i, j)));

export const valueLaws: Laws<Forward, number[][]> = {
  "tanh is odd: tanh(−z) = −tanh(z)": (f, { Z }) =>
    equal(f({ name: "tanh", Z: negated(Z) }), negated(f({ name: "tanh" }))),
  "tanh(2z) = 2·tanh(z)/(1 + tanh²(z))": (f, { Z }) =>
    equal(
      f({ name: "tanh", Z: scaled(Z, 2) }),
      each(f({ name: "tanh" }), (t) => t.times(2).over(t.squared().plus(1))),
    ),
  "tanh(z) = 2σ(2z) − 1": (f, { Z }) =>
    equal(
      f({ name: "tanh" }),
      each(f({ name: "sigmoid", Z: scaled(Z, 2) }), (s) => s.times(2).minus(1)),
    ),
  "leakyRelu(z) = relu(z) − 0.2·relu(−z)": (f, { Z }) => {
    const [right, left] = [f({ name: "relu" }), f({ name: "relu", Z: negated(Z) })];
    return equal(
      f({ name: "leakyRelu" }),
      each(right, (r, i, j) => r.minus(left[i]![j]!.times(0.2))),
    );
  },
  "a positive factor leaves ReLU: relu(2.5·z) = 2.5·relu(z)": (f, { Z }) =>
    equal(f({ name: "relu", Z: scaled(Z, 2.5) }), scaled(f({ name: "relu" }), 2.5)),
  "an example by itself has the row that it has among the others": (f, { Z }) =>
    equal(f({ Z: [Z.at(-1)!] })[0]!, f().at(-1)!),
};

const within = (A: Tracked, least: number, most: number) =>
  A.flatMap((row) => row.flatMap((a) => [atMost(least, a), atMost(a, most)]));

export const slopeLaws: Laws<Forward, number[][]> = {
  "tanh′ is even: tanh′(−z) = tanh′(z)": (f, { Z }) =>
    equal(f({ name: "tanh", Z: negated(Z) }), f({ name: "tanh" })),
  "tanh′(z) = 4σ′(2z)": (f, { Z }) =>
    equal(
      f({ name: "tanh" }),
      each(f({ name: "sigmoid", Z: scaled(Z, 2) }), (s) => s.times(4)),
    ),
  "σ′ lies between 0 and 1/4, tanh′ between 0 and 1": (f) => [
    ...within(f({ name: "sigmoid" }), 0, 0.25),
    ...within(f({ name: "tanh" }), 0, 1),
  ],
  "relu′ is 0 or 1": (f) => {
    const slopes = f({ name: "relu" })
      .flat()
      .map(({ value }) => value);
    return claim(
      slopes.every((slope) => slope === 0 || slope === 1),
      "0 or 1",
      slopes,
    );
  },
  "z·relu′(z) = max(z, 0)": (f, { Z }) =>
    equal(
      each(f({ name: "relu" }), (slope, i, j) => slope.times(Z[i]![j]!)),
      Z.map((row) => row.map((z) => num(Math.max(z, 0)))),
    ),
};
