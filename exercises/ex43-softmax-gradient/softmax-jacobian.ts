/** The Jacobian of softmax. */
import { atMost, curedBy, equal, matrix } from "../../grader/exercise/form.ts";
import { softmax } from "../../reference/networks/softmax.ts";
import { softmaxJacobian as reference } from "../../reference/networks/softmax-gradient.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { dot, num, sum } from "../../reference/numbers/num.ts";
import { plainOf } from "../../reference/numbers/tracked.ts";
import { type Row, row } from "./args.ts";

type Matrix = number[][];
const sharesOf = (z: number[]): number[] => plainOf(softmax([z.map(num)])[0]!) as number[];
const entries =
  (of: (si: number, sj: number, same: boolean) => number) =>
  ({ z }: Row): Matrix => {
    const s = sharesOf(z);
    return s.map((si, i) => s.map((sj, j) => of(si, sj, i === j)));
  };

export const softmaxJacobian = row.answer({
  says: "The Jacobian of softmax at logits of any size: row i, column j is the derivative of share i by logit j.",
  formula: String.raw`\frac{\partial s_i}{\partial z_j}, \quad s = \varsigma(z)`,
  returns: matrix("C C", "the Jacobian"),
  is: ({ z }) => reference(z),
  example: { z: [0, 0] },
  edges: {
    "logits of 1000": {
      given: { z: [1000, 0, 1000] },
      says: "Two shares are ½ and one is 0, up to e^−1000: shift by the largest logit first.",
      ifNaN: "e^1000 is Infinity, and Infinity/Infinity is NaN.",
    },
    "one class": { given: { z: [3] }, says: "The one share is 1 whatever its logit: [[0]]." },
    "a sure prediction": {
      given: { z: [40, 0, -40] },
      says: "Where softmax is nearly one-hot it is nearly flat.",
    },
    "a logit that is NaN": {
      given: { z: [0, Number.NaN] },
      says: "NaN spoils every share of the row, and so every entry.",
    },
  },
  laws: {
    "it is symmetric": (f) => {
      const J = f();
      return equal(J, transpose(J));
    },
    "every row sums to 0: raising all logits together changes no share": (f) =>
      f().map((row) => equal(sum(row), 0)),
    "adding a number to all logits changes nothing": (f, { z }) =>
      equal(f({ z: z.map((zi) => zi + 100) }), f()),
    "no direction lowers what it points to: v·Jv is never below 0": (f, { z }, { draw }) => {
      const v = z.map(() => draw.real());
      return atMost(
        0,
        dot(
          v,
          f().map((row) => dot(row, v)),
        ),
      );
    },
    "equal logits give 1/C − 1/C² on the diagonal and −1/C² beside it": (f, { z }) => {
      const C = z.length;
      return equal(
        f({ z: z.map(() => 0.5) }),
        z.map((_, i) => z.map((__, j) => (i === j ? 1 / C : 0) - 1 / C ** 2)),
      );
    },
  },
  mistakes: curedBy("softmax#step-6", {
    "diagonal-only": {
      is: entries((s, _, same) => (same ? s * (1 - s) : 0)),
      says: "Only the diagonal is there. Every logit moves every share, since they have one sum: beside it stands −sᵢsⱼ.",
    },
    "outer-product-only": {
      is: entries((si, sj) => si * sj),
      says: "This is s·sᵀ alone. The Jacobian is diag(s) less that: on the diagonal sᵢ − sᵢ², beside it −sᵢsⱼ.",
    },
    "sign-beside-the-diagonal": {
      is: entries((si, sj, same) => (same ? si * (1 - si) : si * sj)),
      step: "softmax#step-7",
      says: "The entries beside the diagonal are positive. What one class gains the others lose: they are −sᵢsⱼ, and every row sums to 0.",
    },
    "wrong-share": {
      is: entries((si, _, same) => si * ((same ? 1 : 0) - si)),
      says: "The share of the class itself stands twice. The second factor belongs to the logit that moves: sᵢ(δᵢⱼ − sⱼ), where δᵢⱼ is 1 for i = j and 0 otherwise.",
    },
  }),
});
