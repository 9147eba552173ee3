/** One pass in a given order. */
import { type ArgsOf, args, curedBy, equal, optional, rows } from "../../grader/exercise/form.ts";
import { batchesOf } from "../../reference/data/mini-batches.ts";
import { mean, num, sum } from "../../reference/numbers/num.ts";
import { batches, batchSize, dropLast, order, sizes, X, y } from "./args.ts";

const data = args({ X, y, batchSize, order, dropLast: optional(dropLast, false) }, { sizes });
type Data = ArgsOf<typeof data>;

const right = ({ X, y, batchSize, order, dropLast }: Data) => batchesOf(X, y, batchSize, order, dropLast);
const natural = ({ order }: Data): number[] => order.map((_, i) => i);

const seven = rows([1, 10], [2, 20], [3, 30], [4, 40], [5, 50], [6, 60], [7, 70]);
const sevenTargets = [1, 2, 3, 4, 5, 6, 7];

export const minibatches = data.answer({
  says: "The examples in batches of batchSize, in a given order",
  formula: "B_k = \\{\\pi(ks), \\dots, \\pi(\\min(n, (k+1)s) - 1)\\}",
  returns: batches("the batches in order, { X, y } each"),
  is: ({ X, y }, { batchSize, order, dropLast }) => batchesOf(X, y, batchSize, order, dropLast),
  example: {
    X: rows([1, 10], [2, 20], [3, 30]),
    y: [0, 1, 0],
    batchSize: 2,
    order: [2, 0, 1],
    dropLast: undefined,
  },
  edges: {
    "a batch size that divides n": {
      given: {
        X: seven.slice(1),
        y: sevenTargets.slice(1),
        batchSize: 3,
        order: [5, 4, 3, 2, 1, 0],
        dropLast: false,
      },
      says: "Six examples are two batches of three, and there is no short one.",
    },
    "a batch size that divides n, with dropLast": {
      given: {
        X: seven.slice(1),
        y: sevenTargets.slice(1),
        batchSize: 3,
        order: [5, 4, 3, 2, 1, 0],
        dropLast: true,
      },
      says: "The last batch is whole: nothing is left out.",
    },
    "one example left over": {
      given: { X: seven, y: sevenTargets, batchSize: 3, order: [6, 5, 4, 3, 2, 1, 0], dropLast: false },
      says: "Seven examples are two batches of three and one of one.",
    },
    "one example left over, with dropLast": {
      given: { X: seven, y: sevenTargets, batchSize: 3, order: [6, 5, 4, 3, 2, 1, 0], dropLast: true },
      says: "The seventh example is left out.",
    },
    "fewer examples than a batch": {
      given: { X: seven.slice(0, 2), y: [1, 2], batchSize: 3, order: [1, 0], dropLast: false },
      says: "There is one batch, of two examples.",
    },
    "fewer examples than a batch, with dropLast": {
      given: { X: seven.slice(0, 2), y: [1, 2], batchSize: 3, order: [1, 0], dropLast: true },
      says: "No batch is whole, so there is none. Whoever divides by their number has to know.",
    },
    "one example a batch": {
      given: { X: seven.slice(0, 3), y: [1, 2, 3], batchSize: 1, order: [2, 0, 1], dropLast: true },
      says: "Each example is a batch by itself, and each is whole.",
    },
    "no example": {
      given: { X: [], y: [], batchSize: 2, order: [], dropLast: false },
      says: "Without examples there is no batch.",
    },
  },
  laws: {
    "the batches one behind the other are the data in the given order": (f, { X, y, order }) => {
      const all = f({ dropLast: false });
      return [
        equal(
          all.flatMap((batch) => batch.X),
          order.map((i) => X[i]!),
        ),
        equal(
          all.flatMap((batch) => batch.y),
          order.map((i) => y[i]!),
        ),
      ];
    },
    "every example comes exactly once": (f, { y }) => {
      const all = f({ y: y.map((_, i) => i), dropLast: false });
      const found = all.flatMap((batch) => batch.y.map(({ value }) => value)).sort((a, b) => a - b);
      return equal(
        found,
        y.map((_, i) => i),
      );
    },
    "an example keeps its target": (f, { y }) => {
      const all = f({ X: y.map((yi) => [yi, -yi]) });
      return all.map((batch) =>
        equal(
          batch.X,
          batch.y.map((yi) => [yi, yi.negated()]),
        ),
      );
    },
    "a batch size of n or more makes one batch": (f, { y, order }) => {
      const all = f({ batchSize: y.length + 1, dropLast: false });
      return equal(
        all.map((batch) => batch.y),
        [order.map((i) => y[i]!)],
      );
    },
    "the means of the batches, weighted by their sizes, have the mean of the data": (f, { y }) => {
      const all = f({ dropLast: false });
      const means = all.map((batch) => mean(batch.y).times(batch.y.length / y.length));
      return equal(sum(means), mean(y.map(num)));
    },
  },
  mistakes: curedBy(1, {
    "last-batch-left-out": {
      is: (given) => right({ ...given, dropLast: true }),
      step: 2,
      says: "The short batch at the end is left out though dropLast is false. The last batch ends where the data do: at n, not at (k + 1)·s.",
    },
    "last-batch-kept": {
      is: (given) => right({ ...given, dropLast: false }),
      step: 2,
      says: "The short batch at the end is there though dropLast is true.",
    },
    "order-ignored": {
      is: (given) => right({ ...given, order: natural(given) }),
      says: "The examples come as they lie in X. Batch k takes the examples order[ks], order[ks + 1], …",
    },
    "targets-in-their-own-order": {
      is: (given) => {
        const plain = right({ ...given, order: natural(given) });
        return right(given).map(({ X }, k) => ({ X, y: plain[k]!.y }));
      },
      says: "The inputs come in the given order, and the targets do not: each example has another one's target.",
    },
    "inputs-in-their-own-order": {
      is: (given) => {
        const plain = right({ ...given, order: natural(given) });
        return right(given).map(({ y }, k) => ({ X: plain[k]!.X, y }));
      },
      says: "The targets come in the given order, and the inputs do not: each example has another one's target.",
    },
    "inverse-order": {
      is: (given) => right({ ...given, order: given.order.map((_, i) => given.order.indexOf(i)) }),
      says: "Example i is put at place order[i]. It is the other way round: place i takes example order[i].",
    },
    "number-for-size": {
      is: (given) => right({ ...given, batchSize: Math.ceil(given.y.length / given.batchSize) }),
      step: 2,
      says: "batchSize is taken for the number of batches. It is how many examples a batch has.",
    },
    "filled-up-from-the-start": {
      is: (given) => {
        const { X, y, batchSize, order } = given;
        return right(given).map((batch, k) => {
          const missing = order.slice(0, batchSize - batch.y.length);
          return k === 0 || missing.length === 0
            ? batch
            : {
                X: [...batch.X, ...missing.map((i) => X[i]!)],
                y: [...batch.y, ...missing.map((i) => y[i]!)],
              };
        });
      },
      step: 2,
      says: "The last batch is filled up with examples from the start, which then come twice in a pass. It stays short.",
    },
  }),
});
