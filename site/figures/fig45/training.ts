/** A network that reads digits of dots, made coarse: trained in the page, and asked about digits that it has not seen. */
import { coarse } from "../../../reference/data/coarse-digits.ts";
import { digitData } from "../../../reference/data/digits.ts";
import { networkOf } from "../../../reference/dense/network.ts";
import { digitTraining } from "../../../reference/train/digits.ts";
import { knownRuns } from "../known-runs.ts";

export const EPOCHS = 50;
export const [LEARNT, OTHERS] = [200, 100];
export const CLASSES = 10;

export interface Settings {
  readonly hidden: number;
  readonly rate: number;
  readonly batch: number;
  readonly seed: number;
}

export interface Digits {
  readonly images: readonly Float64Array[];
  readonly labels: Uint8Array;
  /** Cells of each image from −1 to 1, one image a row. */
  readonly X: Float64Array;
}

export interface Stand {
  /** Weights cells × hidden, then what follows. */
  readonly P: Float64Array;
  readonly learnt: Score;
  readonly others: Score;
  /** Probabilities of the classes for each of the others, row by row. */
  readonly said: Float64Array;
}

interface Score {
  /** Mean cross-entropy. */
  readonly loss: number;
  readonly accuracy: number;
}

export interface Run {
  readonly learnt: Digits;
  readonly others: Digits;
  /** The start, and the network after each epoch; fewer where the numbers grow beyond bounds. */
  readonly stands: readonly Stand[];
}

/** Images that are made coarse between two rests. */
const REST = 25;

/** The digits of a seed, which training by another rate does not draw again. */
const digits = knownRuns<{ readonly seed: number }, readonly [Digits, Digits]>(
  ["seed"],
  4,
  function* ({ seed }) {
    const { images, labels } = digitData(seed, LEARNT + OTHERS);
    yield;
    const cells: (readonly number[] | Float64Array)[] = [];
    for (const image of images) {
      cells.push(coarse(image));
      if (cells.length % REST === 0) yield;
    }
    const part = (from: number, to: number): Digits => ({
      images: images.slice(from, to),
      labels: labels.slice(from, to),
      X: Float64Array.from(cells.slice(from, to).flatMap((row) => [...row])),
    });
    return [part(0, LEARNT), part(LEARNT, LEARNT + OTHERS)];
  },
);

/** Rows of logits as probabilities. */
function softmax(Z: Float64Array): Float64Array {
  const P = new Float64Array(Z.length);
  for (let from = 0; from < Z.length; from += CLASSES) {
    const row = Z.subarray(from, from + CLASSES);
    const most = Math.max(...row);
    const all = row.map((z) => Math.exp(z - most));
    const sum = all.reduce((a, b) => a + b, 0);
    P.set(
      all.map((e) => e / sum),
      from,
    );
  }
  return P;
}

/** The class with the largest number of a row; the first of equal ones. */
export const readAs = (rows: Float64Array, i: number): number => {
  const row = rows.subarray(CLASSES * i, CLASSES * (i + 1));
  return row.indexOf(Math.max(...row));
};

function scoreOf(said: Float64Array, { labels }: Digits): Score {
  let [loss, right] = [0, 0];
  labels.forEach((label, i) => {
    // A probability below the least number is 0 here, and costs 745.
    loss -= Math.log(Math.max(Number.MIN_VALUE, said[CLASSES * i + label]!));
    if (readAs(said, i) === label) right++;
  });
  return { loss: loss / labels.length, accuracy: right / labels.length };
}

/** Rests after each epoch. */
function* worked({ hidden, rate, batch, seed }: Settings): Generator<undefined, Run> {
  const [learnt, others] = yield* digits.steps({ seed });
  yield;
  const { step, batches } = digitTraining(learnt.X, learnt.labels, {
    hidden,
    learningRate: rate,
    batch,
    seed,
  });
  if (batches === undefined) throw new Error("fig45: a training by batches is expected");
  const { P, shape } = batches;
  const asked = [networkOf(shape, LEARNT), networkOf(shape, OTHERS)] as const;
  const standNow = (): Stand => {
    const [own, said] = [softmax(asked[0].forward(P, learnt.X)), softmax(asked[1].forward(P, others.X))];
    return { P: P.slice(), learnt: scoreOf(own, learnt), others: scoreOf(said, others), said };
  };
  const stands = [standNow()];
  while (stands.length <= EPOCHS) {
    step();
    if (!P.every(Number.isFinite)) break;
    stands.push(standNow());
    yield;
  }
  return { learnt, others, stands };
}

export const { steps: runSteps, of: runOf } = knownRuns<Settings, Run>(
  ["hidden", "rate", "batch", "seed"],
  12,
  worked,
);
