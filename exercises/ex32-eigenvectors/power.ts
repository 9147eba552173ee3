/** Power iteration: the largest eigenvalue by products alone. */

import { valuesIn } from "../../grader/exercise/decompositions.ts";
import {
  type Answer,
  type ArgsOf,
  args,
  atMost,
  curedBy,
  equal,
  matrix,
  record,
  rows,
  scalar,
  vector,
} from "../../grader/exercise/form.ts";
import { product, transpose } from "../../reference/numbers/matrix.ts";
import { dot, type Num, num, sum } from "../../reference/numbers/num.ts";
import { dot as along } from "../../reference/numbers/plain.ts";
import { lift, plainOf } from "../../reference/numbers/tracked.ts";
import { powerIteration as iterated } from "../../reference/unsupervised/power-iteration.ts";
import { eigenSymmetric } from "./symmetric.ts";

type Matrix = number[][];
type Found = { value: number; vector: number[] };

const times = (A: Matrix, v: number[]): number[] => A.map((row) => along(row, v));

/** The vectors v₀, Av₀, … */
function powers({ A, v0, steps }: Start): number[][] {
  const all = [v0];
  for (let k = 0; k < steps; k++) all.push(times(A, all.at(-1)!));
  return all;
}

/** No product loses most of its length, so that its digits are those of the numbers and not of rounding. */
function keepsLength(start: Start): boolean {
  const size = Math.hypot(...start.A.flat());
  const lengths = powers(start).map((w) => Math.hypot(...w));
  return lengths[0]! > 0.2 && lengths.slice(1).every((length, k) => length > 0.2 * size * lengths[k]!);
}

type Start = { A: Matrix; v0: number[]; steps: number };
const start = args(
  {
    A: matrix("m m", "any square matrix"),
    v0: vector("m", "vector to start from, not 0, of any length"),
    steps: scalar("number of products with A", { domain: "integer", draw: (draw) => draw.integer(1, 4) }),
  },
  { sizes: { m: [3, 4] }, accepts: keepsLength },
);
type Given = ArgsOf<typeof start>;

/** 1 or −1: an eigenvector may be replaced by its negative. */
const side = (yours: number[], expected: number[]): number => (along(yours, expected) < 0 ? -1 : 1);

function alignSign(yours: Found, expected: Found): Found {
  const sign = side(yours.vector, expected.vector);
  return { ...yours, vector: yours.vector.map((v) => sign * v) };
}

function equalUpToSign(a: Answer<Found>, b: Answer<Found>) {
  const sign = side(plainOf(a.vector) as number[], plainOf(b.vector) as number[]);
  const turned = a.vector.map((v) => v.times(sign));
  return [equal(turned, b.vector), equal(a.value, b.value)];
}

const after = ({ A, v0 }: Given, steps: number): Found =>
  plainOf(iterated(lift(A), lift(v0), steps)) as Found;
/** AᵀA, which is symmetric with no eigenvalue below 0. */
const gram = (A: Matrix): Matrix => valuesIn(product(transpose(A), A));
/** Diagonal matrix of 1, 1/2, 1/4, … */
const halving = (A: Matrix): Matrix => A.map((row, i) => row.map((_, j) => (i === j ? 2 ** -i : 0)));

export const powerIteration = start.answer<Found>({
  says: "Power iteration: steps times a product with A, brought to length 1. The value is vᵀAv of the last vector. The vector may be replaced by its negative.",
  formula: String.raw`v \leftarrow \frac{A v}{\lVert A v \rVert}, \quad \lambda = v^T A v`,
  returns: record(
    {
      value: scalar("vᵀAv, an eigenvalue as far as v is an eigenvector"),
      vector: vector("m", "v, of length 1"),
    },
    "where the steps lead",
  ),
  is: ({ A, v0 }, { steps }) => iterated(A, v0, steps),
  align: alignSign,
  example: { A: rows([2, 1], [1, 2]), v0: [1, 0], steps: 2 },
  edges: {
    "no step": {
      given: { A: rows([2, 1], [1, 3]), v0: [3, 4], steps: 0 },
      says: "v is v₀ brought to length 1, (0.6, 0.8), and the value is vᵀAv = 3.6.",
    },
    "across the largest": {
      given: { A: rows([3, 0], [0, 1]), v0: [0, 2], steps: 20 },
      says: "Nothing of v₀ lies along the vector of 3, so nothing of it can grow: the value is 1.",
    },
    "a negative eigenvalue": {
      given: { A: rows([-4, 0], [0, 1]), v0: [1, 1], steps: 60 },
      says: "The largest in absolute value is −4, with its sign. v turns round in every step.",
    },
    "a start against the vector": {
      given: { A: rows([3, 0], [0, 1]), v0: [-2, 0], steps: 5 },
      says: "v₀ points against the vector of 3, and has no entry above 0. Either sign is right, and the value is 3.",
    },
    "many steps": {
      given: { A: rows([2, 1], [1, 2]), v0: [1, 0], steps: 800 },
      expected: { value: 3, vector: [Math.SQRT1_2, Math.SQRT1_2] },
      says: "v is brought to length 1 in every step, so that its length stays 1 however many there are.",
      ifNaN: "3^800 is beyond the largest number, and Infinity/Infinity is NaN.",
    },
    "one number": { given: { A: [[-2]], v0: [5], steps: 3 }, says: "The only eigenvalue is −2." },
  },
  laws: {
    "one step from where the steps lead is one step more": (f, { steps }) =>
      equalUpToSign(f({ v0: f().vector, steps: 1 }), f({ steps: steps + 1 })),
    "the vector has length 1, and the value is vᵀAv": (f, { A }) => {
      const { value, vector } = f();
      const through = lift(A).map((row) => dot(row, vector));
      return [equal(sum(vector.map((v) => v.squared())), 1), equal(value, dot(vector, through))];
    },
    "a longer start, or one that points the other way, leads to the same but for the sign": (f, { v0 }) =>
      equalUpToSign(f({ v0: v0.map((v) => -3 * v) }), f()),
    "−2·A has −2 times the value, and the same vector but for the sign": (f, { A }) => {
      const { value, vector } = f();
      const scaled = f({ A: A.map((row) => row.map((a) => -2 * a)) });
      return equalUpToSign(scaled, { value: value.times(-2), vector });
    },
    "on a diagonal matrix of 1, 1/2, 1/4, … each step halves what lies along the second, beside the first": (
      f,
      { A, v0, steps },
    ) => {
      if (A.length < 2) return false;
      const { vector } = f({ A: halving(A) });
      const ratio = num(v0[0]!)
        .times(vector[1]!)
        .times(2 ** steps);
      return equal(ratio, vector[0]!.times(v0[1]!));
    },
    "on AᵀA the value rises with every step, and never above the largest eigenvalue": (
      f,
      { A, steps },
      { ask },
    ) => {
      const S = gram(A);
      const [here, further] = [f({ A: S }).value, f({ A: S, steps: steps + 1 }).value];
      const largest: Num = ask(eigenSymmetric, { A: S }).values[0]!;
      return [atMost(here, further), atMost(further, largest)];
    },
  },
  mistakes: curedBy(4, {
    "length-for-value": {
      is: ({ A, right }) => ({ ...right, value: Math.hypot(...times(A, right.vector)) }),
      step: 5,
      says: "The value is the length of Av, which is never negative. vᵀAv keeps the sign of the eigenvalue.",
    },
    "value-of-the-vector-before": {
      is: (given) => ({ ...given.right, value: after(given, given.steps - 1).value }),
      step: 5,
      says: "The value belongs to the vector before the last step. Take vᵀAv of the vector that you return.",
    },
    "quotient-of-first-entries": {
      is: ({ A, right }) => ({ ...right, value: times(A, right.vector)[0]! / right.vector[0]! }),
      step: 5,
      says: "The value is the first entry of Av over that of v. All entries have one quotient only for an eigenvector. Of any v with length 1 the eigenvalue is judged by vᵀAv.",
    },
    "length-left-as-it-is": {
      is: (given) => ({ ...given.right, vector: powers(given).at(-1)! }),
      says: "The vector is not of length 1: divide by its length after every product.",
    },
    "value-of-a-longer-vector": {
      is: (given) => {
        const w = powers(given).at(-1)!;
        return { value: along(w, times(given.A, w)), vector: w };
      },
      says: "Nothing is brought to length 1: divide by the length after every product. vᵀAv is the eigenvalue only where vᵀv = 1.",
    },
    "largest-entry-made-one": {
      is: (given) => {
        const w = powers(given).at(-1)!;
        const v = w.map((x) => x / Math.max(...w.map(Math.abs)));
        return { ...given.right, vector: v };
      },
      says: "The vector is divided by its largest entry, as some books do. Here it is divided by its length √(Σ vᵢ²).",
    },
    transposed: {
      is: (given) => alignSign(after({ ...given, A: transpose(given.A) }, given.steps), given.right),
      says: "The product is taken with Aᵀ: entry i of Av runs along row i of A.",
    },
    "one-step-too-many": {
      is: (given) => alignSign(after(given, given.steps + 1), given.right),
      says: "There is one product too many. With steps = 0 there is none, and v is v₀ brought to length 1.",
    },
  }),
});
