/** Second right answers to ex03, by other routes, and the numbers that the source document prints. */
import { describe, expect, it } from "vitest";
import ex03 from "../../exercises/ex03-nested-functions/exercise.ts";
import { handed } from "../../reference/functions/handed.ts";
import { callableOf, type FunctionName } from "../../reference/functions/known.ts";
import * as nested from "../../solutions/ex03-nested-functions.ts";
import { type Answering, worstOf } from "./agreement.ts";

type Fn = (x: number) => number;
const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);
const known = (fn: string): Fn => callableOf({ fn }) as Fn;

/** The chain made one function, from its end. */
const folded = (chain: FunctionName[], x: number): number =>
  chain
    .map((name) => handed(name) as Fn)
    .reduceRight<Fn>(
      (after, f) => (u) => after(f(u)),
      (u) => u,
    )(x);

describe("another right answer", () => {
  it.each([
    ["chainLength2, folded from the end", ex03.functions.chainLength2!, folded],
    ["chainLength3, folded from the end", ex03.functions.chainLength3!, folded],
    ["composeChain, folded from the end", ex03.functions.composeChain!, folded],
  ] as [string, Parameters<typeof worstOf>[0], Answering][])(
    "%s, agrees with seeds 1 to 20",
    (_, fn, answer) => {
      for (const seed of SEEDS) expect(worstOf(fn, answer, seed), `seed ${seed}`).toBeLessThanOrEqual(1);
    },
  );
});

describe("the document's numbers", () => {
  it("come out as printed for its chains", () => {
    const [square, sigmoid, leakyRelu] = [known("square"), known("sigmoid"), known("leakyRelu")];
    expect(nested.chainLength2([square, sigmoid], 2)).toBe(0.9820137900379085);
    expect(nested.chainLength3([leakyRelu, square, sigmoid], -4)).toBe(0.6547534606063192);
  });
});
