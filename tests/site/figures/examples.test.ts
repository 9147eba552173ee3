/** A figure begins with the numbers of its page's example: what the page reckons is what the picture shows. */
import { describe, expect, it } from "vitest";
import { defaultsOf } from "../../../site/figures/frame/controls.ts";
import { figures } from "../../../site/figures/index.ts";
import { pages } from "../../derivation/pages.ts";

/** By page: its figure, and which of the figure's controls hold which symbol of the example. */
const LINKS: Readonly<Record<string, readonly [string, Readonly<Record<string, string>>]>> = {
  "two-inputs": ["fig04", { x: "x", y: "y", h: "h" }],
  "gradient-descent": ["fig07", { x: "x1 x2", "\\eta": "eta", t: "t0" }],
};

describe("a figure and its page's example", () => {
  it.each(Object.entries(LINKS))("begin with the same numbers: %s", (name, [id, symbols]) => {
    const page = pages.find(({ file }) => file.endsWith(`/${name}.md`));
    const figure = figures[id];
    if (page === undefined || figure === undefined) throw new Error(`${name} or ${id} is missing`);
    const state = defaultsOf(figure.controls) as Readonly<Record<string, unknown>>;
    for (const [symbol, controls] of Object.entries(symbols)) {
      const given = page.example.find((one) => one.name === symbol)?.value;
      const numbers = [given].flat(2);
      expect(numbers).not.toContain(undefined);
      expect(
        controls.split(" ").flatMap((control) => state[control]),
        `${id}: ${symbol}`,
      ).toEqual(numbers);
    }
  });
});
