/** Two orders of one stream: who draws a number too many has the first order right, and all later ones wrong. */
import {
  type ArgsOf,
  args,
  curedBy,
  equal,
  generator,
  named,
  record,
  scalar,
  vector,
} from "../../grader/exercise/form.ts";
import { generatorOf } from "../../reference/functions/generators.ts";
import { num } from "../../reference/numbers/num.ts";
import { permutation as drawn } from "../../reference/randomness/random.ts";
import * as played from "./scenarios.ts";

const places = (says: string) => scalar(says, { domain: "integer", draw: (draw) => draw.integer(3, 6) });
const asked = args({
  n: places("how many places the first order has"),
  m: places("how many places the second order has"),
  rng: generator("uniform", "gives the next uniform number in [0, 1)"),
});
type Asked = ArgsOf<typeof asked>;

/** Both orders, where the first takes `more` numbers than it should. */
const after = ({ n, m, rng }: Asked, more: number): { first: number[]; second: number[] } => {
  const next = generatorOf(rng);
  const first = drawn(next, n);
  for (let k = 0; k < more; k++) next();
  return { first, second: drawn(next, m) };
};

export const twoOrders = asked.answer({
  says: "two orders, the second from where the first has left the stream",
  scenario: played.twoOrders,
  needs: ["permutation"],
  returns: record(
    {
      first: vector("n", "the first order", { domain: "integer" }),
      second: vector("m", "the second", { domain: "integer" }),
    },
    "both orders",
  ),
  is: (_, given) => {
    const { first, second } = after(given, 0);
    return { first: first.map(num), second: second.map(num) };
  },
  edges: {
    "an order of one place takes no number": {
      given: { n: 1, m: 4, rng: named("uniform", 1) },
      says: "There is nothing to swap in [0], so that the second order begins the stream.",
    },
  },
  laws: {
    "the first order is that of a stream by itself": (f, given) => equal(f({ m: 1 }).first, f(given).first),
  },
  mistakes: curedBy("mini-batches#step-5", {
    "a-number-too-many": {
      is: (given) => after(given, 1),
      says: "The first order is right, and takes n numbers of rng: n − 1 do, since the last place that is left, 0, has nobody to swap with. Whatever is drawn after it differs.",
    },
    "a-stream-of-its-own": {
      is: ({ n, m, rng }) => ({ first: drawn(generatorOf(rng), n), second: drawn(generatorOf(rng), m) }),
      says: "Both orders begin with the same numbers. Take each number by a call of rng; it goes on by itself.",
    },
  }),
});
