import { describe, expect, it } from "vitest";
import { findingFor, verdictOn } from "../student.ts";
import { box } from "./told.ts";

describe("a hostile text", () => {
  const hostile: readonly (readonly [title: string, source: string])[] = [
    ["of open brackets", "(".repeat(60_000)],
    ["of functions without an end", "export function f(".repeat(3500)],
    [
      "of declarations",
      `export function mseLoss(x, y, w, b) { ${"{ let a = 0; ".repeat(400)}${"}".repeat(400)} ${"let a = a; ".repeat(1)} }`,
    ],
    ["of signs", `export const mseLoss = (x) => x ${"^ 1 ".repeat(12_000)};`],
    [
      "of loops",
      `export function mseLoss(x, y, w, b) { ${"for (let i = 0; i <= 0; i++) ".repeat(2000)}; return 1; }`,
    ],
    [
      "of ifs, line by line",
      `export function mseLoss(x, y, w, b) {\n${"  if (x)\n    y;\n".repeat(3000)}  return 1; }`,
    ],
    [
      "of characters beyond the first plane",
      `export function mseLoss(x) { return "${"𝛁😀".repeat(9000)}"; }`,
    ],
    [
      "of names in other scripts",
      "export function mseLoss(x, y, w, b) { const ξ̂ = 1, 漢 = 2; return ξ̂ ^ 漢; }",
    ],
    ["of line ends", "\u2028\r\n\u2029\r".repeat(9000)],
  ];
  it.each(hostile)("%s is read in a moment, and has a finding", async (_, source) => {
    const verdict = await verdictOn(box, "ex09", source);
    expect(verdict.status).toBe("fail");
    expect(findingFor(verdict, "mseLoss")).toBeDefined();
  });
});
