import { args, claim, curedBy, equal, exercise, optional, scalar } from "../../grader/exercise/form.ts";
import { num } from "../../reference/numbers/num.ts";

const x = scalar("any number", {
  draw: (draw) => (draw.family === "wild" && draw.integer(0, 3) === 0 ? draw.between(-50, 50) : draw.real()),
});

const one = args({ x }).shared<number>({
  edges: {
    "x = 0": { given: { x: 0 }, says: "All three give 0." },
    "x = NaN": { given: { x: Number.NaN }, says: "NaN is passed on, not hidden." },
  },
});

const square = one.answer({
  says: "A number times itself.",
  formula: "x^2",
  returns: scalar("x times x"),
  is: ({ x }) => x.times(x),
  example: { x: -3 },
  edges: {
    "x = 1e-300": {
      given: { x: 1e-300 },
      says: "The square, 1e-600, is below the smallest number: it is 0.",
    },
    "x = 1e300": {
      given: { x: 1e300 },
      says: "The square, 1e600, is beyond the largest number: it is Infinity.",
    },
    "x = -Infinity": { given: { x: Number.NEGATIVE_INFINITY }, says: "A square is never negative." },
  },
  laws: {
    "square is even: square(−x) = square(x)": (f, { x }) => equal(f({ x: -x }), f()),
    "three times the number has nine times the square": (f, { x }) => equal(f({ x: 3 * x }), f().times(9)),
    "from x to x + 1 the square grows by 2x + 1": (f, { x }) =>
      equal(f({ x: x + 1 }).minus(f()), num(x).times(2).plus(1)),
  },
  mistakes: curedBy(6, {
    "doubled-not-squared": {
      is: ({ x }) => 2 * x,
      says: "The number is doubled. The square is x times x: at 3 it is 9, not 6.",
    },
    "caret-for-power": {
      is: ({ x }) => x ^ 2,
      says: "`x ^ 2` is no power in JavaScript: it works on the bits of whole numbers. The square is x * x, or x ** 2.",
    },
    "sign-kept": {
      is: ({ x }) => x * Math.abs(x),
      says: "A negative number keeps its sign. Minus times minus is plus: the square of −3 is 9.",
    },
  }),
});

const relu = one.answer({
  says: "The rectified linear unit: what is negative becomes 0.",
  formula: "\\max(x, 0)",
  returns: scalar("x where it is positive, and 0 elsewhere"),
  is: ({ x }) => x.relu(),
  example: { x: -3 },
  edges: {
    "x = 1e-300": { given: { x: 1e-300 }, says: "However small, it is positive and stays." },
    "x = -1e300": { given: { x: -1e300 }, says: "However large, what is negative becomes 0." },
    "x = Infinity": { given: { x: Number.POSITIVE_INFINITY }, says: "What is positive stays." },
    "x = -Infinity": {
      given: { x: Number.NEGATIVE_INFINITY },
      says: "−Infinity is negative, so that the answer is 0.",
      ifNaN: "Infinity times 0 is NaN: compare, and do not multiply.",
    },
  },
  laws: {
    "a second time changes nothing: relu(relu(x)) = relu(x)": (f) => equal(f({ x: f() }), f()),
    "relu(x) − relu(−x) = x": (f, { x }) => equal(f().minus(f({ x: -x })), x),
    "a positive factor can be taken out: relu(2.5·x) = 2.5·relu(x)": (f, { x }) =>
      equal(f({ x: 2.5 * x }), f().times(2.5)),
  },
  mistakes: curedBy(7, {
    "leaky-for-relu": {
      is: ({ x }) => Math.max(0.2 * x, x),
      says: "This is leaky ReLU, max(0.2x, x): a fifth of a negative number comes through. ReLU, max(x, 0), lets nothing of it through.",
    },
    "absolute-value": {
      is: ({ x }) => Math.abs(x),
      says: "This is |x|. A negative number becomes 0, not its opposite.",
    },
    "min-for-max": {
      is: ({ x }) => Math.min(x, 0),
      says: "This is min(x, 0), which keeps what is negative. ReLU takes the larger of x and 0.",
    },
    "step-for-ramp": {
      is: ({ x }) => (x > 0 ? 1 : 0),
      says: "This is the slope of ReLU, 1 or 0. Asked for is its value: x itself where it is positive.",
    },
  }),
});

const leaky = args({
  x,
  slope: optional(
    scalar("slope on the left of 0, between 0 and 1", {
      draw: (draw) =>
        draw.family === "quarters" ? draw.pick([0, 0.25, 0.5, 0.75]) : draw.between(0.01, 0.99),
    }),
    0.2,
  ),
});
const STANDARD = 0.2;

const leakyRelu = leaky.answer({
  says: "ReLU that lets a share of what is negative through.",
  formula: "x \\text{ if } x > 0, \\text{ else } \\alpha x",
  returns: scalar("x where it is positive, and slope times x elsewhere"),
  is: ({ x, slope = num(STANDARD) }) => (x.value > 0 ? x : x.times(slope)),
  example: { x: -3, slope: undefined },
  edges: {
    "x = 0": { given: { x: 0 }, says: "Both branches give 0." },
    "slope left out": { given: { x: -5, slope: undefined }, says: "At x = −5 the slope 0.2 gives −1." },
    "slope 0": {
      given: { x: -5, slope: 0 },
      says: "This is ReLU. A slope of 0 is given, so 0.2 does not stand in.",
    },
    "x = -Infinity": {
      given: { x: Number.NEGATIVE_INFINITY, slope: undefined },
      says: "A fifth of −Infinity is −Infinity.",
    },
    "x = NaN": { given: { x: Number.NaN, slope: undefined }, says: "NaN is passed on, not hidden." },
  },
  laws: {
    "with slope 0 it is ReLU": (f, { x }, { ask }) => equal(f({ slope: 0 }), ask(relu, { x })),
    "a positive factor can be taken out: leakyRelu(2.5·x) = 2.5·leakyRelu(x)": (f, { x }) =>
      equal(f({ x: 2.5 * x }), f().times(2.5)),
    "with a slope above 0 it increases strictly": (f, { x, slope }) => {
      if (slope === 0) return false;
      const [here, further] = [f(), f({ x: x + 0.25 })];
      return claim(here.value < further.value, "increasing", [here.value, further.value]);
    },
    "leakyRelu(x) + leakyRelu(−x) = (1 − slope)·|x|": (f, { x, slope = STANDARD }) =>
      equal(f().plus(f({ x: -x })), num(1).minus(slope).times(Math.abs(x))),
  },
  mistakes: curedBy(7, {
    "slope-ignored": {
      is: ({ x }) => (x > 0 ? x : STANDARD * x),
      says: "The slope is 0.2 whatever is handed over. That is its value only where it is left out.",
    },
    "hundredth-for-default": {
      is: ({ x, slope = 0.01 }) => (x > 0 ? x : slope * x),
      says: "Where the slope is left out, it is 0.01 here, as in PyTorch. This course takes 0.2.",
    },
    "zero-slope": {
      is: ({ x }) => Math.max(x, 0),
      says: "This is plain ReLU. Leaky ReLU lets slope·x through where x is negative.",
    },
    "slope-sign-flipped": {
      is: ({ x, slope = STANDARD }) => (x > 0 ? x : -slope * x),
      says: "The left branch rises to the left: its sign is flipped. slope·x is negative where x is.",
    },
    "slope-on-both-sides": {
      is: ({ x, slope = STANDARD }) => slope * x,
      says: "The slope is on both sides. Where x is positive, x itself comes through.",
    },
    "slope-for-a-floor": {
      is: ({ x, slope = STANDARD }) => Math.max(x, slope),
      says: "This is the larger of x and the slope. The slope is a factor: where x is negative, slope·x comes through.",
    },
    "zero-taken-for-left-out": {
      is: ({ x, slope }) => (x > 0 ? x : (slope || STANDARD) * x),
      says: "A slope of 0 is taken for one that is left out. `slope || 0.2` does that; a default in the list of arguments, slope = 0.2, does not.",
    },
  }),
});

export default exercise({
  title: "Three elementary functions: square, ReLU, leaky ReLU",
  unit: 1,
  source:
    "09.1 Deep Learning – Neural Network, 1.2.1; Building FeedForward Networks with Pytorch, class ReLU",
  requires: [],
  derivation: "derivative",
  minutes: 15,
  points: 15,
  functions: { square, relu, leakyRelu },
  hints: [
    "What should each function give at 3, at −3 and at 0? Write the nine numbers down before you write code.",
    "ReLU and leaky ReLU treat positive and negative numbers differently. Which comparison tells them apart, and what does each side give?",
    "square gives x * x; relu the larger of x and 0; leakyRelu gives x where x > 0 and slope * x elsewhere, with the default slope = 0.2 in the list of arguments.",
  ],
});
