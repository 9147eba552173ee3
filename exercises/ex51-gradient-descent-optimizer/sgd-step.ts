/** A step of all parameters, as a function. */
import { type ArgsOf, args, curedBy, equal, negated, record } from "../../grader/exercise/form.ts";
import { stepped } from "../../reference/differentiation/descent.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { type Num, num, sum } from "../../reference/numbers/num.ts";
import { b, bias, db, dW, type Matrix, rate, W, weights } from "./args.ts";

const norm = (...all: Matrix[]): number => Math.hypot(...all.flat(2));
/** An entry of each matrix after a step: x for the parameter, g for its slope. */
const stepOf =
  (step: (x: number, g: number, lr: number) => number) =>
  (X: Matrix, G: Matrix, lr: number): Matrix =>
    X.map((row, i) => row.map((x, j) => step(x, G[i]![j]!, lr)));

const both = args(
  {
    params: record({ W: weights("weights"), b: bias("bias") }, "the matrices of a network by name"),
    grads: record(
      { W: weights("gradient by the weights"), b: bias("gradient by the bias") },
      "the gradient by each, under the same name",
    ),
    lr: rate("learning rate η"),
  },
  { sizes: { k: [2, 3], d: [2, 4] } },
);
type Both = ArgsOf<typeof both>;

const wrongly =
  (step: (X: Matrix, G: Matrix, lr: number, all: Both) => Matrix) =>
  (all: Both): Both["params"] => ({
    W: step(all.params.W, all.grads.W, all.lr, all),
    b: step(all.params.b, all.grads.b, all.lr, all),
  });

export const sgdStep = both.answer({
  says: "All parameters after one step of gradient descent",
  formula: "\\theta - \\eta \\nabla_\\theta L \\text{ for each matrix } \\theta",
  returns: record(
    { W: weights("weights after the step"), b: bias("bias after the step") },
    "the same names, new matrices",
  ),
  is: ({ params, grads, lr }) => ({ W: stepped(params.W, grads.W, lr), b: stepped(params.b, grads.b, lr) }),
  example: { params: { W, b }, grads: { W: dW, b: db }, lr: 0.5 },
  edges: {
    "a missing gradient": {
      given: { params: { W, b }, grads: { W: dW } as unknown as Both["grads"], lr: 0.5 },
      throws: true,
      says: "There is no gradient for b, so that no step can be taken.",
    },
    "rows and columns exchanged": {
      given: {
        params: {
          W: [
            [1, -2, 3],
            [0.5, 3, 0],
          ],
          b,
        },
        grads: {
          W: transpose([
            [2, 4, 1],
            [-1, 0, 2],
          ]),
          b: db,
        },
        lr: 0.5,
      },
      throws: true,
      says: "W is 2 x 3, its gradient 3 x 2.",
    },
    "a row too few": {
      given: { params: { W, b }, grads: { W: [[2, 4]], b: db }, lr: 0.5 },
      throws: true,
      says: "The gradient of W has one row, and W has two.",
    },
    "a row too many": {
      given: { params: { W, b }, grads: { W: dW, b: [...db, [3]] }, lr: 0.5 },
      throws: true,
      says: "The gradient of b has three rows, and b has two.",
    },
    "a row too long": {
      given: {
        params: { W, b },
        grads: {
          W: [
            [2, 4],
            [-1, 0, 5],
          ],
          b: db,
        },
        lr: 0.5,
      },
      throws: true,
      says: "The second row of the gradient of W has three entries, and that of W has two.",
    },
    "NaN in a gradient": {
      given: { params: { W, b }, grads: { W: dW, b: [[0.5], [Number.NaN]] }, lr: 0.5 },
      throws: true,
      says: "The gradient of b holds NaN, which would make b NaN for good.",
    },
    "a gradient of 0": {
      given: {
        params: { W, b },
        grads: {
          W: [
            [0, 0],
            [0, 0],
          ],
          b: [[0], [0]],
        },
        lr: 0.5,
      },
      says: "Where every slope is 0, all stays as it is.",
    },
  },
  laws: {
    "with η = 0 nothing moves": (f, { params }) => equal(f({ lr: 0 }), params),
    "twice the rate goes as far as twice the gradient": (f, { grads, lr }) => {
      const twice = stepOf((_, g) => 2 * g);
      return equal(
        f({ lr: 2 * lr }),
        f({ grads: { W: twice(grads.W, grads.W, 0), b: twice(grads.b, grads.b, 0) } }),
      );
    },
    "on ½·λ·x² in every entry, with λ = 1.5, a step multiplies by 1 − 1.5·η": (f, { params, lr }) => {
      const slopes = (X: Matrix) => X.map((row) => row.map((x) => 1.5 * x));
      const shrunk = (X: Matrix) => X.map((row) => row.map((x) => num(1).minus(num(lr).times(1.5)).times(x)));
      const after = f({ grads: { W: slopes(params.W), b: slopes(params.b) } });
      return [equal(after.W, shrunk(params.W)), equal(after.b, shrunk(params.b))];
    },
    "two steps with gradients that stay the same may change places": (f, { params, grads }) => {
      const others = { W: negated(params.W), b: params.b };
      return equal(f({ params: f(), grads: others }), f({ params: f({ grads: others }), grads }));
    },
    "to first order the loss falls by η‖∇‖²: that is the way against the gradient": (
      f,
      { params, grads, lr },
    ) => {
      const after = f();
      const along = (X: Matrix, Y: Num[][], G: Matrix): Num[] =>
        G.flatMap((row, i) => row.map((g, j) => Y[i]![j]!.minus(X[i]![j]!).times(g)));
      const fall = [...along(params.W, after.W, grads.W), ...along(params.b, after.b, grads.b)];
      const squares = [...grads.W, ...grads.b].flat().map((g) => num(g).squared());
      return equal(sum(fall), sum(squares).times(-lr));
    },
  },
  mistakes: curedBy(3, {
    ascent: {
      is: wrongly(stepOf((x, g, lr) => x + lr * g)),
      says: "The sign is flipped, and this climbs. The gradient points uphill; the step goes against it.",
    },
    "rate-forgotten": {
      is: wrongly(stepOf((x, g) => x - g)),
      says: "The learning rate is missing. The gradient gives the direction; lr times it is how far to go.",
    },
    "nothing-moves": {
      is: wrongly((X) => X),
      says: "The parameters come back as they were. Is the difference worked out and thrown away? `==` compares; `=` or `-=` assigns.",
    },
    "sign-alone": {
      is: wrongly(stepOf((x, g, lr) => x - lr * Math.sign(g))),
      says: "Only the gradient's signs are used. Its size counts, too: a steeper direction takes the longer step.",
    },
    "length-normalised": {
      is: wrongly((X, G, lr) => stepOf((x, g) => x - (lr * g) / norm(G))(X, G, lr)),
      says: "Each gradient is divided by its length, so that every step goes equally far. Descent takes the gradient as it is.",
    },
    "length-of-all-normalised": {
      is: wrongly((X, G, lr, { grads }) => stepOf((x, g) => x - (lr * g) / norm(grads.W, grads.b))(X, G, lr)),
      says: "The gradients are divided by their common length, so that every step goes equally far. Descent takes the gradient as it is.",
    },
    "update-alone": {
      is: wrongly(stepOf((_, g, lr) => -lr * g)),
      says: "This is the way that is gone, −η∇. Asked for is where it leads: add it to the parameters.",
    },
    "bias-left-out": {
      is: (all) => ({ ...wrongly(stepOf((x, g, lr) => x - lr * g))(all), b: all.params.b }),
      step: 7,
      says: "Only W moves. Every matrix of the record takes its step, whatever its name.",
    },
  }),
});
