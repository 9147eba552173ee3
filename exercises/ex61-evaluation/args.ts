/** What is evaluated: a classifier, examples with labels, and the size of the batches that it is asked in. */
import { type ArgsOf, args, known, matrix, named, scalar, vector } from "../../grader/exercise/form.ts";
import type { FunctionValue } from "../../grader/value.ts";
import { callableOf } from "../../reference/functions/known.ts";
import { argmaxRows } from "../../reference/networks/labels.ts";

export type Matrix = number[][];

/** What a classifier gives for inputs. */
export const predicted = (predict: FunctionValue, X: Matrix): Matrix =>
  (callableOf(predict) as unknown as (X: Matrix) => Matrix)(X);

/** Predictions can be read off the inputs. */
export const identity = named("identity");

export const evaluated = args(
  {
    predict: known(
      [named("sigmoidUnits", 3), named("sigmoidUnits", 4)],
      "takes a batch, one example a row, gives numLabels numbers for each",
    ),
    X: matrix("n d", "inputs, one example a row", {
      // One row in six is 0, where all outputs are equal.
      draw: (draw) =>
        draw.list(draw.size("n"), () => {
          const isZero = draw.integer(1, 6) === 1;
          return draw.list(draw.size("d"), () => (isZero ? 0 : draw.real()));
        }),
    }),
    y: vector("n", "labels, whole numbers from 0 to numLabels − 1", {
      domain: "label",
      draw: (draw, { predict, X }) => {
        const P = predicted(predict as FunctionValue, X as Matrix);
        // Mostly met, so that neither hits nor misses are rare.
        return argmaxRows(P).map((k) => (draw.rng() < 0.6 ? k : draw.integer(0, P[0]!.length - 1)));
      },
    }),
    numLabels: scalar("number of classes, t", {
      domain: "integer",
      draw: (_, { predict }) => (predict as FunctionValue).args![0] as number,
    }),
    batchSize: scalar("examples of a batch", {
      domain: "integer",
      draw: (draw) => draw.integer(2, Math.max(2, draw.size("n") - 2)),
    }),
  },
  {
    sizes: { n: [5, 9], d: [2, 3] },
    // Some hits and some misses, and not as many; mostly a last batch that is short.
    accepts: ({ predict, X, y, batchSize }) => {
      const best = argmaxRows(predicted(predict, X));
      const hits = y.filter((label, i) => label === best[i]).length;
      return hits > 0 && hits < y.length && 2 * hits !== y.length && y.length % batchSize !== 0;
    },
  },
);
export type Evaluated = ArgsOf<typeof evaluated>;
export type Outcome = { mse: number; acc: number };
