/** What the networks of ex63 are made of, and what they look at. */
import { args, generator, matrix, named, record, scalar, vector } from "../../grader/exercise/form.ts";
import type { FunctionValue } from "../../grader/value.ts";
import { generatorOf } from "../../reference/functions/generators.ts";
import { startOf } from "../../reference/networks/multilayer-perceptron.ts";
import type { SigmoidNetwork } from "../../reference/networks/sigmoid-network.ts";
import { permutation } from "../../reference/randomness/random.ts";

export type Matrix = number[][];

const count = (says: string, low: number, high: number) =>
  scalar(says, { domain: "integer", draw: (draw) => draw.integer(low, high) });

/** A network, and images for it. */
const network = {
  numFeatures: count("pixels of an image", 4, 5),
  numHidden: count("hidden units", 2, 3),
  numClasses: count("classes, t", 3, 4),
  rng: generator("uniform", "gives the next uniform number in [0, 1)"),
  X: matrix("n numFeatures", "images, one a row, pixels scaled to [−1, 1]", {
    draw: (draw, { numFeatures }) =>
      draw.matrix(draw.size("n"), numFeatures as number, () => draw.between(-1, 1)),
  }),
};
const y = vector("n", "labels, whole numbers from 0 to numClasses − 1", {
  domain: "label",
  draw: (draw, { numClasses }) =>
    draw.list(draw.size("n"), () => draw.integer(0, (numClasses as number) - 1)),
});
/** How the network is trained; sigmoids and a mean make small slopes, so that rates are large. */
const run = {
  lr: scalar("learning rate η", {
    draw: (draw) => (draw.family === "quarters" ? draw.pick([1, 2, 4, 8]) : draw.between(1, 9)),
  }),
  epochs: count("passes over the data", 1, 2),
  batchSize: count("examples of a batch; a last one that is short counts, too", 2, 4),
  orders: matrix("epochs n", "the order of the examples in each epoch, a permutation of 0 … n−1", {
    domain: "integer",
    draw: (draw, { epochs }) => draw.list(epochs as number, () => permutation(draw.rng, draw.size("n"))),
  }),
};

const sizes = { n: [4, 5] } as const;
export const forwardPass = args(network, { sizes });
export const wayBack = args({ ...network, y }, { sizes, accepts: ({ y }) => new Set(y).size > 1 });
export const trainingRun = args(
  { ...network, y, ...run },
  { sizes, accepts: ({ y, batchSize }) => new Set(y).size > 1 && y.length % batchSize !== 0 },
);

export interface Network {
  readonly numFeatures: number;
  readonly numHidden: number;
  readonly numClasses: number;
  readonly rng: FunctionValue;
}

export interface Run {
  readonly X: Matrix;
  readonly y: readonly number[];
  readonly lr: number;
  readonly epochs: number;
  readonly batchSize: number;
  readonly orders: Matrix;
}

/** The parameters that a network starts with. */
export const startingAt = ({ numFeatures, numHidden, numClasses, rng }: Network): SigmoidNetwork =>
  startOf(numFeatures, numHidden, numClasses, generatorOf(rng));

export const layers = record(
  { aH: matrix("n numHidden", "hidden activations"), aOut: matrix("n numClasses", "outputs") },
  "what both layers give",
);
export type Layers = { aH: Matrix; aOut: Matrix };

export const gradients = record(
  {
    dWout: matrix("numClasses numHidden", "∂L/∂Wout"),
    dbOut: vector("numClasses", "∂L/∂bOut"),
    dWh: matrix("numHidden numFeatures", "∂L/∂Wh"),
    dbH: vector("numHidden", "∂L/∂bH"),
  },
  "the derivatives of the loss, weights out × in",
);
export type Gradients = { dWout: Matrix; dbOut: number[]; dWh: Matrix; dbH: number[] };

/** A small network whose weights can be worked out: all of them are 0.1·√(2 ln 2)·cos π. */
export const small: Network = { numFeatures: 2, numHidden: 2, numClasses: 3, rng: named("always", 0.5) };
export const usual: Network = { numFeatures: 3, numHidden: 2, numClasses: 4, rng: named("uniform", 7) };
