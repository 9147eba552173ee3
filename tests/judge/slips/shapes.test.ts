import { describe, expect, it } from "vitest";
import { edited, findingFor, verdictOn } from "../student.ts";
import { box } from "./told.ts";

describe("shapes that do not fit:", () => {
  it.each([
    [
      "indices the wrong way round",
      "ex46",
      edited("ex46", ["outWeights[k][j]", "outWeights[j][k]"]),
      "hiddenLayerGradient",
      "indices-exchanged",
      /outWeights\[j\]\[k\] has its indices the wrong way round: write outWeights\[k\]\[j\]/,
    ],
    [
      "indices of a record's matrix",
      "ex12",
      edited("ex12", ["X[i][j] * W[j][0]", "X[i][j] * W[0][j]"]),
      "forward",
      "indices-exchanged",
      /W\[0\]\[j\] has its indices/,
    ],
    [
      "an index that is one off, so that every answer is NaN",
      "ex46",
      edited("ex46", ["deltaOut[i][j] * Wout[j][k]", "deltaOut[i][j - 1] * Wout[j][k]"]),
      "hiddenGradients",
      "index-off-by-one",
      /\[j - 1\] takes the entry before the one that is meant: write \[j\]\. So mended, it is right on all/,
    ],
    [
      "a transpose is missing in a product",
      "ex07",
      edited("ex07", ["product(transpose(X), slopes", "product(X, slopes"]),
      "matrixBackwardSumW",
      "transpose-missing",
      /write transpose\(X\) in this product/,
    ],
  ])("%s", async (_, number, source, fn, id, says) => {
    const finding = findingFor(await verdictOn(box, number, source), fn);
    expect(finding?.cause?.id).toBe(id);
    expect(finding?.message).toMatch(says);
  });

  it("are told by the matrix that is read the wrong way round, also where no edit of the text mends it", async () => {
    const source = edited("ex46", [
      "deltaOut[i][j] * Wout[j][k]",
      "deltaOut[i][j] * (Wout[k][j] + 0 * Wout[k][j])",
    ]);
    const finding = findingFor(await verdictOn(box, "ex46", source), "hiddenGradients");
    expect(finding?.cause).toMatchObject({ id: "turned-Wout", kind: "generic" });
  });

  it("are told as such where nothing else fits the numbers of equal sizes", async () => {
    const source = edited("ex46", [
      "deltaOut[i][j] * Wout[j][k]",
      "Math.tanh(deltaOut[i][j] * Wout[k][j]) + 0 * Wout[k][j]",
    ]);
    const finding = findingFor(await verdictOn(box, "ex46", source), "hiddenGradients");
    expect(finding?.cause).toMatchObject({ id: "shapes-do-not-fit", kind: "generic" });
    expect(finding?.message).toMatch(
      /stops only where the sizes n, m, d, t differ: a transpose is missing .* Look at line \d+\./,
    );
  });

  it("are not told of a few inputs without a number where all others have one", async () => {
    const source = edited("ex15", ["if (width === 0) continue;", ""]);
    for (const seed of [1, 2, 3]) {
      const finding = findingFor(await verdictOn(box, "ex15", source, seed), "minMaxScale");
      expect(finding?.message).toMatch(/max − min is 0 there, and 0\/0 is NaN\./);
      expect(finding?.message).not.toMatch(/sizes|:\./);
    }
  });
});

describe("a list of a wrong length whose other entries are right says which one is missing or too many:", () => {
  it.each([
    ["the first", "losses.slice(1)", /It is the right one without its first entry\./],
    ["the last", "losses.slice(0, -1)", /It is the right one without its last entry\./],
    ["one at the start", "[0, ...losses]", /The first entry of it is too many; without it it is right\./],
    ["one at the end", "[...losses, 0]", /The last entry of it is too many; without it it is right\./],
  ])("%s", async (_, losses, says) => {
    const source = edited("ex11", ["return { w, b, losses }", `return { w, b, losses: ${losses} }`]);
    expect(findingFor(await verdictOn(box, "ex11", source), "trainLine")?.message).toMatch(says);
  });

  it("and says nothing of the ends where other entries are wrong, too", async () => {
    const source = edited("ex11", [
      "return { w, b, losses }",
      "return { w, b, losses: losses.slice(1).map((loss) => 2 * loss) }",
    ]);
    const finding = findingFor(await verdictOn(box, "ex11", source), "trainLine");
    expect(finding?.message).toMatch(
      /losses has \d+ entries, as many as epochs; expected epochs\+1 = \d+\.$/,
    );
  });
});
