import { claim, equal, exercise, matrix, named, shifted } from "../../grader/exercise/form.ts";
import { lossSlice as slice } from "../../reference/differentiation/loss-slice.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { square } from "./args.ts";
import { mistakes } from "./mistakes.ts";

const bowl = named("steepBowl");
const middle = <T>(S: readonly (readonly T[])[]): T => {
  const half = (S.length - 1) / 2;
  return S[half]![half]!;
};

const lossSlice = square.answer({
  says: "The loss over a square of two parameters, around where they are. The others rest.",
  formula: String.raw`S_{ba} = L(w + \alpha_a e_i + \beta_b e_j)`,
  returns: matrix(
    "n n",
    "S: a row for each offset of parameter j, from −radius on; in it the offsets of parameter i",
  ),
  is: ({ loss, w, radius }, { i, j, n }) => slice(loss, w, [i, j], radius, n),
  example: { loss: bowl, w: [2, 1], i: 0, j: 1, radius: 1, n: 3 },
  edges: {
    "one point": {
      given: { loss: bowl, w: [2, 1, -0.5], i: 0, j: 2, radius: 1, n: 1 },
      says: "With n = 1 there is the middle alone, 1·2² + 2·1² + 3·0.5² = 6.75.",
      ifNaN: "n − 1 is 0, and 0/0 is NaN.",
    },
    "an even n": {
      given: { loss: bowl, w: [2, 1], i: 0, j: 1, radius: 1, n: 2 },
      says: "The square has its four corners and no middle.",
    },
    "i and j are one parameter": {
      given: { loss: bowl, w: [2, 1], i: 1, j: 1, radius: 1, n: 3 },
      says: "Both offsets are added to it: they go from −2 to 2, and along each diagonal from upper right to lower left the loss is the same.",
    },
    "the later parameter first": {
      given: { loss: bowl, w: [2, 1, 3], i: 2, j: 0, radius: 1, n: 3 },
      says: "i may be larger than j. Along a row parameter i moves, whichever it is.",
    },
    "no loss far out": {
      given: { loss: named("sumOfLogs"), w: [0.5, 2], i: 0, j: 1, radius: 1, n: 3 },
      says: "The logarithm of −0.5 is NaN, and so is the first column. The others are numbers as ever.",
    },
  },
  laws: {
    "with n odd the middle is the loss at w": (f) => equal(middle(f({ n: 3 })), middle(f({ n: 1 }))),
    "i and j exchanged transpose it": (f, { i, j }) => equal(f({ i: j, j: i }), transpose(f())),
    "on 1·x₁² + 2·x₂² + … the middle is the smallest where both weights are 0, and not where one of them is 1":
      (f, { w, i, j }) => {
        const lies = (at: number): boolean => {
          const S = f({
            loss: bowl,
            w: w.map((x, k) => (k === i ? at : k === j ? 0 : x)),
            radius: 0.5,
            n: 3,
          });
          return S.flat().every(({ value }) => value >= middle(S).value);
        };
        return (
          i !== j && [claim(lies(0), "smallest in the middle"), claim(!lies(1), "smaller beside the middle")]
        );
      },
    "a hollow in the slice is none of the loss: with a third weight of 3 it looks the same, only higher": (
      f,
      { i, j },
    ) => {
      if (i === j) return false;
      const third = [0, 1, 2].find((k) => k !== i && k !== j)!;
      const at = (x: number) => f({ loss: bowl, w: [0, 1, 2, 3].map((k) => (k === third ? x : 0)) });
      const high = at(3).flat();
      return equal(high, shifted(at(0).flat(), 9 * (third + 1)));
    },
    "on a parabola the ends of the middle row give the slope: (last − first)/(2r)": (
      f,
      { w, i, j, radius },
    ) => {
      if (i === j) return false;
      const row = f({ loss: named("sumOfSquares"), n: 3 })[1]!;
      return equal(row[2]!.minus(row[0]!), 4 * radius * w[i]!);
    },
    "on a plane half the radius halves all differences from the middle": (f, { radius }) => {
      const plane = { loss: named("plane"), n: 3 };
      const [fine, coarse] = [f({ ...plane, radius: radius / 2 }), f(plane)];
      const from = (S: typeof fine, factor: number) =>
        S.map((row) => row.map((s) => s.minus(middle(S)).times(factor)));
      return equal(from(fine, 2), from(coarse, 1));
    },
  },
  features: {
    "i is larger than j": ({ i, j }) => i > j,
    "i and j are one parameter": ({ i, j }) => i === j,
    "n is even": ({ n }) => n % 2 === 0,
  },
  mistakes,
});

export default exercise({
  title: "A slice through the loss landscape",
  unit: 12,
  source: "Machine Learning Visualized, 0.1.7, 0.6.2, 0.7.12 and 0.7.14",
  requires: ["ex09", "ex49"],
  derivation: "slices",
  points: 20,
  minutes: 25,
  symbols: {
    d: "number of parameters",
    α: "offset of parameter i",
    β: "offset of parameter j",
    eᵢ: "the vector with 1 at place i and 0 elsewhere",
  },
  functions: { lossSlice },
  nouns: { offsets: "the list of offsets", moved: "the moved parameters" },
  hints: [
    "For radius 1 and n = 3, which offsets are there? And for n = 5? What do the parameters look like at the upper left corner?",
    "How many steps lie between n points, and how long is one of them? When the next entry begins, what do the parameters have to be? Which of the two loops makes a row, that of i or that of j?",
    "The k-th offset is −radius + 2·radius·k/(n − 1), and 0 where n is 1. For each beta, and in it for each alpha: copy w, add alpha to entry i, then beta to entry j, and push loss of the copy into the row.",
  ],
});
