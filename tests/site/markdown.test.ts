import { expect, it } from "vitest";
import type { Problem } from "../../site/generator/problem.ts";
import { markdown } from "../../site/generator/text/markdown.ts";

it("sets a block of math as GitHub does, and names the line of one that is none", () => {
  const problems: Problem[] = [];
  const text = "It is\n\n```math\n\\frac{1}{n}\n```\n\nand\n\n```math\n\\sqrt{2\n```\n";
  const html = markdown(text, { file: "task.md", text, problems });
  expect(html).toContain("katex-display");
  expect(html).toContain("<mfrac>");
  expect(problems).toMatchObject([{ file: "task.md", line: 10 }]);
});
