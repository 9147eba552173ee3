/** The way back through all layers. */
import {
  type Answer,
  atMost,
  equal,
  gradientAt,
  list,
  matrix,
  record,
  rows,
  vector,
  zeros,
} from "../../grader/exercise/form.ts";
import {
  atActivations,
  layerActivations,
  lossAtActivations,
} from "../../reference/networks/layered-network.ts";
import { plainWayBack } from "../../reference/networks/layered-network-plain.ts";
import { Num, num, sum } from "../../reference/numbers/num.ts";
import { combined, type Lifted, lift, plainOf } from "../../reference/numbers/tracked.ts";
import { type Backward, backwardPass, type Gradients, type Matrix } from "./args.ts";
import { shown } from "./forward-all.ts";
import { backwardAtFullSize } from "./full-size.ts";
import { backwardMistakes } from "./mistakes.ts";

const Y = [[0, 1, 0]];
const As = plainOf(layerActivations(lift(shown.X), lift(shown.Ws), lift(shown.bs))) as Matrix[];
const oneLayer = {
  As: [rows([1, -2], [0.5, 1]), rows([0.5, 0.25, 0.75], [0.5, 0.5, 0.5])],
  Y: rows([1, 0, 0], [0.5, 0, 1]),
  Ws: [rows([1, 0.5], [-1, 0.25], [0, 1])],
};
const twelve = Array.from({ length: 12 }, () => 1);

const isZero = (A: Num[][]) => A.map((row) => equal(row, zeros(row)));
const exchanged = <T>([a, b, ...rest]: readonly T[]): T[] => [b!, a!, ...rest];

/** Biases of 0: activations that belong to these weights. */
const consistent = ({ As, Ws }: Backward): Matrix[] =>
  plainOf(
    layerActivations(
      lift(As[0]!),
      lift(Ws),
      Ws.map((W) => W.map(() => num(0))),
    ),
  ) as Matrix[];

/** The loss of a network without biases, after a step of this rate. */
function stepped({ As, Y, Ws }: Backward, { dWs, dbs }: Answer<Gradients>, rate: number): Num {
  const moved = Ws.map((W, l) =>
    W.map((row, k) => row.map((w, j) => new Num(w - rate * dWs[l]![k]![j]!.value))),
  );
  const biases = dbs.map((db) => db.map(({ value }) => new Num(-rate * value)));
  const output = layerActivations(lift(As[0]!), moved, biases).at(-1)!;
  const squares = output.flatMap((row, i) => row.map((a, j) => num(Y[i]![j]!).minus(a).squared()));
  return sum(squares).over(squares.length);
}

export const backwardAll = backwardPass.gradient<Gradients>({
  says: "Errors of all layers, and the derivatives of the loss by all weights and biases. The loss is the mean over all n·t entries, and all layers are sigmoid.",
  formula: String.raw`\nabla L \text{ of } L = \frac{1}{n t} \sum_i \sum_j (Y_{ij} - A^L_{ij})^2`,
  returns: record(
    {
      deltas: list(
        matrix("n u", ""),
        "L",
        "δ of each layer, the derivatives by its net inputs; the first layer first",
      ),
      dWs: list(matrix("u v", ""), "L", "derivatives by the weights, **out × in** as these are"),
      dbs: list(vector("u", ""), "L", "derivatives by the biases"),
    },
    "the errors and both kinds of gradients, each with one entry a layer",
  ),
  at: gradientAt({
    name: "the loss",
    at: ({ As, Y, Ws }: Lifted<Backward>) => atActivations(As, Y, Ws),
    of: lossAtActivations,
    by: ({ Ds, Ws, cs }) => ({ deltas: Ds, dWs: Ws, dbs: cs }),
  }),
  gpu: async (gpu, { As, Y, Ws }) =>
    (await import("../../reference/gpu/layered-network.ts")).wayBackOnGpu(gpu, As, Y, Ws),
  fullSize: { ...backwardAtFullSize, reference: ({ As, Y, Ws }) => plainWayBack(As, Y, Ws) },
  example: { As, Y, Ws: shown.Ws },
  edges: {
    "one layer": { given: oneLayer, says: "With L = 1 there is only the output layer." },
    "layers of one unit": {
      given: { As: [[[2]], [[0.5]], [[0.25]], [[0.75]]], Y: [[0]], Ws: [[[0.5]], [[-1]], [[2]]] },
      says: "Every matrix is 1 × 1, and stays a matrix.",
    },
    "a saturated layer": {
      given: {
        As: [[[1, 2]], [[0.5, 0.25]], [[1, 0]], [[0.5, 0.25, 0.75]]],
        Y: [[0, 1, 0]],
        Ws: [rows([1, 0.5], [-1, 0.25]), rows([1, 2], [0.5, -1]), rows([1, -1], [0.5, 0], [2, 1])],
      },
      says: "No error passes the second layer, where the sigmoid is flat: δ is 0 there and in the layer before.",
    },
    "twelve layers": {
      given: { As: [[[1]], ...twelve.map(() => [[0.5]])], Y: [[1]], Ws: twelve.map(() => [[1]]) },
      says: "Each layer passes a quarter of the error: the first gets 4^−11 of the last one's, small but not 0.",
    },
  },
  laws: {
    "without the first layer the others have the same errors and gradients": (f, { As, Ws }) => {
      if (Ws.length < 2) return false;
      const [all, rest] = [f(), f({ As: As.slice(1), Ws: Ws.slice(1) })];
      return [
        equal(rest.deltas, all.deltas.slice(1)),
        equal(rest.dWs, all.dWs.slice(1)),
        equal(rest.dbs, all.dbs.slice(1)),
      ];
    },
    "taking every example twice leaves dWs and dbs unchanged": {
      claims: (f, { As, Y }) => {
        const [once, twice] = [f(), f({ As: As.map((A) => [...A, ...A]), Y: [...Y, ...Y] })];
        return [equal(twice.dWs, once.dWs), equal(twice.dbs, once.dbs)];
      },
      ifBroken: "Is there a 1/n?",
    },
    "all are 0 where every output equals its target": (f, { As }) => {
      const { deltas, dWs, dbs } = f({ Y: As.at(-1)! });
      return [...deltas, ...dWs, ...dbs.map((db) => [db])].flatMap(isZero);
    },
    "exchanging two units of the first layer exchanges their gradients, and the columns of the next": (
      f,
      { As, Ws },
    ) => {
      const [first, second, ...others] = Ws;
      if (second === undefined || first!.length < 2) return false;
      const all = f();
      const other = f({
        As: [As[0]!, As[1]!.map(exchanged), ...As.slice(2)],
        Ws: [exchanged(first!), second.map(exchanged), ...others],
      });
      return [
        equal(other.dWs[0]!, exchanged(all.dWs[0]!)),
        equal(other.dbs[0]!, exchanged(all.dbs[0]!)),
        equal(other.dWs[1]!, all.dWs[1]!.map(exchanged)),
      ];
    },
    "the gradient of the batch is the mean of the gradients of its examples": (f, { As, Y }) => {
      const each = Y.map((y, i) => f({ As: As.map((A) => [A[i]!]), Y: [y] }));
      const share = () => 1 / Y.length;
      const { dWs, dbs } = f();
      return [
        equal(
          dWs,
          combined(
            each.map((one) => one.dWs),
            share,
          ),
        ),
        equal(
          dbs,
          combined(
            each.map((one) => one.dbs),
            share,
          ),
        ),
      ];
    },
    "a small enough step over all layers lowers the loss": (f, data) => {
      if (data.As[0]!.flat().some((x) => Math.abs(x) > 50)) return false;
      const at = { ...data, As: consistent(data) };
      const gradients = f({ As: at.As });
      const before = stepped(at, gradients, 0);
      let after = stepped(at, gradients, 1);
      for (let rate = 1 / 2; after.value >= before.value && rate > 1e-6; rate /= 2)
        after = stepped(at, gradients, rate);
      return atMost(after, before);
    },
  },
  mistakes: backwardMistakes,
});
