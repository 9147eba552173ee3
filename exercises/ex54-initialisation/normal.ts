/** Normal numbers, and weights of them. */
import {
  type ArgsOf,
  args,
  atMost,
  curedBy,
  equal,
  generator,
  matrix,
  named,
  scalar,
  scaled,
} from "../../grader/exercise/form.ts";
import type { FunctionValue } from "../../grader/value.ts";
import { generatorOf } from "../../reference/functions/generators.ts";
import { boxMuller, filled } from "../../reference/networks/initialisation.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { layer, withoutSides } from "./args.ts";

const pair = args({ u: generator("uniform", "gives the next uniform number in [0, 1)") });
/** A formula of the next two uniform numbers. */
const ofTwo =
  (formula: (u: number, v: number) => number) =>
  ({ u }: { readonly u: FunctionValue }): number => {
    const next = generatorOf(u);
    const first = next();
    return formula(first, next());
  };
const radius = (u: number): number => Math.sqrt(-2 * Math.log(1 - u));
const angle = (v: number): number => 2 * Math.PI * v;

export const gaussian = pair.answer({
  says: "The next standard normal number, of the next two uniform ones u and v",
  formula: "\\sqrt{-2 \\ln(1 - u)} \\cos(2 \\pi v)",
  returns: scalar("a number of the standard normal distribution"),
  is: (_, { u }) => {
    const next = generatorOf(u);
    const first = next();
    return boxMuller(first, next());
  },
  example: { u: named("always", 0.5) },
  edges: {
    "u is 0": {
      given: { u: named("always", 0) },
      expected: 0,
      says: "ln(1 − 0) is 0, and so is the radius.",
      ifNaN: "ln 0 is −Infinity: is there ln u in place of ln(1 − u)?",
      ifInfinite: "ln 0 is −Infinity: is there ln u in place of ln(1 − u)?",
    },
    "u is just below 1": {
      given: { u: named("always", 1 - 2 ** -32) },
      says: "1 − u is 2⁻³², and the radius √(64 ln 2), which is the largest there is.",
    },
    "a quarter turn": {
      given: { u: named("always", 0.25) },
      says: "The angle is a right one, and its cosine 0 but for rounding.",
    },
  },
  laws: {
    "no number is larger than √(64 ln 2), which is 6.66": (f) =>
      atMost(f().abs(), Math.sqrt(64 * Math.log(2))),
    "where u and v are both 1 − c, the cosine is that of c": (f, { u }) => {
      const c = generatorOf(u)();
      const [here, there] = [f({ u: named("always", c) }), f({ u: named("always", 1 - c) })];
      return c > 0 && equal(here.times(radius(1 - c)), there.times(radius(c)));
    },
  },
  mistakes: curedBy(3, {
    "log-of-u": {
      is: ofTwo((u, v) => Math.sqrt(-2 * Math.log(u)) * Math.cos(angle(v))),
      says: "The logarithm is that of u, which can be 0: then the number is infinite. 1 − u is never 0.",
    },
    "sine-for-cosine": {
      is: ofTwo((u, v) => radius(u) * Math.sin(angle(v))),
      says: "The sine is as good, and gives another number. Here it is the cosine.",
    },
    "one-number-for-both": {
      is: ofTwo((u) => radius(u) * Math.cos(angle(u))),
      says: "One number serves as radius and angle, so that they belong together. Call u() a second time for the angle.",
    },
    "angle-first": {
      is: ofTwo((u, v) => radius(v) * Math.cos(angle(u))),
      says: "The first number went into the angle, the second into the radius. It is the other way round.",
    },
    "half-a-turn": {
      is: ofTwo((u, v) => radius(u) * Math.cos(Math.PI * v)),
      says: "The angle goes half around only. A whole turn is 2π.",
    },
    "root-forgotten": {
      is: ofTwo((u, v) => radius(u) ** 2 * Math.cos(angle(v))),
      says: "The root is missing: −2·ln(1 − u) is the square of the radius.",
    },
    "one-uniform-number": {
      is: ofTwo((u) => 2 * u - 1),
      says: "This is a uniform number between −1 and 1. A normal one is made of two uniform ones.",
    },
  }),
});

const drawn = args(
  {
    ...layer,
    scale: scalar("standard deviation s", {
      domain: "positive",
      // Not 1, where it does not show, nor a power that is its own.
      draw: (draw) => (draw.family === "quarters" ? draw.pick([0.25, 0.5, 2]) : draw.between(0.01, 0.8)),
    }),
  },
  withoutSides,
);
type Drawn = ArgsOf<typeof drawn>;

const normals = ({ rng }: Drawn): (() => number) => {
  const next = generatorOf(rng);
  return () => {
    const u = next();
    return boxMuller(u, next()).value;
  };
};

export const initNormal = drawn.answer({
  says: "Weights of a normal distribution, row by row from one stream: scale times gaussian(rng)",
  formula: "W \\sim N(0, s^2)",
  returns: matrix("out inp", "weights"),
  is: (_, { rng, out, inp, scale }) => {
    const next = generatorOf(rng);
    return filled(out, inp, () => {
      const u = next();
      return boxMuller(u, next()).times(scale);
    });
  },
  example: { rng: named("always", 0.5), out: 2, inp: 3, scale: 0.1 },
  edges: {
    "no inputs": {
      given: { rng: named("uniform", 1), out: 2, inp: 0, scale: 0.1 },
      throws: true,
      says: "A layer without inputs is a mistake of the caller.",
    },
    "no outputs": {
      given: { rng: named("uniform", 1), out: 0, inp: 2, scale: 0.1 },
      throws: true,
      says: "A layer without outputs is a mistake of the caller.",
    },
    "scale 0": {
      given: { rng: named("uniform", 1), out: 2, inp: 3, scale: 0 },
      says: "All weights are 0, and all units would stay equal for good. It is what was asked for.",
    },
  },
  laws: {
    "twice the scale makes every weight twice as large": (f, { scale }) =>
      equal(f({ scale: 2 * scale }), scaled(f(), 2)),
    "a layer with one more output begins with the same rows": (f, { out }) =>
      equal(f({ out: out + 1 }).slice(0, out), f()),
  },
  mistakes: {
    "variance-as-scale": {
      is: (given) => {
        const next = normals(given);
        return filled(given.out, given.inp, () => Math.sqrt(given.scale) * next());
      },
      step: 4,
      says: "Every weight is multiplied by √scale, as if scale were the variance. It is the standard deviation: multiply by it.",
    },
    "scale-forgotten": {
      is: (given) => filled(given.out, given.inp, normals(given)),
      step: 4,
      says: "The weights have the standard deviation 1. Multiply each by scale.",
    },
    "in-by-out": {
      is: (given) => {
        const next = normals(given);
        return filled(given.inp, given.out, () => given.scale * next());
      },
      step: 7,
      says: "The matrix has a row for each input. The layout is [out×in]: a row for each output.",
    },
    "column-by-column": {
      is: (given) => {
        const next = normals(given);
        return transpose(filled(given.inp, given.out, () => given.scale * next()));
      },
      step: 7,
      says: "The matrix is filled column by column. It is filled row by row, so that everybody gets the same weights.",
    },
    "uniform-for-normal": {
      is: ({ rng, out, inp, scale }) => {
        const next = generatorOf(rng);
        return filled(out, inp, () => scale * (2 * next() - 1));
      },
      step: 3,
      says: "The weights are uniform. Take gaussian(rng) for each, which draws two numbers of the stream.",
    },
    "all-zero": {
      is: ({ out, inp }) => filled(out, inp, () => 0),
      step: 1,
      says: "All weights are 0. Then all units of a layer compute the same, have the same gradient, and stay equal for good.",
    },
  },
});
