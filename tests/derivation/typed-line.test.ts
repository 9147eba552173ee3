/** Right sides that a reader types for a line of a page. */
import { describe, expect, it } from "vitest";
import { AtExample } from "../../grader/derivation/at-example.ts";
import type { Display } from "../../grader/derivation/page.ts";
import { askedFor, holdTyped } from "../../grader/derivation/typed-line.ts";
import { pages } from "./pages.ts";

const page = pages.find(({ file }) => file.endsWith("mse-line.md"));
if (page === undefined) throw new Error("mse-line.md is not there");

/** Where the page stands before a step's first formula, and that formula. */
function above(step: number): [AtExample, Display] {
  const at = new AtExample(page as NonNullable<typeof page>, page?.example ?? []);
  for (const display of page?.displays ?? [])
    if (display.step < step) at.next(display);
    else return [at, display];
  throw new Error(`no step ${step}`);
}

describe("a typed line", () => {
  it.each([
    [4, "-\\frac{2}{n} \\sum_i x_i (y_i - w x_i - b)", "right"],
    [4, "dL/dw = 2/n \\sum_i x_i (w x_i + b - y_i)", "right"],
    [4, "2/n \\sum_i x_i (y_i - w x_i - b)", "wrong"],
    [4, "-\\frac{2}{n} \\sum_i (y_i - w x_i - b)", "wrong"],
    [4, "∂L/∂w", "unread"],
    [4, "2 q", "unread"],
    [4, "", "unread"],
    [3, "∂/∂w (y_i − (w x_i + b))", "unread"],
    [3, "-x_i", "right"],
    [1, "1/n \\sum_i (w x_i + b - y_i)^2", "right"],
    [1, "\\sum_i (w x_i + b - y_i)^2", "wrong"],
    [1, "L", "unread"],
    [6, "w + η 2/n \\sum_i x_i (y_i - w x_i - b)", "right"],
  ])("for step %i: %s is %s", (step, text, is) => {
    expect(holdTyped(...above(step), text).is).toBe(is);
  });

  it("completes the left side of an equation, and nothing else", () => {
    expect(askedFor(above(4)[1])).toBe("\\frac{\\partial L}{\\partial w} =");
    const inequality = page.displays.find(({ tex }) => tex.startsWith("L(w', b') \\le"));
    expect(askedFor(inequality as Display)).toBeUndefined();
  });
});
