/** Two loops at once over one loader. */
import { args, equal, list, matrix, record, rows, scalar, vector } from "../../grader/exercise/form.ts";
import { X, y } from "./args.ts";
import { model, OnePlace } from "./loaders.ts";
import { oneIterator } from "./mistakes.ts";
import * as played from "./scenarios.ts";

const twoLoops = args(
  { X, y, batchSize: scalar("examples of a batch, s", { domain: "integer", draw: () => 2 }) },
  // Four batches: so many a loop takes that shares its place with another.
  { sizes: { n: [7, 9], d: [2, 3] }, accepts: ({ y, batchSize }) => y.length > 3 * batchSize },
);

export const interleaved = twoLoops.answer({
  says: "two batches of one loop, the first batch of a second loop, and the third of the one",
  scenario: played.interleaved,
  model,
  returns: list(
    record({ X: matrix("b d", "the inputs of its examples"), y: vector("b", "their targets") }, "a batch"),
    "4",
    "the four batches in the order in which they are taken",
  ),
  edges: {
    "three examples, one a batch": {
      given: { X: rows([1, 10], [2, 20], [3, 30]), y: [1, 2, 3], batchSize: 1 },
      says: "The targets come as 1, 2, 1, 3: the second loop begins at the first example.",
    },
  },
  laws: {
    "the first of the one loop is the first of the other": (f) => {
      const [first, , again] = f();
      return equal(again!, first!);
    },
    "three batches of one loop are the first six examples": (f, { y }) => {
      const [first, second, , third] = f();
      return equal([...first!.y, ...second!.y, ...third!.y], y.slice(0, 6));
    },
  },
  mistakes: {
    "one-iterator": oneIterator,
    "one-place": {
      with: { DataLoader: OnePlace },
      step: 7,
      says: "Both loops share one place, and the second sets it back. Where a loop is belongs to its own iterator, and not to the loader.",
    },
  },
});
