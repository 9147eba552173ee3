/** Wrong trainings that students really write. */
import type { Mistakes } from "../../grader/exercise/form.ts";
import { dot, mean } from "../../reference/numbers/plain.ts";
import type { Training } from "./args.ts";

type Fitted = { readonly w: number[]; readonly b: number; readonly losses: number[] };
type Model = Pick<Fitted, "w" | "b">;

const net = ({ w, b }: Model, x: readonly number[]): number => dot(w, x) + b;

/** Where an example counts as missed, what it moves, what it costs. */
interface Parts {
  readonly misses?: (margin: number) => boolean;
  readonly loss?: (margin: number) => number;
  /** w and b after an example that was missed; `step` is η·y. */
  readonly moves?: (now: Model, x: readonly number[], step: number, y: number) => Model;
  /** w and b after an epoch. */
  readonly closes?: (now: Model) => Model;
  /** The updates of an epoch wait for its end. */
  readonly waits?: true;
  /** An example has its loss after its own update. */
  readonly costsAfter?: true;
}

const wrong = (margin: number): boolean => margin <= 0;
const along = ({ w, b }: Model, x: readonly number[], step: number): Model => ({
  w: w.map((wj, j) => wj + step * x[j]!),
  b: b + step,
});

/** Training with a part exchanged. */
function trained({ X, y, w0, b0, lr, epochs }: Training, parts: Parts): Fitted {
  const { misses = wrong, loss = (margin) => Math.max(0, -margin) } = parts;
  const { moves = along, closes = (now) => now, waits, costsAfter } = parts;
  let now: Model = { w: w0, b: b0 };
  const losses: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const before = now;
    const met = X.map((x, i) => {
      const margin = y[i]! * net(waits ? before : now, x);
      if (misses(margin)) now = moves(now, x, lr * y[i]!, y[i]!);
      return loss(costsAfter ? y[i]! * net(now, x) : margin);
    });
    losses.push(mean(met));
    now = closes(now);
  }
  return { ...now, losses };
}

/** The mean loss of all examples after a number of epochs. */
function lossAfter(given: Training, epochs: number): number {
  const now = trained({ ...given, epochs }, {});
  return mean(given.X.map((x, i) => Math.max(0, -given.y[i]! * net(now, x))));
}

export const ofTraining: Mistakes<Training, Fitted> = {
  "w-normalised-alone": {
    is: (given) =>
      trained(given, { closes: ({ w, b }) => ({ w: w.map((wj) => wj / Math.sqrt(dot(w, w))), b }) }),
    step: 6,
    says: "w is brought to length 1 after each epoch, and b is not. That moves the boundary: w and b are scaled together, or not at all.",
  },
  "normalised-after-each-step": {
    is: (given) =>
      trained(given, {
        moves: (now, x, step) => {
          const { w, b } = along(now, x, step);
          const length = Math.sqrt(dot(w, w));
          return { w: w.map((wj) => wj / length), b: b / length };
        },
      }),
    step: 6,
    says: "Weights and bias are brought to length 1 after each step. The plane is the same, but η is another share of them, and so later steps lead elsewhere. Nothing is brought to length 1.",
  },
  "condition-at-the-new-weights": {
    is: (given) =>
      trained(given, {
        moves: (now, x, step, y) => {
          const { w } = along(now, x, step);
          return { w, b: wrong(y * net({ w, b: now.b }, x)) ? now.b + step : now.b };
        },
      }),
    step: 7,
    says: "The bias is asked again whether the example is wrong, with the weights that have moved already. One condition, at the old w and b, decides for both.",
  },
  "sum-for-mean": {
    is: ({ right, sizes: { n = 1 } }) => ({ ...right, losses: right.losses.map((loss) => loss * n) }),
    step: 8,
    says: "The losses of an epoch are added. Asked for is their mean: divide by the number of examples.",
  },
  "divided-by-the-features": {
    is: ({ right, sizes: { n = 1, m = 1 } }) => ({
      ...right,
      losses: right.losses.map((loss) => (loss * n) / m),
    }),
    step: 8,
    says: "The sum of an epoch is divided by the number of features. There are as many losses as examples.",
  },
  "mean-over-the-missed": {
    is: (given) => {
      const { w, b } = given.right;
      const shares = trained(given, { loss: (margin) => (wrong(margin) ? 1 : 0) }).losses;
      return { w, b, losses: given.right.losses.map((loss, e) => (shares[e] === 0 ? 0 : loss / shares[e]!)) };
    },
    step: 8,
    says: "The sum is divided by the number of missed examples. The others count as well, with a loss of 0.",
  },
  "zero-counts-as-right": {
    is: (given) => trained(given, { misses: (margin) => margin < 0 }),
    step: 7,
    says: "An example at z = 0 moves nothing. It counts as an error, y·z ≤ 0, or a start at 0 never leaves.",
  },
  "losses-after-the-epoch": {
    is: ({ right, ...given }) => ({
      ...right,
      losses: right.losses.map((_, epoch) => lossAfter(given, epoch + 1)),
    }),
    step: 8,
    says: "The losses are those of the weights at the end of the epoch. An example has its loss when its turn comes, before its update.",
  },
  "losses-before-the-epoch": {
    is: ({ right, ...given }) => ({
      ...right,
      losses: right.losses.map((_, epoch) => lossAfter(given, epoch)),
    }),
    step: 8,
    says: "The losses are those of the weights at the start of the epoch. They change within it; an example has its loss when its turn comes.",
  },
  "losses-after-the-update": {
    is: (given) => ({ ...given.right, losses: trained(given, { costsAfter: true }).losses }),
    step: 8,
    says: "The model is right. Each loss is that after the example's own update; asked for is the one from before it.",
  },
  "classes-for-labels": {
    is: (given) =>
      trained(given, {
        misses: () => true,
        moves: (now, x, _, y) => along(now, x, given.lr * (y - (net(now, x) >= 0 ? 1 : 0))),
      }),
    step: 7,
    says: "The error is taken as y − ŷ with classes 0 and 1 for ŷ. The labels here are −1 and 1, and a missed example moves w by η·y·x.",
  },
  "errors-for-losses": {
    is: (given) => ({
      ...given.right,
      losses: trained(given, { loss: (margin) => (wrong(margin) ? 1 : 0) }).losses,
    }),
    step: 8,
    says: "This is the share of errors. The loss of an error is −y·z, how far it is on the wrong side.",
  },
  "batch-update": {
    is: (given) => trained(given, { waits: true }),
    step: 7,
    says: "The updates of an epoch are made at its end. Each example moves w and b at once, and the next one meets them.",
  },
  "margin-of-the-hinge": {
    is: (given) =>
      trained(given, { misses: (margin) => margin < 1, loss: (margin) => Math.max(0, 1 - margin) }),
    step: 7,
    says: "This is the hinge, with a margin of 1. The perceptron moves only where y·z ≤ 0.",
  },
  "double-step": {
    is: (given) => trained(given, { moves: (now, x, step) => along(now, x, 2 * step) }),
    step: 7,
    says: "The step is twice as long. y − ŷ is ±2 for labels of ±1; the gradient of the loss has y alone.",
  },
  "sign-flipped": {
    is: (given) => trained(given, { moves: (now, x, step) => along(now, x, -step) }),
    step: 7,
    says: "The step goes along the gradient −y·x, so that the loss grows. Descent goes against it: w + η·y·x.",
  },
  "bias-not-updated": {
    is: (given) => trained(given, { moves: (now, x, step) => ({ ...along(now, x, step), b: now.b }) }),
    step: 7,
    says: "The bias keeps its first value. A missed example moves it by η·y.",
  },
};
