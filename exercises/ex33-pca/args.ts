/** What pca takes: examples without ties among the eigenvalues. */
import { type ArgsOf, args, matrix, scalar } from "../../grader/exercise/form.ts";
import { hasDistinctEigenvalues } from "./laws.ts";

export const data = args(
  {
    X: matrix("n m", "examples, one a row", {
      // Columns of different scale and place: without standardising, another direction wins.
      draw: (draw) => {
        const columns = draw.list(draw.size("m"), () => [draw.pick([1, 2, 4]), draw.integer(-4, 4)] as const);
        return draw.list(draw.size("n"), () => columns.map(([scale, place]) => scale * draw.real() + place));
      },
    }),
    dims: scalar("number of components to project on, 0 … m", {
      domain: "integer",
      draw: (draw) => draw.integer(1, draw.size("m")),
    }),
  },
  { accepts: hasDistinctEigenvalues, sizes: { n: [6, 9], m: [3, 5] } },
);

export type Data = ArgsOf<typeof data>;
