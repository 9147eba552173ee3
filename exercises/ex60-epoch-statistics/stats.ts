/** Loss and accuracy of an epoch, from its batches. */
import { type ArgsOf, args, atMost, equal, list, record, scalar } from "../../grader/exercise/form.ts";
import { epochStats as statsOf } from "../../reference/networks/epoch.ts";
import { mean as meanOf, type Num, num } from "../../reference/numbers/num.ts";
import { dot, mean, total } from "../../reference/numbers/plain.ts";

type Batch = { loss: number; correct: number; size: number };
type Stats = { loss: number; accuracy: number };

const batch = record<Batch>(
  {
    loss: scalar("mean loss of its examples", { domain: "positive" }),
    correct: scalar("how many of them were met", { domain: "integer" }),
    size: scalar("how many it has", { domain: "integer" }),
  },
  "a batch",
);

const epoch = args(
  {
    batches: list(batch, "m", "the batches of an epoch", {
      // Whole ones, and a short one at the end.
      draw: (draw) => {
        const [m, whole] = [draw.size("m"), draw.integer(3, 8)];
        return draw.list(m, (k) => {
          const size = k === m - 1 ? draw.integer(1, whole - 1) : whole;
          return { loss: draw.integer(1, 12) / 4, correct: draw.integer(0, size), size };
        });
      },
    }),
  },
  { sizes: { m: [3, 5] } },
);
type Epoch = ArgsOf<typeof epoch>;

const losses = ({ batches }: Epoch): number[] => batches.map(({ loss }) => loss);
const sizes = ({ batches }: Epoch): number[] => batches.map(({ size }) => size);
const counts = ({ batches }: Epoch): number[] => batches.map(({ correct }) => correct);
const shares = ({ batches }: Epoch): number[] => batches.map(({ correct, size }) => correct / size);

const lossOnly =
  (loss: (given: Epoch) => number) =>
  ({ right, ...given }: Epoch & { right: Stats }): Stats => ({ ...right, loss: loss(given) });
const accuracyOnly =
  (accuracy: (given: Epoch) => number) =>
  ({ right, ...given }: Epoch & { right: Stats }): Stats => ({ ...right, accuracy: accuracy(given) });

export const epochStats = epoch.answer<Stats>({
  says: "Mean loss and accuracy over all examples of an epoch, from its batches. Throws a RangeError if there is no batch.",
  formula: String.raw`\bar L = \frac{\sum_k n_k L_k}{\sum_k n_k}, \quad \text{accuracy} = \frac{\sum_k c_k}{\sum_k n_k}`,
  returns: record(
    {
      loss: scalar("mean loss of the examples"),
      accuracy: scalar("share of the examples that were met, from 0 to 1"),
    },
    "both, over all examples",
  ),
  is: ({ batches }) => statsOf(batches),
  example: {
    batches: [
      { loss: 2, correct: 1, size: 2 },
      { loss: 8, correct: 1, size: 1 },
    ],
  },
  edges: {
    "equal batches": {
      given: {
        batches: [
          { loss: 1, correct: 3, size: 4 },
          { loss: 2, correct: 2, size: 4 },
        ],
      },
      says: "Both batches count alike, and a plain mean of the losses is right here.",
    },
    "one batch": {
      given: { batches: [{ loss: 0.5, correct: 3, size: 5 }] },
      says: "The epoch is this batch: its loss, and 3 of 5.",
    },
    "all examples met, with a short batch": {
      given: {
        batches: [
          { loss: 0.25, correct: 4, size: 4 },
          { loss: 0.5, correct: 4, size: 4 },
          { loss: 0.25, correct: 2, size: 2 },
        ],
      },
      says: "Ten of ten are an accuracy of 1, and more than 1 there never is.",
    },
    "no batch": {
      given: { batches: [] },
      throws: true,
      says: "An epoch without a batch has no mean: the function throws.",
      ifNaN: "0/0 is NaN, which would travel on unseen.",
    },
  },
  laws: {
    "two batches as one, with their hits added and the mean of both, come to the same": (f, { batches }) => {
      const [one, other, ...others] = batches;
      if (one === undefined || other === undefined) return false;
      const size = one.size + other.size;
      const loss = (one.size * one.loss + other.size * other.loss) / size;
      const joined = { loss, correct: one.correct + other.correct, size };
      return equal(f({ batches: [joined, ...others] }), f());
    },
    "the order of the batches does not matter": (f, { batches }) =>
      equal(f({ batches: batches.toReversed() }), f()),
    "with batches of one size the loss is the mean of their losses": (f, { batches }) => {
      const alike = batches.map((batch) => ({ ...batch, size: 8 }));
      return equal(f({ batches: alike }).loss, meanOf(batches.map(({ loss }) => num(loss))));
    },
    "the loss is between the smallest and the largest of the batches, the accuracy between 0 and 1": (
      f,
      given,
    ) => {
      const { loss, accuracy } = f();
      const all = losses(given);
      return [
        atMost(Math.min(...all), loss),
        atMost(loss, Math.max(...all)),
        atMost(0, accuracy),
        atMost(accuracy as Num, 1),
      ];
    },
  },
  mistakes: {
    "means-of-means": {
      is: (given) => ({ loss: mean(losses(given)), accuracy: mean(shares(given)) }),
      step: 4,
      says: "Both are plain means over the batches, in which an example of the short batch counts for more. Weight each mean by the size of its batch.",
    },
    "unweighted-loss": {
      is: lossOnly((given) => mean(losses(given))),
      step: 4,
      says: "The accuracy is right. The loss is the plain mean of the batches' means, in which an example of the short batch counts for more: weight each by its size.",
    },
    "unweighted-accuracy": {
      is: accuracyOnly((given) => mean(shares(given))),
      step: 8,
      says: "The loss is right. The accuracy is the plain mean of the batches' shares. Add up the hits of all batches and divide once, by the number of all examples.",
    },
    "share-of-the-last-batch": {
      is: accuracyOnly((given) => shares(given).at(-1)!),
      step: 8,
      says: "The loss is right. The accuracy is that of the last batch. Add up the hits of all batches.",
    },
    "divided-by-n-over-size": {
      is: (given) => {
        const batches = total(sizes(given)) / sizes(given)[0]!;
        return { loss: total(losses(given)) / batches, accuracy: total(shares(given)) / batches };
      },
      step: 4,
      says: "The sums over the batches are divided by n/s, which is no number of batches where one is short: with every example met the accuracy would be above 1.",
    },
    "divided-by-the-last-index": {
      is: lossOnly((given) => total(losses(given)) / (losses(given).length - 1)),
      step: 4,
      says: "The accuracy is right. The sum of the losses is divided by the last index, one less than the number of batches, and the batches are not weighted.",
    },
    "losses-summed": {
      is: lossOnly((given) => total(losses(given))),
      step: 3,
      says: "The accuracy is right. The losses of the batches are added up. Each is a mean already: weight it by its size, and divide by the number of all examples.",
    },
    "weighted-sum": {
      is: lossOnly((given) => dot(losses(given), sizes(given))),
      step: 3,
      says: "The accuracy is right. The loss is the sum over all examples. Divide it by their number for the mean.",
    },
    "weighted-and-divided-by-batches": {
      is: lossOnly((given) => dot(losses(given), sizes(given)) / sizes(given).length),
      step: 3,
      says: "The accuracy is right. The weighted sum is divided by the number of batches. Its weights are sizes: divide by their sum, the number of all examples.",
    },
    "hits-a-batch": {
      is: accuracyOnly((given) => mean(counts(given))),
      step: 8,
      says: "The loss is right. This is the mean number of hits of a batch. The accuracy is a share: divide all hits by the number of all examples.",
    },
    "hits-counted": {
      is: accuracyOnly((given) => total(counts(given))),
      step: 8,
      says: "The loss is right. This is the number of hits. The accuracy is a share: divide by the number of all examples.",
    },
  },
});
