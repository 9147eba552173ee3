/** Components left out. */
import { type ArgsOf, args, curedBy, equal, matrix, rows, scalar } from "../../grader/exercise/form.ts";
import { sum } from "../../reference/numbers/num.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { truncate as truncated } from "../../reference/unsupervised/reconstruction.ts";

type Matrix = number[][];

const projection = args(
  {
    projected: matrix("n m", "coordinates along the components, one example a row"),
    k: scalar("number of components to keep", {
      domain: "integer",
      draw: (draw) => draw.integer(1, draw.size("m") - 1),
    }),
  },
  { sizes: { n: [3, 6], m: [3, 5] }, accepts: ({ projected }) => projected.flat().every((p) => p !== 0) },
);
type Projection = ArgsOf<typeof projection>;

const keeping =
  (keeps: (j: number, i: number, given: Projection) => boolean) =>
  (given: Projection): Matrix =>
    given.projected.map((row, i) => row.map((p, j) => (keeps(j, i, given) ? p : 0)));
const example = rows([2, -1, 0.5], [-3, 1, 0.25]);

export const truncate = projection.answer<Matrix>({
  says: "The first k components, and 0 in place of the others. The shape stays.",
  returns: matrix("n m", "the same with all columns from the one after the kth on set to 0"),
  is: ({ projected }, { k }) => truncated(projected, k),
  example: { projected: example, k: 1 },
  edges: {
    "none kept": {
      given: { projected: example, k: 0 },
      says: "Nothing is left of the examples but 0, their mean.",
    },
    "all kept": { given: { projected: example, k: 3 }, says: "With k = m nothing changes." },
    "more than there are": {
      given: { projected: example, k: 5 },
      says: "There are only three components: all are kept, and none is added.",
    },
  },
  laws: {
    "a second time changes nothing": (f) => equal(f({ projected: f() }), f()),
    "keeping k of those that were kept before is keeping k at once": (f, { k }) =>
      equal(f({ projected: f({ k: k + 1 }) }), f()),
    "what is kept and what is left out add up to all, their squares as well": (f, { projected }) => {
      const kept = f().flat();
      const all = lift(projected).flat();
      const left = all.map((p, i) => p.minus(kept[i]!));
      const squares = (terms: typeof all) => sum(terms.map((t) => t.squared()));
      return equal(squares(kept).plus(squares(left)), squares(all));
    },
    "each example is truncated by itself": (f, { projected }) =>
      equal(f({ projected: [projected[0]!] })[0]!, f()[0]!),
  },
  mistakes: curedBy(3, {
    "columns-cut-off": {
      is: ({ projected, k }) => projected.map((row) => row.slice(0, k)),
      says: "The columns are cut off. They stay, with 0 in them, so that the eigenvectors can bring the examples back.",
    },
    "largest-of-each-row": {
      is: ({ projected, k }) =>
        projected.map((row) => {
          const kept = row.toSorted((a, b) => Math.abs(b) - Math.abs(a)).slice(0, k);
          return row.map((p) => (kept.includes(p) ? p : 0));
        }),
      says: "Of each example the k largest coordinates are kept. It is the same columns that stay for all: the first k.",
    },
    "last-kept": {
      is: keeping((j, _, { projected, k }) => j >= projected[0]!.length - k),
      says: "The last k components are kept. The first ones hold the most variance.",
    },
    "first-left-out": {
      is: keeping((j, _, { k }) => j >= k),
      says: "The first k components are set to 0. They are the ones to keep.",
    },
    "one-too-many": {
      is: keeping((j, _, { k }) => j <= k),
      says: "One component too many is kept. Columns are counted from 0, so the first k are those with j < k.",
    },
    "rows-for-columns": {
      is: keeping((_, i, { k }) => i < k),
      says: "The first k rows are kept. Rows are examples; components are columns.",
    },
  }),
});
