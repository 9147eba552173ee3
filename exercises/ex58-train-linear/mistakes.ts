/** Wrong runs that students really write, in plain numbers. */
import type { Mistakes } from "../../grader/exercise/form.ts";
import { piecesOf } from "../../reference/data/mini-batches.ts";
import {
  along,
  type Batch,
  meanSquare,
  type Part,
  type Place,
  stepFrom,
} from "../../reference/linear-models/adaline-plain.ts";
import { batchesOf, type Fit, type Run } from "./args.ts";

interface Altered {
  /** The batches, by the places of their examples. */
  readonly batches?: (given: Run) => number[][];
  /** Where a batch leads. */
  readonly next?: (batch: Batch, at: Place, given: Run) => Place;
  /** What is noted of it. */
  readonly loss?: (batch: Batch, before: Place, after: Place, given: Run) => number;
  /** Where batch k begins, other than where the one before has ended. */
  readonly from?: (k: number, now: Place, given: Run) => Place;
  /** Which target belongs to the example at a place of the batch. */
  readonly target?: (i: number, place: number) => number;
}

/** The run with a part of it exchanged. */
const altered =
  ({
    batches = batchesOf,
    next = (batch, at) => stepFrom(batch, at),
    loss = (batch, before) => meanSquare(batch, before),
    from = (_, now) => now,
    target = (i) => i,
  }: Altered) =>
  (given: Run): Fit => {
    const { X, y, w0, b0, opts } = given;
    let now: Place = { w: w0, b: b0 };
    const losses = batches(given).map((places, k) => {
      const before = from(k, now, given);
      const batch = {
        X: places.map((i) => X[i]!),
        y: places.map((i, place) => y[target(i, place)]!),
        lr: opts.lr,
      };
      now = next(batch, before, given);
      return loss(batch, before, now, given);
    });
    return { ...now, losses };
  };

const stepping = (part: (given: Run) => Part) =>
  altered({ next: (batch, at, given) => stepFrom(batch, at, part(given)) });

/** All batches of all passes in these orders, and the first of them. */
const passes = ({ opts }: Run, orders = opts.orders): number[][] =>
  orders.flatMap((order) => piecesOf(order, opts.batchSize));
const ordering = (orders: (given: Run) => number[][]) =>
  altered({ batches: (given) => passes(given, orders(given)).slice(0, given.opts.nIter) });

/** Batches whose size is cut down by the first short one, and stays so. */
function shrinking({ opts }: Run): number[][] {
  let [size, pass, left] = [opts.batchSize, 0, opts.orders[0]!];
  const batches: number[][] = [];
  while (batches.length < opts.nIter) {
    if (left.length === 0) left = opts.orders[++pass]!;
    size = Math.min(size, left.length);
    batches.push(...piecesOf(left, size).slice(0, 1));
    left = left.slice(size);
  }
  return batches;
}

/** Steps by what has been summed up over all batches until now, by sums over the examples or other parts. */
const goingOn =
  (share: (n: number) => number, part: Part = { factor: () => 2 }) =>
  (given: Run): Fit => {
    const sums = { w: given.w0.map(() => 0), b: 0 };
    const next = (batch: Batch, at: Place): Place => {
      const own = stepFrom(batch, at, part);
      sums.w = sums.w.map((sum, j) => sum + own.w[j]! - at.w[j]!);
      sums.b += own.b - at.b;
      return along(at, share(batch.X.length), sums);
    };
    return altered({ next })(given);
  };

export const mistakes: Mistakes<Run, Fit> = {
  "size-stays-small": {
    is: altered({ batches: shrinking }),
    step: "mini-batches#step-6",
    says: "The short batch makes batchSize smaller for good, and all later batches are that small. Keep the size of a batch apart from the size that was asked for.",
  },
  "loss-after-the-update": {
    is: altered({ loss: (batch, _, after) => meanSquare(batch, after) }),
    step: 9,
    says: "The model is right. Each loss is that of the batch after its update. Note it before: it comes from the same errors as the gradient.",
  },
  "bias-after-the-weights": {
    is: altered({
      next: (batch, at) => {
        const { w } = stepFrom(batch, at);
        return { w, b: stepFrom(batch, { w, b: at.b }).b };
      },
    }),
    step: 7,
    says: "The bias moves by errors of weights that have moved already. Both gradients come from the model before the update.",
  },
  "weights-after-the-bias": {
    is: altered({
      next: (batch, at) => {
        const { b } = stepFrom(batch, at);
        return { b, w: stepFrom(batch, { b, w: at.w }).w };
      },
    }),
    step: 7,
    says: "The weights move by errors of a bias that has moved already. Both gradients come from the model before the update.",
  },
  "losses-summed": {
    is: altered({ loss: (batch, before) => batch.X.length * meanSquare(batch, before) }),
    step: 9,
    says: "The model is right. The losses are sums over their batches. L_B is a mean: divide by the number of examples that the batch has.",
  },
  "step-for-each-example": {
    is: (given) => {
      let squares = 0;
      const oneByOne = (batch: Batch, at: Place): Place => {
        squares = 0;
        return batch.X.reduce<Place>((now, x, i) => {
          const one = { ...batch, X: [x], y: [batch.y[i]!] };
          squares += meanSquare(one, now);
          return stepFrom(one, now, { factor: () => 2 / batch.X.length });
        }, at);
      };
      return altered({ next: oneByOne, loss: (batch) => squares / batch.X.length })(given);
    },
    step: 7,
    says: "Weights and bias move with each example of the batch, so that the next one meets others. Sum the gradients of the batch first, all with the same weights, and then make one step.",
  },
  "gradients-never-zeroed": {
    is: goingOn((n) => 1 / n),
    step: 7,
    says: "The sums of the gradients go on from batch to batch. Each batch has sums of its own: set them to 0 before it.",
  },
  "mean-gradients-never-zeroed": {
    is: goingOn(() => 1, {}),
    step: 7,
    says: "Each update goes by the gradients of all batches before as well. Each batch has its own: set the sums to 0 before it.",
  },
  "loss-of-all-examples": {
    is: altered({ loss: (_, before, __, given) => meanSquare(given, before) }),
    step: 9,
    says: "The model is right. The losses are those of all examples. Each update notes the loss of its own batch, which costs nothing more.",
  },
  "one-pass-only": {
    is: ordering(({ opts }) => opts.orders.slice(0, 1)),
    step: 9,
    says: "The run ends after one pass. nIter counts updates: where the examples are used up, the next order begins, until nIter updates are made.",
  },
  "passes-finished": {
    is: altered({ batches: (given) => passes(given) }),
    step: 9,
    says: "All orders are used to their ends. nIter counts updates, and the last of them may fall in the middle of a pass.",
  },
  "start-again-in-each-pass": {
    is: altered({
      from: (k, now, { X, w0, b0, opts }) =>
        k % Math.ceil(X.length / opts.batchSize) === 0 ? { w: w0, b: b0 } : now,
    }),
    step: 9,
    says: "Each pass begins with w0 and b0 again, so that only the last one is left. A pass goes on from where the one before has ended.",
  },
  "sum-over-the-batch": {
    is: stepping(() => ({ factor: () => 2 })),
    step: 7,
    says: "The gradient is a sum over the batch, which makes the rate as many times as large as the batch has examples. The loss is a mean, and so is its gradient.",
  },
  "divided-by-the-nominal-size": {
    is: stepping(({ opts }) => ({ factor: () => 2 / opts.batchSize })),
    step: 7,
    says: "The sum over the short batch is divided by batchSize. It has fewer examples: divide by how many there are.",
  },
  "factor-two-forgotten": {
    is: stepping(() => ({ factor: (n) => 1 / n })),
    step: 7,
    says: "The factor 2 is missing, which the derivative of the square brings: a batch makes a step of 2η times the mean over its examples.",
  },
  ascent: {
    is: stepping(() => ({ factor: (n) => -2 / n })),
    step: 7,
    says: "The sign is turned, and this climbs. A batch makes a step of 2η times the mean of error times input; it is added where the error is y − ŷ.",
  },
  "order-ignored": {
    is: ordering(({ opts }) => opts.orders.map((order) => order.map((_, i) => i))),
    step: "mini-batches#step-1",
    says: "The examples come as they lie in X. Batch k of a pass takes the places ks to (k + 1)s − 1 of its order.",
  },
  "first-order-for-all": {
    is: ordering(({ opts }) => opts.orders.map(() => opts.orders[0]!)),
    step: "mini-batches#step-5",
    says: "Every pass has the order of the first. Pass k has orders[k].",
  },
  "over-the-end-of-a-pass": {
    is: altered({
      batches: ({ opts: { orders, batchSize, nIter } }) =>
        Array.from({ length: nIter }, (_, k) => orders.flat().slice(k * batchSize, (k + 1) * batchSize)),
    }),
    step: "mini-batches#step-2",
    says: "A batch that is short at the end of a pass is filled up from the next order. It stays short, and the next pass begins with a whole one.",
  },
  "targets-in-their-own-order": {
    is: altered({ target: (_, place) => place }),
    step: "mini-batches#step-1",
    says: "The inputs of a batch come in the given order, and its targets are the first ones of y: each example has another one's target.",
  },
  "last-batch-left-out": {
    is: altered({
      batches: (given) => {
        const whole = passes(given).filter((places) => places.length === given.opts.batchSize);
        return whole.slice(0, given.opts.nIter);
      },
    }),
    step: "mini-batches#step-2",
    says: "The short batch at the end of a pass is left out. Its examples count as well: the last batch ends where the data do.",
  },
  "bias-not-moved": {
    is: altered({ next: (batch, at) => ({ ...stepFrom(batch, at), b: at.b }) }),
    step: 7,
    says: "The bias never moves. It takes a step with each batch as well, 2η times the mean of the errors.",
  },
};
