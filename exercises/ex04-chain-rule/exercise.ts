import {
  define,
  defineExercise,
  type Edge,
  type InputsOf,
  type CallsLaw as Law,
} from "../../grader/exercise/exercise.ts";
import { aFunctionList, aNumber, drawn, optional } from "../../grader/exercise/inputs.ts";
import { atMost, claim, equal } from "../../grader/exercise/relations.ts";
import { scalar } from "../../grader/exercise/types.ts";
import type { FunctionValue } from "../../grader/value.ts";
import { DEFAULT_STEP } from "../../reference/central-difference.ts";
import { chainDerivative, throughChain } from "../../reference/chain.ts";
import { functionOf } from "../../reference/functions.ts";
import { Num } from "../../reference/num.ts";

const named = (fn: string, ...args: number[]): FunctionValue => (args.length === 0 ? { fn } : { fn, args });

// Finite everywhere: a mistake evaluates them at other places than the right answer does.
const links: readonly (string | FunctionValue)[] = [
  "square",
  "cube",
  "sin",
  "cos",
  "exp",
  "tanh",
  "sigmoid",
  "leakyRelu",
  named("scale", -1.5),
  named("quadratic", 0.5, -1, 2),
];

const linked = (length: string) => ({
  chain: aFunctionList(length, links),
  x: aNumber(),
  h: optional(
    drawn(scalar("positive"), (draw) =>
      draw.family === "quarters" ? draw.pick([0.25, 0.5]) : 10 ** draw.between(-3, -0.5),
    ),
  ),
});
export type Linked = InputsOf<ReturnType<typeof linked>>;

const LARGEST = 20;
const SMALLEST_SLOPE = 1e-4;

/** Values in reach, in this order and in the reverse one, and a slope by which mistakes can be told apart. */
function accepts({ chain, x, h }: Linked): boolean {
  const links = chain.map((name) => functionOf(name).value);
  return (
    staysInReach(links, x) &&
    staysInReach(links.reverse(), x) &&
    Math.abs(chainDerivative(chain, new Num(x), h).value) >= SMALLEST_SLOPE
  );
}

function staysInReach(links: readonly ((x: number) => number)[], x: number): boolean {
  let u = x;
  return links.every((f) => {
    u = f(u);
    return Math.abs(u) <= LARGEST;
  });
}

/** The central difference of the whole chain. */
function differenceOfWhole({ chain, x, h = DEFAULT_STEP }: Linked): Num {
  const value = (at: Num): Num => throughChain(chain, at)[chain.length]!;
  const here = new Num(x);
  return value(here.plus(h))
    .minus(value(here.minus(h)))
    .over(2 * h);
}

const smooth = ({ chain }: Linked): boolean => chain.every(({ fn }) => fn !== "leakyRelu");

/**
 * Both differ from the derivative by c·h². From h to 2h such an error grows by 3c·h²: what an answer moves by when
 * the step doubles is three times its error.
 */
const agreesWithWhole: Law<Linked> = {
  says: "the product is the central difference of the whole chain, up to the error of the step",
  when: smooth,
  calls: (at) => [0.001, 0.002].map((h) => ({ ...at, h })),
  holds: ([fine, coarse]: Num[], at) => {
    const whole = differenceOfWhole({ ...at, h: 0.001 });
    const errors = [coarse!.minus(fine!), differenceOfWhole({ ...at, h: 0.002 }).minus(whole)];
    return atMost(fine!.minus(whole).abs(), errors[0]!.abs().plus(errors[1]!.abs()));
  },
};

const constantLink: Law<Linked> = {
  says: "with a constant link the derivative is 0",
  calls: (at) => [{ ...at, chain: [...at.chain.slice(0, -1), named("constant", 2)] }],
  holds: ([slope]: Num[]) => claim(slope!.value === 0, "exactly 0", slope!.value),
};

/** The error of the product is a sum of positive terms like h²: doubling the step moves it by more than its error. */
const inverse = (tail: readonly FunctionValue[]): Law<Linked> => ({
  says: "log after exp has derivative 1, up to the error of the step",
  when: ({ x }) => Math.abs(x) <= 3,
  calls: ({ x }) => [0.001, 0.002].map((h) => ({ chain: [named("exp"), named("log"), ...tail], x, h })),
  holds: ([fine, coarse]: Num[]) => atMost(fine!.minus(1).abs(), coarse!.minus(fine!).abs()),
});

const scaledEnd: Law<Linked> = {
  says: "a last link 3·u in place of u gives three times the derivative",
  calls: (at) => [
    { ...at, chain: [...at.chain.slice(0, -1), named("identity")] },
    { ...at, chain: [...at.chain.slice(0, -1), named("scale", 3)] },
  ],
  holds: ([once, scaled]: Num[]) => equal(scaled!, once!.times(3)),
};

const grouping: Law<Linked> = {
  says: "the first link's derivative times that of the rest at f₁(x) is the whole",
  calls: (at) => {
    const [first, ...rest] = at.chain as [FunctionValue, ...FunctionValue[]];
    const inner = throughChain([first], new Num(at.x))[1]!.value;
    return [at, { ...at, chain: [first] }, { ...at, chain: rest, x: inner }];
  },
  holds: ([whole, first, rest]: Num[]) => equal(whole!, first!.times(rest!)),
};

const appended: Law<Linked> = {
  says: "appending u → 3·u multiplies the derivative by 3",
  calls: (at) => [at, { ...at, chain: [...at.chain, named("scale", 3)] }],
  holds: ([before, after]: Num[]) => equal(after!, before!.times(3)),
};

const saturated = (chain: readonly FunctionValue[], x: number): Edge<Linked> => ({
  given: { chain: [...chain], x, h: undefined },
  expected: 0,
  says: "The sigmoid is flat there in floating point, so the derivative is 0.",
});

const defined = {
  returns: scalar(),
  reference: ({ chain, x, h }: Linked) => chainDerivative(chain, new Num(x), h),
  accepts,
};

export default defineExercise({
  title: "Chain rule for two, three, n functions",
  unit: 1,
  unitTitle: "Derivatives and the chain rule",
  source: "09.1 Deep Learning – Neural Network, 1.2.4 and 1.2.5; ml_with_pytorch_book_part2, backpropagation",
  requires: ["ex02", "ex03"],
  derivation: "chain-rule",
  symbols: {
    chain: "functions f₁ … f_n, the innermost first",
    x: "what the first function gets",
    h: "step of each central difference",
    u: "what a link gets: u₀ = x, u_k = f_k(u_{k−1})",
    D: "central difference, (f(u + h) − f(u − h)) / 2h",
    n: "number of links",
  },
  functions: {
    chainDeriv2: define<Linked>({
      ...defined,
      inputs: linked("2"),
      edges: {
        "the document's example": {
          given: { chain: [named("square"), named("sigmoid")], x: 2, h: undefined },
        },
        "kink inside the chain": {
          given: { chain: [named("leakyRelu"), named("sigmoid")], x: 0, h: undefined },
          says: "At the kink of leaky ReLU the central difference is 0.6, the mean of 0.2 and 1.",
        },
        "sigmoid saturated at 1": saturated([named("square"), named("sigmoid")], 40),
        "sigmoid saturated at 0": saturated([named("scale", -1000), named("sigmoid")], 1),
      },
      laws: [agreesWithWhole, constantLink, inverse([]), scaledEnd],
    }),
    chainDeriv3: define<Linked>({
      ...defined,
      inputs: linked("3"),
      edges: {
        "the document's example": {
          given: { chain: [named("leakyRelu"), named("square"), named("sigmoid")], x: -4, h: undefined },
          says: "Leaky ReLU has slope 0.2 on the left of 0.",
        },
        "kink inside the chain": {
          given: {
            chain: [named("quadratic", 1, 0, -1), named("leakyRelu"), named("exp")],
            x: 1,
            h: undefined,
          },
          says: "The second link gets 0, the kink of leaky ReLU, where the central difference is 0.6.",
        },
        "sigmoid saturated at 1": saturated([named("cube"), named("sigmoid"), named("square")], 10),
        "sigmoid saturated at 0": saturated([named("square"), named("scale", -1), named("sigmoid")], 30),
      },
      laws: [agreesWithWhole, constantLink, inverse([named("identity")]), scaledEnd],
    }),
    chainDeriv: define<Linked>({
      ...defined,
      inputs: linked("n"),
      sizes: { n: [2, 5] },
      edges: {
        "one link": {
          given: { chain: [named("sin")], x: 1, h: undefined },
          says: "The derivative of a chain of one is that of its link.",
        },
        "kink inside the chain": {
          given: {
            chain: [named("sin"), named("leakyRelu"), named("exp"), named("tanh")],
            x: 0,
            h: undefined,
          },
          says: "The second link gets 0, the kink of leaky ReLU, where the central difference is 0.6.",
        },
        "sigmoid saturated at 1": saturated(
          [named("cube"), named("sigmoid"), named("square"), named("exp")],
          10,
        ),
        "sigmoid saturated at 0": saturated([named("scale", -1000), named("sigmoid")], 1),
      },
      laws: [agreesWithWhole, grouping, constantLink, inverse([]), appended],
    }),
  },
  hints: [
    "Follow a small change of x through the chain: what does the first function make of it, and the second one of that?",
    "Each link stretches the change by its own slope. At which number is the slope of the second link taken: at x, or at what it gets?",
    "Walk along the chain with u, starting at x: multiply the product by the central difference of f_k at u, then put f_k(u) in place of u.",
  ],
});
