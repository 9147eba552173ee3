/** The edits of a program: which there are, and what is said of them. */
import { describe, expect, it } from "vitest";
import { editsOf } from "../../../grader/author/neighbours/edits-of.ts";
import { sentenceOf } from "../../../grader/author/neighbours/words.ts";
import type { Exercise } from "../../../grader/exercise/exercise.ts";
import { weave } from "../../../neighbour-module.mjs";
import { courseExercise } from "../../judge/course.ts";

describe("edits", async () => {
  const line: Exercise = {
    ...(await courseExercise("ex10-mse-gradients")),
    nouns: { residual: "the residual" },
  };
  const exported = (body: string, head = "x: Vector, y: Vector, w: number, b: number"): string =>
    `type Vector = number[];\nexport function mseLossDw(${head}): number {\n${body}\n}\n`;
  /** "from → to: as if …" */
  const linesOf = (text: string, exercise = line): string[] =>
    editsOf(text, exercise).edits.map(
      ({ start, end, text: to, says }) => `${text.slice(start, end)} → ${to}: ${says}`,
    );

  it.each([
    ["return w * 2 + b;", "w * 2 + b → (w * 2): b were left out"],
    ["return w * 2 + b;", "w * 2 + b → (w * 2)-(b): b were subtracted, not added"],
    ["return w * 2 + b;", "w * 2 + b → (w)*(2+(b)): brackets stood around 2 + b"],
    ["return w - (b + 1);", "w - (b + 1) → w - b + 1: a pair of brackets were missing around b + 1"],
    ["return b ** 2;", "b ** 2 → (b): b were not squared"],
    ["return -b;", "-b → b: the minus before b were missing"],
    ["return x[0]! / x.length;", "x[0]! / x.length → (x[0]!): the division by n were left out"],
    ["return b > w ? b : w;", "b > w → b >= w: equality with b fell on the other side"],
    ["return Math.exp(b);", "Math.exp(b) → b: exp were left out"],
    ["return w;", "w → b: b stood where w belongs"],
    ["return x.reduce((s, xi) => s + xi, 0);", "0 → 1: the sum began at 1, not at 0"],
    [
      "let sum = 0;\nfor (let i = 0; i < x.length; i++) sum += x[i]!;\nreturn sum;",
      "0 → 0 + 1: the loop over the examples began at the second example",
    ],
    [
      "let sum = 0;\nfor (let i = 0; i < x.length; i++) sum += x[i]!;\nreturn sum;",
      "sum += x[i]! → sum = x[i]!: each turn overwrote the sum, so that only the last one counts (= in place of +=)",
    ],
  ])("of %s are %s", (body, wanted) => {
    expect(linesOf(exported(body))).toContain(wanted);
  });

  it("have no words where a place has no noun", () => {
    const text = exported("const q = w + b;\nreturn w * q;");
    expect(linesOf(text)).toContain("w → q: undefined");
    expect(linesOf(text, { ...line, nouns: { q: "the prediction" } })).toContain(
      "w → q: the prediction stood where w belongs",
    );
  });

  it("show no more of the model answer than a short formula", () => {
    const text = exported("return (w * b + w * w * b + b * b * w + 1) - (w - b);");
    for (const said of linesOf(text).map((one) => one.split(": ").slice(1).join(": ")))
      expect(said.length, said).toBeLessThan(90);
  });

  it("leave messages of exceptions and types alone", () => {
    const text = exported('if (b > 1) throw new RangeError("b + 1" + w);\nreturn b;');
    expect(linesOf(text).filter((one) => /RangeError/.test(one.split(" → ")[0] ?? ""))).toEqual([]);
  });

  it("lie in each other or apart, so that they can be woven into one text", () => {
    const text = exported(
      "let a = 1;\na = w;\na = b;\na += 1;\nfor (let i = 0; i < 3; i++) a += x[i]!;\nreturn a;",
    );
    const { edits } = editsOf(text, line);
    for (const a of edits)
      for (const b of edits) {
        const isApart = a.end <= b.start || b.end <= a.start;
        const isInside = (a.start <= b.start && b.end <= a.end) || (b.start <= a.start && a.end <= b.end);
        expect(isApart || isInside, `${text.slice(a.start, a.end)} and ${text.slice(b.start, b.end)}`).toBe(
          true,
        );
      }
  });

  it("that make a loop endless are ended where it has no condition, too", () => {
    const turns = "let sum = 0;\nfor (;;) { sum += b; if (sum > w) break; }\nreturn sum;";
    const { ticks } = editsOf(exported(turns), line);
    const counted = ticks.map(([start, end]) => exported(turns).slice(start, end));
    expect(counted).toContain("{ sum += b; if (sum > w) break; }");
  });

  it("of a class are told by the likeliest, and by a second one only if it lies elsewhere", () => {
    const text = exported("return w * b ** 2;");
    const { edits } = editsOf(text, line);
    const left = edits.filter(
      ({ says }) => says === "b were not squared" || says === "1 stood in place of 2",
    );
    expect(sentenceOf(left, "mseLossDw")?.says).toBe("Your answer comes out as if b were not squared.");
    const apart = edits.filter(
      ({ says }) => says === "b were not squared" || says === "b stood where w belongs",
    );
    expect(sentenceOf(apart, "mseLossDw")?.says).toBe(
      "Your answer comes out as if b were not squared, or as if b stood where w belongs.",
    );
  });

  it("of a place without a noun are said to be slips of the right answer, unless another gives the same", () => {
    const text = exported("const inner = w - 3; return inner * b;");
    const { edits } = editsOf(text, line);
    const told = (...says: readonly string[]) =>
      sentenceOf(
        edits.filter((edit) => says.includes(edit.says ?? "")),
        "mseLossDw",
      )?.says;
    expect(told("a factor were left out")).toBe(
      "One slip in the right answer gives your numbers, as if a factor were left out.",
    );
    expect(told("a factor were left out", "the factor b were left out")).toBe(
      "Your answer comes out as if the factor b were left out.",
    );
    expect(told("3 were added, not subtracted")).toBe(
      "Your answer comes out as if 3 were added, not subtracted.",
    );
  });
});

describe("weaving", () => {
  it("puts each edit behind its number, edits of a piece within it too", () => {
    const woven = weave(
      "a + b;",
      [
        [0, 5, "a - b", false],
        [4, 5, "c", false],
      ],
      [],
    );
    expect(woven).toBe("($.n===1?(a - b):(a + ($.n===2?(c):(b))));");
  });

  it("leaves a statement out, and counts turns and calls", () => {
    expect(weave("f();", [[0, 4, ";", true]], [])).toBe("{if($.n===1){;}else f();}");
    expect(weave("{ f(); }", [], [[0, 8]])).toBe("{$.t(); f(); }");
    expect(weave("i < n", [], [[0, 5]])).toBe("($.t()&&(i < n))");
  });
});
