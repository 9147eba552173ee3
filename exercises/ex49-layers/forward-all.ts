/** The forward pass through all layers. */
import { curedBy, equal, list, matrix, negated, rows } from "../../grader/exercise/form.ts";
import { layerActivations } from "../../reference/networks/layered-network.ts";
import { plainActivations } from "../../reference/networks/layered-network-plain.ts";
import { num } from "../../reference/numbers/num.ts";
import { dot } from "../../reference/numbers/plain.ts";
import { sigmoid } from "../../reference/numbers/sigmoid.ts";
import { type Forward, forwardPass, type Matrix } from "./args.ts";
import { forwardAtFullSize } from "./full-size.ts";

/** The pass with another bias, another sigmoid, or other weights, layer by layer. */
const forward = (
  { X, Ws, bs }: Forward,
  { unit = (z: number, _last: boolean) => sigmoid(z), bias = 1 } = {},
): Matrix[] => {
  const As = [X];
  for (const [l, W] of Ws.entries()) {
    As.push(As[l]!.map((row) => W.map((w, k) => unit(dot(w, row) + bias * bs[l]![k]!, l === Ws.length - 1))));
  }
  return As;
};

export const shown = { X: [[1, 2]], Ws: [[[2, -1]], [[2], [-2], [0]]], bs: [[0], [-1, 1, 0]] };

export const forwardAll = forwardPass.answer<Matrix[]>({
  says: "What each layer gives, the inputs first: every layer is sigmoid. Net inputs of ±1000 must not give NaN.",
  formula: String.raw`A^0 = X, \quad A^l = \sigma(A^{l-1} (W^l)^T + b^l)`,
  returns: list(matrix("n w", ""), "L+1", "A⁰ = X, A¹ … Aᴸ"),
  is: ({ X, Ws, bs }) => layerActivations(X, Ws, bs),
  gpu: async (gpu, { X, Ws, bs }) =>
    (await import("../../reference/gpu/layered-network.ts")).activationsOnGpu(gpu, X, Ws, bs),
  fullSize: { ...forwardAtFullSize, reference: ({ X, Ws, bs }) => plainActivations(X, Ws, bs) },
  example: shown,
  edges: {
    "one layer": {
      given: { X: rows([1, -2], [0.5, 1]), Ws: [rows([1, 0.5], [-1, 0.25], [0, 1])], bs: [[0, 0.5, -0.25]] },
      says: "With L = 1 the list holds X and the output.",
    },
    "layers of one unit": {
      given: { X: [[2]], Ws: [[[0.5]], [[-1]], [[2]]], bs: [[-1], [0.5], [0]] },
      says: "Every matrix is 1 × 1, and stays a matrix.",
    },
    "net inputs of ±1000": {
      given: { X: [[1]], Ws: [[[1000], [-1000]], [[1, 1]]], bs: [[0, 0], [-1]] },
      says: "The first layer gives 1 and 0, up to e^−1000.",
    },
  },
  laws: {
    "the list begins with the inputs": (f, { X }) => equal(f()[0]!, X),
    "going on from A¹ through the layers after it gives the rest of the list": (f, { Ws, bs }) => {
      if (Ws.length < 2) return false;
      const all = f();
      return equal(f({ X: all[1]!, Ws: Ws.slice(1), bs: bs.slice(1) }), all.slice(1));
    },
    "turning all signs of the last layer turns its outputs into 1 − A": (f, { Ws, bs }) => {
      const last = f({
        Ws: [...Ws.slice(0, -1), negated(Ws.at(-1)!)],
        bs: [...bs.slice(0, -1), negated(bs.at(-1)!)],
      }).at(-1)!;
      return equal(
        last,
        f()
          .at(-1)!
          .map((row) => row.map((a) => num(1).minus(a))),
      );
    },
    "an example alone gives what it gives in the batch": (f, { X }) =>
      equal(f({ X: [X.at(-1)!] }).at(-1)![0]!, f().at(-1)!.at(-1)!),
  },
  mistakes: curedBy(1, {
    "bias-forgotten": {
      is: (data) => forward(data, { bias: 0 }),
      says: "The biases are missing. Each unit adds its bias before the sigmoid.",
    },
    "linear-output": {
      is: (data) => forward(data, { unit: (z, last) => (last ? z : sigmoid(z)) }),
      says: "The last layer is left linear. Here every layer passes the sigmoid, the last one, too.",
    },
    "no-sigmoid": {
      is: (data) => forward(data, { unit: (z) => z }),
      says: "No layer passes the sigmoid. Without it all layers together are one linear map.",
    },
    "inputs-for-every-layer": {
      is: ({ X, Ws, bs }) => {
        const As = [X];
        for (const [l, W] of Ws.entries())
          As.push(
            X.map((row) =>
              W.map((w, k) => sigmoid(w.reduce((z, wj, j) => z + wj * (row[j] ?? Number.NaN), bs[l]![k]!))),
            ),
          );
        return As;
      },
      says: "Every layer gets the inputs X. A layer gets what the layer before it gives, A of l − 1.",
    },
  }),
});
