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
});
