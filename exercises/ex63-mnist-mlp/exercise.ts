import { exercise, gradientAt, matrix, named, record, rows, vector } from "../../grader/exercise/form.ts";
import { layersOf, mlpLoss } from "../../reference/networks/multilayer-perceptron.ts";
import type { Num } from "../../reference/numbers/num.ts";
import type { Lifted } from "../../reference/numbers/tracked.ts";
import {
  forwardPass,
  type Gradients,
  gradients,
  type Layers,
  layers,
  type Network,
  small,
  startingAt,
  trainingRun,
  usual,
  wayBack,
} from "./args.ts";
import { backwardMistakes } from "./backward-mistakes.ts";
import { forwardMistakes } from "./forward-mistakes.ts";
import { backwardLaws, forwardLaws, trainLaws } from "./laws.ts";
import * as played from "./scenarios.ts";
import scenarios from "./scenarios.ts?raw";
import { trainMistakes } from "./train-mistakes.ts";
import { trained } from "./trained.ts";
import type { Outcome } from "./wrong-networks.ts";

const images = rows([1, 0, -1], [0.5, -0.5, 0], [0, 1, 1], [-1, -1, 0.25], [0.75, 0, 0.5]);
const labels = [0, 3, 1, 0, 2];
const shown = { ...small, X: rows([1, 0], [0, -1]) };
const refused = (y: number[], says: string) => ({
  given: { ...usual, X: images.slice(0, 2), y },
  throws: true as const,
  says,
});
const orders = rows([4, 2, 0, 1, 3], [0, 1, 2, 3, 4]);

const forward = forwardPass.answer<Layers>({
  says: "what both layers of a new network give",
  scenario: played.forward,
  needs: ["NeuralNetMLP"],
  returns: layers,
  is: ({ X }, given) => layersOf(X, startingAt(given)),
  example: shown,
  edges: {
    "one image": { given: { ...usual, X: [[1, -0.5, 0]] }, says: "aH and aOut stay matrices, of one row." },
    "one of each": {
      given: { numFeatures: 1, numHidden: 1, numClasses: 1, rng: named("uniform", 3), X: [[0.5], [-1]] },
      says: "One pixel, one hidden unit, one class: the matrices stay matrices.",
    },
    "pixels from 0 to 255": {
      given: { ...usual, X: rows([255, 0, 128], [0, 64, 255]) },
      says: "Pixels that are not scaled make large net inputs: most hidden units are near 0 or 1.",
      ifNaN: "e to a large power is Infinity. Is there Infinity/Infinity, as in e^z/(1 + e^z)?",
    },
  },
  laws: forwardLaws,
  mistakes: forwardMistakes,
});

const backward = wayBack.gradient<Gradients>({
  says: "the gradients of a new network",
  scenario: played.backward,
  needs: ["NeuralNetMLP"],
  returns: gradients,
  at: gradientAt({
    name: "the loss",
    at: ({ numFeatures, numHidden, numClasses, rng, X, y }: Lifted<Back>) => ({
      X,
      y: y.map(({ value }) => value),
      p: startingAt({
        numFeatures: numFeatures.value,
        numHidden: numHidden.value,
        numClasses: numClasses.value,
        rng,
      }),
    }),
    of: ({ X, y, p }) => mlpLoss(X as Num[][], y, p),
    by: ({ p: { W1, b1, W2, b2 } }) => ({ dWout: W2, dbOut: b2, dWh: W1, dbH: b1 }),
  }),
  edges: {
    "a batch of 1": {
      given: { ...usual, X: [[1, -0.5, 0]], y: [2] },
      says: "With n = 1 dWh and dWout are still matrices, and the mean is over the outputs alone.",
    },
    "one of each": {
      given: {
        numFeatures: 1,
        numHidden: 1,
        numClasses: 1,
        rng: named("uniform", 3),
        X: [[0.5], [-1]],
        y: [0, 0],
      },
      says: "One pixel, one hidden unit, one class: weights are matrices, biases vectors.",
    },
    "images of 0": {
      given: { ...usual, X: rows([0, 0, 0], [0, 0, 0]), y: [3, 1] },
      says: "No weight of the hidden layer learns from a black image. Its biases do.",
    },
    "pixels from 0 to 255": {
      given: { ...usual, X: rows([255, 0, 128], [0, 64, 255]), y: [0, 2] },
      says: "Hidden units are near 0 or 1 for such pixels, and little passes their sigmoid: scale the pixels first.",
    },
    "a label too large": refused([0, 4], "With 4 classes the labels are 0 to 3: there is no class 4."),
    "a negative label": refused([-1, 0], "There is no class −1."),
    "a label that is not whole": refused([0, 1.5], "There is no class between 1 and 2."),
    "a label that is NaN": refused([Number.NaN, 0], "NaN is no class."),
  },
  laws: backwardLaws,
  mistakes: backwardMistakes,
});

const train = trainingRun.answer<Outcome>({
  says: "the history of a training run, and the outputs after it",
  scenario: played.train,
  returns: record(
    {
      lossTrain: vector("epochs", "the loss over all examples at the end of each epoch"),
      accuracyTrain: vector("epochs", "the share of hits among all examples at the end of each epoch"),
      aOut: matrix("n numClasses", "outputs after training"),
    },
    "the history, and what the network gives after it",
  ),
  is: (_, given) => trained(given),
  edges: {
    "no epoch": {
      given: { ...usual, X: images, y: labels, lr: 2, epochs: 0, batchSize: 2, orders: [] },
      says: "The history is empty, and the network is as it started.",
    },
    "a batch larger than the data": {
      given: { ...usual, X: images, y: labels, lr: 2, epochs: 2, batchSize: 100, orders },
      says: "Each epoch is one step on all five images.",
    },
    "outputs that are equal": {
      given: {
        ...usual,
        rng: named("always", 0),
        X: images,
        y: labels,
        lr: 0,
        epochs: 1,
        batchSize: 2,
        orders: orders.slice(0, 1),
      },
      expected: { lossTrain: [0.25], accuracyTrain: [0.4], aOut: images.map(() => [0.5, 0.5, 0.5, 0.5]) },
      says: "All weights are 0 and stay so: every output is ½, and the first class counts. Two of five labels are 0.",
    },
    "one image a batch": {
      given: { ...usual, X: images, y: labels, lr: 2, epochs: 1, batchSize: 1, orders: orders.slice(0, 1) },
      says: "Each image takes a step of its own, in the given order.",
    },
    "a batch size that divides n": {
      given: {
        ...usual,
        X: images.slice(0, 4),
        y: labels.slice(0, 4),
        lr: 4,
        epochs: 1,
        batchSize: 2,
        orders: [[3, 0, 2, 1]],
      },
      says: "Four images are two batches of two, and there is no third one.",
    },
  },
  laws: trainLaws,
  mistakes: trainMistakes,
});
type Back = Network & { X: number[][]; y: number[] };

export default exercise({
  title: "MNIST-style multilayer perceptron (784–d–10)",
  unit: 10,
  source:
    "ml_with_pytorch_book_part2, chapter 11; Building FeedForward Networks with Pytorch, Introducing the multilayer neural network",
  requires: ["ex45", "ex46", "ex56", "ex40"],
  derivation: "backprop-output",
  minutes: 75,
  points: 40,
  exports: { NeuralNetMLP: "class", trainMlp: "function" },
  scenarios,
  symbols: { n: "number of images" },
  functions: { forward, backward, train },
  nouns: {
    weight: "a weight",
    deltaOut: "the error of the outputs",
    deltaH: "the error of the hidden units",
    back: "what flows back",
    places: "the batch",
  },
  hints: [
    "What does the network keep between two calls, and what is handed over anew with each call? Which exercises have you written whose code belongs into forward and backward? And when is a loss measured, so that the losses of all examples are those of one network?",
    "forward is twice: weighted sums with weights out × in, plus bias, through the sigmoid. backward begins with the error of the outputs, 2/(n·t) times the miss times aOut(1 − aOut), with one-hot targets; through Wout it goes back to the hidden units, times aH(1 − aH). In trainMlp, one batch is: forward, backward, and then one step for all four parameters.",
    "δout = 2/(n·t)·(aOut − Y)·aOut(1 − aOut); dWout = δoutᵀ·aH, dbOut its column sums; δh = (δout·Wout)·aH(1 − aH); dWh = δhᵀ·X, dbH its column sums. For each epoch e and start = 0, batchSize, …: take orders[e].slice(start, start + batchSize), its rows of X and entries of y, and move the parameters by −lr times their gradients. After the last batch push the mean of (Y − aOut)² over all images, and the share of hits.",
  ],
});
