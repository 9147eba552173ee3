/** What holds for all data, batch sizes and orders. */
import { atMost, equal, type Laws } from "../../grader/exercise/form.ts";
import { piecesOf } from "../../reference/data/mini-batches.ts";
import { adalineLoss } from "../../reference/linear-models/adaline.ts";
import { netInputs } from "../../reference/linear-models/neuron.ts";
import { dot, type Num, num, sum } from "../../reference/numbers/num.ts";
import { lift, plainOf } from "../../reference/numbers/tracked.ts";
import type { Fit, Run } from "./args.ts";

const inPass = ({ X, opts }: Run): number => Math.ceil(X.length / opts.batchSize);

export const laws: Laws<Run, Fit> = {
  "at the rate 0 nothing moves, and in each pass the losses, weighted by the sizes of the batches, have the loss of all examples as their mean":
    (f, given) => {
      const { X, y, w0, b0, opts } = given;
      const [count, passes] = [inPass(given), opts.orders.length];
      const still = f({ opts: { ...opts, lr: 0, nIter: passes * count } });
      const loss = adalineLoss(lift(X), lift(y), lift({ w: w0, b: b0 }));
      const weighted = opts.orders.map((order, k) =>
        sum(
          piecesOf(order, opts.batchSize).map((places, j) =>
            still.losses[k * count + j]!.times(places.length / X.length),
          ),
        ),
      );
      return [equal([still.w, still.b], [w0, b0]), ...weighted.map((mean) => equal(mean, loss))];
    },
  "two runs, the second from where the first pass of the first ended, are one": (f, given) => {
    const { opts } = given;
    const count = inPass(given);
    const first = f({ opts: { ...opts, nIter: count } });
    const rest = { ...opts, nIter: opts.nIter - count, orders: opts.orders.slice(1) };
    const second = f({ w0: first.w, b0: first.b, opts: rest });
    return equal({ ...second, losses: [...first.losses, ...second.losses] }, f());
  },
  "with all examples in one batch, and this small rate, no loss is above the one before": (
    f,
    { X, opts },
  ) => {
    const { losses } = f({ opts: { ...opts, batchSize: X.length, nIter: opts.orders.length } });
    return losses.slice(1).map((loss, k) => atMost(loss, losses[k]!));
  },
  "targets that some line meets exactly: the run comes no further away from that line": (
    f,
    { X, w0, b0 },
    { draw },
  ) => {
    const line = { w: draw.list(w0.length, () => draw.real()), b: draw.real() };
    const { w, b } = f({ y: plainOf(netInputs(lift(X), lift(line.w), lift(line.b))) as number[] });
    const away = (to: readonly Num[], bias: Num): Num => {
      const all = [...to.map((wj, j) => wj.minus(line.w[j]!)), bias.minus(line.b)];
      return dot(all, all);
    };
    return atMost(away(w, b), away(lift(w0), num(b0)));
  },
  "within a batch the order of the examples does not matter": (f, { opts }) => {
    const orders = opts.orders.map((order) =>
      piecesOf(order, opts.batchSize).flatMap((places) => places.toReversed()),
    );
    return equal(f({ opts: { ...opts, orders } }), f());
  },
};
