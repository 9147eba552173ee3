/** Wrong networks, in plain numbers. */
import { type Mistakes, times } from "../../grader/exercise/form.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { mean, product, total } from "../../reference/numbers/plain.ts";
import { sigmoid } from "../../reference/numbers/sigmoid.ts";
import type { Info, Matrix, Network, Weights } from "./args.ts";

type Passed = { info: Info; loss: number };

const map = (A: Matrix, f: (a: number, i: number, k: number) => number): Matrix =>
  A.map((row, i) => row.map((a, k) => f(a, i, k)));
const plus = (A: Matrix, b: Matrix): Matrix => map(A, (a, _, k) => a + b[0]![k]!);
const zero = (A: Matrix): Matrix => map(A, () => 0);

/** The forward pass with what stands for the sigmoid. */
function forward({ X, y, w }: Network, unit: (z: number) => number = sigmoid): Passed {
  const M1 = product(X, w.W1);
  const N1 = plus(M1, w.B1);
  const O1 = map(N1, unit);
  const M2 = product(O1, w.W2);
  const P = plus(M2, w.B2);
  return { info: { M1, N1, O1, M2, P }, loss: lossOf(P, y) };
}
const lossOf = (P: Matrix, y: Matrix): number => mean(map(P, (p, i, k) => (y[i]![k]! - p) ** 2).flat());

/** The way back, with what stands for the slope of the sigmoid. */
function backward(data: Network, { O1, P }: Info, slope = (o: number): number => o * (1 - o)): Weights {
  const dP = map(P, (p, i, k) => (2 / P.length) * (p - data.y[i]![k]!));
  const dN1 = map(product(dP, transpose(data.w.W2)), (d, i, k) => d * slope(O1[i]![k]!));
  return {
    W1: product(transpose(data.X), dN1),
    B1: [transpose(dN1).map(total)],
    W2: product(transpose(O1), dP),
    B2: [transpose(dP).map(total)],
  };
}

export const forwardMistakes: Mistakes<Network, Passed> = {
  "hidden-layer-without-sigmoid": {
    is: (data) => forward(data, (z) => z),
    step: 1,
    says: "The hidden layer is left linear. O1 is the sigmoid of N1; without it two layers are one line.",
  },
  "hidden-bias-forgotten": {
    is: (data) => forward({ ...data, w: { ...data.w, B1: zero(data.w.B1) } }),
    step: 1,
    says: "The hidden bias is missing: N1 is M1 + B1, with the same row of biases in every row.",
  },
  "one-bias-for-all-units": {
    is: (data) => forward({ ...data, w: { ...data.w, B1: map(data.w.B1, () => data.w.B1[0]![0]!) } }),
    step: 1,
    says: "The first hidden bias is added to all units. Each unit, a column of N1, has a bias of its own.",
  },
  "output-bias-forgotten": {
    is: (data) => forward({ ...data, w: { ...data.w, B2: zero(data.w.B2) } }),
    step: 2,
    says: "The output bias is missing: P is M2 + B2.",
  },
  "sigmoid-at-the-output": {
    is: (data) => {
      const { info } = forward(data);
      const P = map(info.P, sigmoid);
      return { info: { ...info, P }, loss: lossOf(P, data.y) };
    },
    step: 2,
    says: "The output goes through a sigmoid, and can never be above 1. For regression the output is linear: P is M2 + B2 itself.",
  },
  "sum-for-mean": {
    is: ({ right: { info, loss }, y }) => ({ info, loss: loss * y.length }),
    step: 3,
    says: "The loss is the sum of the squared errors. It is their mean: divide by the number of examples.",
  },
  "half-mean": {
    is: ({ right: { info, loss } }) => ({ info, loss: loss / 2 }),
    step: 3,
    says: "There is an extra factor ½. This loss is the plain mean of the squares.",
  },
};

export const gradientMistakes: Mistakes<Network, Weights> = {
  "hidden-biases-summed-twice": {
    is: ({ right }) => ({ ...right, B1: [right.B1[0]!.map(() => total(right.B1[0]!))] }),
    step: 7,
    says: "The gradient of B1 is summed over the units as well, so each unit gets the total. Sum over the examples alone: every unit has a bias of its own.",
  },
  "hidden-biases-not-summed": {
    is: (data) => {
      const dN1 = backward({ ...data, X: [data.X[0]!] }, rowOf(forward(data).info, 0)).B1;
      return { ...data.right, B1: map(dN1, (d) => d / data.X.length) };
    },
    step: 7,
    says: "The gradient of B1 is that of the first example alone. A bias takes part in every example, so the rows are summed.",
  },
  "output-bias-not-summed": {
    is: ({ right, ...data }) => {
      const { P } = forward(data).info;
      return { ...right, B2: [[(2 / P.length) * (P[0]![0]! - data.y[0]![0]!)]] };
    },
    step: 5,
    says: "The gradient of B2 is that of the first example alone. The output bias takes part in every example, so the rows are summed.",
  },
  "weights-before-the-slope": {
    is: ({ right, ...data }) => ({ ...right, W1: backward(data, forward(data).info, () => 1).W1 }),
    step: 6,
    says: "The gradient of W1 is built with what arrives at O1. The weights sit before the sigmoid: the slope O1(1 − O1) comes first.",
  },
  "slope-at-the-net-input": {
    is: (data) => {
      const { info } = forward(data);
      const slopes = map(info.N1, (z) => z * (1 - z));
      const dP = map(info.P, (p, i, k) => (2 / info.P.length) * (p - data.y[i]![k]!));
      const dN1 = map(product(dP, transpose(data.w.W2)), (d, i, k) => d * slopes[i]![k]!);
      return { ...data.right, W1: product(transpose(data.X), dN1), B1: [transpose(dN1).map(total)] };
    },
    step: 6,
    says: "The slope is written N1(1 − N1). The rule s(1 − s) takes what the sigmoid gives, O1, not what goes into it.",
  },
  "factor-two-forgotten": {
    is: times(1 / 2),
    step: 4,
    says: "The factor 2 is missing. It is the derivative of the square, and all four gradients begin with it.",
  },
  "sum-for-mean": {
    is: times("n"),
    step: 4,
    says: "The 1/n is missing. The loss is a mean, so the derivative by P has a 1/n.",
  },
  "sign-flipped": {
    is: times(-1),
    step: 4,
    says: "All signs are turned: the derivative by P is (2/n)(P − y), positive where the prediction is too high.",
  },
  "sigmoid-slope-forgotten": {
    is: (data) => backward(data, forward(data).info, () => 1),
    step: 6,
    says: "The slope O1(1 − O1) is missing. What arrives at O1 has to pass the sigmoid before W1 and B1 see it.",
  },
  "sigmoid-applied-twice": {
    is: (data) => backward(data, forward(data).info, (o) => sigmoid(o) * (1 - sigmoid(o))),
    step: 6,
    says: "The slope is σ′ taken at O1, which is behind the sigmoid already. Written with O1 the slope is O1(1 − O1).",
  },
  "net-inputs-for-hidden-outputs": {
    is: (data) => ({ ...data.right, W2: gradientOfW2(data, forward(data).info.N1) }),
    step: 5,
    says: "The gradient of W2 is built with N1. What W2 multiplies is O1, behind the sigmoid.",
  },
  "hidden-outputs-for-inputs": {
    is: (data) => {
      const { O1 } = forward(data).info;
      const wrong = product(transpose(O1), dN1Of(data));
      return { ...data.right, W1: map(data.right.W1, (_, j, k) => wrong[j]?.[k] ?? Number.NaN) };
    },
    step: 7,
    says: "The gradient of W1 is built with O1. What comes into the hidden layer is X.",
  },
  "output-weights-forgotten": {
    is: (data) => {
      const ones = { ...data, w: { ...data.w, W2: map(data.w.W2, () => 1) } };
      const { W1, B1 } = backward(ones, forward(data).info);
      return { ...data.right, W1, B1 };
    },
    step: 6,
    says: "The error goes back without the output weights. A hidden unit moves the prediction by its weight W2, so its share of the error is that weight times the error.",
  },
};

const rowOf = ({ O1, P, ...info }: Info, i: number): Info => ({ ...info, O1: [O1[i]!], P: [P[i]!] });
const gradientOfW2 = (data: Network, O: Matrix): Matrix => {
  const { P } = forward(data).info;
  return product(
    transpose(O),
    map(P, (p, i, k) => (2 / P.length) * (p - data.y[i]![k]!)),
  );
};
/** The derivatives by N1, example by example. */
function dN1Of(data: Network): Matrix {
  const { O1, P } = forward(data).info;
  return O1.map((row, i) =>
    row.map((o, k) => (2 / P.length) * (P[i]![0]! - data.y[i]![0]!) * data.w.W2[k]![0]! * o * (1 - o)),
  );
}
