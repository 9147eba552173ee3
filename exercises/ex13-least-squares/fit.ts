/** The best weights at once. */
import { type ArgsOf, args, curedBy, equal, rows, vector } from "../../grader/exercise/form.ts";
import { leastSquaresLine } from "../../reference/linear-models/least-squares.ts";
import { leastSquares, linearFit } from "../../reference/linear-models/normal-equations.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { dot, type Num, num, sum } from "../../reference/numbers/num.ts";
import { mean as meanOf } from "../../reference/numbers/plain.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { standardise } from "../../reference/unsupervised/standardise.ts";
import { type Matrix, type Vector, X } from "./args.ts";

const data = args(
  { X, y: vector("n", "targets") },
  { sizes: { n: [6, 8], m: [2, 3] }, accepts: ({ X }) => isSettled(X) },
);
type Data = ArgsOf<typeof data>;

/** Up to this many times its own size an error of the equations may move the weights. */
const LARGEST_GROWTH = 1e4;

/** Whether columns are far enough from dependent ones for every way of solving to agree to many digits. */
function isSettled(X: Matrix): boolean {
  try {
    return linearFit(
      lift(X),
      X.map(() => num(1)),
    ).every((theta) => theta.magnitude < LARGEST_GROWTH);
  } catch {
    return false;
  }
}

const values = (theta: readonly Num[]): Vector => theta.map(({ value }) => value);
const withOnes = (X: Matrix): Matrix => X.map((row) => [...row, 1]);
/** Aᵀy */
const moments = ({ X, y }: Data): Vector => transpose(withOnes(X)).map((a) => dot(a, y).value);

const predicted = (X: readonly (readonly (Num | number)[])[], theta: readonly Num[]): Num[] =>
  X.map((row) => dot(row, theta.slice(0, -1)).plus(theta.at(-1)!));
const SHIFT = 2.5;

export const normalEquations = data.answer<Vector>({
  says: "The weights and the intercept with the smallest mean squared error. Throws a RangeError if the columns do not settle them.",
  formula: String.raw`\theta^* = (A^T A)^{-1} A^T y, \; A = (X \; 1)`,
  returns: vector("m+1", "one weight an input, then the intercept"),
  is: ({ X, y }) => linearFit(X, y),
  example: { X: [[0], [1], [2]], y: [1, 2, 6] },
  edges: {
    "one input": {
      given: { X: [[-1], [0], [2], [3]], y: [1, 0.5, 2, 4] },
      says: "This is the best line, of slope 0.75 and intercept 1.125.",
    },
    "exact fit": {
      given: { X: rows([1, 2], [3, 0], [0, 1], [2, 2]), y: [4, 2, 1, 5] },
      says: "All targets are x₁ + 2x₂ − 1.",
    },
    "as many weights as examples": {
      given: { X: rows([1, 2], [3, 0], [0, 1]), y: [4, 1, 0] },
      says: "Three numbers for three examples: all of them are met.",
    },
    "a zero in the first place": {
      given: { X: rows([0, 1], [0, 3], [2, 1], [1, -1]), y: [1, 2, 0, 3] },
      says: "The first example has a 0 in it; AᵀA has none on its diagonal.",
    },
    "collinear columns": {
      given: { X: rows([1, 0.3], [2, 0.6], [4, 1.2], [5, 1.5]), y: [1, 2, 3, 5] },
      throws: true,
      says: "The second column is 0.3 times the first, and no weights are the only best ones: the function throws.",
      ifNumber:
        "Rounding makes the last pivot some 10⁻¹⁶ in place of 0. Compare it with what stood in its place at first.",
    },
    "constant column": {
      given: { X: rows([1, 5], [2, 5], [4, 5], [5, 5]), y: [1, 2, 3, 5] },
      throws: true,
      says: "A constant column is 5 times the column of ones: the function throws.",
    },
    "column of zeros": {
      given: { X: rows([1, 0], [2, 0], [4, 0], [5, 0]), y: [1, 2, 3, 5] },
      throws: true,
      says: "An input that is 0 everywhere may have any weight: the function throws.",
      ifNaN: "Its pivot is 0 from the beginning, and 0/0 is NaN.",
    },
    "fewer examples than weights": {
      given: { X: rows([1, 2], [3, 1]), y: [1, 2] },
      throws: true,
      says: "Two examples do not settle three numbers: the function throws.",
    },
  },
  laws: {
    "the residuals sum to 0, by themselves and weighted with every column": (f, { X, y }) => {
      const residuals = predicted(X, f()).map((p, i) => num(y[i]!).minus(p));
      return [equal(sum(residuals), 0), ...transpose(X).map((column) => equal(dot(column, residuals), 0))];
    },
    "targets on a plane give that plane": (f, { X, y }) => {
      const plane = y.slice(0, X[0]!.length + 1);
      return equal(f({ y: predicted(X, lift(plane)) }), plane);
    },
    "raising all targets raises the intercept, and nothing else": (f, { y }) => {
      const [raised, here] = [f({ y: y.map((yi) => yi + SHIFT) }), f()];
      return equal(raised, [...here.slice(0, -1), here.at(-1)!.plus(SHIFT)]);
    },
    "an input in other units, 4 times its number, has a quarter of the weight": (f, { X }) => {
      const [scaled, [first, ...others]] = [f({ X: X.map(([x, ...rest]) => [4 * x!, ...rest]) }), f()];
      return equal(scaled, [first!.over(4), ...others]);
    },
    "standardised inputs have other weights, the same predictions, and the mean of y as intercept": (
      f,
      { X, y },
    ) => {
      const Z = standardise(lift(X));
      const theta = f({ X: Z });
      return [equal(theta.at(-1)!, meanOf(y)), equal(predicted(Z, theta), predicted(X, f()))];
    },
    "duplicating the data changes nothing": (f, { X, y }) =>
      equal(f({ X: [...X, ...X], y: [...y, ...y] }), f()),
  },
  mistakes: curedBy(4, {
    "no-column-of-ones": {
      is: ({ X, y }) => [...values(leastSquares(lift(X), lift(y))), 0],
      says: "The plane goes through the origin. A is X with a further column of ones, whose weight is the intercept.",
    },
    "weights-alone": {
      is: ({ X, y }) => values(leastSquares(lift(X), lift(y))),
      says: "There is a weight for each input and no intercept. A is X with a further column of ones, whose weight is the intercept.",
    },
    "intercept-first": {
      is: ({ right }) => [right.at(-1)!, ...right.slice(0, -1)],
      says: "The intercept comes first. The column of ones is the last one, and so is the intercept.",
    },
    "mean-for-intercept": {
      is: ({ right, y }) => [...right.slice(0, -1), meanOf(y)],
      step: 9,
      says: "The intercept is the mean of the targets. That holds where all inputs have mean 0; else the inputs' means times their weights are to be subtracted.",
    },
    "each-input-by-itself": {
      is: ({ X, y }) => {
        const columns = transpose(X);
        const slopes = columns.map((x) => leastSquaresLine(x, y).w);
        const centre = dot(slopes, columns.map(meanOf)).value;
        return [...slopes, meanOf(y) - centre];
      },
      says: "Each weight is that of its input alone. Inputs have something in common, and AᵀA holds what: solve for all weights at once.",
    },
    "not-solved": {
      is: moments,
      says: "This is Aᵀy, the right side of the normal equations. It is still to be solved for θ: AᵀA θ = Aᵀy.",
    },
    "divided-by-the-diagonal": {
      is: (given) => {
        const sizes = transpose(withOnes(given.X)).map((a) => dot(a, a).value);
        return moments(given).map((h, k) => h / sizes[k]!);
      },
      says: "Aᵀy is divided by the diagonal of AᵀA. That solves the equations only where the columns are orthogonal; the other entries count as well.",
    },
    "weights-of-standardised-inputs": {
      is: ({ X, y }) => values(linearFit(standardise(lift(X)), lift(y))),
      step: 9,
      says: "These are the weights of the standardised inputs. X is taken as it is here.",
    },
  }),
});
