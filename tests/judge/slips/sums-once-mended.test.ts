import { describe, expect, it } from "vitest";
import { edited, findingFor, verdictOn } from "../student.ts";
import { box, lineWith, told } from "./told.ts";

describe("sums and whole numbers are told where the program is right with them mended:", () => {
  const notReset = edited(
    "ex46",
    ["      let back = 0;\n", ""],
    [
      "H.map((row, i) =>\n    row.map((h, k) => {",
      "H.map((row, i) => {\n    let back = 0;\n    return row.map((h, k) => {",
    ],
    ["return h * (1 - h) * back;\n    }),\n  );", "return h * (1 - h) * back;\n    });\n  });"],
  );
  const signed = edited("ex54", ["a >>> 15", "a >> 15"]);
  const long = edited("ex54", ["Math.imul(a ^ (a >>> 15), a | 1)", "(a ^ (a >>> 15)) * (a | 1)"]);
  const nearest = edited("ex55", ["Math.floor(rng", "Math.round(rng"]);
  const short = edited("ex56", ["start + batchSize)", "start + batchSize - 1)"]);
  told([
    [
      "a sum that goes on from the turn before",
      "ex46",
      notReset,
      "never-reset",
      lineWith(notReset, "let back = 0;"),
      /back is set to 0 once, and each turn goes on .* right on all 200 inputs\./,
    ],
    ["a shift that keeps the sign", "ex54", signed, "signed-shift", lineWith(signed, "a >> 15"), />>>/],
    ["a product that is too long", "ex54", long, "rounded-product", lineWith(long, ") * (a"), /Math\.imul/],
    [
      "rounded to the nearest",
      "ex55",
      nearest,
      "rounded-otherwise",
      lineWith(nearest, "Math.round"),
      /rounded down is Math\.floor/,
    ],
    [
      "a part that ends one too early",
      "ex56",
      short,
      "slice-too-short",
      lineWith(short, "slice(start"),
      /leave the - 1 out/,
    ],
  ]);

  it("and are not told where the program merely goes on", async () => {
    // With pass at 0 in each turn the call ends, and is not right.
    const source = edited("ex58", ["if (start >= X.length)", "if (start + batchSize > X.length)"]);
    const finding = findingFor(await verdictOn(box, "ex58", source), "trainLinear");
    expect(finding?.cause?.id).not.toBe("never-reset");
    expect(finding?.message).toMatch(/orders has no entry \[pass\] here/);
  });
});
