/** The numbers beside a formula. */
import { expect, it } from "vitest";
import { AtExample } from "../../grader/derivation/at-example.ts";
import { exampleLines } from "../../grader/derivation/example-lines.ts";
import { pageOf } from "../../grader/derivation/page.ts";

it.each([
  ["a^2 + 1 = 1 + a^2 \\ge 1", ["a^{2}+1 = 1 + 3^{2} = 10"]],
  ["a - 1 = -1 + a < a", ["a-1 = -1 + 3 = 2"]],
  ["a \\le a^2", ["3 \\le 9"]],
  ["a = 2 a - a = a", ["a = 2 \\cdot 3 - 3 = 3"]],
])("gives for %s what its left side is, and not the bound", (tex, lines) => {
  const page = pageOf(
    `\`\`\`symbols\na : real  a number\n\`\`\`\n\n\`\`\`example\na = 3\n\`\`\`\n\n## Step 1: a line\n\n$$${tex}$$\n`,
    "a.md",
  );
  const [display] = page.displays;
  if (display === undefined) throw new Error("no formula");
  expect(exampleLines(new AtExample(page, page.example).next(display))).toEqual(lines);
});
