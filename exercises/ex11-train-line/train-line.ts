// Grade with: npm run grade ex11

type Vector = number[];

/**
 * One step of gradient descent on the mean squared error. Both slopes are those of the old line.
 *
 *     w − η ∂L/∂w, b − η ∂L/∂b
 *
 * @param x inputs, one number an example, shape [n]
 * @param y targets, one number an example, shape [n]
 * @param w slope of the line
 * @param b intercept of the line
 * @param learningRate learning rate η
 * @returns the line after the step, [w, b], [number, number]
 */
export function updateWAndB(
  x: Vector,
  y: Vector,
  w: number,
  b: number,
  learningRate: number,
): [number, number] {
  throw new Error("not implemented: updateWAndB");
}

/**
 * The training loop: epochs steps from (w0, b0), with the loss before each step and after the last.
 * Throws a RangeError if a loss is NaN or infinite.
 *
 *     w ← w − η ∂L/∂w, b ← b − η ∂L/∂b
 *
 * @param x inputs, one number an example, shape [n]
 * @param y targets, one number an example, shape [n]
 * @param w0 slope at the start
 * @param b0 intercept at the start
 * @param learningRate learning rate η
 * @param epochs number of steps, each over all examples, whole
 * @returns the trained line, and the loss on the way
 *   w: slope after the last step
 *   b: intercept after the last step
 *   losses: losses[e] is L before step e, the last entry L of what is returned, shape [epochs + 1]
 */
export function trainLine(
  x: Vector,
  y: Vector,
  w0: number,
  b0: number,
  learningRate: number,
  epochs: number,
): { w: number; b: number; losses: Vector } {
  throw new Error("not implemented: trainLine");
}

/**
 * The mean squared error of N² lines: N slopes from 0 up to but without wMax, N intercepts likewise,
 * and w runs fastest.
 *
 *     w = (j/N) wₘₐₓ, b = (k/N) bₘₐₓ, j, k = 0… N − 1
 *
 * @param x inputs, one number an example, shape [n]
 * @param y targets, one number an example, shape [n]
 * @param N number of values on each axis, at least 1, whole
 * @param wMax end of the axis of w, above 0
 * @param bMax end of the axis of b, above 0
 * @returns the lines of the grid, and their losses
 *   w: slopes: all N of them for the first b, then again for the next, shape [N^2]
 *   b: intercepts: N times the first, N times the next, shape [N^2]
 *   error: the loss of each of these lines, shape [N^2]
 */
export function generateErrorRange(
  x: Vector,
  y: Vector,
  N: number,
  wMax: number,
  bMax: number,
): { w: Vector; b: Vector; error: Vector } {
  throw new Error("not implemented: generateErrorRange");
}
