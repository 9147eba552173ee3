/** Uniform weights, between bounds that the numbers of inputs and outputs set. */
import {
  type ArgsOf,
  args,
  atMost,
  equal,
  matrix,
  named,
  record,
  vector,
} from "../../grader/exercise/form.ts";
import type { FunctionValue } from "../../grader/value.ts";
import { generatorOf } from "../../reference/functions/generators.ts";
import {
  boxMuller,
  defaultLimit,
  filled,
  uniformWithin,
  xavierLimit,
} from "../../reference/networks/initialisation.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import type { Num } from "../../reference/numbers/num.ts";
import { layer, withoutSides } from "./args.ts";

const asked = args(layer, withoutSides);
type Asked = ArgsOf<typeof asked>;

const within = (limit: Num, rng: FunctionValue): (() => Num) => {
  const next = generatorOf(rng);
  return () => uniformWithin(limit, next());
};
/** Numbers between −limit and limit, in plain numbers. */
const uniforms = (limit: number, rng: FunctionValue): (() => number) => {
  const next = generatorOf(rng);
  return () => limit * (2 * next() - 1);
};

const sidesMissing = {
  "no inputs": {
    given: { rng: named("uniform", 1), out: 2, inp: 0 },
    throws: true,
    says: "A layer without inputs is a mistake of the caller.",
  },
  "no outputs": {
    given: { rng: named("uniform", 1), out: 0, inp: 2 },
    throws: true,
    says: "A layer without outputs is a mistake of the caller.",
  },
} as const;

const bounded =
  (limit: (out: number, inp: number) => number) =>
  ({ rng, out, inp }: Asked): number[][] =>
    filled(out, inp, uniforms(limit(out, inp), rng));
const xavier = (out: number, inp: number): number => Math.sqrt(6 / (inp + out));

export const initXavierUniform = asked.answer({
  says: "Weights between −l and l, row by row from one stream: l·(2u − 1) for the next number u",
  formula: "l = \\sqrt{\\frac{6}{\\mathrm{in} + \\mathrm{out}}}",
  returns: matrix("out inp", "weights"),
  is: (_, { rng, out, inp }) => filled(out, inp, within(xavierLimit(out, inp), rng)),
  example: { rng: named("always", 0.75), out: 2, inp: 4 },
  edges: {
    ...sidesMissing,
    "one input and one output": {
      given: { rng: named("always", 0), out: 1, inp: 1 },
      says: "l is √3, and u = 0 gives −l.",
    },
  },
  laws: {
    "no weight is beyond l": (f, { out, inp }) =>
      f()
        .flat()
        .map((w) => atMost(w.abs(), xavier(out, inp))),
    "the same stream gives the same numbers to a layer with out and in exchanged": (f, { out, inp }) =>
      equal(f({ out: inp, inp: out }).flat(), f().flat()),
    "four times as many inputs and outputs make every number half as large": (f, { out, inp }) =>
      equal(
        f({ out: 4 * out, inp: 4 * inp })
          .flat()
          .slice(0, out * inp),
        f()
          .flat()
          .map((w) => w.over(2)),
      ),
  },
  mistakes: {
    "six-forgotten": {
      is: bounded((out, inp) => Math.sqrt(1 / (inp + out))),
      step: 5,
      says: "The 6 is missing. The variance of a uniform number is l²/3, and it is to be 2/(in + out).",
    },
    "inputs-alone": {
      is: bounded((_, inp) => Math.sqrt(6 / inp)),
      step: 5,
      says: "The outputs are left out: √(6/in) is He's bound, which is made for ReLU. Divide by in + out.",
    },
    "root-forgotten": {
      is: bounded((out, inp) => 6 / (inp + out)),
      step: 5,
      says: "The root is missing: 6/(in + out) is l².",
    },
    "normal-for-uniform": {
      is: ({ rng, out, inp }) => {
        const next = generatorOf(rng);
        return filled(out, inp, () => {
          const u = next();
          return Math.sqrt(2 / (inp + out)) * boxMuller(u, next()).value;
        });
      },
      step: 2,
      says: "The weights are normal, with Xavier's variance 2/(in + out). Asked for are uniform ones, l·(2u − 1), of one number each.",
    },
    "in-by-out": {
      is: ({ rng, out, inp }) => filled(inp, out, uniforms(xavier(out, inp), rng)),
      step: 7,
      says: "The matrix has a row for each input. The layout is [out×in]: a row for each output.",
    },
    "column-by-column": {
      is: ({ rng, out, inp }) => transpose(filled(inp, out, uniforms(xavier(out, inp), rng))),
      step: 7,
      says: "The matrix is filled column by column. It is filled row by row, so that everybody gets the same weights.",
    },
    "positive-alone": {
      is: ({ rng, out, inp }) => {
        const next = generatorOf(rng);
        return filled(out, inp, () => xavier(out, inp) * next());
      },
      step: 2,
      says: "All weights are positive: l·u lies between 0 and l. 2u − 1 lies between −1 and 1.",
    },
    "half-the-width": {
      is: ({ rng, out, inp }) => {
        const next = generatorOf(rng);
        return filled(out, inp, () => xavier(out, inp) * (next() - 0.5));
      },
      step: 2,
      says: "u − ½ lies between −½ and ½, so that the bound is l/2. 2u − 1 lies between −1 and 1.",
    },
    "one-number-for-all": {
      is: ({ rng, out, inp }) => {
        const only = uniforms(xavier(out, inp), rng)();
        return filled(out, inp, () => only);
      },
      step: 1,
      says: "One number stands everywhere. Call rng() anew for each weight, or all units stay equal for good.",
    },
  },
});

type Linear = { W: number[][]; b: number[] };

/** Weights and biases by a bound for each. */
const linear =
  (limit: (out: number, inp: number) => number) =>
  ({ rng, out, inp }: Asked): Linear => {
    const next = uniforms(limit(out, inp), rng);
    return { W: filled(out, inp, next), b: filled(1, out, next)[0]! };
  };
const usual = (_: number, inp: number): number => 1 / Math.sqrt(inp);

export const initLinearDefault = asked.answer<Linear>({
  says: "Weights and biases of a linear layer as PyTorch starts it: W row by row, then b, from one stream, l·(2u − 1) each",
  formula: "l = \\frac{1}{\\sqrt{\\mathrm{in}}}",
  returns: record({ W: matrix("out inp", "weights"), b: vector("out", "biases") }, "the layer"),
  is: (_, { rng, out, inp }) => {
    const next = within(defaultLimit(inp), rng);
    const W = filled(out, inp, next);
    return { W, b: filled(1, out, next)[0]! };
  },
  example: { rng: named("always", 0.75), out: 2, inp: 4 },
  edges: {
    ...sidesMissing,
    "one input and one output": {
      given: { rng: named("always", 0), out: 1, inp: 1 },
      says: "l is 1, and u = 0 gives −1 for both.",
    },
  },
  laws: {
    "no weight and no bias is beyond 1/√in": (f, { inp }) => {
      const { W, b } = f();
      return [...W.flat(), ...b].map((w) => atMost(w.abs(), 1 / Math.sqrt(inp)));
    },
    "four times as many inputs make every number half as large": (f, { inp }) => {
      const [here, there] = [f(), f({ inp: 4 * inp })];
      const first = here.W.flat();
      return equal(
        there.W.flat().slice(0, first.length),
        first.map((w) => w.over(2)),
      );
    },
    "b goes on where W has ended: with one output more, the next row begins with it": (f, { out, inp }) => {
      const { b } = f();
      const common = Math.min(out, inp);
      return equal(f({ out: out + 1 }).W[out]!.slice(0, common), b.slice(0, common));
    },
  },
  mistakes: {
    "positive-weights": {
      is: ({ rng, out, inp }) => {
        const next = generatorOf(rng);
        const limit = usual(out, inp);
        const W = filled(out, inp, () => limit * next());
        return { W, b: filled(1, out, () => limit * (2 * next() - 1))[0]! };
      },
      step: 2,
      says: "All weights are positive: l·u lies between 0 and l. 2u − 1 lies between −1 and 1, as for the biases.",
    },
    "biases-zero": {
      is: (given) => ({ W: linear(usual)(given).W, b: Array(given.out).fill(0) }),
      step: 6,
      says: "The biases are 0, as Xavier's layers have them. PyTorch draws them, too, with the bound of the weights.",
    },
    "biases-first": {
      is: ({ rng, out, inp }) => {
        const next = uniforms(usual(out, inp), rng);
        const b = filled(1, out, next)[0]!;
        return { W: filled(out, inp, next), b };
      },
      step: 7,
      says: "The biases are drawn before the weights. First W, row by row, then b.",
    },
    "bias-after-each-row": {
      is: ({ rng, out, inp }) => {
        const rows = filled(out, inp + 1, uniforms(usual(out, inp), rng));
        return { W: rows.map((row) => row.slice(0, inp)), b: rows.map((row) => row[inp]!) };
      },
      step: 7,
      says: "Each bias is drawn after the row of its output. First all of W, then b.",
    },
    "root-forgotten": {
      is: linear((_, inp) => 1 / inp),
      step: 6,
      says: "The root is missing: the bound is 1/√in.",
    },
    "outputs-for-inputs": {
      is: linear((out) => 1 / Math.sqrt(out)),
      step: 6,
      says: "The bound is that of the outputs. An output adds up as many terms as there are inputs: 1/√in.",
    },
    "he-bound": {
      is: linear((_, inp) => Math.sqrt(6 / inp)),
      step: 6,
      says: "√(6/in) is He's bound, which is made for ReLU. PyTorch's for a linear layer is 1/√in.",
    },
    xavier: {
      is: linear(xavier),
      step: 5,
      says: "This is Xavier's bound. PyTorch's for a linear layer is 1/√in.",
    },
    "positive-alone": {
      is: ({ rng, out, inp }) => {
        const next = generatorOf(rng);
        const one = (): number => usual(out, inp) * next();
        return { W: filled(out, inp, one), b: filled(1, out, one)[0]! };
      },
      step: 2,
      says: "All numbers are positive: l·u lies between 0 and l. 2u − 1 lies between −1 and 1.",
    },
  },
});
