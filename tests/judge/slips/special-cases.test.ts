import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../grader/verdict/render-terminal.ts";
import { edited, findingFor, verdictOn } from "../student.ts";
import { box, lineWith, told } from "./told.ts";

describe("a special case that nobody asked for is told where the program is right without it:", () => {
  const stops = edited("ex24", [
    "losses.push(total / X.length);",
    "losses.push(total / X.length);\n    if (total === 0) break;",
  ]);
  const rests = edited("ex24", ["let total = 0;", "let total = 0;\n    if (lr === 0) { total = 0; break; }"]);
  const zero = edited("ex22", ["  const cosine =", "  if (dot(u, u) === 0) return 0;\n  const cosine ="]);
  const wide = edited("ex27", ["if (batchSize < 1)", "if (batchSize < 1 || batchSize > X.length)"]);
  const none = edited("ex15", [
    "threshold: number = 0.5): number[] {",
    "threshold?: number): number[] {\n  threshold = threshold || 0.5;",
  ]);
  const hidden = edited("ex22", ["Math.max(-1, cosine)", "Math.max(-1, cosine || 0)"]);
  told([
    [
      "a loop that is left early",
      "ex24",
      stops,
      "needless-break",
      lineWith(stops, "if (total"),
      /where total === 0/,
    ],
    [
      "a loop that is left at its first turn",
      "ex24",
      rests,
      "needless-break",
      lineWith(rests, "if (lr"),
      /lr === 0/,
    ],
    [
      "a value where NaN is asked for",
      "ex22",
      zero,
      "needless-return",
      lineWith(zero, "return 0;"),
      /^There is no angle.* gives a wrong answer where dot\(u, u\) === 0, .* right on all 200 inputs\.$/,
    ],
    [
      "a 0 that is taken for none",
      "ex15",
      none,
      "zero-for-none",
      lineWith(none, "threshold || 0.5"),
      /write threshold \?\? 0\.5\./,
    ],
    [
      "a NaN that is hidden",
      "ex22",
      hidden,
      "zero-for-nan",
      lineWith(hidden, "cosine || 0"),
      /cosine \|\| 0 puts 0 in the place of NaN/,
    ],
    [
      "one of several conditions",
      "ex27",
      wide,
      "needless-throw",
      lineWith(wide, "batchSize > X"),
      /where batchSize > X\.length, and they have an answer: leave that part/,
    ],
  ]);

  it("and is none where the program stays wrong without it", async () => {
    const source = edited(
      "ex24",
      ["total -= margin;", "total += margin;"],
      ["losses.push(total", "if (total === 0) break;\n    losses.push(total"],
    );
    const [first] = findingsOf(await verdictOn(box, "ex24", source));
    expect(first?.finding.cause?.id).not.toBe("needless-break");
  });

  it("and a comparison with the entry before is no index that is one off", async () => {
    const source = edited("ex25", [
      "losses.push(loss);",
      "if (k > 0 && loss > losses[k - 1]) throw new RangeError('diverges');\n    losses.push(loss);",
    ]);
    const finding = findingFor(await verdictOn(box, "ex25", source), "fitAdalineGD");
    expect(finding?.cause?.id).toBe("needless-throw");
  });
});

describe("a slope that is measured to one side", () => {
  it.each([
    ["forward", "(f(x + h) - f(x)) / h", "from x to x+h"],
    ["backward", "(f(x) - f(x - h)) / h", "from x-h to x"],
  ])("is told where the central difference is right: %s", async (_, quotient, says) => {
    const source = edited("ex05", ["(f(x + h) - f(x - h)) / (2 * h)", quotient], ["h = 1e-3", "h = 1e-4"]);
    const finding = findingFor(await verdictOn(box, "ex05", source), "multipleInputsAddBackward");
    expect(finding?.cause).toMatchObject({ kind: "generic", id: "one-sided-difference" });
    expect(finding?.message).toContain(says);
  });
});
