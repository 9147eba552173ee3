/** Where a perceptron starts and how long its steps are, for every exercise that trains one. */
import { scalar, vector } from "./symbols.ts";

/** A third starts at zero: then the first example lies on the boundary. */
export const startWeights = vector("m", "weights to start from", {
  draw: (draw) => {
    const zero = draw.integer(0, 2) === 0;
    return draw.list(draw.size("m"), () => (zero ? 0 : draw.real()));
  },
});

/** 0 where all of w0 is. */
export const startBias = scalar("bias to start from", {
  draw: (draw, { w0 }) => ((w0 as number[]).every((wj) => wj === 0) ? 0 : draw.real()),
});

/** Quarters in both families, so that a chain of updates stays exact on quarters. */
export const quarterRate = scalar("learning rate η, 0 or more", { draw: (draw) => draw.integer(1, 8) / 4 });
