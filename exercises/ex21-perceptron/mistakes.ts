import { type MistakeCase, mistakesOf } from "../../grader/exercise/exercise.ts";
import type { OneExample, Training } from "./exercise.ts";

type Updated = [number[], number];
type One = MistakeCase<OneExample, Updated>;
type Fitted = {
  readonly w: number[];
  readonly b: number;
  readonly errors: number[];
};
type Fit = MistakeCase<Training, Fitted>;

type Step = (z: number) => number;
const unit: Step = (z) => (z >= 0 ? 1 : 0);
const strict: Step = (z) => (z > 0 ? 1 : 0);
const signed: Step = (z) => (z >= 0 ? 1 : -1);
const half: Step = (z) => (z >= 0.5 ? 1 : 0);

const netInput = (w: readonly number[], b: number, x: readonly number[]): number =>
  w.reduce((z, wj, j) => z + wj * x[j]!, b);

/** w and b moved by amounts along x and along 1. */
const moved = ({ w, b, x }: OneExample, alongX: number, along1: number): Updated => [
  w.map((wj, j) => wj + alongX * x[j]!),
  b + along1,
];

const miss = ({ w, b, x, target }: OneExample, step = unit, bias = b): number =>
  target - step(netInput(w, bias, x));

interface Variant {
  readonly step?: Step;
  readonly bias?: false;
}

/** Training with a part exchanged. */
function train({ X, y, w0, b0, lr, nIter }: Training, { step = unit, bias }: Variant): Fitted {
  let w = w0;
  let b = b0;
  const errors: number[] = [];
  for (let pass = 0; pass < nIter; pass++) {
    let missed = 0;
    for (const [i, x] of X.entries()) {
      const e = y[i]! - step(netInput(w, b, x));
      if (e !== 0) missed++;
      w = w.map((wj, j) => wj + lr * e * x[j]!);
      if (bias !== false) b += lr * e;
    }
    errors.push(missed);
  }
  return { w, b, errors };
}

/** One pass after another from where the last one ended; each is counted by `count`. */
function passes(given: Training, count: (before: Fitted, after: Fitted) => number): Fitted {
  let now: Fitted = { w: given.w0, b: given.b0, errors: [] };
  const errors: number[] = [];
  for (let pass = 0; pass < given.nIter; pass++) {
    const after = train({ ...given, w0: now.w, b0: now.b, nIter: 1 }, {});
    errors.push(count(now, after));
    now = after;
  }
  return { w: now.w, b: now.b, errors };
}

const errorsOf = ({ X, y }: Training, { w, b }: Fitted): number =>
  X.filter((x, i) => unit(netInput(w, b, x)) !== y[i]).length;

function batch({ X, y, w0, b0, lr, nIter }: Training): Fitted {
  let w = w0;
  let b = b0;
  const errors: number[] = [];
  for (let pass = 0; pass < nIter; pass++) {
    const e = X.map((x, i) => y[i]! - unit(netInput(w, b, x)));
    errors.push(e.filter((ei) => ei !== 0).length);
    w = w.map((wj, j) => e.reduce((sum, ei, i) => sum + lr * ei * X[i]![j]!, wj));
    b = e.reduce((sum, ei) => sum + lr * ei, b);
  }
  return { w, b, errors };
}

const strictSays =
  "At z = 0 your class is 0. The boundary belongs to class 1: the step is z ≥ 0, and a zero start sits on it.";
const unbiasedSays =
  "The prediction leaves out the bias. z is w·x + b, so b decides where the boundary lies.";
const halfSays =
  "The step is taken at 0.5. The threshold is already inside the bias, so it is counted twice; the step is at 0.";

export const mistakes = mistakesOf({
  perceptronUpdate: {
    "sign-flipped": {
      is: (given: One) => moved(given, -given.lr * miss(given), -given.lr * miss(given)),
      says: "The step goes the wrong way. For a missed class 1, y − ŷ = +1, and adding ηx is what makes z larger.",
      read: "perceptron#step-4",
    },
    "bias-sign-flipped": {
      is: (given: One) => moved(given, given.lr * miss(given), -given.lr * miss(given)),
      says: "The bias goes the wrong way. Δb = η(y − ŷ) has the same sign as the step of w: −η for a missed class 0.",
      read: "perceptron#step-4",
    },
    "net-input-for-class": {
      is: (given: One) => {
        const step = given.lr * (given.target - netInput(given.w, given.b, given.x));
        return moved(given, step, step);
      },
      says: "The error is taken as y − z. That is Adaline's rule; the perceptron compares y with the class ŷ.",
      read: "perceptron#step-2",
    },
    "x-forgotten": {
      is: (given: One) => {
        const step = given.lr * miss(given);
        return [given.w.map((wj) => wj + step), given.b + step];
      },
      says: "Each weight moves by the same amount. The weight of feature j moves in proportion to xⱼ.",
      read: "perceptron#step-3",
    },
    "bias-not-updated": {
      is: (given: One) => moved(given, given.lr * miss(given), 0),
      says: "The bias stays. It is the weight of a feature that is always 1, and moves by η(y − ŷ).",
      read: "perceptron#step-3",
    },
    "plus-minus-rule": {
      is: (given: One) => {
        const step = miss(given) === 0 ? 0 : given.lr * given.target;
        return moved(given, step, step);
      },
      says: "This is ηyx on errors, the rule for labels ±1. With label 0 it never moves; the factor here is y − ŷ.",
      read: "perceptron#step-4",
    },
    "rate-forgotten": {
      is: (given: One) => moved(given, miss(given), miss(given)),
      says: "The learning rate is missing. Both steps are multiplied by η.",
      read: "perceptron#step-3",
    },
    "prediction-recomputed": {
      is: (given: One) => {
        const [w] = moved(given, given.lr * miss(given), 0);
        return [w, given.b + given.lr * miss({ ...given, w })];
      },
      says: "The bias step uses a prediction made with the new weights. Both steps come from one prediction with the old ones.",
      read: "perceptron#step-3",
    },
    "bias-left-out-of-z": {
      is: (given: One) => moved(given, given.lr * miss(given, unit, 0), given.lr * miss(given, unit, 0)),
      says: unbiasedSays,
      read: "perceptron#step-1",
    },
    "predicts-minus-one": {
      is: (given: One) => moved(given, given.lr * miss(given, signed), given.lr * miss(given, signed)),
      says: "The prediction is −1 where it should be 0. Then y − ŷ is 2 for a missed class 1, and 1 for a class 0 that is right.",
      read: "perceptron#step-2",
    },
    "strict-at-zero": {
      is: (given: One) => moved(given, given.lr * miss(given, strict), given.lr * miss(given, strict)),
      says: strictSays,
      read: "perceptron#step-1",
    },
    "threshold-half": {
      is: (given: One) => moved(given, given.lr * miss(given, half), given.lr * miss(given, half)),
      says: halfSays,
      read: "perceptron#step-6",
    },
  },
  fitPerceptron: {
    "batch-update": {
      is: batch,
      says: "The updates of a pass are added up and made at its end. The rule updates after each example, and the next one sees the new weights.",
      read: "perceptron#step-5",
    },
    "errors-after-the-pass": {
      is: (given: Fit) => passes(given, (_, after) => errorsOf(given, after)),
      says: "The errors are counted with the weights at the end of the pass. An error counts when its example has its turn.",
      read: "perceptron#step-5",
    },
    "errors-before-the-pass": {
      is: (given: Fit) => passes(given, (before) => errorsOf(given, before)),
      says: "The errors are counted with the weights at the start of the pass. They change within it; an error counts when its example has its turn.",
      read: "perceptron#step-5",
    },
    "errors-not-reset": {
      is: ({ right }: Fit) => {
        const upTo = (pass: number): number => right.errors.slice(0, pass + 1).reduce((sum, e) => sum + e, 0);
        return { ...right, errors: right.errors.map((_, pass) => upTo(pass)) };
      },
      says: "The counter runs on from pass to pass. Each pass starts counting at 0.",
      read: "perceptron#step-5",
    },
    "bias-not-updated": {
      is: (given: Fit) => train(given, { bias: false }),
      says: "The bias keeps its first value. Every error moves it by η(y − ŷ).",
      read: "perceptron#step-3",
    },
    "strict-at-zero": {
      is: (given: Fit) => train(given, { step: strict }),
      says: strictSays,
      read: "perceptron#step-1",
    },
    "threshold-half": {
      is: (given: Fit) => train(given, { step: half }),
      says: halfSays,
      read: "perceptron#step-6",
    },
  },
});
