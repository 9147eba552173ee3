/** What holds for every input. */
import type { CallsLaw as Law } from "../../grader/exercise/exercise.ts";
import { atMost, claim, equal, type Relation } from "../../grader/exercise/relations.ts";
import { type Num, num, sum } from "../../reference/num.ts";
import { softmax } from "../../reference/softmax.ts";
import { lift } from "../../reference/tracked.ts";
import type { Answers, Logits } from "./exercise.ts";

const mapped = (Z: readonly number[][], change: (z: number) => number): number[][] =>
  Z.map((row) => row.map(change));
const rotated = <T>(row: readonly T[]): T[] => [...row.slice(1), row[0]!];
const value = (a: Num): number => a.value;

const RAISE = 1000;
/** Powers of two: z/T is exact. */
const COLD = 2 ** -12;
const HOT = 2 ** 40;
const STEP = 2 ** -10;
/** h²/6 times a bound of the third derivative: σ‴ is at most 1/8, and a little for rounding. */
const TRUNCATION = STEP ** 2 / 40;

const shiftedTo = (shift: number): Law<Logits> => ({
  says: `adding ${shift} to all logits leaves softmax unchanged`,
  calls: ({ Z }) => [{ Z }, { Z: mapped(Z, (z) => z + shift) }],
  holds: ([before, after]: Answers) => equal(after!, before!),
});

const permutesWithTheClasses: Law<Logits> = {
  says: "permuting the classes permutes the answer",
  calls: ({ Z }) => [{ Z }, { Z: Z.map(rotated) }],
  holds: ([before, after]: Answers) => equal(after!, before!.map(rotated)),
};

const rowsStandAlone: Law<Logits> = {
  says: "each row is treated by itself",
  calls: ({ Z }) => [{ Z }, { Z: [Z[0]!] }],
  holds: ([all, first]: Answers) => equal(first![0]!, all![0]!),
};

/** Calls for the derivative of a row's answer by each of its logits: the row, then h up and down for every class. */
function neighbours({ Z }: Logits): Logits[] {
  const row = Z[0]!;
  const moved = (j: number, h: number): Logits => ({ Z: [row.map((z, c) => (c === j ? z + h : z))] });
  return [{ Z: [row] }, ...row.flatMap((_, j) => [moved(j, STEP), moved(j, -STEP)])];
}

/** Central differences of the answers to `neighbours`: entry [c][j] is the change of answer c by logit j. */
function jacobianOf(answers: Answers): number[][] {
  const [centre, ...moved] = answers.map((answer) => answer[0]!.map(value));
  return centre!.map((_, c) =>
    centre!.map((_, j) => (moved[2 * j]![c]! - moved[2 * j + 1]![c]!) / (2 * STEP)),
  );
}

const near = (J: number[][], right: (c: number, j: number) => number, words: string): Relation =>
  claim(
    J.every((row, c) => row.every((entry, j) => Math.abs(entry - right(c, j)) <= TRUNCATION)),
    words,
    J,
  );

export const softmaxLaws: Law<Logits>[] = [
  shiftedTo(RAISE),
  shiftedTo(-RAISE),
  {
    says: "every row sums to 1, and its entries lie between 0 and 1",
    calls: (given) => [given],
    holds: ([S]: Answers) => [
      equal(
        S!.map(sum),
        S!.map(() => 1),
      ),
      claim(
        S!.flat().every(({ value }) => value > 0 && value <= 1),
        "between 0 and 1",
        S!.map((row) => row.map(value)),
      ),
    ],
  },
  permutesWithTheClasses,
  rowsStandAlone,
  {
    says: "a larger logit has a larger share",
    calls: (given) => [given],
    holds: ([S]: Answers, { Z }) =>
      Z.flatMap((row, i) =>
        row.flatMap((z, c) => row.flatMap((other, k) => (other < z ? [atMost(S![i]![k]!, S![i]![c]!)] : []))),
      ),
  },
  {
    says: "equal logits share equally: every entry is 1/C",
    calls: ({ Z }) => [{ Z: Z.map((row) => row.map(() => row[0]!)) }],
    holds: ([S]: Answers) =>
      equal(
        S!,
        S!.map((row) => row.map(() => 1 / row.length)),
      ),
  },
  {
    says: "with two classes the first entry is σ of the difference of the logits",
    calls: ({ Z }) => [{ Z: Z.map((row) => row.slice(0, 2)) }],
    holds: ([S]: Answers, { Z }) =>
      equal(
        S!.map((row) => row[0]!),
        Z.map(([a, b]) => num(a!).minus(b!).sigmoid()),
      ),
  },
  {
    says: "the logarithm of the ratio of two entries is the difference of their logits",
    calls: (given) => [given],
    holds: ([S]: Answers, { Z }) =>
      equal(
        S!.map(([a, b]) => a!.over(b!).log()),
        Z.map(([a, b]) => num(a!).minus(b!)),
      ),
  },
  {
    says: "softmax(z/T) goes to one-hot at the largest logit as T goes to 0",
    when: ({ Z }) => Z.every(hasClearWinner),
    calls: ({ Z }) => [{ Z: mapped(Z, (z) => z / COLD) }],
    holds: ([S]: Answers, { Z }) =>
      claim(
        S!.every((row, i) =>
          row.every((s, c) => Math.abs(s.value - (Z[i]![c] === Math.max(...Z[i]!) ? 1 : 0)) <= 1e-9),
        ),
        "one-hot",
        S!.map((row) => row.map(value)),
      ),
  },
  {
    says: "softmax(z/T) goes to 1/C everywhere as T goes to infinity",
    calls: ({ Z }) => [{ Z: mapped(Z, (z) => z / HOT) }],
    holds: ([S]: Answers) =>
      claim(
        S!.every((row) => row.every((s) => Math.abs(s.value - 1 / row.length) <= 1e-9)),
        "1/C",
        S!.map((row) => row.map(value)),
      ),
  },
  {
    says: "the Jacobian is diag(s) − s·sᵀ: symmetric, and its rows sum to 0",
    calls: neighbours,
    holds: (answers: Answers) => {
      const s = answers[0]![0]!.map(value);
      const J = jacobianOf(answers);
      const rowSums = J.map((row) => row.reduce((total, entry) => total + entry, 0));
      return [
        near(J, (c, j) => (c === j ? s[c]! : 0) - s[c]! * s[j]!, "diag(s) − s·sᵀ"),
        claim(
          J.every((row, c) => row.every((entry, j) => Math.abs(entry - J[j]![c]!) <= 2 * TRUNCATION)),
          "symmetric",
          J,
        ),
        claim(
          rowSums.every((total) => Math.abs(total) <= s.length * TRUNCATION),
          "0 in every row",
          rowSums,
        ),
      ];
    },
  },
];

export const logSoftmaxLaws: Law<Logits>[] = [
  {
    says: `adding ${RAISE} to all logits leaves log-softmax unchanged`,
    calls: ({ Z }) => [{ Z }, { Z: mapped(Z, (z) => z + RAISE) }],
    holds: ([before, after]: Answers) => equal(after!, before!),
  },
  {
    says: "e to the answer is softmax, and sums to 1 in every row",
    calls: (given) => [given],
    holds: ([L]: Answers, { Z }) => {
      const S = L!.map((row) => row.map((l) => l.exp()));
      return [
        equal(S, softmax(lift(Z))),
        equal(
          S.map(sum),
          S.map(() => 1),
        ),
      ];
    },
  },
  {
    says: "no entry is above 0",
    calls: (given) => [given],
    holds: ([L]: Answers) => L!.flat().map((l) => atMost(l, 0)),
  },
  permutesWithTheClasses,
  rowsStandAlone,
  {
    says: "the difference of two entries is the difference of their logits",
    calls: (given) => [given],
    holds: ([L]: Answers, { Z }) =>
      equal(
        L!.map(([a, b]) => a!.minus(b!)),
        Z.map(([a, b]) => num(a!).minus(b!)),
      ),
  },
  {
    says: "the Jacobian is 1 on the diagonal and 0 elsewhere, less softmax in every row",
    calls: neighbours,
    holds: (answers: Answers) => {
      const s = answers[0]![0]!.map((l) => Math.exp(l.value));
      return near(jacobianOf(answers), (c, j) => (c === j ? 1 : 0) - s[j]!, "1·(c = j) − s_j");
    },
  },
];

/** Whether the largest logit leads by enough for the cold limit. */
function hasClearWinner(row: readonly number[]): boolean {
  const [first, second] = [...row].sort((a, b) => b - a);
  return first! - second! >= 0.05;
}
