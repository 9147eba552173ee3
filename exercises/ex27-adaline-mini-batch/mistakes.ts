/** Wrong runs that students really write. */
import type { Mistakes } from "../../grader/exercise/form.ts";
import { piecesOf } from "../../reference/data/mini-batches.ts";
import {
  along,
  type Batch,
  meanSquare,
  missed,
  type Part,
  type Place,
  passesOver,
  pull,
  stepFrom,
} from "../../reference/linear-models/adaline-plain.ts";
import { mean, total } from "../../reference/numbers/plain.ts";
import type { Fit, Run } from "./args.ts";

type Places = readonly number[];

/** The batches of each pass; `cut` says how an order is parted. */
const batchesOf = (
  { orders, batchSize }: Run,
  cut = (order: Places, _pass: number): Places[] => piecesOf(order, batchSize),
): Places[][] => orders.map(cut);

/** A run over other batches, or with another step. */
const wrongly = (given: Run, batches: Places[][], next?: (batch: Batch, at: Place) => Place): Fit => ({
  ...passesOver(given, batches, next),
});
const stepping =
  (part: Part | ((given: Run) => Part)) =>
  (given: Run): Fit => {
    const told = typeof part === "function" ? part(given) : part;
    return wrongly(given, batchesOf(given), (batch, at) => stepFrom(batch, at, told));
  };
const cutting =
  (cut: (given: Run) => (order: Places, pass: number) => Places[]) =>
  (given: Run): Fit =>
    wrongly(given, batchesOf(given, cut(given)));

/** Steps along sums that go on over earlier batches, of the pass or of the whole run. */
const adding =
  (over: "pass" | "run") =>
  (given: Run): Fit => {
    const none: Place = { w: given.w0.map(() => 0), b: 0 };
    const batches = batchesOf(given);
    let [sums, turn] = [none, 0];
    return wrongly(given, batches, (batch, at) => {
      if (over === "pass" && turn++ % batches[0]!.length === 0) sums = none;
      sums = along(sums, 1, pull(batch, at, { factor: () => 2 }));
      return along(at, batch.lr / batch.X.length, sums);
    });
  };

/** The right model with other losses, each from the batches of its pass and the model before each of them. */
const losing =
  (loss: (met: readonly { batch: Batch; at: Place }[], given: Run) => number) =>
  (given: Run): Fit => {
    const met: { batch: Batch; at: Place }[] = [];
    const right = wrongly(given, batchesOf(given), (batch, at) => {
      met.push({ batch, at });
      return stepFrom(batch, at);
    });
    const count = met.length / given.orders.length;
    return {
      ...right,
      losses: given.orders.map((_, k) => loss(met.slice(k * count, (k + 1) * count), given)),
    };
  };

const notReset = {
  step: 7,
  says: "The sums go on from batch to batch, so that a step has the errors of earlier batches in it. Begin each batch with sums of 0.",
};

export const mistakes: Mistakes<Run, Fit> = {
  "last-batch-left-out": {
    is: cutting(
      ({ batchSize }) =>
        (order) =>
          piecesOf(order, batchSize).filter((p) => p.length === batchSize),
    ),
    step: "mini-batches#step-2",
    says: "The short batch at the end is left out. Its examples count as well: the last batch ends where the data do.",
  },
  "sum-over-the-batch": {
    is: stepping({ factor: () => 2 }),
    step: 7,
    says: "The 1/|B| is missing: a step is the sum over its batch, so that larger batches make longer steps. It is the mean.",
  },
  "divided-by-the-nominal-size": {
    is: stepping(({ batchSize }) => ({ factor: () => 2 / batchSize })),
    step: 7,
    says: "The sum over the short batch is divided by batchSize. It has fewer examples: divide by how many there are.",
  },
  "divided-by-all": {
    is: stepping(({ X }) => ({ factor: () => 2 / X.length })),
    step: 7,
    says: "The sum over a batch is divided by the number of all examples. The mean is over the batch.",
  },
  "factor-two-forgotten": {
    is: stepping({ factor: (n) => 1 / n }),
    step: 7,
    says: "The factor 2 is missing, which the derivative of the square brings.",
  },
  "class-for-output": {
    is: stepping({ error: missed }),
    step: 1,
    says: "The errors are taken from the classes, as the perceptron does. Adaline takes them from z.",
  },
  "order-ignored": {
    is: cutting(
      ({ batchSize }) =>
        (order) =>
          piecesOf(
            order.map((_, i) => i),
            batchSize,
          ),
    ),
    step: "mini-batches#step-1",
    says: "The examples come as they lie in X. Batch k of a pass takes the places ks to (k + 1)s − 1 of its order.",
  },
  "first-order-for-all": {
    is: (given) => wrongly(given, batchesOf({ ...given, orders: given.orders.map(() => given.orders[0]!) })),
    step: "mini-batches#step-5",
    says: "Every pass has the order of the first. Pass k has orders[k].",
  },
  "size-stays-small": {
    is: cutting(({ batchSize }) => {
      let size = batchSize;
      return (order) => {
        const cut = piecesOf(order, size);
        size = cut.at(-1)!.length;
        return cut;
      };
    }),
    step: "mini-batches#step-6",
    says: "The short batch makes batchSize smaller for good: the next pass begins with the small one. Keep the size of a batch apart from the size that was asked for.",
  },
  "number-for-size": {
    is: cutting(
      ({ batchSize }) =>
        (order) =>
          piecesOf(order, Math.ceil(order.length / batchSize)),
    ),
    step: "mini-batches#step-2",
    says: "batchSize is taken for the number of batches. It is how many examples a batch has.",
  },
  "filled-up-from-the-start": {
    is: cutting(
      ({ batchSize }) =>
        (order) =>
          piecesOf(order, batchSize).map((places) => [
            ...places,
            ...order.slice(0, batchSize - places.length),
          ]),
    ),
    step: "mini-batches#step-2",
    says: "The last batch is filled up with examples from the start, which then pull twice in a pass. It stays short.",
  },
  "one-step-an-example": {
    is: cutting(() => (order) => order.map((i) => [i])),
    step: 7,
    says: "Each example of a batch makes a step of its own. All of a batch see the same weights and make one step together.",
  },
  "moves-within-the-batch": {
    is: (given) => {
      const batches = batchesOf(given);
      const sizes = batches.flat().flatMap((places) => places.map(() => places.length));
      const oneByOne = batches.map((pass) => pass.flat().map((i) => [i]));
      let turn = 0;
      return wrongly(given, oneByOne, (one, at) => stepFrom({ ...one, lr: one.lr / sizes[turn++]! }, at));
    },
    step: 7,
    says: "Weights and bias move while the batch is still running, so that its examples see different ones. Add up the errors of the batch first, then move once.",
  },
  "sums-not-reset": { is: adding("pass"), ...notReset },
  "sums-kept-over-passes": { is: adding("run"), ...notReset },
  "gradients-of-the-start": {
    is: (given) => {
      const start = { w: given.w0, b: given.b0 };
      return wrongly(given, batchesOf(given), (batch, at) => along(at, batch.lr, pull(batch, start)));
    },
    step: 5,
    says: "Every batch works out its errors with the weights of the start. Each sees those that the batch before it has left.",
  },
  "bias-at-the-new-weights": {
    is: (given) =>
      wrongly(given, batchesOf(given), (batch, at) => {
        const { w } = stepFrom(batch, at);
        return { w, b: stepFrom(batch, { w, b: at.b }).b };
      }),
    step: 7,
    says: "The bias sees the new weights. One list of errors serves both: work it out once, before anything moves.",
  },
  "batches-overlap": {
    is: cutting(
      ({ batchSize }) =>
        (order) =>
          order.map((_, i) => order.slice(i, i + batchSize)),
    ),
    step: "mini-batches#step-2",
    says: "A batch begins at every place, so that most examples are in several. The next one begins batchSize places further on.",
  },
  "bias-not-moved": {
    is: (given) => wrongly(given, batchesOf(given), (batch, at) => ({ ...stepFrom(batch, at), b: at.b })),
    step: 7,
    says: "The bias never moves. It takes a step with each batch as well, 2η times the mean of the errors.",
  },
  "bias-summed": {
    is: (given) =>
      wrongly(given, batchesOf(given), (batch, at) => ({
        w: stepFrom(batch, at).w,
        b: stepFrom(batch, at, { factor: () => 2 }).b,
      })),
    step: 7,
    says: "The step of the bias is a sum over the batch, that of the weights a mean. Both are means.",
  },
  "mean-of-the-batches": {
    is: losing((met) => mean(met.map(({ batch, at }) => meanSquare(batch, at)))),
    step: "mini-batches#step-4",
    says: "The model is right. The losses are means over the batches' means, in which an example of the short batch counts for more. The mean is over the examples.",
  },
  "losses-after-the-steps": {
    is: losing(
      (met, { X }) =>
        total(met.map(({ batch, at }) => batch.X.length * meanSquare(batch, stepFrom(batch, at)))) / X.length,
    ),
    step: 5,
    says: "The model is right. Each square is that after the step of its batch; asked for is the one from before it, which the step is made from.",
  },
  "divided-by-the-batches": {
    is: losing(
      (met) => total(met.map(({ batch, at }) => batch.X.length * meanSquare(batch, at))) / met.length,
    ),
    step: "mini-batches#step-4",
    says: "The model is right. The sum of the squares is divided by the number of batches. The mean is over the examples: divide by n.",
  },
  "loss-after-the-pass": {
    is: losing((met, given) => meanSquare(given, stepFrom(met.at(-1)!.batch, met.at(-1)!.at))),
    step: 5,
    says: "The model is right. The loss is that of all examples after the pass. Each square is taken when its batch has its turn, and then their mean.",
  },
  "loss-before-the-pass": {
    is: losing((met, given) => meanSquare(given, met[0]!.at)),
    step: 5,
    says: "The model is right. The loss is that of all examples before the pass. Each square is taken when its batch has its turn, and then their mean.",
  },
};
