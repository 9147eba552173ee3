import {
  atMost,
  byName,
  claim,
  type Edges,
  equal,
  exercise,
  type Laws,
  named,
  scalar,
} from "../../grader/exercise/form.ts";
import { chainDerivative } from "../../reference/differentiation/chain.ts";
import { apply } from "../../reference/functions/apply.ts";
import type { FunctionName } from "../../reference/functions/known.ts";
import { type Num, num } from "../../reference/numbers/num.ts";
import { type Linked, linked } from "./args.ts";
import { differenceOfWhole, mistakes, outermostOnly } from "./mistakes.ts";

const laws: Laws<Linked, number> = {
  /*
   * Both differ from the derivative by c·h². From h to 2h such an error grows by 3c·h²: what an answer moves by
   * when the step doubles is three times its error.
   */
  "the product is the central difference of the whole chain, up to the error of the step": (f, at) => {
    if (at.chain.some(({ fn }) => fn === "leakyRelu")) return false;
    const [fine, coarse] = [f({ h: 0.001 }), f({ h: 0.002 })];
    const whole = differenceOfWhole({ ...at, h: 0.001 });
    const moved = differenceOfWhole({ ...at, h: 0.002 }).minus(whole);
    return atMost(fine.minus(whole).abs(), coarse.minus(fine).abs().plus(moved.abs()));
  },
  "with a constant link the derivative is 0": (f, { chain }) => {
    const { value } = f({ chain: [...chain.slice(0, -1), named("constant", 2)] });
    return claim(value === 0, "exactly 0", value);
  },
  // The error of the product is a sum of positive terms like h²: doubling the step moves it by more than its error.
  "log after exp has derivative 1, up to the error of the step": (f, { chain, x }) => {
    if (Math.abs(x) > 3) return false;
    const back = [named("exp"), named("log"), ...chain.slice(2).map(() => named("identity"))];
    const [fine, coarse] = [f({ chain: back, h: 0.001 }), f({ chain: back, h: 0.002 })];
    return atMost(fine.minus(1).abs(), coarse.minus(fine).abs());
  },
};

const scaledEnd: Laws<Linked, number> = {
  "a last link 3·u in place of u gives three times the derivative": (f, { chain }) => {
    const ending = (last: FunctionName) => f({ chain: [...chain.slice(0, -1), last] });
    const once = ending(named("identity"));
    return equal(ending(named("scale", 3)), once.times(3));
  },
};

/** A chain at x, with the step left out. */
const at = (x: number, ...chain: readonly (string | FunctionName)[]): Linked => ({
  chain: chain.map(byName),
  x,
  h: undefined,
});

const edges = (of: { readonly kink: Linked; readonly at1: Linked; readonly at0: Linked }): Edges<Linked> => ({
  "kink inside the chain": {
    given: of.kink,
    says: "A link gets 0, the kink of leaky ReLU, where the central difference is 0.6, the mean of 0.2 and 1.",
  },
  "sigmoid saturated at 1": {
    given: of.at1,
    expected: 0,
    says: "In floating point its values are 1 there: it is flat, and the derivative is 0.",
  },
  "sigmoid saturated at 0": {
    given: of.at0,
    expected: 0,
    says: "In floating point its values are 0 there: it is flat, and the derivative is 0.",
  },
});

const is = (_: unknown, { chain, x, h }: Linked): Num => chainDerivative(chain, num(x), h);

const chainDeriv2 = linked("2", "f₁ and f₂, the inner function first")
  .shared<number>({ laws, mistakes })
  .answer({
    says: "Derivative of f₂(f₁(x)) by the chain rule, with central differences for the slopes of the links.",
    returns: scalar("slope of f₂(f₁(x)) by x"),
    is,
    example: at(2, "square", "sigmoid"),
    edges: {
      "the source's example": {
        given: at(2, "square", "sigmoid"),
        says: "The square has slope 4 at 2, and the sigmoid 0.01766 at 4.",
      },
      ...edges({
        kink: at(0, "leakyRelu", "sigmoid"),
        at1: at(40, "square", "sigmoid"),
        at0: at(1, named("scale", -1000), "sigmoid"),
      }),
    },
    laws: scaledEnd,
  });

const chainDeriv3 = linked("3", "f₁, f₂ and f₃, the innermost function first")
  .shared<number>({ laws, mistakes })
  .answer({
    says: "Derivative of f₃(f₂(f₁(x))) by the chain rule, with central differences for the slopes of the links.",
    returns: scalar("slope of f₃(f₂(f₁(x))) by x"),
    is,
    example: at(-4, "leakyRelu", "square", "sigmoid"),
    edges: {
      "the source's example": {
        given: at(-4, "leakyRelu", "square", "sigmoid"),
        says: "Leaky ReLU has slope 0.2 on the left of 0.",
      },
      ...edges({
        kink: at(1, named("quadratic", 1, 0, -1), "leakyRelu", "exp"),
        at1: at(10, "cube", "sigmoid", "square"),
        at0: at(30, "square", named("scale", -1), "sigmoid"),
      }),
    },
    laws: scaledEnd,
    mistakes: outermostOnly,
  });

const chainDeriv = linked("n", "f₁, …, f_n, the innermost function first, n ≥ 1", { sizes: { n: [2, 5] } })
  .shared<number>({ laws, mistakes })
  .answer({
    says: "Derivative of f_n(… f₂(f₁(x))) by the chain rule, with central differences for the slopes of the links.",
    returns: scalar("slope of f_n(… f₂(f₁(x))) by x, for a chain of any length from 1"),
    is,
    edges: {
      "one link": { given: at(1, "sin"), says: "The derivative of a chain of one is that of its link." },
      ...edges({
        kink: at(0, "sin", "leakyRelu", "exp", "tanh"),
        at1: at(10, "cube", "sigmoid", "square", "exp"),
        at0: at(1, named("scale", -1000), "sigmoid"),
      }),
    },
    laws: {
      "the first link's derivative times that of the rest at f₁(x) is the whole": (f, { chain, x }) => {
        const [first, ...rest] = chain as [FunctionName, ...FunctionName[]];
        const inner = apply(first, num(x)).value;
        return equal(f(), f({ chain: [first] }).times(f({ chain: rest, x: inner })));
      },
      "appending u → 3·u multiplies the derivative by 3": (f, { chain }) => {
        const before = f();
        return equal(f({ chain: [...chain, named("scale", 3)] }), before.times(3));
      },
    },
    mistakes: outermostOnly,
  });

export default exercise({
  title: "Chain rule for two, three, n functions",
  unit: 1,
  source: "09.1 Deep Learning – Neural Network, 1.2.4 and 1.2.5; ml_with_pytorch_book_part2, backpropagation",
  requires: ["ex02", "ex03"],
  derivation: "chain-rule",
  minutes: 25,
  points: 20,
  symbols: {
    chain: "functions f₁ … f_n, the innermost first",
    u: "what a link gets: u₀ = x, u_k = f_k(u_{k−1})",
    n: "number of links",
  },
  functions: { chainDeriv2, chainDeriv3, chainDeriv },
  nouns: {
    deriv: "the central difference",
    slope: "the slope so far",
    u: "the value so far",
    u1: "f₁(x)",
    u2: "f₂(f₁(x))",
  },
  hints: [
    "Follow a small change of x through the chain: what does the first function make of it, and the second one of that?",
    "Each link stretches the change by its own slope. At which number is the slope of the second link taken: at x, or at what it gets?",
    "Walk along the chain with u, starting at x: multiply the product by the central difference of f_k at u, then put f_k(u) in place of u.",
  ],
});
