/** Numbers of Machine Learning Visualized: clusters, components, the perceptron's grid, the saddle. */
import { noisyLine, scatteredPoints } from "../../../../reference/data/document-data.ts";
import { num } from "../../../../reference/numbers/num.ts";
import { numpyRandom } from "../../../../reference/randomness/mersenne-twister.ts";
import { layerOf } from "../../../../reference/train/mlp.ts";
import { perSample } from "../../../../reference/train/per-sample.ts";
import { perceptron } from "../../../../reference/train/perceptron.ts";
import { pca } from "../../../../reference/unsupervised/pca.ts";
import { type DocumentNumber, printedTo } from "./document-number.ts";

/**
 * Mean squared distance after eight rounds for K = 1 … 12, each K going on from the centroids of the last.
 *
 * @param store what is kept of a mean's coordinate
 */
function elbow(store: (mean: number) => number): readonly number[] {
  const { X, starts } = scatteredPoints(0);
  const C = starts.map((c) => [...c]);
  return starts.map((_, last) => {
    let sum = 0;
    for (let round = 0; round < 8; round++) {
      sum = 0;
      const sums = C.slice(0, last + 1).map(() => [0, 0, 0]);
      for (const [x, y] of X) {
        const distances = C.slice(0, last + 1).map(([a, b]) => (x! - a!) ** 2 + (y! - b!) ** 2);
        const near = distances.indexOf(Math.min(...distances));
        sum += distances[near]!;
        for (const [j, add] of [x!, y!, 1].entries()) sums[near]![j]! += add;
      }
      for (const [k, [x, y, count]] of sums.entries())
        if (count! > 0) C[k] = [store(x! / count!), store(y! / count!)];
    }
    return sum / X.length;
  });
}

/** Losses of the saddle's epochs, before each update, from NumPy's seed 0. */
function saddle(epochs: readonly number[]): readonly number[] {
  const rng = numpyRandom(0);
  const at = (k: number): number => -1 + (2 * k) / 11;
  const inputs = Array.from({ length: 144 }, (_, i) => Float64Array.of(at(i % 12), at(Math.floor(i / 12))));
  const targets = Float64Array.from(inputs, (x) => x[1]! * x[1]! - x[0]! * x[0]!);
  const draw = (from: number, to: number, isBias: boolean): number =>
    isBias ? 0 : (2 * rng.uniform() - 1) * Math.sqrt(6 / (from + to));
  const net = [layerOf(2, 12, "tanh", draw), layerOf(12, 2, "tanh", draw), layerOf(2, 1, "tanh", draw)];
  const run = perSample(net, inputs, targets, { learningRate: 0.005, momentum: 0 }, false);
  const found: number[] = [];
  for (let epoch = 0; epoch <= Math.max(...epochs); epoch++) {
    run.step();
    if (epochs.includes(epoch)) found.push(run.passLoss!() / 144);
  }
  return found;
}

const saddleEpochs = [0, 10, 50, 100, 200, 300];
const saddleLosses = [0.250281, 0.226771, 0.100411, 0.047835, 0.016973, 0.013511];

export const data: readonly DocumentNumber[] = [
  {
    id: "D0-028",
    what: "mean squared distance to the nearest of 1 to 12 centroids kept as whole numbers",
    known: [
      158627.63, 62379.95, 47984.72, 40085.6, 28638.72, 24290.07, 20755.56, 15453.13, 12900.14, 12373.94,
      12023.81, 11002.26,
    ],
    ours: () => elbow(Math.trunc),
    tolerance: printedTo(2),
    because: "two decimals; the assignments are the same ones",
  },
  {
    id: "D0-043",
    what: "eigenvalues, percentages, first component of the noisy line",
    known: [2.08415529, 0.52810069, 0.4028194, 69.12, 17.52, 13.36, 0.58180084, 0.55533668, 0.59422972],
    ours: () => {
      const { eigVals, eigVecs } = pca(
        noisyLine(0).map((row) => row.map((x) => num(x))),
        1,
      );
      const values = eigVals.map(({ value }) => value);
      const sum = values.reduce((a, b) => a + b);
      const first = eigVecs.map((row) => Math.abs(row[0]!.value));
      const round = (x: number, decimals: number): number => Number(x.toFixed(decimals));
      return [...values, ...values.map((value) => round((100 * value) / sum, 2)), ...first];
    },
    tolerance: printedTo(8),
    because: "eight decimals",
  },
  {
    id: "D0-093",
    what: "summed loss of the perceptron's first epoch, of its last, and the share that is right",
    known: [46.5713, 0, 1],
    ours: () => {
      const run = perceptron.train({ learningRate: perceptron.learningRate });
      run.step();
      const first = run.passLoss!();
      for (let epoch = 1; epoch < perceptron.iterations; epoch++) run.step();
      return [first, run.loss(), run.accuracy!()];
    },
    tolerance: printedTo(4),
    because: "four decimals",
    slip: {
      id: "B-000-18",
      printed: [9.3143],
      asPrinted: () => {
        const run = perceptron.train({ learningRate: perceptron.learningRate });
        run.step();
        // Divided by the length of one axis, 5, in place of the 125 examples.
        return [run.passLoss!() / 5];
      },
      tolerance: printedTo(4),
    },
  },
  {
    id: "D0-145",
    what: "mean squared error of the saddle's network at epochs 0, 10, 50, 100, 200, 300",
    known: saddleLosses,
    ours: () => saddle(saddleEpochs),
    tolerance: printedTo(6),
    because: "six decimals",
    slip: {
      id: "B-000-18",
      printed: [3.0034],
      // Divided by the length of one axis, 12, in place of the 144 examples.
      asPrinted: () => saddle([0]).map((loss) => 12 * loss),
      tolerance: printedTo(4),
    },
  },
];
