import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../grader/verdict/render-terminal.ts";
import { edited, verdictOn } from "../student.ts";
import { box, told } from "./told.ts";

describe("a loop that never ends is named, with what does not change in it:", () => {
  told([
    [
      "the counter of a while",
      "ex21",
      edited("ex21", [
        "for (let pass = 0; pass < nIter; pass++) {",
        "let pass = 0;\n  while (pass < nIter) {",
      ]),
      "counter-never-changes",
      34,
      /pass does not change in it/,
    ],
    [
      "the counter of a for",
      "ex09",
      edited("ex09", ["let i = 0; i < y.length; i++", "let i = 0, k = 0; i < y.length; k++"]),
      "counter-never-changes",
      11,
      /i does not change in it: k is counted in its place/,
    ],
    [
      "the wrong way",
      "ex09",
      edited("ex09", ["i < y.length; i++", "i < y.length; i--"]),
      "counted-the-wrong-way",
      11,
      /i is counted down while i < its limit/,
    ],
  ]);

  it("and a loop that may end is not", async () => {
    const source = edited("ex09", [
      "let sum = 0;",
      "let sum = 0;\n  let n = 1;\n  while (n !== 2.5) n = n * 1;",
    ]);
    const [first] = findingsOf(await verdictOn(box, "ex09", source));
    expect(first?.finding).toMatchObject({ code: "timeout" });
    expect(first?.finding.cause).toBeUndefined();
  });
});
