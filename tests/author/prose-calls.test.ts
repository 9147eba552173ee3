import { describe, expect, it } from "vitest";
import { halfDigit, proseCalls } from "../../grader/author/check/prose-calls.ts";
import type { AnyFunction } from "../../grader/exercise/exercise.ts";
import { args, known, scalar, vector } from "../../grader/exercise/form.ts";

const functions = {
  relu: args({ x: scalar("a number") }).answer({ returns: scalar("it"), is: ({ x }) => x.relu() }),
  deriv: args({ f: known(["square"], "a function"), x: scalar("where"), h: scalar("step") }).answer({
    returns: scalar("slope"),
    is: ({ x }) => x,
  }),
  twice: args({ x: vector("n", "numbers") }).answer({
    returns: vector("n", "twice of them"),
    is: ({ x }) => x,
  }),
} as unknown as Readonly<Record<string, AnyFunction>>;

const read = (text: string): string[] =>
  proseCalls(text, functions).map(({ inputs, said }) => `${JSON.stringify(inputs)} ${said}`);

describe("calls in prose", () => {
  it.each([
    ["`relu(-3)` is 0.", '{"x":-3} 0'],
    ["relu(−3) = −1.5, so", '{"x":-3} −1.5'],
    ["    relu(2)   // 2", '{"x":2} 2'],
    [String.raw`Here $\mathrm{relu}(0.5) \approx 0.50$.`, '{"x":0.5} 0.50'],
    [
      "`deriv(square, 2)` gives 3.9999999999995595: the last digits",
      '{"f":{"fn":"square"},"x":2} 3.9999999999995595',
    ],
    ["`twice([1, 2])` → `[2, 4.5]`", '{"x":[1,2]} [2, 4.5]'],
  ])("are read in %s", (text, call) => {
    expect(read(text)).toEqual([call]);
  });

  it.each([
    "relu(x) is 0 where x is negative",
    "relu(relu(x)) = relu(x)",
    "relu(2) = 2·1 of them",
    "relu(2) = 2/3 of it",
    "prelu(2) = 5",
    "relu(2) is positive",
    "relu(1, 2, 3) = 1",
  ])("are passed over in %s", (text) => {
    expect(read(text)).toEqual([]);
  });

  it("may be off by half a digit", () => {
    expect(["0.33", "12", "−1.5", "2e-3", "1.25e2"].map(halfDigit)).toEqual([0.005, 0.5, 0.05, 5e-4, 0.5]);
  });
});
