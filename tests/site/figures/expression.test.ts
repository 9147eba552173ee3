/** The graph of an expression that a reader types: its values, its derivatives, and what it cannot read. */
import { describe, expect, it } from "vitest";
import { Unread } from "../../../reference/functions/typed.ts";
import { adjoints, graphOf, type Node } from "../../../site/figures/fig42/expression.ts";

const leaves = { a: 0.5, b: 2, c: 1.25 };
const valueAt = (text: string, at: typeof leaves): number => (graphOf(text, at).at(-1) as Node).value;

describe("the graph of an expression", () => {
  it.each([
    "a*b + tanh(a*b)",
    "a - b - c/2",
    "-a^2 + 3",
    "exp(-(a*b))/(1 + exp(-c))",
    "ln(a + b)*sin(c) - cos(a*c)",
    "sigmoid(a*b + c) + relu(a - b) + b^a",
    "(c - sigmoid(a*b))^2",
    "a*a*a",
  ])("of %s has the derivatives that central differences measure", (text) => {
    const nodes = graphOf(text, leaves);
    const found = adjoints(nodes, nodes.length, "add");
    const h = 1e-5;
    for (const name of ["a", "b", "c"] as const) {
      const measured =
        (valueAt(text, { ...leaves, [name]: leaves[name] + h }) -
          valueAt(text, { ...leaves, [name]: leaves[name] - h })) /
        (2 * h);
      const place = nodes.findIndex(({ isLeaf, label }) => isLeaf && label === name);
      // Wrong by h²/6 of a third derivative, and by rounding over h.
      if (place >= 0) expect(found[place], `by ${name}`).toBeCloseTo(measured, 7);
      else expect(measured).toBe(0);
    }
  });

  it("reads signs as they are read on paper", () => {
    expect(valueAt("2 - 3 - 4", leaves)).toBe(-5);
    expect(valueAt("-2^2", leaves)).toBe(-4);
    expect(valueAt("2^3^2", leaves)).toBe(512);
    expect(valueAt("8/2/2 + 2*3", leaves)).toBe(8);
  });

  it("makes what is written twice once, and loses its first share where shares are overwritten", () => {
    const nodes = graphOf("a*b + tanh(a*b)", leaves);
    expect(nodes.map(({ label }) => label)).toEqual(["a", "b", "·", "tanh", "+"]);
    const whole = adjoints(nodes, 5, "add");
    expect(whole[2]).toBeCloseTo(1 + (1 - Math.tanh(1) ** 2), 12);
    expect(adjoints(nodes, 5, "overwrite")[2]).toBeCloseTo(1 - Math.tanh(1) ** 2, 12);
  });

  it.each([
    ["", /missing at the end/],
    ["a +", /missing at the end/],
    ["(a", /bracket/],
    ["a b", /sign is missing/],
    ["foo(a)", /none of a, b, c/],
    ["tanh a", /with brackets/],
    ["a)", /one too many/],
    ["a $ b", /cannot be read/],
    [Array.from({ length: 20 }, (_, i) => i).join("+"), /At most 18/],
  ])("of %j is refused, and says why", (text, why) => {
    expect(() => graphOf(text, leaves)).toThrow(Unread);
    expect(() => graphOf(text, leaves)).toThrow(why);
  });
});
