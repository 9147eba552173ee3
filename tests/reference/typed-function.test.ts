/** Formulas of x as they are typed, as known functions. */
import { describe, expect, it } from "vitest";
import { callableOf, functionOf } from "../../reference/functions/known.ts";
import { Unread } from "../../reference/functions/typed.ts";
import { linksOf, typedFunction } from "../../reference/functions/typed-function.ts";

describe("a typed formula", () => {
  it.each<[string, (x: number) => number]>([
    ["sin(x)*x", (x) => Math.sin(x) * x],
    ["-x^2 + 3", (x) => -(x ** 2) + 3],
    ["2^-x", (x) => 2 ** -x],
    ["x^x", (x) => x ** x],
    ["1/2/x", (x) => 1 / 2 / x],
    ["1 - 2 - x", (x) => 1 - 2 - x],
    ["ln(1 + exp(-x))", (x) => Math.log(1 + Math.exp(-x))],
    ["tan(x) - sqrt(x)*abs(-x)", (x) => Math.tan(x) - Math.sqrt(x) * Math.abs(-x)],
    [
      "sigmoid(x) + tanh(2*x) + relu(x - 1)",
      (x) => 1 / (1 + Math.exp(-x)) + Math.tanh(2 * x) + Math.max(0, x - 1),
    ],
    ["e^x/pi", (x) => Math.E ** x / Math.PI],
    ["cos(0)", () => 1],
    ["(x)", (x) => x],
  ])("%s has the values that JavaScript gives, and the slope that differences measure", (text, right) => {
    const { value, slope } = functionOf(typedFunction(text));
    for (const x of [0.3, 0.75, 0.9, 1.1]) {
      // A few roundings of terms of size 10 at most; and h² times a third derivative of at most 200, that of tan, over 6.
      expect(Math.abs(value(x) - right(x))).toBeLessThan(1e-13);
      const h = 1e-5;
      expect(Math.abs((right(x + h) - right(x - h)) / (2 * h) - slope(x))).toBeLessThan(1e-8);
    }
  });

  it.each(["", "x +", "2x", "y", "sin x", "(x", "x)", "x;y", "constructor(x)", "x".repeat(201), "sin(x)**2"])(
    "that cannot be read is refused: %j",
    (text) => expect(() => typedFunction(text)).toThrow(Unread),
  );

  it("is a chain of links, the one that is applied first in front", () => {
    const links = linksOf(typedFunction("ln(1 + x^2)"));
    expect(links.map(({ fn }) => fn)).toEqual(["power", "quadratic", "log"]);
    const at = links.reduce((u, link) => (callableOf(link) as (x: number) => number)(u), 3);
    expect(at).toBe(Math.log(10));
    expect(linksOf(typedFunction("sin(x)*x"))).toHaveLength(1);
  });
});
