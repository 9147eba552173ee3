/** Passes over the examples, each in an order of its own. */
import {
  type ArgsOf,
  args,
  curedBy,
  equal,
  record,
  rows,
  scalar,
  vector,
} from "../../grader/exercise/form.ts";
import { fitAdaline } from "../../reference/linear-models/adaline.ts";
import {
  along,
  meanSquare,
  type Place,
  passesOver,
  pull,
  stepFrom,
} from "../../reference/linear-models/adaline-plain.ts";
import { mean, type Num } from "../../reference/numbers/num.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { lr, nIter, orders, sizes, w, X, y } from "./args.ts";
import { sgdUpdate } from "./update.ts";

const run = args(
  { X, y, w0: w("weights to start from"), b0: scalar("bias to start from"), lr, nIter, orders },
  { sizes },
);
type Run = ArgsOf<typeof run>;
type Fit = { w: number[]; b: number; losses: number[] };

const oneByOne = (orders: readonly (readonly number[])[]): number[][][] =>
  orders.map((order) => order.map((i) => [i]));

/** The right run, over other orders, inputs or labels where told. */
const rightly = (given: Run, changed: Partial<Run> = {}): Fit => {
  const other = { ...given, ...changed };
  return { ...passesOver(other, oneByOne(other.orders)) };
};
/** The right model, with losses that are taken at other places; `at` holds the model before and after each pass. */
const losing =
  (loss: (given: Run, before: Place, after: Place) => number) =>
  (given: Run): Fit => {
    const right = rightly(given);
    const places = [
      { w: given.w0, b: given.b0 },
      ...given.orders.map((_, k) => rightly(given, { orders: given.orders.slice(0, k + 1) })),
    ];
    return { ...right, losses: right.losses.map((_, k) => loss(given, places[k]!, places[k + 1]!)) };
  };
const natural = ({ orders }: Run): number[][] => orders.map((order) => order.map((_, i) => i));
const inThatOrder = <T>(list: readonly T[], order: readonly number[]): T[] => order.map((i) => list[i]!);

export const fitAdalineSGD = run.answer<Fit>({
  says: "Adaline by stochastic gradient descent: nIter passes from (w0, b0), each in its own order, with a step after each example.",
  returns: record(
    {
      w: vector("m", "weights after the last pass"),
      b: scalar("bias after the last pass"),
      losses: vector("nIter", "losses[k] is the mean of the losses that the steps of pass k give"),
    },
    "the model, and the loss on the way",
  ),
  is: ({ X, y, w0, b0, lr }, { orders }) => ({ ...fitAdaline(X, y, { w: w0, b: b0 }, lr, oneByOne(orders)) }),
  example: {
    X: rows([1], [3]),
    y: [1, 0],
    w0: [0],
    b0: 0,
    lr: 0.125,
    nIter: 2,
    orders: rows([0, 1], [1, 0]),
  },
  edges: {
    "no pass": {
      given: { nIter: 0, orders: [] },
      says: "The start comes back, and there is no loss to note.",
    },
    "learning rate 0": {
      given: { lr: 0, nIter: 2 },
      says: "Nothing moves, so that the order of a pass makes no difference to its loss.",
    },
    "one example": {
      given: { X: rows([1, -1]), y: [1], w0: [0, 0], b0: 0, lr: 0.125, nIter: 3, orders: [[0], [0], [0]] },
      says: "Each step leaves a quarter of the error.",
    },
    "two orders of the same examples": {
      given: { X: rows([1], [3]), y: [1, 0], w0: [0], b0: 0, lr: 0.125, nIter: 1, orders: [[1, 0]] },
      says: "The second example comes first here, and has no error yet. In the order 0, 1 the run ends elsewhere.",
    },
  },
  laws: {
    "a pass is one sgdUpdate after the other, in its order": (f, { X, y, w0, b0, lr, orders }, { ask }) => {
      const pass = f({ nIter: 1, orders: orders.slice(0, 1) });
      let now: { w: Num[]; b: Num } = lift({ w: w0, b: b0 });
      const met = orders[0]!.map((i) => {
        const after = ask(sgdUpdate, { ...lift({ x: X[i]!, target: y[i]!, lr }), w: now.w, b: now.b });
        now = after;
        return after.loss;
      });
      return equal([pass.w, pass.b, pass.losses], [now.w, now.b, [mean(met)]]);
    },
    "examples listed the other way round, with their orders told so: the same run": (f, { X, y, orders }) => {
      const turned = orders.map((order) => order.map((i) => X.length - 1 - i));
      return equal(f({ X: X.toReversed(), y: y.toReversed(), orders: turned }), f());
    },
    "two runs, the second from where the first ended, are one": (f, { orders }) => {
      const first = f({ nIter: 1, orders: orders.slice(0, 1) });
      const second = f({ w0: first.w, b0: first.b, nIter: orders.length - 1, orders: orders.slice(1) });
      return equal({ ...second, losses: [...first.losses, ...second.losses] }, f());
    },
  },
  mistakes: curedBy(5, {
    "order-ignored": {
      is: (given) => rightly(given, { orders: natural(given) }),
      says: "The examples come as they lie in X. Pass k takes the examples orders[k][0], orders[k][1], …",
    },
    "first-order-for-all": {
      is: (given) => rightly(given, { orders: given.orders.map(() => given.orders[0]!) }),
      says: "Every pass has the order of the first. Pass k has orders[k].",
    },
    "order-turned-round": {
      is: (given) =>
        rightly(given, { orders: given.orders.map((order) => order.map((_, i) => order.indexOf(i))) }),
      says: "orders[k][i] is taken for the turn of row i. It is the row that has turn i.",
    },
    "orders-on-top": {
      is: (given) => {
        let last = given.X.map((_, i) => i);
        return rightly(given, { orders: given.orders.map((order) => (last = inThatOrder(last, order))) });
      },
      says: "Each pass shuffles what the one before has shuffled. An order counts from the rows of X as they came.",
    },
    "labels-in-their-own-order": {
      is: (given) => {
        const swapped = given.orders.map((order) => ({ X: inThatOrder(given.X, order), y: given.y }));
        return chained(given, swapped);
      },
      says: "The inputs come in the given order, and the labels do not: each example has another one's label.",
    },
    "inputs-in-their-own-order": {
      is: (given) => {
        const swapped = given.orders.map((order) => ({ X: given.X, y: inThatOrder(given.y, order) }));
        return chained(given, swapped);
      },
      says: "The labels come in the given order, and the inputs do not: each example has another one's label.",
    },
    "one-step-a-pass": {
      is: ({ orders, ...given }) => ({
        ...passesOver(
          given,
          orders.map((order) => [order]),
        ),
      }),
      step: 3,
      says: "A pass makes one step over all examples. Here a step follows each example, and the next one sees its weights.",
    },
    "divided-by-all": {
      is: (given) => rightly(given, { lr: given.lr / given.X.length }),
      step: 2,
      says: "Each step is divided by the number of examples. That is the 1/n of a mean over all of them; here a single example makes the step, 2η(y − z)x.",
    },
    "weights-of-the-start-of-the-pass": {
      is: (given) => waiting(given),
      says: "All examples of a pass see the weights from its start, and the steps are added up. The next example sees what the one before has moved.",
    },
    "loss-before-the-pass": {
      is: losing((given, before) => meanSquare(given, before)),
      says: "The model is right. The loss is that of all examples before the pass. Each square is taken when its example has its turn, and then their mean.",
    },
    "loss-after-the-pass": {
      is: losing((given, _, after) => meanSquare(given, after)),
      says: "The model is right. The loss is that of all examples after the pass. Each square is taken when its example has its turn, and then their mean.",
    },
    "each-pass-begins-anew": {
      is: (given) => {
        const { w0, b0, orders } = given;
        const passes = orders.map((order) => rightly(given, { orders: [order] }));
        return { ...(passes.at(-1) ?? { w: w0, b: b0 }), losses: passes.flatMap(({ losses }) => losses) };
      },
      says: "Every pass begins with w0 and b0 again. A pass goes on from where the one before has ended.",
    },
    "losses-not-reset": {
      is: ({ right }) => {
        let soFar = 0;
        return { ...right, losses: right.losses.map((loss) => (soFar += loss)) };
      },
      says: "The model is right. The sum of the losses runs on from pass to pass. Each pass begins it at 0.",
    },
    "last-loss": {
      is: (given) => ({
        ...given.right,
        losses: given.orders.map((order, k) => {
          const before = rightly(given, { orders: [...given.orders.slice(0, k), order.slice(0, -1)] });
          const last = order.at(-1)!;
          return meanSquare({ X: [given.X[last]!], y: [given.y[last]!] }, before);
        }),
      }),
      says: "The model is right. The loss of a pass is that of its last example alone. It is the mean of all that its steps give.",
    },
    "losses-summed": {
      is: ({ right, X }) => ({ ...right, losses: right.losses.map((loss) => loss * X.length) }),
      says: "The model is right. The losses are sums over the examples, and asked for are means.",
    },
    "bias-not-moved": {
      is: (given) => ({
        ...passesOver(given, oneByOne(given.orders), (batch, at) => ({ ...stepFrom(batch, at), b: at.b })),
      }),
      step: 2,
      says: "The bias never moves. It takes its step after each example as well, 2η(y − z).",
    },
  }),
});

/** Passes over other lists of examples, one after the other. */
function chained(given: Run, passes: readonly { X: number[][]; y: number[] }[]): Fit {
  let now: Fit = { w: given.w0, b: given.b0, losses: [] };
  for (const { X, y } of passes) {
    const next = rightly(given, { X, y, w0: now.w, b0: now.b, orders: [X.map((_, i) => i)] });
    now = { ...next, losses: [...now.losses, ...next.losses] };
  }
  return now;
}

/** Passes whose steps wait for the end. */
function waiting(given: Run): Fit {
  let now: Place = { w: given.w0, b: given.b0 };
  const losses: number[] = [];
  for (const _ of given.orders) {
    losses.push(meanSquare(given, now));
    now = along(now, given.lr, pull(given, now, { factor: () => 2 }));
  }
  return { ...now, losses };
}
