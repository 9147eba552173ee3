import katex from "katex";
import { describe, expect, it } from "vitest";
import { pages } from "./pages.ts";

const parse = (katex as unknown as { __parse: (tex: string, options: object) => unknown }).__parse;

/** The types of nodes in a parse tree. */
function typesIn(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return [];
  const { type, loc: _, ...rest } = part as { type?: unknown; loc?: unknown };
  return [...(typeof type === "string" ? [type] : []), ...Object.values(rest).flatMap(typesIn)];
}

describe("katex", () => {
  it("is the version whose parse tree was read when this was written", () => {
    expect(katex.version).toBe("0.18.11");
  });

  it("makes these nodes of the formulas that are checked, and no others", () => {
    const checked = pages.flatMap(({ displays }) =>
      displays.filter(({ unchecked }) => unchecked === undefined),
    );
    const types = new Set(checked.flatMap(({ tex }) => typesIn(parse(tex, { displayMode: true }))));
    expect([...types].sort()).toMatchInlineSnapshot(`
      [
        "accent",
        "align",
        "array",
        "atom",
        "delimsizing",
        "font",
        "genfrac",
        "kern",
        "leftright",
        "mathord",
        "op",
        "operatorname",
        "ordgroup",
        "spacing",
        "sqrt",
        "styling",
        "supsub",
        "text",
        "textord",
      ]
    `);
  });
});
