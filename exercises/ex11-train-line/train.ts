/** The training loop of the line. */
import {
  type ArgsOf,
  args,
  atMost,
  curedBy,
  equal,
  record,
  scalar,
  vector,
} from "../../grader/exercise/form.ts";
import { mseLoss } from "../../reference/linear-models/line.ts";
import { trainedLine } from "../../reference/linear-models/line-descent.ts";
import { mean, type Num, num } from "../../reference/numbers/num.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { slopesAt, steepest, type Vector, x, y } from "./args.ts";

const run = args(
  {
    x,
    y,
    w0: scalar("slope at the start"),
    b0: scalar("intercept at the start"),
    learningRate: scalar("learning rate η", {
      // Up to 1/λ, where no step climbs.
      draw: (draw, { x }) => draw.upTo(1 / steepest(x as Vector).curvature, 0.2),
    }),
    epochs: scalar("number of steps, each over all examples", {
      domain: "integer",
      draw: (draw) => draw.integer(2, 5),
    }),
  },
  { sizes: { n: [3, 6] } },
);
type Run = ArgsOf<typeof run>;
type Trained = { w: number; b: number; losses: number[] };

const lossOf = ({ x, y }: Run, w: number | Num, b: number | Num): Num =>
  mseLoss(lift(x), lift(y), num(w), num(b));

/** Training whose steps are wrong: `next` says where one leads. */
function wrongly(given: Run, next: (w: number, b: number) => readonly [number, number]): Trained {
  let [w, b]: readonly [number, number] = [given.w0, given.b0];
  const losses = [lossOf(given, w, b).value];
  for (let epoch = 0; epoch < given.epochs; epoch++) {
    [w, b] = next(w, b);
    losses.push(lossOf(given, w, b).value);
  }
  return { w, b, losses };
}
const stepping =
  ({ x, y, learningRate }: Run, factor = 1) =>
  (w: number, b: number): readonly [number, number] => {
    const slopes = slopesAt(x, y, w, b);
    return [w - factor * learningRate * slopes.w, b - factor * learningRate * slopes.b];
  };

const spread = { x: [0, 10, 20, 30, 40, 50], y: [9, 12, 12, 16, 17, 19], w0: 0, b0: 0, learningRate: 5e-5 };

export const trainLine = run.answer<Trained>({
  says: "The training loop: epochs steps from (w0, b0), with the loss before each step and after the last. Throws a RangeError if a loss is NaN or infinite.",
  formula: String.raw`w \leftarrow w - \eta \frac{\partial L}{\partial w}, \; b \leftarrow b - \eta \frac{\partial L}{\partial b}`,
  returns: record(
    {
      w: scalar("slope after the last step"),
      b: scalar("intercept after the last step"),
      losses: vector("epochs+1", "losses[e] is L before step e, the last entry L of what is returned"),
    },
    "the trained line, and the loss on the way",
  ),
  is: ({ x, y, w0, b0, learningRate }, { epochs }) => ({
    ...trainedLine(x, y, w0, b0, learningRate, epochs),
  }),
  example: { x: [1, 2], y: [3, 5], w0: 1, b0: 0, learningRate: 0.125, epochs: 1 },
  edges: {
    "no epoch": { given: { epochs: 0 }, says: "The start comes back, and losses holds its loss alone." },
    "rate 0": {
      given: { learningRate: 0, epochs: 3 },
      says: "With η = 0 nothing moves: losses holds the same number four times.",
    },
    "one example": {
      given: { x: [2], y: [5], w0: 0, b0: 0, learningRate: 0.1, epochs: 2 },
      says: "With η = 0.1 the first step lands on the target, and the second has nothing to do.",
    },
    "a rate that is too large": {
      given: { x: [1, 2, 3], y: [2, 4, 7], w0: 0, b0: 0, learningRate: 1, epochs: 200 },
      throws: true,
      says: "Every step leads further away, until the loss is beyond all numbers: the function throws.",
      ifInfinite: "The loss is Infinity here, and NaN comes much later: look for both.",
      ifNaN: "Once a loss is infinite, w and b soon are NaN, and no later step mends that.",
    },
    "a large loss that falls": {
      given: { x: [1, 2], y: [3e6, 5e6], w0: 0, b0: 0, learningRate: 0.125, epochs: 2 },
      says: "The first loss is 1.7e13, a number like any other, and the next ones are smaller.",
      ifThrew: "Throw where no number holds the loss, not where it is large.",
    },
    "fifty epochs": {
      given: { x: [-1, 0, 2, 3], y: [1, 0.5, 2, 4], w0: 0, b0: 0, learningRate: 0.1, epochs: 50 },
      says: "Both arrive, to three digits: the best line has the slope 0.75 and the intercept 1.125.",
    },
    "badly scaled inputs": {
      given: { ...spread, epochs: 100 },
      says: "Inputs from 0 to 50 allow a small η only. After 100 epochs b has come to 0.04, where 9.3 is best.",
    },
  },
  laws: {
    "with η up to 1/λ, λ the largest curvature, no step raises the loss": (f) => {
      const { losses } = f();
      return losses.slice(1).map((loss, epoch) => atMost(loss, losses[epoch]!));
    },
    "the first loss is that of the start, the last that of the line that is returned": (f, given) => {
      const { w, b, losses } = f();
      return [
        equal(losses[0]!, lossOf(given, given.w0, given.b0)),
        equal(losses.at(-1)!, lossOf(given, w, b)),
      ];
    },
    "two runs, the second from where the first ended, are one": (f, { epochs }) => {
      const [whole, first] = [f({ epochs: epochs + 2 }), f()];
      const second = f({ w0: first.w, b0: first.b, epochs: 2 });
      return [
        equal([second.w, second.b], [whole.w, whole.b]),
        equal([...first.losses, ...second.losses.slice(1)], whole.losses),
      ];
    },
    "of two runs on the same data, each step multiplies the distance by I − ηH": (
      f,
      { x, w0, b0, learningRate, epochs },
    ) => {
      const [here, there] = [f(), f({ w0: w0 + 1, b0: b0 - 2 })];
      const [centre, square] = [mean(lift(x)), mean(lift(x).map((xi) => xi.squared()))];
      let way = { w: num(1), b: num(-2) };
      for (let epoch = 0; epoch < epochs; epoch++) {
        const slopes = {
          w: square.times(way.w).plus(centre.times(way.b)),
          b: centre.times(way.w).plus(way.b),
        };
        way = {
          w: way.w.minus(slopes.w.times(2 * learningRate)),
          b: way.b.minus(slopes.b.times(2 * learningRate)),
        };
      }
      return equal([there.w.minus(here.w), there.b.minus(here.b)], [way.w, way.b]);
    },
    "duplicating the data changes nothing": (f, { x, y }) =>
      equal(f({ x: [...x, ...x], y: [...y, ...y] }), f()),
  },
  mistakes: curedBy(9, {
    "intercept-with-the-new-slope": {
      is: (given) =>
        wrongly(given, (w, b) => {
          const [newW] = stepping(given)(w, b);
          return [newW, stepping(given)(newW, b)[1]];
        }),
      step: 6,
      says: "In each epoch the step of b is computed with the new w. Both slopes belong to the old line: compute them first, and move afterwards.",
    },
    "gradient-of-the-start": {
      is: (given) => {
        const [w, b] = stepping(given)(given.w0, given.b0);
        return wrongly(given, (nowW, nowB) => [nowW + (w - given.w0), nowB + (b - given.b0)]);
      },
      says: "Every epoch takes the step of the first. The slopes change on the way: compute them anew at the line of the moment.",
    },
    "step-after-each-example": {
      is: (given) =>
        wrongly(given, (w, b) => {
          let line = [w, b] as const;
          for (const [i, xi] of given.x.entries())
            line = stepping({ ...given, x: [xi], y: [given.y[i]!] })(...line) as [number, number];
          return line;
        }),
      says: "A step follows each example. Here an epoch is one step, by the mean over all examples.",
    },
    "from-the-start-again": {
      is: (given) => wrongly(given, () => stepping(given)(given.w0, given.b0)),
      says: "Every epoch starts from w0 and b0 again, so that all of them end after one step. Go on from where the last epoch ended.",
    },
    "loss-after-the-step": {
      is: (given) => {
        const { w, b, losses } = wrongly(given, stepping(given));
        return { w, b, losses: [...losses.slice(1), losses.at(-1)!] };
      },
      says: "losses begins after the first step. The loss of the start is the first entry; that of the line that you return is the last.",
    },
    "loss-of-the-end-left-out": {
      is: (given) => {
        const { w, b, losses } = wrongly(given, stepping(given));
        return { w, b, losses: [losses[0]!, ...losses.slice(0, -1)] };
      },
      says: "losses has the loss of the start twice, and that of the end not at all.",
    },
    "one-step-more": {
      is: (given) => {
        const { w, b, losses } = wrongly(given, stepping(given));
        const [nextW, nextB] = stepping(given)(w, b);
        return { w: nextW, b: nextB, losses };
      },
      says: "It takes one step too many: the loop that writes epochs + 1 losses moves the line each time. After the last loss nothing moves.",
    },
    "rate-forgotten": {
      is: (given) => wrongly(given, stepping({ ...given, learningRate: 1 })),
      step: 6,
      says: "The learning rate is missing. The gradient says which way is down; η times it is how far to go.",
    },
    ascent: {
      is: (given) => wrongly(given, stepping(given, -1)),
      step: 6,
      says: "The sign is flipped, and the loss climbs. The gradient points uphill; the step goes against it.",
    },
    "sum-for-mean": {
      is: (given) => wrongly(given, stepping(given, given.x.length)),
      step: 4,
      says: "The 1/n of the gradient is missing, so the step grows with the number of examples.",
    },
    "factor-two-forgotten": {
      is: (given) => wrongly(given, stepping(given, 1 / 2)),
      step: 4,
      says: "Each step is half as long as it should be: the gradient of a mean of squares has a factor 2.",
    },
  }),
});
