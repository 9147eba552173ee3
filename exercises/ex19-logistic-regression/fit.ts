/** Whole runs of descent. */
import {
  type Answer,
  type ArgsOf,
  args,
  atMost,
  claim,
  curedBy,
  equal,
  optional,
  type Relation,
  record,
  rows,
  scalar,
  text,
  vector,
} from "../../grader/exercise/form.ts";
import { fitLogistic as fitted, logisticLoss } from "../../reference/linear-models/logistic-descent.ts";
import { num } from "../../reference/numbers/num.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { moved, type Place, type Step, scaled, slopesAt, steepest, X, y } from "./args.ts";

const run = args(
  {
    X,
    y,
    w0: vector("m", "weights to start from", { between: [-1, 1] }),
    b0: scalar("bias to start from", { between: [-1, 1] }),
    lr: scalar("learning rate η, 0 or more", {
      draw: (draw) => (draw.family === "quarters" ? draw.pick([0.25, 0.5]) : draw.between(0.1, 0.5)),
    }),
    epochs: scalar("number of passes over the examples", {
      domain: "integer",
      draw: (draw) => draw.integer(2, 4),
    }),
    mode: optional(
      text('"batch" for one step a pass, or "sample" for a step after each example', {
        choices: ["batch", "sample"],
      }),
      "batch",
    ),
  },
  { sizes: { n: [3, 5], m: [2, 4] } },
);
type Run = ArgsOf<typeof run>;
type Fit = { w: number[]; b: number; losses: number[] };

const lossAt = ({ X, y }: Pick<Run, "X" | "y">, { w, b }: Place): number =>
  logisticLoss(lift(X), lift(y), { w: lift(w), b: num(b) }).value;

/** A run with a part of it exchanged. */
function wrongly(given: Run, next: (step: Step) => Place = right, mode = given.mode): Fit {
  const { X, y, w0, b0, lr, epochs } = given;
  let now: Place = { w: w0, b: b0 };
  const losses = [lossAt(given, now)];
  for (let epoch = 0; epoch < epochs; epoch++) {
    if (mode === "sample") for (const [i, x] of X.entries()) now = next({ X: [x], y: [y[i]!], lr, ...now });
    else now = next({ X, y, lr, ...now });
    losses.push(lossAt(given, now));
  }
  return { ...now, losses };
}
const right = (step: Step): Place => moved(step, slopesAt(step));

/** A run in which the examples of a pass see the weights from its start, and their steps are added up. */
const withWaitingSteps = (given: Run): Fit =>
  wrongly(
    given,
    (step) => moved(step, scaled(slopesAt(step), given.mode === "sample" ? step.X.length : 1)),
    "batch",
  );

/** A run whose losses are means of what each example cost before its own step. */
function withRunningLosses(given: Run): Fit {
  const { X, y, w0, b0, lr, epochs } = given;
  let now: Place = { w: w0, b: b0 };
  const losses = [lossAt(given, now)];
  for (let epoch = 0; epoch < epochs; epoch++) {
    let cost = 0;
    for (const [i, x] of X.entries()) {
      const one = { X: [x], y: [y[i]!] };
      cost += lossAt(one, now);
      now = right({ ...one, lr, ...now });
    }
    losses.push(cost / X.length);
  }
  return { ...now, losses };
}

/** A loss that is clipped is another number there, and finite as well. */
function sameModelWithFiniteLosses(fit: Answer<Fit>, given: Run): readonly Relation[] {
  const { w, b } = wrongly(given);
  const losses = fit.losses.map(({ value }) => value);
  return [equal([fit.w, fit.b], [w, b]), claim(losses.every(Number.isFinite), "finite losses", losses)];
}

const apart = { X: rows([-2, 1], [-1, 0], [1, 2], [2, -1]), y: [0, 0, 1, 1], w0: [0, 0], b0: 0 };

export const fitLogistic = run.answer<Fit>({
  says: "Logistic regression by gradient descent: epochs passes over the examples from (w0, b0), with the mean binary cross-entropy over all examples before each pass and after the last.",
  formula: String.raw`w \leftarrow w - \eta \nabla_w L, \; b \leftarrow b - \eta \frac{\partial L}{\partial b}`,
  returns: record(
    {
      w: vector("m", "weights after the last pass"),
      b: scalar("bias after the last pass"),
      losses: vector("epochs+1", "losses[e] is L before pass e, the last entry L of what is returned"),
    },
    "the model, and the loss on the way",
  ),
  is: ({ X, y, w0, b0, lr }, { epochs, mode }) => ({
    ...fitted(X, y, { w: w0, b: b0 }, lr, epochs, mode === "sample"),
  }),
  example: { X: rows([1, 2], [3, -1]), y: [1, 0], w0: [0, 0], b0: 0, lr: 0.5, epochs: 1, mode: undefined },
  edges: {
    "no pass": { given: { epochs: 0 }, says: "The start comes back, and losses holds its loss alone." },
    "learning rate 0": {
      given: { lr: 0, epochs: 2 },
      says: "Nothing moves: losses holds the same number three times.",
    },
    "20 passes, one step each": {
      given: { ...apart, lr: 0.25, epochs: 20, mode: "batch" },
      says: "The data can be separated: the loss falls with every pass, and the weights grow.",
    },
    "20 passes, a step after each example": {
      given: { ...apart, lr: 0.25, epochs: 20, mode: "sample" },
      says: "Four steps a pass come further than one. The losses are over all examples.",
    },
    "all labels 1": {
      given: { X: rows([1, 2], [-1, 0], [0, 1]), y: [1, 1, 1], w0: [0, 0], b0: 0, lr: 1, epochs: 3 },
      says: "There is nothing to tell apart: the bias grows, and the loss falls towards 0.",
    },
    "steps far too large": {
      given: {
        X: rows([1, 2], [2, 1], [-1, 1]),
        y: [1, 0, 0],
        w0: [0, 0],
        b0: 0,
        lr: 3000,
        epochs: 3,
        mode: "batch",
      },
      holds: sameModelWithFiniteLosses,
      says: "The weights jump to and fro, yet every number stays finite.",
      ifNaN: "σ of a large logit is 1, and 0·ln(1 − 1) is NaN. Take the loss from the logits.",
      ifInfinite: "σ of a large logit is 1, and ln(1 − 1) is −Infinity. Take the loss from the logits.",
    },
    "one example": {
      given: { X: rows([1, -1]), y: [1], w0: [0, 0], b0: 0, lr: 1, epochs: 2, mode: "sample" },
      says: "With one example both modes are the same.",
    },
  },
  laws: {
    "the first loss is that of the start, the last that of what is returned": (f, { X, y, w0, b0 }) => {
      const { w, b, losses } = f();
      const loss = (at: Parameters<typeof logisticLoss>[2]) => logisticLoss(lift(X), lift(y), at);
      return equal([losses[0]!, losses.at(-1)!], [loss({ w: lift(w0), b: num(b0) }), loss({ w, b })]);
    },
    "two runs, the second from where the first ended, are one": (f, { epochs }) => {
      const [whole, first] = [f({ epochs: epochs + 2 }), f()];
      const second = f({ w0: first.w, b0: first.b, epochs: 2 });
      return equal([second.w, second.b, second.losses], [whole.w, whole.b, whole.losses.slice(epochs)]);
    },
    "both classes exchanged, from −w0 and −b0: the opposite model, with the same losses": (
      f,
      { y, w0, b0 },
    ) => {
      const there = f({ y: y.map((yi) => 1 - yi), w0: w0.map((wj) => -wj), b0: -b0 });
      const here = f();
      return [
        equal([there.w, there.b], [here.w.map((wj) => wj.negated()), here.b.negated()]),
        equal(there.losses, here.losses),
      ];
    },
    "a pass with a step after each example is a chain of passes over one example each": (f, { X, y }) => {
      const pass = f({ epochs: 1, mode: "sample" });
      let [w, b] = [f({ epochs: 0 }).w, f({ epochs: 0 }).b];
      for (const [i, x] of X.entries())
        ({ w, b } = f({ X: [x], y: [y[i]!], w0: w, b0: b, epochs: 1, mode: "batch" }));
      return equal([pass.w, pass.b], [w, b]);
    },
    "with one step a pass and η = 4/(1 + the largest ‖x‖²) the loss never rises": (f, { X }) => {
      const { losses } = f({ lr: 4 / steepest(X), mode: "batch" });
      return losses.slice(1).map((loss, e) => atMost(loss, losses[e]!));
    },
  },
  mistakes: curedBy(10, {
    ascent: {
      is: (given) => wrongly(given, (step) => moved(step, scaled(slopesAt(step), -1))),
      step: 9,
      says: "The gradient is added, and every step climbs. Descent subtracts it.",
    },
    "sum-gradient": {
      is: (given) => wrongly(given, (step) => moved(step, scaled(slopesAt(step), step.X.length))),
      step: 6,
      says: "The 1/n is missing from the gradient, so that one step over all examples is n times too long.",
    },
    "weights-in-turn": {
      is: (given) =>
        wrongly(given, (step) => {
          const w = [...step.w];
          for (const j of w.keys()) w[j] = right({ ...step, w }).w[j]!;
          return { w, b: right({ ...step, w }).b };
        }),
      step: 9,
      says: "Each weight's slope is asked for after the weights before it have moved. Take the whole gradient first, at the old w and b, and then move all.",
    },
    "mode-ignored": {
      is: (given) => wrongly(given, right, "batch"),
      says: 'Each pass is one step, also where the mode is "sample". There, a step follows each example.',
    },
    "always-by-sample": {
      is: (given) => wrongly(given, right, "sample"),
      says: 'A step follows each example, whatever the mode. In the mode "batch", which is that where none is given, all examples make one step.',
    },
    "divided-by-n-in-each-step": {
      is: ({ X, mode, ...given }) =>
        wrongly({ X, mode, ...given, lr: mode === "sample" ? given.lr / X.length : given.lr }),
      says: 'In the mode "sample" each step is divided by n. A step after one example follows that example alone, with all of its x(ŷ − y).',
    },
    "weights-of-the-start-of-the-pass": {
      is: withWaitingSteps,
      says: 'In the mode "sample" all examples of a pass see the weights from its start. The next example sees what the one before has moved.',
    },
    "losses-on-the-way": {
      is: (given) => (given.mode === "sample" ? withRunningLosses(given) : wrongly(given)),
      says: 'In the mode "sample" the losses are collected on the way, from weights that change meanwhile. Take each loss over all examples once the pass has ended.',
    },
    "gradient-of-the-start": {
      is: (given) => {
        const at = { w: given.w0, b: given.b0 };
        return wrongly(given, (step) => moved(step, slopesAt({ ...step, ...at })));
      },
      step: 9,
      says: "Every step takes the predictions of the start. They change with each step: predict anew.",
    },
    "bias-not-moved": {
      is: (given) => wrongly(given, (step) => ({ ...right(step), b: step.b })),
      step: 8,
      says: "The bias never moves. It has a derivative of its own, the mean of ŷ − y.",
    },
    "losses-summed": {
      is: ({ right: fit, X }) => ({ ...fit, losses: fit.losses.map((loss) => loss * X.length) }),
      step: 1,
      says: "The model is right. The losses are sums over the examples, and asked for are means.",
    },
    "start-forgotten": {
      is: ({ right: fit }) => ({ ...fit, losses: [...fit.losses.slice(1), fit.losses.at(-1)!] }),
      says: "The model is right. The losses begin after the first pass, and the last one is there twice: losses[0] is that of the start.",
    },
  }),
});
