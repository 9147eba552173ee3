/** Wrong squares, in plain numbers. */
import { curedBy, type Mistakes } from "../../grader/exercise/form.ts";
import { callableOf } from "../../reference/functions/known.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import type { Square } from "./args.ts";

type Matrix = number[][];

const offsetsOf = ({ radius, n }: Square): number[] =>
  Array.from({ length: n }, (_, k) => (n === 1 ? 0 : -radius + (2 * radius * k) / (n - 1)));

/** The slice by other offsets, or of other parameters. */
const sliced = (
  at: Square,
  change: (x: number, alpha: number, beta: number, k: number) => number = (x, alpha, beta, k) =>
    x + (k === at.i ? alpha : 0) + (k === at.j ? beta : 0),
  offsets: number[] = offsetsOf(at),
): Matrix => {
  const value = callableOf(at.loss) as (w: number[]) => number;
  return offsets.map((beta) => offsets.map((alpha) => value(at.w.map((x, k) => change(x, alpha, beta, k)))));
};

/** What moves is never put back, or at the end of a row alone. */
const drifting =
  (isPutBack: boolean) =>
  (at: Square): Matrix => {
    const value = callableOf(at.loss) as (w: number[]) => number;
    const w = [...at.w];
    return offsetsOf(at).map((beta) => {
      if (isPutBack) w.splice(0, w.length, ...at.w.map((x, k) => (k === at.j ? x + beta : x)));
      return offsetsOf(at).map((alpha) => {
        w[at.i]! += alpha;
        if (!isPutBack) w[at.j]! += beta;
        return value(w);
      });
    });
  };

export const mistakes: Mistakes<Square, Matrix> = curedBy(2, {
  "absolute-grid": {
    is: (at) =>
      // As it is set, the one after the other.
      sliced(at, (x, alpha, beta, k) => (k === at.j ? beta : k === at.i ? alpha : x)),
    says: "The two parameters run from −radius to radius, around 0. They run around where they are: wᵢ + α and wⱼ + β.",
  },
  "offset-added-twice": {
    is: (at) =>
      sliced(at, (x, alpha, beta, k) => {
        const moved = x + (k === at.i ? alpha : 0) + (k === at.j ? beta : 0);
        return k === at.i || k === at.j ? x + moved : moved;
      }),
    says: "w is added twice, as in a source: the range is made around wᵢ already, and then added to it. The picture shows the surroundings of twice the parameters.",
  },
  transposed: {
    is: ({ right }) => transpose(right),
    says: "Rows and columns have changed places. Along a row parameter i moves, from row to row parameter j.",
  },
  "weights-not-restored": {
    is: drifting(false),
    says: "The parameters keep the offsets of all entries before, and drift away. Begin at w anew for each entry, with a copy.",
  },
  "restored-in-each-row": {
    is: drifting(true),
    says: "Parameter i keeps the offsets of the entries before it in the row. Begin at w anew for each entry, with a copy.",
  },
  "end-missing": {
    is: (at) =>
      sliced(
        at,
        undefined,
        Array.from({ length: at.n }, (_, k) => -at.radius + (2 * at.radius * k) / at.n),
      ),
    step: 1,
    says: "The offsets end before radius. Between n points there are n − 1 steps, so a step is 2·radius/(n − 1).",
  },
  "one-sided": {
    is: (at) =>
      sliced(
        at,
        undefined,
        offsetsOf(at).map((offset) => (offset + at.radius) / 2),
      ),
    step: 1,
    says: "The offsets go from 0 to radius. They go to both sides, from −radius to radius, so that w is in the middle.",
  },
  "one-point-at-a-corner": {
    is: (at) => (at.n === 1 ? sliced(at, undefined, [-at.radius]) : at.right),
    step: 1,
    says: "With n = 1 the only point lies at the corner, at −radius. It is the middle: both offsets are 0.",
  },
  "flipped-horizontally": {
    is: ({ right }) => right.map((row) => row.toReversed()),
    says: "The columns begin with radius. Column 0 belongs to the offset −radius.",
  },
  "offsets-as-factors": {
    is: (at) =>
      sliced(at, (x, alpha, beta, k) => x * (k === at.i ? 1 + alpha : 1) * (k === at.j ? 1 + beta : 1)),
    says: "The parameters are multiplied by 1 + offset. An offset is added: wᵢ + α and wⱼ + β.",
  },
  "width-for-radius": {
    is: (at) =>
      sliced(
        at,
        undefined,
        offsetsOf(at).map((offset) => offset / 2),
      ),
    says: "The square is radius wide. The radius is how far it reaches to either side: it is twice as wide.",
  },
  "diagonal-for-square": {
    is: (at) => sliced(at, (x, alpha, _, k) => x + (k === at.i ? alpha : 0) + (k === at.j ? alpha : 0)),
    says: "Both parameters get the same offset. Each has its own: α along the row, β from row to row.",
  },
  "middle-subtracted": {
    is: (at) => sliced(at).map((row) => row.map((value) => value - sliced({ ...at, n: 1 })[0]![0]!)),
    says: "The loss at w is subtracted from every entry. Each entry is the loss itself.",
  },
  "set-in-place-of-added": {
    is: (at) => sliced(at, (x, alpha, beta, k) => (k === at.j ? x + beta : k === at.i ? x + alpha : x)),
    says: "Where i and j are one parameter, the second offset takes the place of the first. Both are added to it.",
  },
  "flipped-vertically": {
    is: ({ right }) => right.toReversed(),
    says: "The rows begin with radius, as a picture has it with the largest value above. Row 0 belongs to the offset −radius.",
  },
});
