import { describe, expect, it } from "vitest";
import { docComment } from "../../grader/author/doc-comment.ts";
import type { AnyFunction } from "../../grader/exercise/exercise.ts";
import { args, matrix, optional, record, scalar, vector } from "../../grader/exercise/form.ts";
import { mean } from "../../reference/numbers/num.ts";

const data = args({
  X: matrix("n m", "examples, one a row"),
  t: optional(scalar("threshold", { domain: "probability" }), 0.5),
});
const share = data.answer<number>({
  says: "Share of entries",
  returns: scalar("share of the entries"),
  is: ({ X }) => mean(X.flat()).over(3),
  example: { X: [[1, 0]], t: undefined },
});

describe("a stub's comment", () => {
  it("says the function, its formula, its arguments and its result", () => {
    const withFormula = { ...share, text: { ...share.text!, formula: "\\frac{1}{n}" } };
    expect(docComment("share", withFormula as unknown as AnyFunction, "")).toBe(
      [
        "/**",
        " * Share of entries.",
        " *",
        " *     1/n",
        " *",
        " * @param X examples, one a row, shape [n, m]",
        " * @param t threshold, from 0 to 1; 0.5 where it is left out",
        " * @returns share of the entries",
        " */",
        "",
      ].join("\n"),
    );
  });

  it("lists the fields of records, breaks long lines, and cannot be ended by its own words", () => {
    const long = "a meaning of a good many words ".repeat(4).trim();
    const fn = args({
      p: record({ W: matrix("n m", "weights"), b: vector("m", long) }, "**all** of */ it"),
    }).answer<{
      b: number[];
    }>({
      returns: record({ b: vector("m", "biases") }, "the gradients"),
      is: ({ p }) => ({ b: p.b }),
    });
    expect(docComment("f", fn as unknown as AnyFunction, "")).toBe(
      [
        "/**",
        " * @param p all of * / it",
        " *   W: weights, shape [n, m]",
        " *   b: a meaning of a good many words a meaning of a good many words a meaning of a good many words a",
        " *   meaning of a good many words, shape [m]",
        " * @returns the gradients",
        " *   b: biases, shape [m]",
        " */",
        "",
      ].join("\n"),
    );
  });
});
