/** Wrong slopes of the losses by the margin s, and what gradients by weights and bias they give. */
import { curedBy, type Mistakes } from "../../grader/exercise/form.ts";
import { type Example, marginOf } from "./args.ts";

interface WrongSlope {
  readonly slope: (s: number) => number;
  readonly step: number;
  readonly says: string;
}
type WrongSlopes = Readonly<Record<string, WrongSlope>>;

const sign = {
  step: 5,
  says: "The sign is flipped: a step against this gradient makes the loss larger. y·z enters the loss with a minus, and the minus stays.",
};
const reversed = {
  step: 5,
  says: "The condition is turned round. There is a slope where there is a loss, and none on the far right side.",
};
const unconditional = {
  step: 5,
  says: "There is no condition, so examples that are right and cost nothing move the model as well.",
};

export const perceptronSlopes = {
  "sign-flipped": { slope: (s) => (s <= 0 ? 1 : 0), ...sign },
  "condition-reversed": { slope: (s) => (s > 0 ? -1 : 0), ...reversed },
  "no-condition": { slope: () => -1, ...unconditional },
  "loss-for-a-factor": {
    slope: (s) => Math.min(s, 0),
    step: 5,
    says: "The gradient is multiplied by the loss itself. L is a straight line of y·z: its slope is −1, however large it is.",
  },
  "condition-of-the-source": {
    slope: (s) => (-s > 1 ? 0 : -1),
    step: 7,
    says: "This is 0 where −y·z > 1, as a source prints it: the worst examples teach nothing, and right ones do. The gradient is 0 where y·z > 0.",
  },
  "margin-of-the-hinge": {
    slope: (s) => (s < 1 ? -1 : 0),
    step: 6,
    says: "This is the hinge's condition, y·z < 1. The perceptron loss ends at the boundary, y·z = 0.",
  },
} as const satisfies WrongSlopes;

export const hingeSlopes = {
  "sign-flipped": { slope: (s) => (s < 1 ? 1 : 0), ...sign, step: 6 },
  "condition-reversed": { slope: (s) => (s >= 1 ? -1 : 0), ...reversed, step: 6 },
  "no-condition": { slope: () => -1, ...unconditional, step: 6 },
  "margin-forgotten": {
    slope: (s) => (s <= 0 ? -1 : 0),
    step: 6,
    says: "This is the perceptron's condition, y·z ≤ 0. The hinge has a slope inside the margin as well, until y·z = 1.",
  },
  "slope-at-the-margin": {
    slope: (s) => (s <= 1 ? -1 : 0),
    step: 6,
    says: "At y·z = 1 you still have a slope. It is taken to be 0 there: the margin is reached.",
  },
  "loss-for-a-factor": {
    slope: (s) => Math.min(s - 1, 0),
    step: 6,
    says: "The gradient is multiplied by the loss itself. H is a straight line of y·z: its slope is −1, however large it is.",
  },
  "gradient-of-the-square": {
    slope: (s) => (s < 1 ? -2 * (1 - s) : 0),
    step: 6,
    says: "This is the gradient of the squared hinge. The hinge is a straight line of y·z, with the slope −1.",
  },
} as const satisfies WrongSlopes;

/** Mistakes by name, each with the wrong slope made a wrong answer. */
const each = <S extends WrongSlopes, R>(slopes: S, is: (slope: WrongSlope["slope"]) => (one: Example) => R) =>
  Object.fromEntries(
    Object.entries(slopes).map(([name, { slope, step, says }]) => [name, { is: is(slope), step, says }]),
  );

const byWeights =
  (slope: WrongSlope["slope"], along = ({ y, x }: Example) => x.map((xj) => y * xj)) =>
  (one: Example): number[] =>
    along(one).map((entry) => slope(marginOf(one)) * entry);

/** Mistakes of a gradient by w. */
export const wrongByWeights = (
  slopes: WrongSlopes,
  right: WrongSlope["slope"],
  step: number,
): Mistakes<Example, number[]> =>
  curedBy(4, {
    ...each(slopes, (slope) => byWeights(slope)),
    "label-forgotten": {
      is: byWeights(right, ({ x }) => x),
      says: "The label is missing. The margin is y·(w·x + b), so y is a factor of its slope.",
    },
    "w-for-x": {
      is: byWeights(right, ({ y, w }) => w.map((wj) => y * wj)),
      says: "Here stands w where x belongs. The derivative of wⱼ·xⱼ by wⱼ is xⱼ.",
    },
    "x-forgotten": {
      is: byWeights(right, ({ y, x }) => x.map(() => y)),
      step,
      says: "Every entry is the gradient by the bias. The one of weight j has xⱼ for a factor.",
    },
  });

const byBias =
  (slope: WrongSlope["slope"]) =>
  (one: Example): number =>
    slope(marginOf(one)) * one.y;

/** Mistakes of a gradient by b. */
export const wrongByBias = (slopes: WrongSlopes, right: WrongSlope["slope"]): Mistakes<Example, number> =>
  curedBy(4, {
    ...each(slopes, byBias),
    "label-forgotten": {
      is: (one: Example) => right(marginOf(one)),
      says: "The label is missing. The margin is y·(w·x + b), so its slope by b is y.",
    },
    "slope-times-bias": {
      is: (one: Example) => byBias(right)(one) * one.b,
      says: "The bias is still there as a factor. The derivative of b by b is 1.",
    },
  });
