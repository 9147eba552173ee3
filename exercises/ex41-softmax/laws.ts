/** What holds for every input. */
import { atMost, type Claims, claim, equal, type Laws } from "../../grader/exercise/form.ts";
import { softmax } from "../../reference/networks/softmax.ts";
import { type Num, num, sum } from "../../reference/numbers/num.ts";
import { lift, plainOf } from "../../reference/numbers/tracked.ts";

type Logits = { readonly Z: number[][] };
type Law = Claims<Logits, number[][]>;

const rotated = <T>(row: readonly T[]): T[] => [...row.slice(1), row[0]!];
const ones = (Z: number[][]): number[] => Z.map(() => 1);
const mapped = (Z: number[][], change: (z: number) => number): number[][] => Z.map((row) => row.map(change));

const shifted =
  (by: number): Law =>
  (f, { Z }) =>
    equal(f({ Z: mapped(Z, (z) => z + by) }), f());

const hasTwo = (row: readonly number[]): boolean => row.length > 1;
/** Whether no share underflows: e^−745 is 0. */
const isNarrow = (row: readonly number[]): boolean => Math.max(...row) - Math.min(...row) < 700;
/** What a temperature of 2⁴⁰ brings down to nothing, and what rounding leaves alone at a step of 2⁻¹⁰. */
const isModest = (row: readonly number[]): boolean => row.every((z) => Math.abs(z) < 100);

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

const values = (S: readonly (readonly Num[])[]): number[][] => plainOf(S) as number[][];
/** By how much the first logit of each row is above the second. */
const leads = (Z: number[][]): Num[] => Z.map(([a, b]) => num(a!).minus(b!));

export const lawsOfBoth: Laws<Logits, number[][]> = {
  "permuting the classes permutes the answer": (f, { Z }) =>
    equal(f({ Z: Z.map(rotated) }), f().map(rotated)),
  "each row is treated by itself": (f, { Z }) => equal(f({ Z: [Z[0]!] })[0]!, f()[0]!),
};

export const softmaxLaws: Laws<Logits, number[][]> = {
  "adding 1000 to all logits leaves softmax unchanged": shifted(1000),
  "adding -1000 to all logits leaves softmax unchanged": shifted(-1000),
  "every row sums to 1, and its entries lie between 0 and 1": (f, { Z }) => {
    if (!Z.every(isNarrow)) return false;
    const S = f();
    const inside = S.flat().every(({ value }) => value > 0 && value <= 1);
    return [equal(S.map(sum), ones(Z)), claim(inside, "between 0 and 1", values(S))];
  },
  "a larger logit has a larger share": (f, { Z }) => {
    const S = f();
    return Z.flatMap((row, i) =>
      row.flatMap((z, c) => row.flatMap((lower, k) => (lower < z ? [atMost(S[i]![k]!, S[i]![c]!)] : []))),
    );
  },
  "equal logits share equally: every entry is 1/C": (f, { Z }) =>
    equal(
      f({ Z: Z.map((row) => row.map(() => row[0]!)) }),
      Z.map((row) => row.map(() => 1 / row.length)),
    ),
  "with two classes the first entry is σ of the difference of the logits": (f, { Z }) =>
    Z.every(hasTwo) &&
    equal(
      f({ Z: Z.map((row) => row.slice(0, 2)) }).map(([s]) => s!),
      leads(Z).map((lead) => lead.sigmoid()),
    ),
  "the logarithm of the ratio of two entries is the difference of their logits": (f, { Z }) =>
    Z.every(hasTwo) &&
    Z.every(isNarrow) &&
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
    Z.every(isModest) &&
    near(values(f({ Z: mapped(Z, (z) => z / HOT) })), () => 1 / Z[0]!.length, "1/C", 1e-9),
  "the Jacobian is diag(s) − s·sᵀ: symmetric, and its rows sum to 0": (f, { Z: [row = []] }) => {
    if (!isModest(row)) return false;
    const [s = []] = values(f({ Z: [row] }));
    const J = jacobian(f, row);
    const sums = J.map((slopes) => [slopes.reduce((total, slope) => total + slope, 0)]);
    return [
      near(J, (c, j) => (c === j ? s[c]! : 0) - s[c]! * s[j]!, "diag(s) − s·sᵀ", TRUNCATION),
      near(J, (c, j) => J[j]![c]!, "symmetric", 2 * TRUNCATION),
      near(sums, () => 0, "0 in every row", row.length * TRUNCATION),
    ];
  },
};

export const logSoftmaxLaws: Laws<Logits, number[][]> = {
  "adding 1000 to all logits leaves log-softmax unchanged": shifted(1000),
  "e to the answer is softmax, and sums to 1 in every row": (f, { Z }) => {
    const S = f().map((row) => row.map((l) => l.exp()));
    return [equal(S, softmax(lift(Z))), equal(S.map(sum), ones(Z))];
  },
  "no entry is above 0": (f) => f().flatMap((row) => row.map((l) => atMost(l, 0))),
  "the difference of two entries is the difference of their logits": (f, { Z }) =>
    Z.every(hasTwo) &&
    equal(
      f().map(([a, b]) => a!.minus(b!)),
      leads(Z),
    ),
  "the Jacobian is 1 on the diagonal and 0 elsewhere, less softmax in every row": (f, { Z: [row = []] }) => {
    if (!isModest(row)) return false;
    const s = f({ Z: [row] })[0]!.map((l) => Math.exp(l.value));
    return near(jacobian(f, row), (c, j) => (c === j ? 1 : 0) - s[j]!, "1·(c = j) − s_j", TRUNCATION);
  },
};
