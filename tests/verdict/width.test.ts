import { describe, expect, test } from "vitest";
import { cut, padEnd, widthOf, wrap } from "../../grader/verdict/width.ts";

describe("the width of a text in a terminal", () => {
  test.each([
    ["letters of two columns", "日本語 한글", 11],
    ["Hangul in its parts", "\u1100\u1161\u11a8", 2],
    ["a script that few fonts have", "\u{17000}", 2],
    ["full width and half width", "Ａｱ", 3],
    ["brackets for East Asian text", "\u2329x\u232a", 5],
    ["letters with marks after them", "e\u0301 \u0e01\u0e47", 3],
    ["signs of mathematics", "∂L/∂w ≈ √2 · ‖x‖₂", 17],
    ["emoji", "😀🚀", 4],
    ["pictures that are drawn as a letter unless asked", "🌶🖼", 2],
    ["a flag, which two letters make", "\u{1f1e9}\u{1f1ea}", 2],
  ])("counts %s", (_, text, width) => expect(widthOf(text)).toBe(width));

  test("is what texts are padded, cut and broken by", () => {
    expect(padEnd("日本", 6)).toBe("日本  ");
    expect(cut("日本日本", 7)).toBe("日本...");
    expect(cut("\u1100\u1161\u11a8\u1100\u1161\u11a8", 4)).toBe("\u1100\u1161\u11a8\u1100\u1161\u11a8");
    expect(wrap("日本日本日 x", 4)).toEqual(["日本", "日本", "日 x"]);
  });
});
