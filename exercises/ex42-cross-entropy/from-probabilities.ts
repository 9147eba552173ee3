/** Cross-entropy of probabilities, summed over the examples. */
import {
  type ArgsOf,
  args,
  atMost,
  curedBy,
  type Draw,
  equal,
  matrix,
  optional,
  rows,
  scalar,
  shares,
  times,
} from "../../grader/exercise/form.ts";
import { EPS, crossEntropy as reference } from "../../reference/networks/cross-entropy.ts";
import { sum } from "../../reference/numbers/num.ts";
import { total } from "../../reference/numbers/plain.ts";

/** One row of labels: a single 1, or every second time shares. */
function labels(draw: Draw, C: number): number[] {
  if (draw.integer(0, 1) === 0) return shares(draw, C);
  const hot = draw.integer(0, C - 1);
  return draw.list(C, (c) => (c === hot ? 1 : 0));
}

const table = args(
  {
    P: matrix("n C", "predicted probabilities, one example a row; each row sums to 1", {
      draw: (draw) => draw.list(draw.size("n"), () => shares(draw, draw.size("C"))),
    }),
    Y: matrix("n C", "true classes: one-hot rows, or soft labels, rows of shares that sum to 1", {
      draw: (draw) => draw.list(draw.size("n"), () => labels(draw, draw.size("C"))),
    }),
    eps: optional(
      scalar("the least probability that counts", {
        domain: "positive",
        draw: (draw) => (draw.family === "quarters" ? draw.pick([3 / 32, 5 / 16]) : draw.between(0.02, 0.35)),
      }),
      EPS,
    ),
  },
  { sizes: { n: [3, 5], C: [3, 5] } },
);
type Table = ArgsOf<typeof table>;

/** −Σ over all entries, or over what `of` makes of them. */
const costs =
  (of: (y: number, p: number, eps: number) => number) =>
  ({ P, Y, eps = EPS }: Table): number =>
    -total(P.flatMap((row, i) => row.map((p, c) => of(Y[i]![c]!, p, eps))));

const turned = (A: number[][]): number[][] => A.map(([first, ...others]) => [...others, first!]);

export const crossEntropy = table.answer<number>({
  says: "Cross-entropy of probabilities, summed over the examples. Probabilities below eps count as eps; those above stay as they are.",
  formula: String.raw`J = -\sum_i \sum_c Y_{ic} \ln \max(P_{ic}, \epsilon)`,
  returns: scalar("J, the sum over the examples"),
  is: ({ P, Y, eps }) => reference(P, Y, eps),
  example: { P: rows([0.5, 0.25, 0.25], [0.25, 0.25, 0.5]), Y: rows([1, 0, 0], [0, 0, 1]), eps: undefined },
  edges: {
    "probability 0 of another class": {
      given: { P: rows([1, 0], [0.25, 0.75]), Y: rows([1, 0], [0, 1]), eps: undefined },
      says: "A class with label 0 costs nothing, also where its probability is 0.",
      ifNaN: "0·ln 0 is 0·(−∞), which is NaN: the logarithm may never see the 0.",
    },
    "probability 0 of the true class": {
      given: { P: rows([0, 1], [0.5, 0.5]), Y: rows([1, 0], [0, 1]), eps: undefined },
      says: "The first example was held impossible. It costs −ln 1e-12 = 27.63, dear but finite.",
      ifInfinite: "The logarithm of 0 is −Infinity; the floor eps keeps it from that.",
    },
    "an eps of 0.125": {
      given: { P: rows([0, 1], [0.0625, 0.9375]), Y: rows([1, 0], [1, 0]), eps: 0.125 },
      says: "Both probabilities are below eps, so each example costs −ln 0.125.",
    },
    "soft labels": {
      given: { P: rows([0.5, 0.5], [0.25, 0.75]), Y: rows([0.5, 0.5], [0.25, 0.75]), eps: undefined },
      says: "Every class counts by its share of the label.",
      ifNumber: "A prediction that equals the labels still costs their entropy.",
    },
    "one example": {
      given: { P: [[0.125, 0.5, 0.375]], Y: [[0, 1, 0]], eps: undefined },
      says: "One row is left: −ln 0.5.",
    },
    "a probability that is NaN": {
      given: { P: rows([Number.NaN, 0.5], [0.5, 0.5]), Y: rows([1, 0], [0, 1]), eps: undefined },
      says: "NaN must be seen in the loss, and is not replaced by eps.",
    },
  },
  laws: {
    "the loss of the batch is the sum of the losses of its examples": (f, { P, Y }) =>
      equal(f(), sum(P.map((row, i) => f({ P: [row], Y: [Y[i]!] })))),
    "the order of the classes does not matter": (f, { P, Y }) =>
      equal(f({ P: turned(P), Y: turned(Y) }), f()),
    "equal probabilities for all classes cost ln C an example": (f, { P }) => {
      const C = P[0]!.length;
      const even = P.map((row) => row.map(() => 1 / C));
      return equal(f({ P: even, eps: undefined }), P.length * Math.log(C));
    },
    "no prediction is cheaper than the labels themselves": (f, { Y }) =>
      atMost(f({ P: Y, eps: undefined }), f({ eps: undefined })),
    "the loss is linear in the labels": (f, { Y }) => {
      const other = turned(Y);
      const half = Y.map((row, i) => row.map((y, c) => (y + other[i]![c]!) / 2));
      return equal(f({ Y: half }).times(2), f().plus(f({ Y: other })));
    },
  },
  mistakes: curedBy(2, {
    "mean-over-all-entries": {
      is: ({ P, right }) => right / P.flat().length,
      says: "It is divided by the number of all entries. An example costs −ln of a probability, and the examples are summed: nothing is divided.",
    },
    "mean-for-sum": {
      is: times("1/n"),
      says: "The loss is divided by n. From probabilities it is the sum over the examples here; the mean belongs to `crossEntropyLogits`.",
    },
    "sign-flipped": {
      is: times(-1),
      says: "The minus is missing. Logarithms of probabilities are negative, and the loss is not.",
    },
    "binary-form": {
      is: costs((y, p, eps) => y * Math.log(Math.max(p, eps)) + (1 - y) * Math.log(Math.max(1 - p, eps))),
      says: "Every class is charged for what it is not, by (1 − y)·ln(1 − p). That is the loss of two classes with one output. With an output a class the others are in the sum already.",
    },
    "likeliest-class-alone": {
      is: ({ P, Y, eps = 1e-12 }) =>
        -total(P.map((row, i) => Math.log(Math.max(row[Y[i]!.indexOf(Math.max(...Y[i]!))]!, eps)))),
      says: "Only the class with the largest label counts, as if it were 1. A label may be shared out: each class counts by its share, −Y·ln P.",
    },
    "labels-exchanged": {
      is: costs((y, p, eps) => p * Math.log(Math.max(y, eps))),
      says: "Prediction and label have changed places: the logarithm is taken of the label. It belongs to the probability that was predicted.",
    },
    "eps-added": {
      is: costs((y, p, eps) => y * Math.log(p + eps)),
      step: 3,
      says: "eps is added to every probability, which changes those that were fine as well. It is a floor: the larger of p and eps counts.",
    },
    "clipped-above-as-well": {
      is: costs((y, p, eps) => y * Math.log(Math.min(Math.max(p, eps), 1 - eps))),
      step: 3,
      says: "Probabilities above 1 − eps are clipped as well. Nothing is wrong with ln 1 = 0: the floor is needed below only.",
    },
    "eps-ignored": {
      is: costs((y, p) => y * Math.log(Math.max(p, EPS))),
      step: 3,
      says: "The floor is 1e-12 whatever is handed over. That is its value only where eps is left out.",
    },
  }),
});
