/** A run over epochs, with validation after each. */
import { type ArgsOf, args, curedBy, equal, matrix, record, vector } from "../../grader/exercise/form.ts";
import { epochStats as statsOf } from "../../reference/networks/epoch.ts";
import type { Num } from "../../reference/numbers/num.ts";
import { dot, mean, total } from "../../reference/numbers/plain.ts";
import * as played from "./scenarios.ts";
import { epochStats } from "./stats.ts";

type Rows = number[][];
type History = {
  lossTrain: number[];
  accuracyTrain: number[];
  lossValid: number[];
  accuracyValid: number[];
};

const run = args(
  {
    batchSizes: vector("m", "examples of each batch, in each epoch", {
      domain: "integer",
      draw: (draw) => {
        const [m, whole] = [draw.size("m"), draw.integer(3, 5)];
        return draw.list(m, (k) => (k === m - 1 ? draw.integer(1, whole - 1) : whole));
      },
    }),
    losses: matrix("epochs m", "what step gives as loss, an epoch a row", { domain: "positive" }),
    correct: matrix("epochs m", "what step gives as correct, an epoch a row", {
      domain: "integer",
      draw: (draw, { batchSizes }) =>
        draw.list(draw.size("epochs"), () => (batchSizes as number[]).map((size) => draw.integer(0, size))),
    }),
    lossValid: vector("epochs+1", "what evaluate gives as loss: at the start, and after each epoch", {
      domain: "positive",
    }),
    accuracyValid: vector("epochs+1", "what evaluate gives as accuracy, in the same way", {
      domain: "probability",
    }),
  },
  {
    sizes: { m: [2, 4], epochs: [2, 3] },
    accepts: ({ lossValid }) => new Set(lossValid).size === lossValid.length,
  },
);
type Run = ArgsOf<typeof run>;

/** A history whose training half is what `stats` says of each epoch. */
const training = (
  { losses, correct, batchSizes, lossValid, accuracyValid }: Run,
  stats: (loss: number[], correct: number[], sizes: number[], k: number) => readonly [number, number],
): History => {
  const all = losses.map((row, k) => stats(row, correct[k]!, batchSizes, k));
  return {
    lossTrain: all.map(([loss]) => loss),
    accuracyTrain: all.map(([, accuracy]) => accuracy),
    lossValid: lossValid.slice(1),
    accuracyValid: accuracyValid.slice(1),
  };
};

const listed = (row: readonly number[]): string => row.join(", ");

export const trainWithValidation = run.answer<History>({
  says: "the history of a run, with a step and an evaluate whose answers are known",
  scenario: played.trainWithValidation,
  needs: ["trainWithValidation"],
  returns: record(
    {
      lossTrain: vector("epochs", "mean loss of each epoch"),
      accuracyTrain: vector("epochs", "accuracy of each epoch"),
      lossValid: vector("epochs", "what evaluate gives as loss after each epoch"),
      accuracyValid: vector("epochs", "and as accuracy"),
    },
    "the history",
  ),
  is: ({ batchSizes, losses, correct, lossValid, accuracyValid }) => {
    const stats = losses.map((row, e) =>
      statsOf(row.map((loss, k) => ({ loss, correct: correct[e]![k] as Num, size: batchSizes[k] as Num }))),
    );
    return {
      lossTrain: stats.map(({ loss }) => loss),
      accuracyTrain: stats.map(({ accuracy }) => accuracy),
      lossValid: lossValid.slice(1),
      accuracyValid: accuracyValid.slice(1),
    };
  },
  show: ({ batchSizes, losses, correct, lossValid, accuracyValid }) =>
    [
      `// each pass of loader: batches of ${listed(batchSizes)} examples`,
      ...losses.map(
        (row, e) => `// step in epoch ${e}: losses ${listed(row)}; correct ${listed(correct[e]!)}`,
      ),
      ...lossValid.map(
        (loss, e) =>
          `// evaluate ${e === 0 ? "at the start" : `after epoch ${e - 1}`}: loss ${loss}, accuracy ${accuracyValid[e]}`,
      ),
      `trainWithValidation(step, evaluate, loader, ${losses.length})`,
    ].join("\n"),
  edges: {
    "no epoch": {
      given: { batchSizes: [2, 1], losses: [], correct: [], lossValid: [2], accuracyValid: [0.5] },
      says: "Nothing is done, and the four lists of the history are empty.",
    },
    "one batch an epoch": {
      given: {
        batchSizes: [4],
        losses: [[2], [1]],
        correct: [[1], [3]],
        lossValid: [3, 2.5, 1.5],
        accuracyValid: [0.25, 0.5, 0.75],
      },
      says: "Each epoch is one batch: its loss, and its hits divided by 4.",
    },
    "a loader without batches": {
      given: { batchSizes: [], losses: [[]], correct: [[]], lossValid: [3, 2], accuracyValid: [0.25, 0.5] },
      throws: true,
      says: "An epoch without a batch has no mean, as in epochStats: the function throws.",
      ifNaN: "0/0 is NaN, which would travel on unseen.",
    },
  },
  laws: {
    "the training half of each epoch is what epochStats says of its batches": (
      f,
      { batchSizes, losses, correct },
      { ask },
    ) => {
      const { lossTrain, accuracyTrain } = f();
      return losses.map((row, e) => {
        const batches = row.map((loss, k) => ({ loss, correct: correct[e]![k]!, size: batchSizes[k]! }));
        const { loss, accuracy } = ask(epochStats, { batches });
        return equal([lossTrain[e]!, accuracyTrain[e]!], [loss, accuracy]);
      });
    },
    "one epoch less has the same history without its last entries": (f, given) => {
      const { losses, correct, lossValid, accuracyValid } = given;
      const shorter = f({
        losses: losses.slice(0, -1),
        correct: correct.slice(0, -1),
        lossValid: lossValid.slice(0, -1),
        accuracyValid: accuracyValid.slice(0, -1),
      });
      const whole = f();
      return equal(
        [shorter.lossTrain, shorter.accuracyTrain, shorter.lossValid, shorter.accuracyValid],
        [whole.lossTrain, whole.accuracyTrain, whole.lossValid, whole.accuracyValid].map((list) =>
          list.slice(0, -1),
        ),
      );
    },
    "the order of the batches in a pass does not matter": (f, { batchSizes, losses, correct }) => {
      const turned = (A: Rows): Rows => A.map((row) => row.toReversed());
      const other = f({
        batchSizes: batchSizes.toReversed(),
        losses: turned(losses),
        correct: turned(correct),
      });
      return equal(other, f());
    },
  },
  mistakes: curedBy(8, {
    "validated-before-the-epoch": {
      is: ({ right, lossValid, accuracyValid }) => ({
        ...right,
        lossValid: lossValid.slice(0, -1),
        accuracyValid: accuracyValid.slice(0, -1),
      }),
      says: "The training half is right. evaluate is called before the updates of its epoch, so that each validation is one epoch too old. Call it after them.",
    },
    "validated-after-each-batch": {
      is: ({ right, batchSizes, losses, lossValid, accuracyValid }) => {
        const each = (valid: readonly number[]): number[] =>
          losses.flatMap((_, e) => batchSizes.map((_, k) => valid[k < batchSizes.length - 1 ? e : e + 1]!));
        return { ...right, lossValid: each(lossValid), accuracyValid: each(accuracyValid) };
      },
      says: "The training half is right. The validation has an entry for each batch. There is one an epoch, after its last batch.",
    },
    "validated-once": {
      is: ({ right, lossValid, accuracyValid }) => ({
        ...right,
        lossValid: right.lossValid.map(() => lossValid.at(-1)!),
        accuracyValid: right.accuracyValid.map(() => accuracyValid.at(-1)!),
      }),
      says: "The training half is right. All validations are those after the last epoch. Call evaluate at the end of each epoch, when it has made its updates.",
    },
    "sums-run-on": {
      is: (given) =>
        training(given, (_, __, sizes, k) => {
          const n = (k + 1) * total(sizes);
          const all = given.losses.slice(0, k + 1);
          return [
            total(all.map((row) => dot(row, sizes))) / n,
            total(given.correct.slice(0, k + 1).map(total)) / n,
          ];
        }),
      says: "The sums of an epoch go on from those of the epochs before. Each epoch begins at 0.",
    },
    "means-of-means": {
      is: (given) =>
        training(given, (losses, correct, sizes) => [
          mean(losses),
          mean(correct.map((c, k) => c / sizes[k]!)),
        ]),
      step: 4,
      says: "Training loss and accuracy are plain means over the batches, in which an example of the short batch counts for more. Weight each by the size of its batch.",
    },
    "unweighted-loss": {
      is: (given) =>
        training(given, (losses, correct, sizes) => [mean(losses), total(correct) / total(sizes)]),
      step: 4,
      says: "The training loss is a plain mean over the batches, in which an example of the short batch counts for more. Weight each by the size of its batch.",
    },
    "last-batch-alone": {
      is: (given) =>
        training(given, (losses, correct, sizes) => [losses.at(-1)!, correct.at(-1)! / sizes.at(-1)!]),
      says: "The training half is that of the last batch of each epoch. Put all batches of an epoch together.",
    },
    "hits-counted": {
      is: (given) =>
        training(given, (losses, correct, sizes) => [dot(losses, sizes) / total(sizes), total(correct)]),
      says: "The training accuracy is the number of hits of an epoch. Divide it by the number of its examples.",
    },
    "halves-exchanged": {
      is: ({ right }) => ({
        lossTrain: right.lossValid,
        accuracyTrain: right.accuracyValid,
        lossValid: right.lossTrain,
        accuracyValid: right.accuracyTrain,
      }),
      says: "Training and validation are exchanged. What step gives is training; what evaluate gives, without any update, is validation.",
    },
  }),
});
