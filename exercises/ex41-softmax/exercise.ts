import {
  type ArgsOf,
  args,
  atMost,
  type Claims,
  claim,
  equal,
  exercise,
  matrix,
  other,
  rows,
} from "../../grader/exercise/form.ts";
import { type Num, num, sum } from "../../reference/num.ts";
import { logSoftmax, logSumExp, softmax } from "../../reference/softmax.ts";
import { lift, plainOf } from "../../reference/tracked.ts";

const OUT = Number.NEGATIVE_INFINITY;
const LARGE = rows([1000, 0], [-1000, -1001], [5, 5]);
const HOLED = rows([0, OUT, 1], [2, 0, OUT]);
const overflowed = "e^1000 is Infinity, and Infinity/Infinity is NaN.";

const logits = args(
  { Z: matrix("n C", "logits, one example a row") },
  { sizes: { n: [2, 5], C: [3, 6] } },
).shared<number[][]>({
  example: { Z: rows([0, 0], [1000, 0]) },
  edges: {
    "one example": { given: { Z: [[0.5, -1, 2]] }, says: "A batch of one is a matrix of one row." },
    "a logit that is NaN": {
      given: { Z: rows([Number.NaN, 0, 1], [2, 2, 2]) },
      says: "NaN spoils its own row, where it must be seen, and no other.",
    },
  },
  laws: {
    "permuting the classes permutes the answer": (f, { Z }) =>
      equal(f({ Z: Z.map(rotated) }), f().map(rotated)),
    "each row is treated by itself": (f, { Z }) => equal(f({ Z: [Z[0]!] })[0]!, f()[0]!),
  },
});
type Law = Claims<ArgsOf<typeof logits>, number[][]>;

const rotated = <T>(row: readonly T[]): T[] => [...row.slice(1), row[0]!];
const ones = (Z: number[][]): number[] => Z.map(() => 1);
const mapped = (Z: number[][], change: (z: number) => number): number[][] => Z.map((row) => row.map(change));

const shifted =
  (by: number): Law =>
  (f, { Z }) =>
    equal(f({ Z: mapped(Z, (z) => z + by) }), f());

/** Powers of two: z/T is exact. */
const COLD = 2 ** -12;
const HOT = 2 ** 40;

/** Whether the largest logit leads by enough for the cold limit. */
function hasClearWinner(row: readonly number[]): boolean {
  const [first, second] = row.toSorted((a, b) => b - a);
  return first! - second! >= 0.05;
}

const STEP = 2 ** -10;
/** h²/6 times a bound of the third derivative: σ‴ is at most 1/8, and a little for rounding. */
const TRUNCATION = STEP ** 2 / 40;

/** Central differences of a row's answer: entry [c][j] is the change of answer c by logit j. */
function jacobian(f: Parameters<Law>[0], row: number[]): number[][] {
  const at = (j: number, h: number) => f({ Z: [row.map((z, c) => (c === j ? z + h : z))] })[0]!;
  const moved = row.map((_, j) => [at(j, STEP), at(j, -STEP)] as const);
  return row.map((_, c) => moved.map(([up, down]) => (up[c]!.value - down[c]!.value) / (2 * STEP)));
}

const near = (A: number[][], right: (i: number, j: number) => number, words: string, room: number) => {
  const holds = A.every((row, i) => row.every((a, j) => Math.abs(a - right(i, j)) <= room));
  return claim(holds, words, A);
};

/** A wrong formula, entry by entry, with the lists that it may sum over. */
const entries =
  (of: (lists: { z: number; row: number[]; column: number[]; batch: number[] }) => number) =>
  ({ Z }: ArgsOf<typeof logits>): number[][] =>
    Z.map((row) => row.map((z, c) => of({ z, row, column: Z.map((one) => one[c]!), batch: Z.flat() })));

const lse = (z: readonly number[]): number => logSumExp(z.map(num)).value;
const values = (S: readonly (readonly Num[])[]): number[][] => plainOf(S) as number[][];
/** By how much the first logit of each row is above the second. */
const leads = (Z: number[][]): Num[] => Z.map(([a, b]) => num(a!).minus(b!));

export default exercise({
  title: "Softmax and log-softmax without overflow",
  unit: 7,
  source: "01 build and train feedforward nn, 1.3.2",
  requires: ["ex14", "ex38"],
  derivation: "softmax",
  symbols: {
    n: "number of examples",
    C: "number of classes",
    s: "softmax of a row: positive, sums to 1",
    LSE: "log-sum-exp of a row, ln Σ e^(z_k)",
    T: "temperature that the logits are divided by",
  },
  functions: {
    softmax: logits.answer({
      says: "Softmax of each row. Logits of any size: no overflow, and no NaN that was not there before.",
      formula: String.raw`\varsigma(z)_c = \frac{e^{z_c}}{\sum_k e^{z_k}}`,
      returns: matrix("n C", "shares of the classes; each row sums to 1"),
      is: ({ Z }) => softmax(Z),
      edges: {
        "one class": {
          given: { Z: [[3], [-700]] },
          says: "With one class its share is 1, whatever the logit.",
        },
        "large logits": {
          given: { Z: LARGE },
          says: "A shift by each row's own maximum changes no share, and after it no exponential overflows.",
          ifNaN: overflowed,
        },
        "a logit of −Infinity": {
          given: { Z: HOLED },
          expected: [
            [0.2689414213699951, 0, 0.7310585786300049],
            [0.8807970779778823, 0.11920292202211757, 0],
          ],
          says: "A class that is ruled out has share 0.",
        },
      },
      laws: {
        "adding 1000 to all logits leaves softmax unchanged": shifted(1000),
        "adding -1000 to all logits leaves softmax unchanged": shifted(-1000),
        "every row sums to 1, and its entries lie between 0 and 1": (f, { Z }) => {
          const S = f();
          const inside = S.flat().every(({ value }) => value > 0 && value <= 1);
          return [equal(S.map(sum), ones(Z)), claim(inside, "between 0 and 1", values(S))];
        },
        "a larger logit has a larger share": (f, { Z }) => {
          const S = f();
          return Z.flatMap((row, i) =>
            row.flatMap((z, c) =>
              row.flatMap((lower, k) => (lower < z ? [atMost(S[i]![k]!, S[i]![c]!)] : [])),
            ),
          );
        },
        "equal logits share equally: every entry is 1/C": (f, { Z }) =>
          equal(
            f({ Z: Z.map((row) => row.map(() => row[0]!)) }),
            Z.map((row) => row.map(() => 1 / row.length)),
          ),
        "with two classes the first entry is σ of the difference of the logits": (f, { Z }) =>
          equal(
            f({ Z: Z.map((row) => row.slice(0, 2)) }).map(([s]) => s!),
            leads(Z).map((lead) => lead.sigmoid()),
          ),
        "the logarithm of the ratio of two entries is the difference of their logits": (f, { Z }) =>
          equal(
            f().map(([a, b]) => a!.over(b!).log()),
            leads(Z),
          ),
        "softmax(z/T) goes to one-hot at the largest logit as T goes to 0": (f, { Z }) => {
          if (!Z.every(hasClearWinner)) return false;
          const S = values(f({ Z: mapped(Z, (z) => z / COLD) }));
          return near(S, (i, c) => (Z[i]![c] === Math.max(...Z[i]!) ? 1 : 0), "one-hot", 1e-9);
        },
        "softmax(z/T) goes to 1/C everywhere as T goes to infinity": (f, { Z }) =>
          near(values(f({ Z: mapped(Z, (z) => z / HOT) })), () => 1 / Z[0]!.length, "1/C", 1e-9),
        "the Jacobian is diag(s) − s·sᵀ: symmetric, and its rows sum to 0": (f, { Z: [row = []] }) => {
          const [s = []] = values(f({ Z: [row] }));
          const J = jacobian(f, row);
          const sums = J.map((slopes) => [slopes.reduce((total, slope) => total + slope, 0)]);
          return [
            near(J, (c, j) => (c === j ? s[c]! : 0) - s[c]! * s[j]!, "diag(s) − s·sᵀ", TRUNCATION),
            near(J, (c, j) => J[j]![c]!, "symmetric", 2 * TRUNCATION),
            near(sums, () => 0, "0 in every row", row.length * TRUNCATION),
          ];
        },
      },
      mistakes: {
        "normalised-over-the-batch": {
          is: entries(({ z, batch }) => Math.exp(z - lse(batch))),
          step: 2,
          says: "The sum runs over the whole batch. Each row is one example and sums to 1 by itself.",
        },
        "normalised-over-the-columns": {
          is: entries(({ z, column }) => Math.exp(z - lse(column))),
          step: 2,
          says: "The columns sum to 1 instead of the rows. The sum runs over the classes of one example.",
        },
        "sigmoid-of-each-logit": {
          is: entries(({ z }) => num(z).sigmoid().value),
          step: 1,
          says: "This is the sigmoid of each logit. Its entries do not share one total: the classes do not compete.",
        },
        "not-exponentiated": {
          is: entries(({ z, row }) => z / sum(row.map(num)).value),
          step: 1,
          says: "The logits themselves are divided by their sum. Logits may be negative; e^z makes them positive first.",
        },
        "sign-flipped": {
          is: ({ Z }) => plainOf(softmax(lift(mapped(Z, (z) => -z)))),
          step: 1,
          says: "The exponent has the wrong sign, so the smallest logit gets the largest share.",
        },
        "shift-in-the-numerator-only": {
          is: entries(({ z, row }) => Math.exp(z - Math.max(...row) - lse(row))),
          step: 3,
          says: "Only the numerator is shifted. The factor e^(−M) cancels only if the sum below has it too.",
        },
        "logarithm-taken": {
          is: other("logSoftmax"),
          step: 4,
          says: "This is log-softmax. Softmax itself is positive and sums to 1.",
        },
      },
    }),
    logSoftmax: logits.answer({
      says: "Natural logarithm of the softmax of each row. It stays finite where the share itself is too small for a number.",
      formula: String.raw`\ln \varsigma(z)_c`,
      returns: matrix("n C", "logarithms of the shares"),
      is: ({ Z }) => logSoftmax(Z),
      edges: {
        "one class": { given: { Z: [[3], [-700]] }, says: "The logarithm of the share 1 is 0." },
        "large logits": {
          given: { Z: LARGE },
          says: "The share e^−1000 is below the smallest number, but its logarithm is −1000: take it of the fraction, not of the share.",
          ifInfinite: "The share has become 0, and the logarithm of 0 is −Infinity.",
          ifNaN: overflowed,
        },
        "a logit of −Infinity": {
          given: { Z: HOLED },
          expected: [
            [-1.3132616875182228, OUT, -0.3132616875182228],
            [-0.1269280110429725, -2.1269280110429727, OUT],
          ],
          says: "A class that is ruled out has share 0 and logarithm −Infinity.",
        },
      },
      laws: {
        "adding 1000 to all logits leaves log-softmax unchanged": shifted(1000),
        "e to the answer is softmax, and sums to 1 in every row": (f, { Z }) => {
          const S = f().map((row) => row.map((l) => l.exp()));
          return [equal(S, softmax(lift(Z))), equal(S.map(sum), ones(Z))];
        },
        "no entry is above 0": (f) => f().flatMap((row) => row.map((l) => atMost(l, 0))),
        "the difference of two entries is the difference of their logits": (f, { Z }) =>
          equal(
            f().map(([a, b]) => a!.minus(b!)),
            leads(Z),
          ),
        "the Jacobian is 1 on the diagonal and 0 elsewhere, less softmax in every row": (
          f,
          { Z: [row = []] },
        ) => {
          const s = f({ Z: [row] })[0]!.map((l) => Math.exp(l.value));
          return near(jacobian(f, row), (c, j) => (c === j ? 1 : 0) - s[j]!, "1·(c = j) − s_j", TRUNCATION);
        },
      },
      mistakes: {
        "not-normalised": {
          is: ({ Z }) => Z,
          step: 4,
          says: "This is the logarithm of e^z alone. The logarithm of the sum is still to be subtracted.",
        },
        "normalised-over-the-batch": {
          is: entries(({ z, batch }) => z - lse(batch)),
          step: 2,
          says: "The log-sum-exp runs over the whole batch. Each row has its own.",
        },
        "normalised-over-the-columns": {
          is: entries(({ z, column }) => z - lse(column)),
          step: 2,
          says: "The log-sum-exp runs down the columns. It runs over the classes of one example.",
        },
        "log-sum-exp-added": {
          is: entries(({ z, row }) => z + lse(row)),
          step: 4,
          says: "The log-sum-exp is added. The logarithm of a fraction is a difference.",
        },
        "only-shifted": {
          is: entries(({ z, row }) => z - Math.max(...row)),
          step: 5,
          says: "Only the maximum is subtracted. The logarithm of the shifted sum, ln Σ e^(z_k − M), is still to be subtracted too.",
        },
        "logarithm-subtracted-from-the-maximum": {
          is: entries(({ z, row }) => z - (2 * Math.max(...row) - lse(row))),
          step: 5,
          says: "The log-sum-exp is taken as M − ln Σ. It is M + ln Σ e^(z_k − M), and all of it is subtracted.",
        },
        "maximum-not-added-back": {
          is: entries(({ z, row }) => z - (lse(row) - Math.max(...row))),
          step: 5,
          says: "The sum is shifted by M, the logit is not. Either subtract M from both or add it back to the logarithm.",
        },
        "no-logarithm": {
          is: other("softmax"),
          step: 4,
          says: "This is softmax itself. Its logarithm is asked for.",
        },
      },
    }),
  },
  hints: [
    "Try softmax on the row [1000, 0] by hand. Which step goes wrong first? What happens to the fraction if numerator and denominator are both multiplied by the same number?",
    "Multiplying both by e^(−M) turns e^(z_c) into e^(z_c − M). Which M makes the largest term exactly 1, and why must each row have its own? For the logarithm: what does the logarithm of a fraction become?",
    "With M the row's maximum: e^(z_c − M) over the sum of e^(z_k − M) along the row. Its logarithm is (z_c − M) less the logarithm of that same sum, with no exponential of the difference taken.",
  ],
});
