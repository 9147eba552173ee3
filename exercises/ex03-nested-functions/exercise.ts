import { claim, type Edges, equal, exercise, type Laws, named, scalar } from "../../grader/exercise/form.ts";
import { endOfChain } from "../../reference/differentiation/chain.ts";
import { apply } from "../../reference/functions/apply.ts";
import { type Num, num } from "../../reference/numbers/num.ts";
import { at, type Linked, line, linked } from "./args.ts";
import { firstForgotten, mistakes } from "./mistakes.ts";

/** What holds for chains of a fixed length: each law exchanges links. */
const laws: Laws<Linked, number> = {
  "with 3·u for the last link the result is three times what it is with u": (f, { chain }) => {
    const ending = (last: string, ...k: number[]) => f({ chain: [...chain.slice(0, -1), named(last, ...k)] });
    return equal(ending("scale", 3), ending("identity").times(3));
  },
  "u in place of f₁ and f₁(x) in place of x change nothing": (f, { chain, x }) =>
    equal(f({ chain: [named("identity"), ...chain.slice(1)], x: apply(chain[0]!, num(x)) }), f()),
  "the order counts: the sigmoid of the square is larger than the square of the sigmoid": (
    f,
    { chain, x },
  ) => {
    if (Math.abs(x) > 5) return false;
    const ending = (...last: string[]) =>
      f({ chain: [...chain.slice(2).map(() => "identity"), ...last].map((link) => named(link)) });
    const [right, turned] = [ending("square", "sigmoid"), ending("sigmoid", "square")];
    return claim(right.value > turned.value, "larger than the other", [right.value, turned.value]);
  },
};

const passedOn: Edges<Linked> = {
  "a link gives NaN": {
    given: at(-1, "log", "square"),
    expected: Number.NaN,
    says: "The logarithm of −1 is NaN, and so is its square. NaN is passed on, not hidden.",
  },
  "a link overflows": {
    given: at(800, "exp", "sigmoid"),
    expected: 1,
    says: "exp(800) is beyond the largest number. What comes out goes on as it is, and the sigmoid makes 1 of it.",
  },
};

const longer = (edges: Edges<Linked>): Edges<Linked> =>
  Object.fromEntries(
    Object.entries(edges).map(([name, edge]) => {
      const { chain = [], x = 0 } = edge.given;
      return [name, { ...edge, given: { chain: [named("identity"), ...chain], x } }];
    }),
  );

const is = (_: unknown, { chain, x }: Linked): Num => endOfChain(chain, num(x));

const chainLength2 = linked("2", "f₁ and f₂, the inner function first")
  .shared<number>({ laws, mistakes })
  .answer({
    says: "A number through a chain of two functions.",
    formula: "f_2(f_1(x))",
    returns: scalar("f₂(f₁(x))"),
    is,
    example: at(-3, "square", line(2, 1)),
    edges: {
      "the source's example": {
        given: at(2, "square", "sigmoid"),
        says: "The square of 2 is 4, and the sigmoid of 4 is 0.98201.",
      },
      "three links": {
        given: at(2, "square", "sigmoid", "cube"),
        throws: true,
        says: "The chain has three links where two are expected: the function throws.",
      },
      "one link": {
        given: at(2, "square"),
        throws: true,
        says: "The chain has one link where two are expected: the function throws.",
      },
      ...passedOn,
    },
  });

const chainLength3 = linked("3", "f₁, f₂ and f₃, the innermost function first")
  .shared<number>({ laws, mistakes })
  .answer({
    says: "A number through a chain of three functions.",
    formula: "f_3(f_2(f_1(x)))",
    returns: scalar("f₃(f₂(f₁(x)))"),
    is,
    example: at(-10, "leakyRelu", "square", line(2, 1)),
    edges: {
      "the source's example": {
        given: at(-4, "leakyRelu", "square", "sigmoid"),
        says: "Leaky ReLU gives −0.8, the square of that is 0.64, and its sigmoid 0.65475.",
      },
      "four links": {
        given: at(2, "square", "sigmoid", "cube", "sin"),
        throws: true,
        says: "The chain has four links where three are expected: the function throws.",
      },
      "two links": {
        given: at(2, "square", "sigmoid"),
        throws: true,
        says: "The chain has two links where three are expected: the function throws.",
      },
      ...longer(passedOn),
    },
    mistakes: firstForgotten,
  });

const composeChain = linked("n", "f₁, …, f_n, the innermost function first, n ≥ 0", { n: [2, 5] })
  .shared<number>({ mistakes })
  .answer({
    says: "A number through a chain of any length.",
    formula: String.raw`f_n(\cdots f_2(f_1(x)))`,
    returns: scalar("f_n(… f₂(f₁(x))), and x for an empty chain"),
    is,
    example: at(3, line(2, 1), line(3, -4)),
    edges: {
      "no link": { given: at(2.5), says: "Nothing happens to x: the answer is x." },
      "one link": { given: at(3, "square"), says: "A chain of one is its link." },
      ...passedOn,
    },
    laws: {
      "a chain can be cut anywhere: the rest takes what the first part gives": (f, { chain }, { draw }) => {
        const cut = draw.integer(0, chain.length);
        const first = f({ chain: chain.slice(0, cut) });
        return equal(f({ chain: chain.slice(cut), x: first }), f());
      },
      "of lines the slopes multiply: 2u + 1 and then 3u − 4 is 6x − 1": (f, { x }) =>
        equal(f({ chain: [line(2, 1), line(3, -4)] }), num(x).times(6).minus(1)),
      "behind exp, log leads back": (f, { chain }) => {
        const there = f();
        return equal(f({ chain: [...chain, named("exp"), named("log")] }), there);
      },
      "behind a last link that is constant nothing else counts": (f, { chain }) => {
        const { value } = f({ chain: [...chain, named("constant", 2)] });
        return claim(value === 2, "exactly 2", value);
      },
    },
    mistakes: firstForgotten,
  });

export default exercise({
  title: "Nested functions: data through a chain",
  unit: 1,
  source:
    "09.1 Deep Learning – Neural Network, 1.2.3 and 1.2.5; Building FeedForward Networks with Pytorch, title",
  requires: ["ex01"],
  derivation: "chain-rule",
  minutes: 15,
  points: 15,
  symbols: { n: "number of links", u: "what a link gets: u₀ = x, u_k = f_k(u_{k−1})" },
  functions: { chainLength2, chainLength3, composeChain },
  nouns: { u: "the value so far" },
  hints: [
    "Take [square, sigmoid] and x = 2. Which of the two functions gets the 2, and what does the other one get?",
    "Keep one number in a variable and let each function in turn make a new number of it. With what does that variable start, and what is its value when no function is left?",
    "Begin with u = x. For every f of the chain, from the first to the last, put f(u) in place of u; then return u. The two functions of a fixed length first compare chain.length, and throw where it is another.",
  ],
});
