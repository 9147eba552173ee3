/** Inputs and targets by one order. */
import {
  type ArgsOf,
  args,
  curedBy,
  equal,
  matrix,
  rows,
  tuple,
  vector,
} from "../../grader/exercise/form.ts";
import { sum } from "../../reference/numbers/num.ts";
import { permutation } from "../../reference/randomness/random.ts";

const data = args(
  {
    X: matrix("n d", "inputs, one example a row"),
    y: vector("n", "targets, one an example"),
    order: vector("m", "which example comes at each place; mostly all of them, each once", {
      domain: "integer",
      draw: (draw) => permutation(draw.rng, draw.size("n")),
    }),
  },
  {
    sizes: { n: [4, 7], d: [2, 3], m: [8, 8] },
    accepts: ({ order }) => order.some((i) => order[order[i]!] !== i),
  },
);
type Data = ArgsOf<typeof data>;
type Both = [number[][], number[]];

const taken = ({ X, y }: Data, forX: readonly number[], forY: readonly number[] = forX): Both => [
  forX.map((i) => X[i]!),
  forY.map((i) => y[i]!),
];
const inverse = ({ order }: Data): number[] => order.map((_, i) => order.indexOf(i));
const natural = ({ y }: Data): number[] => y.map((_, i) => i);

/** What is left where places are written over before they were read. */
function writtenOver<T>(list: readonly T[], order: readonly number[]): T[] {
  const all = [...list];
  order.forEach((place, k) => {
    all[k] = all[place]!;
  });
  return all;
}

export const shuffleTogether = data.answer<Both>({
  says: "Inputs and targets in a given order, the same for both",
  formula: "X'_k = X_{\\pi(k)}, \\quad y'_k = y_{\\pi(k)}",
  returns: tuple(
    [matrix("m d", "inputs in the order"), vector("m", "targets in the order")],
    "both in that order, [X, y], in new lists",
  ),
  is: ({ X, y }, { order }) => [order.map((i) => X[i]!), order.map((i) => y[i]!)],
  example: { X: rows([1, 10], [2, 20], [3, 30]), y: [1, 2, 3], order: [2, 0, 1] },
  edges: {
    "the order 0, 1, 2": {
      given: { X: rows([1, 10], [2, 20], [3, 30]), y: [4, 5, 6], order: [0, 1, 2] },
      says: "All stays where it is.",
    },
    "three of four": {
      given: { X: rows([1], [4], [5], [6]), y: [1, 4, 5, 6], order: [3, 2, 0] },
      says: "The order names three examples, and three come: those with the targets 6, 5 and 1.",
    },
    "an example twice": {
      given: { X: rows([1, 10], [2, 20]), y: [1, 2], order: [1, 0, 1] },
      says: "What the order names twice comes twice.",
    },
    "one example": {
      given: { X: rows([1, 2]), y: [3], order: [0] },
      says: "There is one order of one example.",
    },
    "no example": { given: { X: [], y: [], order: [] }, says: "Two empty lists come back." },
  },
  laws: {
    "an example keeps its target": (f, { X, y }) => {
      const [inputs, targets] = f({ X: y.map((yi) => [yi, -yi]) });
      return (
        X.length > 0 &&
        equal(
          inputs,
          targets.map((yi) => [yi, yi.negated()]),
        )
      );
    },
    "the inverse order leads back": (f, given) => {
      const [X, y] = f();
      return equal(f({ X, y, order: inverse(given) }), [given.X, given.y]);
    },
    "a sum over the examples is the same as before": (f, { y }) => {
      const [, targets] = f();
      return equal(
        sum(targets),
        y.reduce((total, yi) => total + yi, 0),
      );
    },
    "two orders, one after the other, are one: place k takes order[order[k]]": (f, { order }) => {
      const [X, y] = f();
      return equal(f({ X, y }), f({ order: order.map((i) => order[i]!) }));
    },
  },
  mistakes: curedBy("mini-batches#step-1", {
    "inverse-order": {
      is: (given) => taken(given, inverse(given)),
      says: "Example k is put at place order[k]. It is the other way round: place k takes example order[k].",
    },
    "targets-in-their-own-order": {
      is: (given) => taken(given, given.order, natural(given)),
      says: "The inputs come in the given order, and the targets do not: each example has another one's target.",
    },
    "inputs-in-their-own-order": {
      is: (given) => taken(given, natural(given), given.order),
      says: "The targets come in the given order, and the inputs do not: each example has another one's target.",
    },
    "two-orders": {
      is: (given) => taken(given, given.order, inverse(given)),
      says: "Inputs and targets come in two orders, one the inverse of the other: each example has another one's target.",
    },
    "order-ignored": {
      is: (given) => taken(given, natural(given)),
      says: "All comes as it lies in X and y. Place k takes example order[k].",
    },
    "written-over": {
      is: ({ X, y, order }) => [writtenOver(X, order), writtenOver(y, order)],
      says: "Places are written over before they were read: what stood there is lost, and others come twice. Read from the old lists, and write into new ones.",
    },
  }),
});
