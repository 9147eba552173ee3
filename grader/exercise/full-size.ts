/**
 * A case at full size: what is right at 4 examples of 3 inputs has to be right, and to end, at the sizes that people
 * train with. There the reference over tracked numbers would keep an object for each multiplication, so that plain
 * arrays give the right answer, and the tolerance comes from their rounding alone.
 */
import { Num } from "../../reference/numbers/num.ts";
import { lift, mapNums, type Plain, type Tracked } from "../../reference/numbers/tracked.ts";
import type { Draw } from "./draw.ts";
import type { Sizes } from "./types.ts";

export interface LargeSize<I> {
  /** The size in words: "16 examples, 784-15-10". */
  readonly says: string;
  /** All sizes of the function; none may be the size of a usual case. */
  readonly sizes: Sizes;
  /** Inputs of these sizes, of a kind that keeps sums from cancelling more than random ones do. */
  readonly draw: (draw: Draw) => I;
  /** Longest chain of rounded operations behind a number of the answer. */
  readonly roundings: number;
  /** The same on a GPU, where its half goes a way of its own. */
  readonly roundingsOnGpu?: number;
  /** What it is a part of, in words, where one size is asked in several calls. */
  readonly partOf?: string;
}

export interface FullSize<I> extends LargeSize<I> {
  /** The right answer in f64, over plain arrays. */
  readonly reference: (inputs: I) => Plain;
  /** Multiply-adds of the reference, by which `auto` chooses where it is computed. */
  readonly work: number;
  /** What `--deep` asks besides, one after another: the size that somebody really trains, too dear for each time. */
  readonly deep?: readonly LargeSize<I>[];
}

/** All large sizes of a function, where it has any. */
export const largeSizesOf = <I>(fullSize: FullSize<I> | undefined): readonly LargeSize<I>[] =>
  fullSize === undefined ? [] : [fullSize, ...(fullSize.deep ?? [])];

const DOUBLE = 2 ** -53;
const SINGLE = 2 ** -24;
const ROUTES = 8;

/**
 * Numbers of an answer at full size with their tolerance, tensor by tensor.
 *
 *     f64:  8 (k + 8) u (|v| + r)       u = 2⁻⁵³
 *     f32:  8 √(k + 8) u (|v| + r)      u = 2⁻²⁴
 *
 *     v   the number      r   root mean square of its tensor      k   longest chain of rounded operations
 *
 * The errors of a product's entries are of the size of its large entries, so that r stands for the magnitudes of
 * tolerance.ts. In f32 the worst case k·u is a thousandth at k = 600 and would let wrong digits pass; the roundings
 * of a long sum are as good as independent, and their sum exceeds √k·u by a factor of 8 in no run that was seen
 * (Higham and Mary, "A New Approach to Probabilistic Rounding Error Analysis", 2019).
 */
export function boundedAtFullSize(answer: Plain, roundings: number, precision: "f64" | "f32"): Tracked {
  const steps = roundings + ROUTES;
  const share = precision === "f64" ? 1 : (SINGLE / DOUBLE) * (Math.sqrt(steps) / steps);
  return tensorsOf(answer, (tensor) => {
    const numbers = lift(tensor) as Tracked;
    let [squares, count] = [0, 0];
    mapNums(numbers, (leaf) => {
      squares += leaf.value * leaf.value;
      count++;
      return leaf;
    });
    const r = count === 0 ? 0 : Math.sqrt(squares / count);
    return mapNums(numbers, ({ value }) => new Num(value, share * (Math.abs(value) + r), roundings));
  });
}

/** Changes each tensor of a record or of a list of matrices, or the one that the answer is. */
function tensorsOf(answer: Plain, change: (tensor: Plain) => Tracked): Tracked {
  if (isMatrices(answer)) return answer.map((matrix) => change(matrix)) as Tracked;
  if (typeof answer === "number" || Array.isArray(answer)) return change(answer);
  return Object.fromEntries(
    Object.entries(answer as Readonly<Record<string, Plain>>).map(([name, field]) => [
      name,
      tensorsOf(field, change),
    ]),
  );
}

/** A list of matrices: each has magnitudes of its own, the first layers' being the smallest. */
const isMatrices = (answer: Plain): answer is readonly (readonly (readonly number[])[])[] =>
  Array.isArray(answer) && Array.isArray(answer[0]) && Array.isArray(answer[0][0]);
