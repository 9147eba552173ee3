/** One step of descent for the line. */
import { type ArgsOf, args, curedBy, equal, scalar, tuple } from "../../grader/exercise/form.ts";
import { leastSquaresLine } from "../../reference/linear-models/least-squares.ts";
import { lineStep } from "../../reference/linear-models/line-descent.ts";
import { slopesAt, steepest, x, y } from "./args.ts";

const step = args(
  {
    x,
    y,
    w: scalar("slope of the line"),
    b: scalar("intercept of the line"),
    learningRate: scalar("learning rate η", {
      // Not 1, where a rate that is forgotten does not show.
      draw: (draw) =>
        draw.family === "quarters" ? draw.pick([0.25, 0.5, 0.75, 1.5]) : draw.between(0.02, 0.9),
    }),
  },
  { sizes: { n: [3, 6] } },
);
type Step = ArgsOf<typeof step>;
type Moved = [number, number];

/** A step whose slopes are wrong. */
const wrongly = (given: Step, slopes: { w: number; b: number }): Moved => [
  given.w - given.learningRate * slopes.w,
  given.b - given.learningRate * slopes.b,
];
const slopesOf = ({ x, y, w, b }: Step, at = {}) => {
  const line = { w, b, ...at };
  return slopesAt(x, y, line.w, line.b);
};

/** A step after each example, by its part of the sum or by all of it. */
const exampleByExample = ({ x, y, w, b, learningRate }: Step, parts: number): Moved =>
  x.reduce<Moved>(
    ([w, b], xi, i) => {
      const slopes = slopesAt([xi], [y[i]!], w, b);
      return [w - (learningRate * slopes.w) / parts, b - (learningRate * slopes.b) / parts];
    },
    [w, b],
  );

const given = { x: [1, 2], y: [3, 5], w: 1, b: 0 };

export const updateWAndB = step.answer<Moved>({
  says: "One step of gradient descent on the mean squared error. Both slopes are those of the old line.",
  formula: String.raw`w - \eta \frac{\partial L}{\partial w}, \; b - \eta \frac{\partial L}{\partial b}`,
  returns: tuple([scalar("the new slope"), scalar("the new intercept")], "the line after the step, [w, b]"),
  is: ({ x, y, w, b, learningRate }) => {
    const line = lineStep(x, y, w, b, learningRate);
    return [line.w, line.b];
  },
  example: { ...given, learningRate: 0.125 },
  edges: {
    "rate 0": { given: { ...given, learningRate: 0 }, says: "With η = 0 the line stays where it is." },
    "one example": {
      given: { x: [2], y: [5], w: 0.5, b: 1, learningRate: 0.25 },
      says: "One residual, 3, makes the slopes −12 and −6.",
    },
    "exact fit": {
      given: { x: [-1, 0, 2], y: [-1, 1, 5], w: 2, b: 1, learningRate: 0.5 },
      says: "Every residual is 0, so nothing moves.",
    },
    "all x equal": {
      given: { x: [3, 3, 3], y: [1, -2, 0.5], w: 0.5, b: 1, learningRate: 0.25 },
      says: "Both numbers move, though w and b cannot be told apart: w moves three times as far.",
    },
  },
  laws: {
    "at the least-squares line the step goes nowhere": (f, { x, y }) => {
      if (new Set(x).size === 1) return false;
      const best = leastSquaresLine(x, y);
      return equal(f(best), [best.w, best.b]);
    },
    "twice the rate goes twice as far": (f, { w, b, learningRate }) => {
      const [near, far] = [f(), f({ learningRate: 2 * learningRate })];
      return equal(
        [far[0].minus(w), far[1].minus(b)],
        [near[0].minus(w).times(2), near[1].minus(b).times(2)],
      );
    },
    "along the steepest direction, with curvature λ: η = 1/λ lands on the best line, 2/λ jumps to the other side, 3/λ goes twice as far away":
      (f, { x, y }) => {
        if (new Set(x).size === 1) return false;
        const [{ curvature, along }, best] = [steepest(x), leastSquaresLine(x, y)];
        const at = (far: number) => ({ w: best.w + far * along.w, b: best.b + far * along.b });
        return [1, 2, 3].map((c) => {
          const { w, b } = at(1 - c);
          return equal(f({ ...at(1), learningRate: c / curvature }), [w, b]);
        });
      },
    "the order of the examples does not matter": (f, { x, y }) =>
      equal(f({ x: x.toReversed(), y: y.toReversed() }), f()),
    "duplicating the data changes nothing": {
      claims: (f, { x, y }) => equal(f({ x: [...x, ...x], y: [...y, ...y] }), f()),
      ifBroken: "Is there a 1/n?",
    },
  },
  mistakes: curedBy(6, {
    "intercept-with-the-new-slope": {
      is: (given) => {
        const [w] = wrongly(given, slopesOf(given));
        return [w, wrongly(given, slopesOf(given, { w }))[1]];
      },
      says: "The step of b is computed with the new w. Both slopes belong to the old line: compute them first, and move afterwards.",
    },
    "slope-with-the-new-intercept": {
      is: (given) => {
        const [, b] = wrongly(given, slopesOf(given));
        return [wrongly(given, slopesOf(given, { b }))[0], b];
      },
      says: "The step of w is computed with the new b. Both slopes belong to the old line: compute them first, and move afterwards.",
    },
    "slopes-swapped": {
      is: (given) => {
        const { w, b } = slopesOf(given);
        return wrongly(given, { w: b, b: w });
      },
      says: "w goes against ∂L/∂b, and b against ∂L/∂w. Each goes against its own slope.",
    },
    "slope-by-the-intercept": {
      is: (given) => {
        const { b } = slopesOf(given);
        return wrongly(given, { w: b, b });
      },
      says: "Both go against ∂L/∂b. The rule for w has ∂L/∂w in it, where each residual is multiplied by its xᵢ.",
    },
    "rate-forgotten": {
      is: (given) => wrongly({ ...given, learningRate: 1 }, slopesOf(given)),
      says: "The learning rate is missing. The gradient says which way is down; η times it is how far to go.",
    },
    "only-the-slope-moves": {
      is: (given) => wrongly(given, { ...slopesOf(given), b: 0 }),
      says: "b stays as it was. It takes its step, too, against ∂L/∂b.",
    },
    "only-the-intercept-moves": {
      is: (given) => wrongly(given, { ...slopesOf(given), w: 0 }),
      says: "w stays as it was. It takes its step, too, against ∂L/∂w.",
    },
    ascent: {
      is: (given) => wrongly({ ...given, learningRate: -given.learningRate }, slopesOf(given)),
      says: "The sign is flipped, and this climbs. The gradient points uphill; the step goes against it. Where a gradient begins with −2/n, minus times minus is plus.",
    },
    "sum-for-mean": {
      is: ({ learningRate, ...given }) =>
        wrongly(
          { ...given, learningRate: learningRate * given.x.length },
          slopesOf({ ...given, learningRate }),
        ),
      step: 4,
      says: "The 1/n of the gradient is missing, so the step grows with the number of examples.",
    },
    "factor-two-forgotten": {
      is: ({ learningRate, ...given }) =>
        wrongly({ ...given, learningRate: learningRate / 2 }, slopesOf({ ...given, learningRate })),
      step: 4,
      says: "The step is half as long as it should be: the gradient of a mean of squares has a factor 2.",
    },
    "moved-within-the-sum": {
      is: (given) => exampleByExample(given, given.x.length),
      says: "w and b move after each example, so that the next residual is that of another line. Sum over all examples at the old line first, and move once.",
    },
    "step-for-each-example": {
      is: (given) => exampleByExample(given, 1),
      says: "Each example makes a step of its own. Asked for is one step: the mean over all examples at the old line, and then w and b move.",
    },
    "way-alone": {
      is: ({ w, b, ...given }) => {
        const [movedW, movedB] = wrongly({ w, b, ...given }, slopesOf({ w, b, ...given }));
        return [movedW - w, movedB - b];
      },
      says: "This is the way that w and b go, −η times the gradient. Asked for is where it leads: add it to the old ones.",
    },
  }),
});
