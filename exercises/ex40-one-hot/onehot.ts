/** Labels as rows with a single 1. */
import { args, curedBy, equal, matrix, scalar, vector } from "../../grader/exercise/form.ts";
import { argmaxRows, oneHot } from "../../reference/networks/labels.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { sum } from "../../reference/numbers/num.ts";
import { plainOf } from "../../reference/numbers/tracked.ts";

const labels = args(
  {
    y: vector("n", "labels, whole numbers from 0 to numLabels − 1", {
      domain: "label",
      draw: (draw) => draw.list(draw.size("n"), () => draw.integer(0, 3)),
    }),
    // More than the batch shows.
    numLabels: scalar("number of classes", {
      domain: "integer",
      draw: (draw, { y }) => Math.max(...(y as number[])) + draw.integer(2, 3),
    }),
  },
  { sizes: { n: [3, 6] }, accepts: ({ y, numLabels }) => y.length !== numLabels && new Set(y).size > 2 },
);

const refused = (y: number[], says: string) => ({ given: { y, numLabels: 3 }, throws: true as const, says });

export const intToOnehot = labels.answer<number[][]>({
  says: "A row for each label, with a 1 at the label's place and 0 elsewhere. Throws where a label is none of the classes.",
  formula: String.raw`Y_{ik} = 1 \text{ for } k = y_i, \text{ else } 0`,
  returns: matrix("n numLabels", "one-hot rows, one an example", { domain: "one-hot" }),
  is: (_, { y, numLabels }) => oneHot(y, numLabels),
  example: { y: [1, 0, 1], numLabels: 3 },
  edges: {
    "the last class": {
      given: { y: [3, 0], numLabels: 4 },
      says: "With 4 classes the last label is 3, at the end of its row.",
    },
    "one class": { given: { y: [0, 0], numLabels: 1 }, says: "With a single class every row is [1]." },
    "a label too large": refused([0, 3], "With 3 classes the labels are 0, 1 and 2: there is no class 3."),
    "a negative label": refused([1, -1], "There is no class −1."),
    "a label that is not whole": refused([0, 1.5], "There is no class between 1 and 2."),
    "a label that is NaN": refused([Number.NaN, 1], "NaN is no class."),
  },
  laws: {
    "every row sums to 1, and each entry is its own square": (f) => {
      const Y = f();
      return [
        equal(
          Y.map(sum),
          Y.map(() => 1),
        ),
        equal(
          Y.map((row) => row.map((entry) => entry.squared())),
          Y,
        ),
      ];
    },
    "the largest entry of each row stands at the label": (f, { y }) =>
      equal(argmaxRows(plainOf(f()) as number[][]), y),
    "the column sums count the examples of each class": (f, { y, numLabels }) =>
      equal(
        transpose(f()).map(sum),
        Array.from({ length: numLabels }, (_, k) => y.filter((label) => label === k).length),
      ),
    "a class more adds a column of zeros": (f, { numLabels }) =>
      equal(
        f({ numLabels: numLabels + 1 }),
        f().map((row) => [...row, 0 as never]),
      ),
  },
  mistakes: curedBy(1, {
    "classes-of-the-batch": {
      is: ({ y, right }) => right.map((row) => row.slice(0, Math.max(...y) + 1)),
      says: "The number of columns comes from the largest label of this batch. A batch may lack the last classes: numLabels says how many there are.",
    },
    "classes-in-rows": {
      is: ({ right }) => transpose(right),
      says: "Rows and columns are exchanged: classes in rows. An example is a row, with one entry a class.",
    },
    "label-for-one": {
      is: ({ y, right }) => right.map((row, i) => row.map((entry) => entry * y[i]!)),
      says: "The label itself stands where a 1 belongs. Its place says which class it is; label 0 would leave no trace.",
    },
    "counted-from-1": {
      is: ({ y, right }) => right.map((row, i) => row.map((_, k) => (k === y[i]! - 1 ? 1 : 0))),
      says: "The 1 stands one place too far to the left. Labels count from 0, as places in a list do.",
    },
  }),
});
