/** Two passes over one loader. */
import { args, curedBy, equal, named, record, rows, truth } from "../../grader/exercise/form.ts";
import type { FunctionValue } from "../../grader/value.ts";
import { batches, batchSize, dropLast, rng, sizes, X, y } from "./args.ts";
import {
  drawing,
  fromTheStart,
  KeepsLast,
  model,
  NeverShuffled,
  ShuffledOnce,
  ShuffledOnTop,
  swappedWithAny,
} from "./loaders.ts";
import { minibatches } from "./minibatches.ts";
import { oneIterator, shrinking } from "./mistakes.ts";
import * as played from "./scenarios.ts";

const lists = (X: number[][], y: number[]): readonly string[] => [
  `const X = ${JSON.stringify(X)};`.replaceAll(",", ", "),
  `const y = ${JSON.stringify(y)};`.replaceAll(",", ", "),
];
const stream = ({ fn, args = [] }: FunctionValue): string => `${fn}(${args.join(", ")})`;

const asked = args(
  { X, y, batchSize, shuffle: truth("whether each pass has an order of its own"), dropLast, rng },
  { sizes },
);
const four = rows([1, 10], [2, 20], [3, 30], [4, 40]);

export const passes = asked.answer({
  says: "what two passes over one loader give, one after the other",
  scenario: played.passes,
  model,
  returns: record(
    { first: batches("the batches of the first pass"), second: batches("those of the second") },
    "the batches of both passes",
  ),
  show: ({ X, y, batchSize, shuffle, dropLast, rng }) =>
    [
      ...lists(X, y),
      ...(shuffle ? [`const rng = ${stream(rng)};`] : []),
      `const loader = new DataLoader(X, y, ${batchSize}, { shuffle: ${shuffle}, dropLast: ${dropLast}${shuffle ? ", rng" : ""} });`,
      "{ first: [...loader], second: [...loader] }",
    ].join("\n"),
  edges: {
    "fewer examples than a batch": {
      given: { X: four, y: [1, 2, 3, 4], batchSize: 5, shuffle: false, dropLast: false },
      says: "Each pass is one batch of all four.",
    },
    "fewer examples than a batch, with dropLast": {
      given: { X: four, y: [1, 2, 3, 4], batchSize: 5, shuffle: false, dropLast: true },
      says: "No pass has a batch.",
    },
    "one example": {
      given: {
        X: rows([1, 2]),
        y: [3],
        batchSize: 1,
        shuffle: true,
        dropLast: false,
        rng: named("uniform", 7),
      },
      says: "There is one order of one example.",
    },
  },
  laws: {
    "without shuffle both passes are minibatches in the order 0, 1, 2, …": (f, given, { ask }) => {
      const both = f({ shuffle: false });
      const { X, y, batchSize, dropLast } = given;
      const one = ask(minibatches, { X, y, batchSize, order: y.map((_, i) => i), dropLast });
      return [equal(both.first, one), equal(both.second, one)];
    },
    "each pass has every example once": (f, { y }) => {
      const both = f({ y: y.map((_, i) => i), dropLast: false });
      return [both.first, both.second].map((pass) =>
        equal(
          pass.flatMap((batch) => batch.y.map(({ value }) => value)).sort((a, b) => a - b),
          y.map((_, i) => i),
        ),
      );
    },
    "the size of a batch changes no order": (f, { y }) => {
      const [whole, small] = [
        f({ batchSize: y.length, dropLast: false }),
        f({ batchSize: 2, dropLast: false }),
      ];
      return equal(
        small.second.flatMap((batch) => batch.y),
        whole.second.flatMap((batch) => batch.y),
      );
    },
  },
  mistakes: curedBy(5, {
    "shuffled-once": {
      with: { DataLoader: ShuffledOnce },
      says: "The second pass has the order of the first. Draw an order in [Symbol.iterator](), for each pass anew, and not in the constructor.",
    },
    "shuffled-on-top": {
      with: { DataLoader: ShuffledOnTop },
      says: "The second pass shuffles what the first has left. Each pass begins from 0, 1, 2, …",
    },
    "never-shuffled": {
      with: { DataLoader: NeverShuffled },
      says: "The examples come as they lie in X though shuffle is true.",
    },
    "swapped-with-any": {
      with: drawing(swappedWithAny),
      says: "Each place is swapped with any of all n. Then some orders are more likely than others: swap place i with one of 0 … i.",
    },
    "swapped-from-the-start": {
      with: drawing(fromTheStart),
      says: "The places are swapped from the first to the last. That is as fair, and gives other orders for the same numbers: here the last comes first.",
    },
    "last-batch-kept": {
      with: { DataLoader: KeepsLast },
      step: 2,
      says: "The short batch at the end is there though dropLast is true.",
    },
    shrinking,
    "one-iterator": oneIterator,
  }),
});
