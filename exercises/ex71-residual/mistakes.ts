/** Wrong ways back through a residual layer, in plain numbers. */
import { curedBy, type MistakeCase, type Mistakes } from "../../grader/exercise/form.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { product, total } from "../../reference/numbers/plain.ts";
import { type Backward, each, type Gradients, type Matrix, netsOf } from "./args.ts";

type Given = MistakeCase<Backward, Gradients>;

/** What the branch gives, T. */
const branch = (at: Given): Matrix => each(netsOf(at), Math.tanh);
/** The error behind a slope that is made of T. */
const errorBy = (at: Given, slope: (t: number, x: number) => number): Matrix => {
  const T = branch(at);
  return each(at.dY, (d, i, j) => d * slope(T[i]![j]!, at.X[i]![j]!));
};
const right = (at: Given): Matrix => errorBy(at, (t) => 1 - t * t);
const sum = (A: Matrix, B: Matrix): Matrix => each(A, (a, i, j) => a + B[i]![j]!);
/** All three gradients, from an error behind the slope. */
const from = ({ X, W, dY }: Given, delta: Matrix): Gradients => ({
  dX: sum(dY, product(delta, W)),
  dW: product(transpose(delta), X),
  db: transpose(delta).map(total),
});

export const mistakes: Mistakes<Backward, Gradients> = curedBy(7, {
  "skip-forgotten": {
    is: (at) => ({ ...at.right, dX: product(right(at), at.W) }),
    says: "dX is what comes through the branch alone. The input also reaches the output along the skip, and dY comes back on it as it is: add it.",
  },
  "inputs-along-the-skip": {
    is: (at) => ({ ...at.right, dX: sum(at.X, product(right(at), at.W)) }),
    says: "X is added where dY belongs. Forward the skip hands X on, and on the way back it hands on the error, dY.",
  },
  "slope-on-the-skip": {
    is: (at) => ({ ...at.right, dX: sum(right(at), product(right(at), at.W)) }),
    says: "The error behind the slope of tanh is added. The skip goes around tanh, and so does the error on it: dY as it is.",
  },
  "one-added": {
    is: (at) => ({ ...at.right, dX: each(product(right(at), at.W), (d) => 1 + d) }),
    says: "1 is added where dY belongs. The slope of the skip is 1, and on its way back the error is multiplied by it: 1·dY.",
  },
  "weights-transposed-back": {
    is: (at) => ({ ...at.right, dX: sum(at.dY, product(right(at), transpose(at.W))) }),
    says: "The error goes back through Wᵀ. Forward the weights are transposed, XWᵀ; on the way back they are not: δ·W.",
  },
  "slope-from-the-output": {
    is: (at) =>
      from(
        at,
        errorBy(at, (t, x) => 1 - (x + t) ** 2),
      ),
    says: "The slope is 1 − Y². Y has X in it; the slope of tanh is 1 − T², with T = tanh(XWᵀ + b), what the branch gives.",
  },
  "slope-at-the-inputs": {
    is: (at) =>
      from(
        at,
        errorBy(at, (_, x) => 1 - Math.tanh(x) ** 2),
      ),
    says: "The slope of tanh is taken at X. It belongs at the net input, XWᵀ + b: 1 − T², with T what the branch gives.",
  },
  "skip-in-the-weights": {
    is: (at) => ({ ...at.right, dW: product(transpose(sum(right(at), at.dY)), at.X) }),
    step: 8,
    says: "dY itself is added to the error in dW. No weight lies on the skip: dW is δᵀX, with the error behind the slope alone.",
  },
  "slope-forgotten": {
    is: (at) => from(at, at.dY),
    says: "The slope of tanh is missing. What goes back through the branch is dY ⊙ (1 − T²).",
  },
  "tanh-for-its-slope": {
    is: (at) =>
      from(
        at,
        errorBy(at, (t) => t),
      ),
    says: "dY is multiplied by tanh itself. Its slope is 1 − T².",
  },
  "weights-in-out": {
    is: ({ right: { dX, dW, db } }) => ({ dX, dW: transpose(dW), db }),
    step: 8,
    says: "dW is Xᵀδ here, in × out. It has the layout of W, out × in: δᵀX. Where W is square both have the right shape.",
  },
  "skip-in-the-biases": {
    is: (at) => ({ ...at.right, db: transpose(at.dY).map(total) }),
    step: 8,
    says: "db sums dY itself. The biases are in the branch, and their error passes the slope of tanh: sum dY ⊙ (1 − T²).",
  },
  "biases-averaged": {
    is: ({ right: { dX, dW, db }, sizes }) => ({ dX, dW, db: db.map((d) => d / sizes.n!) }),
    step: 8,
    says: "db is a mean over the examples. Like dW it is a sum: the 1/n of a mean loss is in dY already.",
  },
});
