/**
 * The arguments of both functions, and how they are drawn: small ones, and at the size of digit-like images.
 */
import { type ArgsOf, args, type Draw, matrix, record, rows } from "../../grader/exercise/form.ts";
import { normal } from "../../reference/randomness/random.ts";

// Parameters up to 1½ keep most units off saturation and most probabilities off 0 and 1.
const between = [-1.5, 1.5] as const;

const X = matrix("n m", "inputs, one example a row");
const p = record(
  {
    Wh: matrix("m h", "hidden weights, **in × out**: column k belongs to hidden unit k", { between }),
    bh: matrix("1 h", "hidden biases, a matrix of one row", { between }),
    Wo: matrix("h c", "output weights, in × out", { between }),
    bo: matrix("1 c", "output biases, a matrix of one row", { between }),
  },
  "parameters of the network",
);
const drawing = { sizes: { n: [3, 6], c: [3, 6] } } as const;

export const input = args({ X, p }, drawing);
export const example = args(
  { X, Y: matrix("n c", "classes, one-hot rows", { domain: "one-hot" }), p },
  drawing,
);

export type Input = ArgsOf<typeof input>;
export type Example = ArgsOf<typeof example>;
export type Network = Example["p"];

/** Digit-like images on a network as it is before training: no unit is saturated, and every class has a chance. */
const imagesOf =
  ({ n, m, h, c }: Large) =>
  (draw: Draw): Example => {
    const spread = (by: number) => () => by * normal(draw.rng);
    return {
      X: draw.matrix(n, m, () => draw.rng()),
      Y: draw.list(n, () => {
        const hot = draw.integer(0, c - 1);
        return draw.list(c, (i) => (i === hot ? 1 : 0));
      }),
      p: {
        Wh: draw.matrix(m, h, spread(0.05)),
        bh: draw.matrix(1, h, spread(0.1)),
        Wo: draw.matrix(h, c, spread(0.3)),
        bo: draw.matrix(1, c, spread(0.1)),
      },
    };
  };

type Large = Readonly<Record<"n" | "m" | "h" | "c", number>>;

/** Chain behind a probability: a product and a sum for each layer, then exponentials and their sum. */
const forwardAt = (sizes: Large) => ({
  says: `${sizes.n} examples, ${sizes.m}-${sizes.h}-${sizes.c}`,
  sizes,
  work: sizes.n * sizes.m * sizes.h,
  roundings: sizes.m + sizes.h + sizes.c + 12,
  draw: (draw: Draw): Input => {
    const { X, p } = imagesOf(sizes)(draw);
    return { X, p };
  },
});
/** Back through the output's weights, then over the examples. */
const gradientsAt = (sizes: Large) => {
  const { work, roundings, ...forward } = forwardAt(sizes);
  return { ...forward, work: 3 * work, roundings: roundings + sizes.c + sizes.n + 6, draw: imagesOf(sizes) };
};

const full = { n: 16, m: 784, h: 15, c: 10 };
/** 79,510 parameters. */
const deep = { n: 32, m: 784, h: 100, c: 10 };
export const forwardAtFullSize = { ...forwardAt(full), deep: [forwardAt(deep)] };
export const gradientsAtFullSize = { ...gradientsAt(full), deep: [gradientsAt(deep)] };

/** The source's network: 2 inputs, 3 hidden units, 2 classes, 17 parameters. */
export const sourceShape: Example = {
  X: rows([1, 0], [0.25, -0.5], [-1, 0.75], [0, 0.25]),
  Y: rows([1, 0], [0, 1], [1, 0], [1, 0]),
  p: {
    Wh: rows([0.5, -1, 1.5], [1, 0.25, -0.75]),
    bh: [[0.25, 0, -0.5]],
    Wo: rows([1, -0.5], [-1.5, 0.75], [0.5, 0.25]),
    bo: [[0.25, -0.25]],
  },
};
export const oneOfEach: Input = {
  X: [[0.5]],
  p: { Wh: [[1.5]], bh: [[0.25]], Wo: [[-2, 1]], bo: [[0.5, -1]] },
};
export const threeClasses: Input = {
  X: rows([1, -2], [0.5, 1], [-1, 0.25]),
  p: {
    ...sourceShape.p,
    Wo: rows([1, -0.5, 0.25], [-1.5, 0.75, 0], [0.5, 0.25, -1]),
    bo: [[0.25, -0.25, 0.5]],
  },
};
