/** What holds of every evaluation. */
import { equal, type Laws } from "../../grader/exercise/form.ts";
import { oneHot } from "../../reference/networks/labels.ts";
import { plainOf } from "../../reference/numbers/tracked.ts";
import { type Evaluated, identity, type Matrix, type Outcome } from "./args.ts";

const oneHotRows = ({ y, numLabels }: Evaluated): Matrix => plainOf(oneHot(y, numLabels)) as Matrix;
const exchanged = ([first, second, ...rest]: number[]): number[] => [second!, first!, ...rest];

export const laws: Laws<Evaluated, Outcome> = {
  "the size of the batches changes nothing": {
    claims: (f, { y }) => [equal(f({ batchSize: y.length }), f()), equal(f({ batchSize: 1 }), f())],
    ifBroken: "Does a short batch count as much as a whole one?",
  },
  "the order of the examples does not matter": (f, { X, y }) =>
    equal(f({ X: X.toReversed(), y: y.toReversed() }), f()),
  "all examples twice have the same mean and share": (f, { X, y }) =>
    equal(f({ X: [...X, ...X], y: [...y, ...y] }), f()),
  "½ for every class has an mse of ¼": (f, given) =>
    equal(f({ predict: identity, X: oneHotRows(given).map((row) => row.map(() => 0.5)) }).mse, 0.25),
  "predictions that are the one-hot rows have an mse of 0 and an acc of 1": (f, given) =>
    equal(f({ predict: identity, X: oneHotRows(given) }), { mse: 0, acc: 1 }),
  "two classes that change names, in outputs and labels, change nothing": (f, given, { draw }) => {
    // No two outputs of an example are equal: of equal ones the first would count, under either name.
    const P = given.y.map(() => draw.list(given.numLabels, (k) => draw.integer(0, 3) / 4 + k / 32));
    const renamed = given.y.map((label) => (label > 1 ? label : 1 - label));
    return equal(f({ predict: identity, X: P.map(exchanged), y: renamed }), f({ predict: identity, X: P }));
  },
};
