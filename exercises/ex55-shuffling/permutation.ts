/** A random order, Fisher–Yates from the end. */
import {
  type ArgsOf,
  args,
  atMost,
  curedBy,
  equal,
  generator,
  named,
  scalar,
  vector,
} from "../../grader/exercise/form.ts";
import { generatorOf } from "../../reference/functions/generators.ts";
import { num, sum } from "../../reference/numbers/num.ts";
import { permutation as drawn } from "../../reference/randomness/random.ts";

const count = args({
  n: scalar("how many places there are", { domain: "integer", draw: (draw) => draw.integer(5, 8) }),
  rng: generator("uniform", "gives the next uniform number in [0, 1)"),
});
type Given = ArgsOf<typeof count>;

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** Swaps in the order of `places`, each with a place that is chosen by the next number. */
const swapping =
  (places: (n: number) => number[], chosen: (u: number, i: number, n: number) => number) =>
  ({ n, rng }: Given): number[] => {
    const [next, order] = [generatorOf(rng), upTo(n)];
    for (const i of places(n)) {
      const j = chosen(next(), i, n);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    return order;
  };
const fromTheEnd = (n: number): number[] => upTo(n).slice(1).reverse();

/** 60 draws of three places: more than 27.6 comes up less than once in a million fair draws, at two degrees of freedom. */
const DRAWS = 60;
const LARGEST_CHI_SQUARED = 27.6;

export const permutation = count.answer({
  says: "A random order of 0 … n−1: for i = n−1, …, 1 swap place i with place ⌊u·(i + 1)⌋, u the next number of rng",
  returns: vector("n", "the numbers 0 … n−1, each once", { domain: "integer" }),
  is: (_, { n, rng }) => drawn(generatorOf(rng), n).map(num),
  example: { n: 3, rng: named("always", 0) },
  edges: {
    "no place": {
      given: { n: 0, rng: named("uniform", 1) },
      says: "There is one order of nothing, the empty list.",
    },
    "one place": { given: { n: 1, rng: named("uniform", 1) }, says: "There is one order of one place, [0]." },
    "two places, a small number": {
      given: { n: 2, rng: named("always", 0.25) },
      says: "⌊0.25·2⌋ is 0: place 1 is swapped with place 0.",
    },
    "two places, a large number": {
      given: { n: 2, rng: named("always", 0.75) },
      says: "⌊0.75·2⌋ is 1: place 1 is swapped with itself, and that is as likely as the other.",
    },
    "numbers just below 1": {
      given: { n: 4, rng: named("always", 1 - 2 ** -32) },
      says: "⌊u·(i + 1)⌋ is i each time: every place is swapped with itself, and the order stays as it is.",
    },
    "numbers that are all 0": {
      given: { n: 4, rng: named("always", 0) },
      says: "Place 3, then 2, then 1 is swapped with place 0, and [1, 2, 3, 0] comes out.",
    },
  },
  laws: {
    "sorted it is 0, 1, …, n−1": (f, { n }) =>
      equal(
        f()
          .map(({ value }) => value)
          .sort((a, b) => a - b),
        upTo(n),
      ),
    "the last place is settled by the first number: it holds ⌊u·n⌋": (f, { n, rng }) =>
      equal(f()[n - 1]!, Math.floor(generatorOf(rng)() * n)),
    "over 60 seeds each of three numbers comes first about as often: χ² is at most 27.6": {
      claims: (f) => {
        const first = upTo(DRAWS).map((seed) => f({ n: 3, rng: named("uniform", seed + 1) })[0]!.value);
        const expected = DRAWS / 3;
        const off = upTo(3).map((k) => first.filter((place) => place === k).length - expected);
        return atMost(sum(off.map((by) => num((by * by) / expected))), LARGEST_CHI_SQUARED);
      },
      cases: 1,
      ifBroken: "Can each number stay where it is, and come first?",
    },
  },
  mistakes: curedBy("mini-batches#step-5", {
    "swapped-with-any": {
      is: swapping(fromTheEnd, (u, _, n) => Math.floor(u * n)),
      says: "Each place is swapped with any of all n. That makes some orders more likely than others: choose among the places 0 … i.",
    },
    "swapped-with-any-from-the-start": {
      is: swapping(upTo, (u, _, n) => Math.floor(u * n)),
      says: "Each place, from the first on, is swapped with any of all n. That makes some orders more likely than others: go from the last place down, and choose among the places 0 … i.",
    },
    "never-with-itself": {
      is: swapping(fromTheEnd, (u, i) => Math.floor(u * i)),
      says: "Place i is swapped with one of 0 … i−1, never with itself. Then no number can stay where it is: choose by ⌊u·(i + 1)⌋.",
    },
    "value-lost": {
      is: ({ n, rng }) => {
        const next = generatorOf(rng);
        const order = upTo(n);
        for (const i of fromTheEnd(n)) {
          const j = Math.floor(next() * (i + 1));
          order[i] = order[j]!;
        }
        return order;
      },
      says: "A swap loses a number: place i is written over before it was read, and some numbers come twice. Keep the one in a variable, or swap both at once: [a[i], a[j]] = [a[j], a[i]].",
    },
    "from-the-start": {
      is: swapping(
        (n) => upTo(n).slice(0, -1),
        (u, i, n) => i + Math.floor(u * (n - i)),
      ),
      says: "The places are swapped from the first to the last. That is as fair, and gives other orders for the same numbers: here the last comes first.",
    },
    "with-replacement": {
      is: ({ n, rng }) => {
        const next = generatorOf(rng);
        return upTo(n).map(() => Math.floor(next() * n));
      },
      says: "Every place draws a number by itself, so that some come twice and others never. Swap the numbers 0 … n−1 instead.",
    },
    rounded: {
      is: swapping(fromTheEnd, (u, i) => Math.round(u * i)),
      says: "u·i is rounded to the nearest place. Then the first and the last get half as much as the others: ⌊u·(i + 1)⌋ gives each the same share.",
    },
    "one-number-for-all": {
      is: ({ n, rng }) => {
        const u = generatorOf(rng)();
        return swapping(fromTheEnd, (_, i) => Math.floor(u * (i + 1)))({ n, rng });
      },
      says: "One number serves all swaps. Call rng() anew for each of them.",
    },
    "sorted-by-random-numbers": {
      is: ({ n, rng }) => {
        const next = generatorOf(rng);
        const keys = upTo(n).map(() => next());
        return upTo(n).sort((a, b) => keys[a]! - keys[b]!);
      },
      says: "Each number gets a random key, and the keys are sorted. That is fair, and gives other orders for the same numbers: here places are swapped, from the last one down.",
    },
  }),
});
