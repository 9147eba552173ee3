/** Examples in two classes, of which one is rarer, and what the functions of ex25 share. */
import { args, matrix, rows, scalar, vector } from "../../grader/exercise/form.ts";

export const X = matrix("n m", "inputs, one example a row");
export const y = vector("n", "their labels", {
  domain: "binary",
  // Both occur, and 0 more often: with half of each, some wrong formulas are right.
  draw: (draw) => {
    const rare = draw.list(draw.size("n"), () => (draw.integer(0, 3) === 0 ? 1 : 0));
    return [1, 0, 0, ...rare].slice(0, rare.length);
  },
});
export const w = vector("m", "weights, one a feature");
export const b = scalar("bias");

export const sizes = { n: [4, 6], m: [2, 3] } as const;

/** The loss and its gradient take the same. */
export const data = args({ X, y, w, b }, { sizes });

/** Two examples, reckoned by hand in the task. */
export const shown = {
  X: rows([1, 2], [2, 0]),
  y: [1, 0],
};
export const place = { w: [0.5, -0.25], b: 0.5 };
