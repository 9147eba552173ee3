/** Loss and accuracy of a model that is only looked at. */
import {
  type ArgsOf,
  args,
  curedBy,
  equal,
  type Mistakes,
  matrix,
  record,
  rows,
  scalar,
  vector,
} from "../../grader/exercise/form.ts";
import { crossEntropyLogits } from "../../reference/networks/cross-entropy.ts";
import { linearForward } from "../../reference/networks/dense-layer.ts";
import { accuracy, argmaxRows } from "../../reference/networks/labels.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { mean, product } from "../../reference/numbers/plain.ts";
import { plainOf } from "../../reference/numbers/tracked.ts";
import * as played from "./scenarios.ts";
import { linearLines, rowsText } from "./shown.ts";

/** What gives logits. */
interface Model {
  readonly W: number[][];
  readonly b: number[][];
  readonly X: number[][];
}

const asked = args(
  {
    W: matrix("C m", "weights of the model, one linear layer"),
    b: matrix("1 C", "its biases"),
    X: matrix("n m", "inputs, one example a row"),
    y: vector("n", "labels, 0 … C − 1", {
      domain: "label",
      // Mostly the first classes: no guess is right by being even.
      draw: (draw) => draw.list(draw.size("n"), () => draw.integer(0, draw.integer(0, draw.size("C") - 1))),
    }),
  },
  { sizes: { n: [3, 6], m: [2, 3], C: [3, 4] }, accepts: (given) => isClear(given) },
);
type Asked = ArgsOf<typeof asked>;
type Evaluated = { readonly loss: number; readonly accuracy: number };

const logitsOf = ({ W, b, X }: Model): number[][] =>
  product(X, transpose(W)).map((row) => row.map((z, k) => z + b[0]![k]!));

/** Whether the largest logit of each example stands out; a tie is an edge case. */
const isClear = (given: Model): boolean =>
  logitsOf(given).every((row) => {
    const [first, second] = row.toSorted((p, q) => q - p);
    return first! - second! > 0.01;
  });

const softmax = (row: readonly number[]): number[] => {
  const largest = Math.max(...row);
  const shares = row.map((z) => Math.exp(z - largest));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / whole);
};
const lossesOf = (Z: readonly (readonly number[])[], y: readonly number[]): number[] =>
  Z.map((row, i) => -Math.log(softmax(row)[y[i]!]!));

const mistakes: Mistakes<Asked, Evaluated> = curedBy(5, {
  "hits-counted": {
    is: ({ right, y }) => ({ ...right, accuracy: right.accuracy * y.length }),
    says: "The accuracy is the number of hits. Divide it by the number of examples.",
  },
  "share-of-errors": {
    is: ({ right }) => ({ ...right, accuracy: 1 - right.accuracy }),
    says: "This is the share of wrong classes. Count where the class with the largest logit is the label.",
  },
  "in-per-cent": {
    is: ({ right }) => ({ ...right, accuracy: 100 * right.accuracy }),
    says: "The accuracy is in per cent. It is a share, between 0 and 1.",
  },
  "smallest-logit": {
    is: ({ right, y, ...given }) => ({
      ...right,
      accuracy: mean(logitsOf(given).map((row, i) => (row.indexOf(Math.min(...row)) === y[i] ? 1 : 0))),
    }),
    says: "The class with the smallest logit is taken. The larger a logit, the likelier its class.",
  },
  "logit-above-0": {
    is: ({ right, y, ...given }) => ({
      ...right,
      accuracy: mean(logitsOf(given).map((row, i) => (row[y[i]!]! > 0 ? 1 : 0))),
    }),
    says: "A hit is counted where the label's logit is above 0, as with two classes. It is one where that logit is the largest of its row.",
  },
  "last-batch-alone": {
    is: ({ right, y, ...given }) => ({ ...right, loss: lossesOf(logitsOf(given), y).at(-1)! }),
    says: "The loss is that of the last example. It is the mean over all of them.",
  },
  "loss-summed": {
    is: ({ right, y }) => ({ ...right, loss: right.loss * y.length }),
    says: "The loss is summed over the examples. It is their mean, as in training.",
  },
  "squared-errors": {
    is: ({ right, y, ...given }) => ({
      ...right,
      loss: mean(logitsOf(given).flatMap((row, i) => row.map((z, k) => (z - (k === y[i] ? 1 : 0)) ** 2))),
    }),
    says: "The loss is the mean squared error against one-hot rows. It is the cross-entropy, crossEntropyLossT.",
  },
  "softmax-twice": {
    is: ({ right, y, ...given }) => ({ ...right, loss: mean(lossesOf(logitsOf(given).map(softmax), y)) }),
    says: "The loss gets probabilities. crossEntropyLossT takes logits: softmax is in it already.",
  },
});

const plain = { W: rows([1, 0], [0, 1], [-1, -1]), b: rows([0, 0, 0]) };

export const evaluate = asked.answer<Evaluated>({
  says: "loss and accuracy of a linear layer in the midst of its training, which stays as it is",
  scenario: played.evaluate,
  needs: ["evaluate"],
  returns: record(
    {
      loss: scalar("the mean cross-entropy"),
      accuracy: scalar("the share of examples whose largest logit is that of their label"),
    },
    "loss and accuracy",
  ),
  is: ({ W, b, X }, { y }) => {
    const Z = linearForward(X, W, b[0]!);
    const predicted = argmaxRows(plainOf(Z) as number[][]);
    return { loss: crossEntropyLogits(Z, y), accuracy: accuracy(predicted, y) };
  },
  show: ({ W, b, X, y }) =>
    [...linearLines(W, b), `evaluate(model, ${rowsText(X)}, [${y.join(", ")}])`].join("\n"),
  example: { ...plain, X: rows([2, 0], [0, 1], [1, 0]), y: [0, 1, 2] },
  edges: {
    "one example": {
      given: { ...plain, X: rows([0, 3]), y: [1] },
      says: "Its logits are 0, 3 and −3: a hit.",
    },
    "two largest logits": {
      given: { ...plain, X: rows([1, 1], [1, 1], [1, 1]), y: [0, 1, 0] },
      says: "Logits 1, 1 and −2: the first of the largest ones counts, so that two of three labels are met.",
    },
    "logits of a thousand": {
      given: { ...plain, X: rows([1000, 0], [0, 1000]), y: [0, 0] },
      says: "A logit may be 1000 or −1000. The second example costs 1000, the mean is 500.",
    },
    "no examples": {
      given: { ...plain, X: [], y: [] },
      expected: { loss: Number.NaN, accuracy: Number.NaN },
      mayThrow: true,
      says: "There is no mean of no examples: the answer is an exception, or NaN.",
      ifNumber: "A number here would pass for a result.",
    },
  },
  laws: {
    "the same examples twice over change neither": (f, { X, y }) => {
      const [once, twice] = [f(), f({ X: [...X, ...X], y: [...y, ...y] })];
      return [equal(twice.loss, once.loss), equal(twice.accuracy, once.accuracy)];
    },
    "the same number on all biases changes neither": (f, { b }) => {
      const [here, there] = [f(), f({ b: b.map((row) => row.map((bias) => bias + 1)) })];
      return [equal(there.loss, here.loss), equal(there.accuracy, here.accuracy)];
    },
    "the loss of all is the mean of those of single examples": (f, { X, y }) => {
      const each = X.map((x, i) => f({ X: [x], y: [y[i]!] }));
      return equal(
        f().loss,
        each
          .map(({ loss }) => loss)
          .reduce((a, c) => a.plus(c))
          .over(y.length),
      );
    },
  },
  mistakes,
});
