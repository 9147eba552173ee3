/** What holds for all data, batch sizes and orders. */
import { equal, type Laws } from "../../grader/exercise/form.ts";
import { netInputs } from "../../reference/linear-models/neuron.ts";
import { dot, type Num, num, sum } from "../../reference/numbers/num.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import type { Fit, Run } from "./args.ts";

export const laws: Laws<Run, Fit> = {
  "a pass is a chain of passes over one batch each, and its loss the mean of theirs, weighted by their sizes":
    (f, { X, y, w0, b0, batchSize, orders }) => {
      const order = orders[0]!;
      const pass = f({ orders: [order] });
      let now: { w: Num[]; b: Num } = lift({ w: w0, b: b0 });
      const met: Num[] = [];
      for (let from = 0; from < order.length; from += batchSize) {
        const places = order.slice(from, from + batchSize);
        const batch = { X: places.map((i) => X[i]!), y: places.map((i) => y[i]!) };
        const after = f({ ...batch, w0: now.w, b0: now.b, orders: [places.map((_, i) => i)] });
        met.push(after.losses[0]!.times(places.length));
        now = after;
      }
      return equal([pass.w, pass.b, pass.losses], [now.w, now.b, [sum(met).over(X.length)]]);
    },
  "within a batch the order of the examples does not matter": (f, { batchSize, orders }) => {
    const turned = orders.map((order) => {
      const place = (k: number): number => {
        const from = k - (k % batchSize);
        return from + Math.min(from + batchSize, order.length) - 1 - k;
      };
      return order.map((_, k) => order[place(k)]!);
    });
    return equal(f({ orders: turned }), f());
  },
  "a batch size above n is one of n": (f, { X }) =>
    equal(f({ batchSize: X.length + 2 }), f({ batchSize: X.length })),
  "labels that are met exactly leave w0 and b0, with losses of 0": (f, { X, w0, b0, orders }) => {
    const fit = f({ y: netInputs(lift(X), lift(w0), lift(b0)) });
    return equal([fit.w, fit.b, fit.losses], [w0, b0, orders.map(() => 0)]);
  },
  "n times the same example: each of the ⌈n/s⌉ steps multiplies its error by 1 − 2η(‖x‖² + 1)": (
    f,
    { X, y, w0, b0, lr, batchSize, orders },
  ) => {
    const [x, target] = [lift(X[0]!), num(y[0]!)];
    const { w, b } = f({ X: X.map(() => X[0]!), y: y.map(() => y[0]!), orders: orders.slice(0, 1) });
    const factor = num(1).minus(
      dot(x, x)
        .plus(1)
        .times(2 * lr),
    );
    let left = target.minus(dot(x, w0).plus(b0));
    for (let k = 0; k < Math.ceil(X.length / batchSize); k++) left = left.times(factor);
    return equal(target.minus(dot(x, w).plus(b)), left);
  },
};
