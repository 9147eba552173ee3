/** Wrong steps and wrong trainings that students really write. */
import { curedBy, type Mistakes } from "../../grader/exercise/form.ts";
import { classOf, netInput, type OneExample, type Training } from "./args.ts";

type Updated = [number[], number];
type Fitted = { readonly w: number[]; readonly b: number; readonly errors: number[] };

type Step = (z: number) => number;
const unit: Step = (z) => (z >= 0 ? 1 : 0);
const strict: Step = (z) => (z > 0 ? 1 : 0);
const half: Step = (z) => (z >= 0.5 ? 1 : 0);
const signed: Step = (z) => (z >= 0 ? 1 : -1);

/** w and b moved by amounts along x and along 1. */
const moved = ({ w, b, x }: Pick<OneExample, "w" | "b" | "x">, alongX: number, along1 = alongX): Updated => [
  w.map((wj, j) => wj + alongX * x[j]!),
  b + along1,
];

/** η(y − ŷ), where the class may come from another step or another bias. */
const pushOf = ({ w, b, x, target, lr }: OneExample, step = unit, bias = b): number =>
  lr * (target - step(netInput(w, bias, x)));

interface Part {
  readonly step?: Step;
  readonly biasRate?: number;
  /** The updates of a pass wait for its end. */
  readonly waits?: true;
  /** An example is judged again, by the weights that it has just moved. */
  readonly judgedAfter?: true;
  /** Errors are counted by another step than that which corrects them. */
  readonly judge?: Step;
  /** What an example's y − ŷ adds to the errors of its pass. */
  readonly counts?: (e: number) => number;
}

/** Training with a part exchanged. */
function trained({ X, y, w0, b0, lr, nIter }: Training, part: Part): Fitted {
  const { step = unit, biasRate = lr, waits, judgedAfter, judge = step, counts = Math.abs } = part;
  let [w, b] = [w0, b0];
  const errors: number[] = [];
  for (let pass = 0; pass < nIter; pass++) {
    const before = { w, b };
    let missed = 0;
    for (const [i, x] of X.entries()) {
      const seen = waits ? before : { w, b };
      const e = y[i]! - step(netInput(seen.w, seen.b, x));
      const judged = y[i]! - judge(netInput(seen.w, seen.b, x));
      [w, b] = moved({ w, b, x }, lr * e, biasRate * e);
      missed += counts(judgedAfter ? y[i]! - step(netInput(w, b, x)) : judged);
    }
    errors.push(missed);
  }
  return { w, b, errors };
}

/** Misclassified examples, all judged by the weights after a number of passes. */
function errorsAfter(given: Training, passes: number): number {
  const { w, b } = trained({ ...given, nIter: passes }, {});
  return given.X.filter((x, i) => classOf({ w, b, x }) !== given.y[i]).length;
}

const atZero = {
  step: 1,
  says: "At z = 0 your class is 0. The boundary belongs to class 1: the step is z ≥ 0, and a zero start sits on it.",
};
const atHalf = {
  step: 6,
  says: "The step is taken at 0.5. The threshold is already inside the bias, so it is counted twice; the step is at 0.",
};

/** Each weight moves by a prediction with those that have moved before it. */
function eachAnew(one: OneExample): number[] {
  const w = [...one.w];
  for (const [j, xj] of one.x.entries()) w[j]! += pushOf({ ...one, w }) * xj;
  return w;
}
const eachWeight =
  "Each weight has a prediction of its own, made with the weights that have moved already. Predict once, with the old w and b, before any of them moves.";

export const ofUpdate: Mistakes<OneExample, Updated> = curedBy(3, {
  "sign-flipped": {
    is: (one) => moved(one, -pushOf(one)),
    step: 4,
    says: "The step goes the wrong way. For a missed class 1, y − ŷ = +1, and adding ηx is what makes z larger.",
  },
  "always-up": {
    is: (one) => moved(one, Math.abs(pushOf(one))),
    says: "Every missed example moves w and b up. For a missed class 0, y − ŷ is −1, and they move down.",
  },
  "bias-sign-flipped": {
    is: (one) => moved(one, pushOf(one), -pushOf(one)),
    step: 4,
    says: "The bias goes the wrong way. Δb = η(y − ŷ) has the same sign as the step of w: −η for a missed class 0.",
  },
  "net-input-for-class": {
    is: (one) =>
      moved(
        one,
        pushOf(one, (z) => z),
      ),
    step: 2,
    says: "The error is taken as y − z. That is Adaline's rule; the perceptron compares y with the class ŷ.",
  },
  "x-forgotten": {
    is: (one) => moved({ ...one, x: one.x.map(() => 1) }, pushOf(one)),
    says: "Each weight moves by the same amount. The weight of feature j moves in proportion to xⱼ.",
  },
  "bias-not-updated": {
    is: (one) => moved(one, pushOf(one), 0),
    says: "The bias stays. It is the weight of a feature that is always 1, and moves by η(y − ŷ).",
  },
  "plus-minus-rule": {
    is: (one) => moved(one, one.target === classOf(one) ? 0 : one.lr * one.target),
    step: 4,
    says: "This is ηyx on errors, the rule for labels ±1. With label 0 it never moves; the factor here is y − ŷ.",
  },
  "rate-forgotten": {
    is: (one) => moved(one, pushOf({ ...one, lr: 1 })),
    says: "The learning rate is missing. Both steps are multiplied by η.",
  },
  "rate-forgotten-for-the-bias": {
    is: (one) => moved(one, pushOf(one), pushOf({ ...one, lr: 1 })),
    says: "The bias moves by y − ŷ, without the learning rate. It is the weight of a feature that is always 1, and takes η(y − ŷ).",
  },
  "prediction-recomputed": {
    is: (one) => {
      const [w] = moved(one, pushOf(one));
      return [w, one.b + pushOf({ ...one, w })];
    },
    says: "The bias step uses a prediction made with the new weights. Both steps come from one prediction with the old ones.",
  },
  "bias-first": {
    is: (one) => {
      const b = one.b + pushOf(one);
      return [moved(one, pushOf({ ...one, b }))[0], b];
    },
    says: "The weights use a prediction made with the new bias. Predict once, with the old w and b, before either of them moves.",
  },
  "predicted-for-each-weight": { is: (one) => [eachAnew(one), one.b + pushOf(one)], says: eachWeight },
  "predicted-for-each-weight-after-the-bias": {
    is: (one) => {
      const b = one.b + pushOf(one);
      return [eachAnew({ ...one, b }), b];
    },
    says: eachWeight,
  },
  "bias-left-out-of-z": {
    is: (one) => moved(one, pushOf(one, unit, 0)),
    step: 1,
    says: "The prediction leaves out the bias. z is w·x + b, so b decides where the boundary lies.",
  },
  "predicts-minus-one": {
    is: (one) => moved(one, pushOf(one, signed)),
    step: 2,
    says: "The prediction is −1 where it should be 0. Then y − ŷ is 2 for a missed class 1, and 1 for a class 0 that is right.",
  },
  "strict-at-zero": { is: (one) => moved(one, pushOf(one, strict)), ...atZero },
  "threshold-half": { is: (one) => moved(one, pushOf(one, half)), ...atHalf },
});

export const ofTraining: Mistakes<Training, Fitted> = curedBy(5, {
  "batch-update": {
    is: (given) => trained(given, { waits: true }),
    says: "The updates of a pass are added up and made at its end. The rule updates after each example, and the next one sees the new weights.",
  },
  "errors-after-the-pass": {
    is: ({ right, ...given }) => ({
      ...right,
      errors: right.errors.map((_, pass) => errorsAfter(given, pass + 1)),
    }),
    says: "The errors are counted with the weights at the end of the pass. An error counts when its example has its turn.",
  },
  "judged-after-its-update": {
    is: (given) => trained(given, { judgedAfter: true }),
    says: "An example is judged by the weights that it has just moved, so most misses are not seen. Count first, then update.",
  },
  "errors-before-the-pass": {
    is: ({ right, ...given }) => ({
      ...right,
      errors: right.errors.map((_, pass) => errorsAfter(given, pass)),
    }),
    says: "The errors are counted with the weights at the start of the pass. They change within it; an error counts when its example has its turn.",
  },
  "errors-not-reset": {
    is: ({ right }) => {
      let soFar = 0;
      return { ...right, errors: right.errors.map((e) => (soFar += e)) };
    },
    says: "The counter runs on from pass to pass. Each pass starts counting at 0.",
  },
  "passes-instead-of-examples": {
    is: ({ right }) => ({ ...right, errors: right.errors.map((e) => Math.min(e, 1)) }),
    says: "This is whether a pass had an error, 0 or 1. Asked for is how many examples it missed.",
  },
  "each-pass-begins-anew": {
    is: (given) => {
      const once = trained({ ...given, nIter: 1 }, {});
      return given.nIter === 0 ? once : { ...once, errors: given.right.errors.map(() => once.errors[0]!) };
    },
    says: "Every pass begins with w0 and b0 again, so that nothing is learned beyond the first. A pass goes on from where the one before has ended.",
  },
  "errors-cancel": {
    is: ({ right, ...given }) => ({ ...right, errors: trained(given, { counts: (e) => e }).errors }),
    says: "The errors y − ŷ are added with their signs, so that a missed class 1 and a missed class 0 cancel. Each of them counts as 1.",
  },
  "boundary-counted-otherwise": {
    is: (given) => trained(given, { judge: strict }),
    step: 1,
    says: "The updates are right, and the errors are counted with another step, z > 0. At z = 0 the class is 1 there as well.",
  },
  "ends-without-an-error": {
    is: ({ right }) => {
      const last = right.errors.indexOf(0);
      return { ...right, errors: last < 0 ? right.errors : right.errors.slice(0, last + 1) };
    },
    says: "The training ends with the first pass without an error. All nIter passes are made, and each has its entry, a 0 as well.",
  },
  "bias-not-updated": {
    is: (given) => trained(given, { biasRate: 0 }),
    step: 3,
    says: "The bias keeps its first value. Every error moves it by η(y − ŷ).",
  },
  "strict-at-zero": { is: (given) => trained(given, { step: strict }), ...atZero },
  "threshold-half": { is: (given) => trained(given, { step: half }), ...atHalf },
});
