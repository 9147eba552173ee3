/** The arguments: labels that leave a cluster empty, and starts of all kinds. */
import { type ArgsOf, args, type Draw, list, matrix, scalar, vector } from "../../grader/exercise/form.ts";
import { permutation } from "../../reference/randomness/random.ts";

type Matrix = number[][];

const X = matrix("n m", "points, one a row");

/** Often one: later epochs of so few points change little, and then old labels pass for new ones. */
const epochs = scalar("number of updates in a run", {
  domain: "integer",
  draw: (draw) => draw.pick([1, 1, 2, 3]),
});

/**
 * Starts of all kinds: anywhere, at points, with a centroid twice, with one that no point is near, and with a
 * point midway between the first two.
 */
function start(draw: Draw, X: Matrix, K: number): Matrix {
  const anywhere = draw.matrix(K, X[0]!.length);
  if (K === 1) return anywhere;
  const first = anywhere[0]!;
  const k = draw.integer(1, K - 1);
  switch (draw.integer(0, 5)) {
    case 0:
      return permutation(draw.rng, X.length)
        .slice(0, K)
        .map((i) => X[i]!.slice());
    case 1:
      return anywhere.with(k, first.slice());
    case 2: {
      const [lonely, away] = [draw.integer(0, K - 1), draw.pick([-12, 12])];
      const far = first.map((cj) => cj + away);
      return anywhere.with(lonely, far);
    }
    case 3: {
      const middle = draw.pick(X);
      const beyond = first.map((cj, j) => 2 * middle[j]! - cj);
      return anywhere.with(k, beyond);
    }
    default:
      return anywhere;
  }
}

export const update = args(
  {
    X,
    labels: vector("n", "index 0 … K−1 of each point's centroid", {
      domain: "label",
      // In half of the cases one cluster gets no point.
      draw: (draw) => {
        const all = Array.from({ length: draw.size("K") }, (_, k) => k);
        const without = draw.pick([-1, draw.pick(all)]);
        const kept = all.filter((k) => k !== without);
        return draw.list(draw.size("n"), () => draw.pick(kept));
      },
    }),
    centroids: matrix("K m", "centres of the clusters, one a row"),
  },
  { sizes: { n: [5, 8], m: [2, 4], K: [2, 4] } },
);
export type Update = ArgsOf<typeof update>;

export const run = args(
  {
    X,
    init: matrix("K m", "centroids to start from, K ≤ n", {
      draw: (draw, { X }) => start(draw, X as Matrix, draw.size("K")),
    }),
    epochs,
  },
  { sizes: { n: [6, 11], m: [2, 4], K: [2, 4] } },
);
export type Run = ArgsOf<typeof run>;

export const runs = args(
  {
    X,
    // One start each for K = 1, 2, …, T.
    inits: list(matrix("K m", "centroids"), "T", "starts, one a run, each with a K of its own", {
      draw: (draw, { X }) => draw.list(draw.size("T"), (t) => start(draw, X as Matrix, t + 1)),
    }),
    epochs,
  },
  { sizes: { n: [6, 9], m: [2, 4], T: [2, 4], K: [1, 1] } },
);
export type Runs = ArgsOf<typeof runs>;
