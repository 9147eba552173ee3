/**
 * Which epochs the frames of a long run show: one by one at first, then ever further apart.
 *
 *     e(f) = max(f, round(epochs·(f/frames)³))
 *
 * @returns frames + 1 epochs, ascending
 */
export const paceOf = (epochs: number, frames: number): readonly number[] =>
  Array.from({ length: frames + 1 }, (_, f) => Math.max(f, Math.round(epochs * (f / frames) ** 3)));
