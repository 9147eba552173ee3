/**
 * Descent on the mean squared error of a line, and that error over a grid of lines.
 */
import { mean, Num } from "../numbers/num.ts";
import { gradient } from "../numbers/tracked.ts";
import { mseLoss } from "./line.ts";

type Vector = readonly Num[];

export interface Line {
  readonly w: Num;
  readonly b: Num;
}

/**
 * One step of descent, both gradients taken at the old line.
 *
 *     w′ = w − η ∂L/∂w,   b′ = b − η ∂L/∂b
 *
 * The magnitudes are those of a single step: errors that w and b bring along are carried by `trainedLine`.
 *
 * @see Machine Learning Visualized, 0.1.6
 */
export function lineStep(x: Vector, y: Vector, w: Num, b: Num, lr: Num): Line {
  const at = { w: new Num(w.value), b: new Num(b.value) };
  const slopes = gradient(mseLoss(x, y, at.w, at.b), at) as unknown as Line;
  return { w: at.w.minus(lr.times(slopes.w)), b: at.b.minus(lr.times(slopes.b)) };
}

/**
 * Descent from (w0, b0), with the loss before each step and after the last.
 *
 * A step multiplies errors of w and b by I − ηH with H = 2·[mean x², x̄; x̄, 1]. They are bounded by its absolute values,
 * not by those of the terms: with |1 − η·2·mean x²| below 1 errors shrink as the way to the best line does, where
 * 1 + η·2·mean x² would let them grow with every step.
 *
 * @param epochs how many steps
 * @returns the line after the last step; losses, shape [epochs + 1]
 * @throws RangeError if a loss is no finite number
 */
export function trainedLine(
  x: Vector,
  y: Vector,
  w0: Num,
  b0: Num,
  lr: Num,
  epochs: number,
): Line & { readonly losses: Num[] } {
  const factors = contraction(x, lr);
  let [w, b] = [w0, b0];
  const losses = [finite(mseLoss(x, y, w, b))];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const next = lineStep(x, y, w, b, lr);
    const carried = ([a = 0, c = 0]: readonly number[]): number => a * w.magnitude + c * b.magnitude;
    [w, b] = [withError(next.w, carried(factors[0]), w), withError(next.b, carried(factors[1]), w)];
    losses.push(finite(mseLoss(x, y, w, b)));
  }
  return { w, b, losses };
}

/** |I − ηH|. */
function contraction(x: Vector, lr: Num): readonly [readonly number[], readonly number[]] {
  const centre = mean(x).value;
  const square = mean(x.map((xi) => xi.squared())).value;
  const across = Math.abs(2 * lr.value * centre);
  return [
    [Math.abs(1 - 2 * lr.value * square), across],
    [across, Math.abs(1 - 2 * lr.value)],
  ];
}

/** A number after a step, with the error that it brings along. */
const withError = (next: Num, carried: number, before: Num): Num =>
  new Num(next.value, next.magnitude + carried, before.roundings + next.roundings);

function finite(loss: Num): Num {
  if (Number.isFinite(loss.value)) return loss;
  throw new RangeError(`trainedLine: a loss that is finite, got ${loss.value}`);
}

/**
 * The mean squared error over a grid of lines, w running fastest.
 *
 *     w = j·wMax/N,   b = k·bMax/N,   j, k = 0 … N − 1
 *
 * @returns w, b and error of each line, shape [N²] each
 * @see Machine Learning Visualized, 0.1.7
 */
export function errorGrid(x: Vector, y: Vector, N: number, wMax: Num, bMax: Num) {
  const axis = (max: Num): Num[] => Array.from({ length: N }, (_, k) => max.times(k).over(N));
  const lines = axis(bMax).flatMap((b) => axis(wMax).map((w) => ({ w, b })));
  return {
    w: lines.map(({ w }) => w),
    b: lines.map(({ b }) => b),
    error: lines.map(({ w, b }) => mseLoss(x, y, w, b)),
  };
}
