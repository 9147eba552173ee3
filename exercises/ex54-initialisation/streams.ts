/** The generator: what a seed makes of it. */
import { args, atMost, claim, curedBy, equal, scalar, vector } from "../../grader/exercise/form.ts";
import { mulberry32 } from "../../reference/functions/generators.ts";
import { mean } from "../../reference/numbers/num.ts";
import * as played from "./scenarios.ts";

const model = { mulberry32 };
const needs = ["mulberry32"];
const ADDEND = 0x6d2b79f5;

/** Mulberry32 with its state, one step and its last division open to mistakes. */
const altered = ({
  product = Math.imul,
  ending = (bits: number) => (bits >>> 0) / 2 ** 32,
  before = 1,
  kept = {} as { a?: number },
  isShared = false,
}) => ({
  mulberry32: (seed: number) => {
    const own = isShared ? kept : ({} as { a?: number });
    own.a = (seed + (before - 1) * ADDEND) >>> 0;
    return () => {
      own.a = ((own.a as number) + ADDEND) >>> 0;
      const a = own.a;
      let t = product(a ^ (a >>> 15), a | 1);
      t ^= t + product(t ^ (t >>> 7), t | 61);
      return ending(t ^ (t >>> 14));
    };
  },
});

const mistakes = curedBy(2, {
  "signed-numbers": {
    with: altered({ ending: (bits) => bits / 2 ** 32 }),
    says: "Some numbers are negative: ^ gives a signed number of 32 bits. `>>> 0` makes it one from 0 to 2³² − 1 before the division.",
  },
  "plain-product": {
    with: altered({ product: (a, b) => a * b }),
    says: "* loses the last bits of a product of two 32-bit numbers, which are the ones that are wanted. Math.imul keeps them.",
  },
  "seed-used-first": {
    with: altered({ before: 0 }),
    says: "The first number is made of the seed itself. Add 0x6D2B79F5 first, then mix.",
  },
});

const one = args({
  seed: scalar("a whole number from 0 to 2³² − 1", {
    domain: "integer",
    draw: (draw) => draw.integer(1, 4_000_000_000),
  }),
  count: scalar("how many numbers", { domain: "integer", draw: (draw) => draw.integer(3, 5) }),
});

export const numbers = one.answer({
  says: "the first numbers of the stream of a seed",
  scenario: played.numbers,
  model,
  needs,
  returns: vector("count", "the numbers"),
  show: ({ seed, count }) => `const u = mulberry32(${seed});\n[${Array(count).fill("u()").join(", ")}]`,
  example: { seed: 1, count: 3 },
  edges: {
    "seed 0": { given: { seed: 0, count: 3 }, says: "0 is a seed as any other." },
    "the largest seed": {
      given: { seed: 2 ** 32 - 1, count: 3 },
      says: "The first sum is beyond 2³² and is taken modulo 2³²: 0x6D2B79F4.",
    },
    "the next seed": {
      given: { seed: 2, count: 3 },
      says: "The stream of seed 2 has nothing to do with that of seed 1.",
    },
  },
  laws: {
    "each number is at least 0 and below 1": (f) =>
      claim(
        f().every(({ value }) => value >= 0 && value < 1),
        "each in [0, 1)",
        f().map(({ value }) => value),
      ),
    "the same seed gives the same numbers, and then more": (f, { count }) =>
      equal(f({ count: count + 2 }).slice(0, count), f()),
    "100 numbers have a mean near ½, and their squares one near ⅓": {
      claims: (f) => {
        const drawn = f({ seed: 1, count: 100 });
        const squares = mean(drawn.map((u) => u.squared()));
        // Five standard errors: √(1/12) and √(4/45) over 10.
        return [atMost(mean(drawn).minus(0.5).abs(), 0.144), atMost(squares.minus(1 / 3).abs(), 0.149)];
      },
      cases: 1,
    },
  },
  mistakes,
});

const two = args(
  {
    seed: one.declared.seed,
    next: scalar("another seed", { domain: "integer", draw: (draw) => draw.integer(1, 4_000_000_000) }),
  },
  { accepts: ({ seed, next }) => seed !== next },
);

export const turns = two.answer({
  says: "two numbers of each of two streams, taken in turn",
  scenario: played.turns,
  model,
  needs,
  returns: vector("4", "one, the other, one, the other"),
  show: ({ seed, next }) => `const a = mulberry32(${seed}), b = mulberry32(${next});\n[a(), b(), a(), b()]`,
  edges: {
    "the same seed twice": {
      given: { seed: 7, next: 7 },
      says: "Two streams of one seed give the same numbers, each by itself.",
    },
  },
  laws: {
    "each stream gives what it gives alone": (f, { seed, next }, { ask }) => {
      const [a, b, c, d] = f();
      return [
        equal([a!, c!], ask(numbers, { seed, count: 2 })),
        equal([b!, d!], ask(numbers, { seed: next, count: 2 })),
      ];
    },
    "exchanged seeds exchange the numbers": (f, { seed, next }) => {
      const [a, b, c, d] = f();
      return equal(f({ seed: next, next: seed }), [b!, a!, d!, c!]);
    },
  },
  mistakes: {
    ...mistakes,
    "one-state-for-all": {
      with: altered({ isShared: true }),
      step: 7,
      says: "All streams share one state: it is kept outside the function, and the second seed writes over the first. Keep it in a variable of the call, which the returned function remembers.",
    },
  },
});
