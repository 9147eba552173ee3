/** What a loader does: two passes, two loops at once, its length. */
import {
  args,
  claim,
  equal,
  list,
  matrix,
  named,
  record,
  rows,
  scalar,
  truth,
  vector,
} from "../../grader/exercise/form.ts";
import type { FunctionValue } from "../../grader/value.ts";
import { batches, batchSize, dropLast, rng, sizes, X, y } from "./args.ts";
import {
  drawing,
  fromTheStart,
  KeepsLast,
  model,
  NeverShuffled,
  OneIterator,
  OnePlace,
  Shrinking,
  ShuffledOnce,
  ShuffledOnTop,
  saying,
  swappedWithAny,
} from "./loaders.ts";
import { minibatches } from "./minibatches.ts";
import * as played from "./scenarios.ts";

const shrinking = {
  with: { DataLoader: Shrinking },
  step: 6,
  says: "A short batch makes batchSize smaller for good: the next pass begins with the small one. Keep the size of a batch apart from the size that was asked for.",
};
const oneIterator = {
  with: { DataLoader: OneIterator },
  step: 7,
  says: "All loops share one iterator: what one has taken, the others do not see, and a second pass finds nothing. [Symbol.iterator]() makes a new one at each call.",
};

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
  mistakes: {
    "shuffled-once": {
      with: { DataLoader: ShuffledOnce },
      step: 5,
      says: "The second pass has the order of the first. Draw an order in [Symbol.iterator](), for each pass anew, and not in the constructor.",
    },
    "shuffled-on-top": {
      with: { DataLoader: ShuffledOnTop },
      step: 5,
      says: "The second pass shuffles what the first has left. Each pass begins from 0, 1, 2, …",
    },
    "never-shuffled": {
      with: { DataLoader: NeverShuffled },
      step: 5,
      says: "The examples come as they lie in X though shuffle is true.",
    },
    "swapped-with-any": {
      with: drawing(swappedWithAny),
      step: 5,
      says: "Each place is swapped with any of all n. Then some orders are more likely than others: swap place i with one of 0 … i.",
    },
    "swapped-from-the-start": {
      with: drawing(fromTheStart),
      step: 5,
      says: "The places are swapped from the first to the last. That is as fair, and gives other orders for the same numbers: the contract begins at the last.",
    },
    "last-batch-kept": {
      with: { DataLoader: KeepsLast },
      step: 2,
      says: "The short batch at the end is there though dropLast is true.",
    },
    shrinking,
    "one-iterator": oneIterator,
  },
});

const twoLoops = args(
  { X, y, batchSize: scalar("examples of a batch, s", { domain: "integer", draw: () => 2 }) },
  // Four batches: so many a loop takes that shares its place with another.
  { sizes: { n: [7, 9], d: [2, 3] }, accepts: ({ y, batchSize }) => y.length > 3 * batchSize },
);

export const interleaved = twoLoops.answer({
  says: "two batches of one loop, the first batch of a second loop, and the third of the one",
  scenario: played.interleaved,
  model,
  returns: list(
    record({ X: matrix("b d", "the inputs of its examples"), y: vector("b", "their targets") }, "a batch"),
    "4",
    "the four batches in the order in which they are taken",
  ),
  edges: {
    "three examples, one a batch": {
      given: { X: four.slice(0, 3), y: [1, 2, 3], batchSize: 1 },
      says: "The targets come as 1, 2, 1, 3: the second loop begins at the first example.",
    },
  },
  laws: {
    "the first of the one loop is the first of the other": (f) => {
      const [first, , again] = f();
      return equal(again!, first!);
    },
    "three batches of one loop are the first six examples": (f, { y }) => {
      const [first, second, , third] = f();
      return equal([...first!.y, ...second!.y, ...third!.y], y.slice(0, 6));
    },
  },
  mistakes: {
    "one-iterator": { ...oneIterator, with: { DataLoader: OneIterator } },
    "one-place": {
      with: { DataLoader: OnePlace },
      step: 7,
      says: "Both loops share one place, and the second sets it back. Where a loop is belongs to its own iterator, and not to the loader.",
    },
  },
});

const counted = args({
  n: scalar("number of examples", { domain: "integer", draw: (draw) => draw.integer(5, 40) }),
  batchSize: scalar("examples of a batch, s", { domain: "integer", draw: (draw) => draw.integer(2, 9) }),
  dropLast,
});

export const count = counted.answer({
  says: "the length of a loader of n examples, before a pass and after it",
  scenario: played.count,
  model,
  returns: record(
    {
      before: scalar("before a pass", { domain: "integer" }),
      after: scalar("after it", { domain: "integer" }),
    },
    "the number of batches of a pass, asked twice",
  ),
  show: ({ n, batchSize, dropLast }) =>
    [
      "const X = Array.from({ length: n }, () => []), y = Array(n).fill(0);"
        .replaceAll("n }", `${n} }`)
        .replace("Array(n)", `Array(${n})`),
      `const loader = new DataLoader(X, y, ${batchSize}, { shuffle: false, dropLast: ${dropLast} });`,
      "const before = loader.length;",
      "for (const batch of loader) {}",
      "{ before, after: loader.length }",
    ].join("\n"),
  edges: {
    "670 examples, 100 a batch": {
      given: { n: 670, batchSize: 100, dropLast: false },
      says: "Six batches are whole, and the seventh has 70 examples.",
    },
    "670 examples, 100 a batch, with dropLast": {
      given: { n: 670, batchSize: 100, dropLast: true },
      says: "Six batches are whole; 70 examples stay unused.",
    },
    "670 examples, 20 a batch": {
      given: { n: 670, batchSize: 20, dropLast: false },
      says: "33 batches are whole, and the last has 10 examples.",
    },
    "a size that divides n": {
      given: { n: 12, batchSize: 4, dropLast: true },
      says: "Twelve examples are three batches of four.",
    },
    "no example": { given: { n: 0, batchSize: 4, dropLast: false }, says: "There is no batch." },
  },
  laws: {
    "one pass changes nothing": (f) => {
      const { before, after } = f();
      return equal(after, before);
    },
    "dropLast takes one batch away exactly where a short one is": (f, { n, batchSize }) => {
      const [all, whole] = [f({ dropLast: false }), f({ dropLast: true })];
      return equal(all.before.minus(whole.before), n % batchSize === 0 ? 0 : 1);
    },
    "twice the examples in batches of twice the size are as many": (f, { n, batchSize }) => {
      const [here, there] = [f(), f({ n: 2 * n, batchSize: 2 * batchSize })];
      return claim(here.before.value === there.before.value, "as many", [
        here.before.value,
        there.before.value,
      ]);
    },
  },
  mistakes: {
    "examples-counted": {
      with: saying((n) => n),
      step: 2,
      says: "length is the number of examples. It is the number of batches of a pass.",
    },
    "short-batch-not-counted": {
      with: saying((n, size) => Math.floor(n / size)),
      step: 2,
      says: "The short batch is never counted. It counts unless dropLast is true: ⌈n/s⌉ and ⌊n/s⌋.",
    },
    "short-batch-always-counted": {
      with: saying((n, size) => Math.ceil(n / size)),
      step: 2,
      says: "The short batch is counted where dropLast leaves it out: ⌈n/s⌉ and ⌊n/s⌋.",
    },
    "not-whole": {
      with: saying((n, size) => n / size),
      step: 2,
      says: "n/s is a whole number only where s divides n. Round up, with dropLast down.",
    },
    shrinking,
  },
});
