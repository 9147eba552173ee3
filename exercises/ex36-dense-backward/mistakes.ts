/** Wrong gradients of a layer, in plain numbers. */
import { curedBy, type MistakeCase, type Mistakes } from "../../grader/exercise/form.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { total } from "../../reference/numbers/plain.ts";
import {
  type Batch,
  type BatchGradients,
  type Column,
  type ColumnGradients,
  each,
  transposedTimes,
} from "./args.ts";

type OfBatch = MistakeCase<Batch, BatchGradients>;
type OfColumn = MistakeCase<Column, ColumnGradients>;

/** The right gradients but for some of them. */
const batchWith = (wrong: (given: OfBatch) => Record<string, unknown>) => (given: OfBatch) =>
  ({ ...given.right, ...wrong(given) }) as never;
const columnWith = (wrong: (given: OfColumn) => Record<string, unknown>) => (given: OfColumn) =>
  ({ ...given.right, ...wrong(given) }) as never;

export const batchMistakes: Mistakes<Batch, BatchGradients> = {
  "weights-in-out": {
    is: batchWith(({ right }) => ({ dW: transpose(right.dW) })),
    step: 6,
    says: "dW is XᵀdZ here, in × out. The weights are out × in, and their gradient has their shape: dZᵀX.",
  },
  "bias-not-summed": {
    is: batchWith(({ dZ }) => ({ db: dZ })),
    step: 7,
    says: "db is dZ itself, a row for each example. One bias serves all examples, and their shares add: one number a unit.",
  },
  "bias-along-the-rows": {
    is: batchWith(({ dZ }) => ({ db: dZ.map(total) })),
    step: 7,
    says: "db is summed along the rows of dZ, one number for each example. It is summed down the columns: one number for each unit.",
  },
  "bias-averaged": {
    is: batchWith(({ right, sizes }) => ({ db: right.db.map((d) => d / sizes.n!) })),
    step: 7,
    says: "db is a mean over the examples. Like dW it is a sum: the 1/n of a mean loss is in dZ already.",
  },
  "mean-in-the-weights": {
    is: batchWith(({ right, sizes }) => ({ dW: each(right.dW, (d) => d / sizes.n!) })),
    step: 6,
    says: "There is an extra 1/n in dW. The shares of the examples add; the 1/n of a mean loss is in dZ already.",
  },
  "mean-everywhere": {
    is: batchWith(({ right, sizes }) => ({
      dW: each(right.dW, (d) => d / sizes.n!),
      db: right.db.map((d) => d / sizes.n!),
    })),
    step: 6,
    says: "There is an extra 1/n in dW and db. The shares of the examples add; the 1/n of a mean loss is in dZ already.",
  },
  "weights-transposed-back": {
    is: batchWith(({ dZ, X, W }) => ({
      dX: each(X, (_, i, l) => total(dZ[i]!.map((d, j) => d * (W[l]?.[j] ?? Number.NaN)))),
    })),
    step: 8,
    says: "dX is dZ·Wᵀ here. Forward the weights are transposed, X·Wᵀ; on the way back they are not: W[j][l] leads from unit j back to input l.",
  },
  "not-propagated": {
    is: batchWith(({ dZ }) => ({ dX: dZ })),
    step: 8,
    says: "dX is dZ itself. Each input follows all units of its layer, through their weights: dZ·W.",
  },
  "first-unit-alone": {
    is: batchWith(({ dZ, X, W }) => ({ dX: each(X, (_, i, l) => dZ[i]![0]! * W[0]![l]!) })),
    step: 8,
    says: "Only the first unit sends its share back to the inputs. An input feeds all units, and the shares add.",
  },
  "last-example-alone": {
    is: batchWith(({ dZ, X }) => ({ dW: transposedTimes([dZ.at(-1)!], [X.at(-1)!]), db: dZ.at(-1)! })),
    step: 6,
    says: "dW and db are those of the last example: each one overwrites the one before. The shares of all examples add.",
  },
};

export const columnMistakes: Mistakes<Column, ColumnGradients> = curedBy(9, {
  "weights-in-out": {
    is: columnWith(({ right }) => ({ dW: transpose(right.dW) })),
    says: "dW is x·dzᵀ here, in × out. The weights are out × in, and their gradient has their shape: dz·xᵀ.",
  },
  "weights-not-transposed": {
    is: columnWith(({ W, x, dz }) => ({
      dx: each(x, (_, l) => total(dz.map(([d], j) => d! * (W[l]?.[j] ?? Number.NaN)))),
    })),
    says: "dx is W·dz here. Forward it is W·x; on the way back W is transposed: W[j][l] leads from unit j back to input l.",
  },
  "not-propagated": {
    is: columnWith(({ dz }) => ({ dx: dz })),
    says: "dx is dz itself. Each input follows all units of its layer, through their weights: Wᵀ·dz.",
  },
  "bias-times-input": {
    is: columnWith(({ right }) => ({ db: right.dW.map((row) => [total(row)]) })),
    step: 7,
    says: "db has the inputs in it. A bias is the weight of an input that is always 1, so its gradient is dz.",
  },
});
