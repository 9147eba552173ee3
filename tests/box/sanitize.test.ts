import fc from "fast-check";
import { expect, it } from "vitest";
import { sanitize, sanitizeLine } from "../../grader/box/sanitize.ts";

it("removes what moves the cursor, the colour or the reading direction", () => {
  expect(sanitize("\u001b[2J\u001b[1;32mPASS\u001b[0m")).toBe("PASS");
  expect(sanitize("\u009b31mred")).toBe("red");
  expect(sanitize("\u001b]0;title\u0007text")).toBe("text");
  expect(sanitize("a\rb\u0008c\u0000d")).toBe("abcd");
  expect(sanitize("\u202eevil\u202c \u2066x\u2069 \u200by\ufeff")).toBe("evil x y");
  expect(sanitize("\ud800x\udfff")).toBe("x");
});

it("leaves text in any language, newlines and tabs as they are", () => {
  for (const text of ["∂L/∂w = −2/n Σ\n\t✓", "naïve 漢字 עברית", "😀"]) expect(sanitize(text)).toBe(text);
  expect(sanitize("a\r\nb")).toBe("a\nb");
  expect(sanitizeLine(" a\n\tb ")).toBe("a b");
});

it("leaves no control character, whatever comes in, and changes nothing the second time", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const safe = sanitize(text);
      expect(safe).not.toMatch(/[^\P{C}\n\t\u{e000}-\u{f8ff}\u{f0000}-\u{10ffff}\p{Cn}]/u);
      expect(sanitize(safe)).toBe(safe);
    }),
    { numRuns: 2000 },
  );
});
