/** The arguments: examples on both sides of the boundary and on it, unbalanced classes, starts at zero. */
import {
  type ArgsOf,
  args,
  type Draw,
  matrix,
  quarterRate,
  scalar,
  startBias,
  startWeights,
  vector,
} from "../../grader/exercise/form.ts";

export const netInput = (w: readonly number[], b: number, x: readonly number[]): number =>
  w.reduce((z, wj, j) => z + wj * x[j]!, b);

/** An example before its class is drawn. */
interface Unlabelled {
  readonly w: readonly number[];
  readonly b: number;
  readonly x: readonly number[];
}
export const classOf = ({ w, b, x }: Unlabelled): number => (netInput(w, b, x) >= 0 ? 1 : 0);

/**
 * An example; in a third of the quarter cases one that lies exactly on the boundary: one entry is solved for
 * from w·x + b = 0, if that gives a quarter.
 */
function example(draw: Draw, { w, b }: Omit<Unlabelled, "x">): number[] {
  const any = () => draw.list(w.length, () => draw.real());
  if (draw.family === "wild" || draw.integer(0, 2) > 0) return any();
  for (let attempt = 0; attempt < 50; attempt++) {
    const x = any();
    const j = draw.integer(0, x.length - 1);
    const rest = netInput(w, b, x) - w[j]! * x[j]!;
    const solved = -rest / w[j]!;
    if (Number.isInteger(4 * solved) && Math.abs(solved) <= 3) return x.with(j, solved + 0);
  }
  return any();
}

export const oneExample = args({
  w: vector("m", "weights"),
  b: scalar("bias"),
  x: vector("m", "one example", {
    draw: (draw, { w, b }) => example(draw, { w: w as number[], b: b as number }),
  }),
  target: scalar("its class", {
    domain: "binary",
    // Three of four examples are on the wrong side: only they move anything.
    draw: (draw, earlier) => {
      const predicted = classOf(earlier as unknown as Unlabelled);
      return draw.integer(0, 3) === 0 ? predicted : 1 - predicted;
    },
  }),
  lr: quarterRate,
});
export type OneExample = ArgsOf<typeof oneExample>;

export const training = args(
  {
    X: matrix("n m", "examples, one a row"),
    y: vector("n", "their classes", {
      domain: "binary",
      // Unbalanced, and both classes occur.
      draw: (draw) => {
        const classes = draw.list(draw.size("n"), () => (draw.rng() < 0.35 ? 1 : 0));
        return classes.with(draw.integer(0, classes.length - 2), 0).with(classes.length - 1, 1);
      },
    }),
    w0: startWeights,
    b0: startBias,
    lr: quarterRate,
    nIter: scalar("number of passes over the examples", {
      domain: "integer",
      draw: (draw) => draw.pick([2, 3, 4, 5, 6].filter((k) => k !== draw.size("n") && k !== draw.size("m"))),
    }),
  },
  { sizes: { n: [4, 8], m: [2, 5] } },
);
export type Training = ArgsOf<typeof training>;
