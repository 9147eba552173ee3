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

it("sets each statement of a displayed formula by itself, and keeps a shape on one line", () => {
  const text = "```math\na = b, \\qquad c = d\n```\n\nA batch's X is n × m.";
  const html = markdown(text, { file: "a.md", text, problems: [] });
  expect(html.match(/class="katex-display"/g)).toHaveLength(2);
  expect(html).toContain("batch’s X is n\u00a0×\u00a0m");
});

it("displays a formula that has a line for itself", () => {
  const text = "So\n\n$$v = u$$\n\nholds.";
  const html = markdown(text, { file: "a.md", text, problems: [] });
  expect(html).toContain('class="katex-display"');
});

it("leads from the name of a derivation in code to its page, and from no other code", () => {
  const text = "See the page `mse-line` and `dense-layer`.";
  const html = markdown(text, { file: "a.md", text, derivations: new Set(["mse-line"]), problems: [] });
  expect(html).toBe(
    '<p>See the page <a href="mse-line.html">mse-line</a> and <code>dense-layer</code>.</p>\n',
  );
});

it("breaks a name in a table between its words alone", () => {
  const text = "| f |\n| - |\n| `lossGradient(yHat)` |\n";
  const html = markdown(text, { file: "a.md", text, problems: [] });
  expect(html).toContain("<code>loss<wbr>Gradient(<wbr>y<wbr>Hat)</code>");
});

it("writes a number's minus as one, within a power of ten too, and leaves code as it is", () => {
  const text = "At z = -720 the square is 1e-600, in [0, -1] or -Infinity; `-2` and x-ray stay.";
  const html = markdown(text, { file: "a.md", text, problems: [] });
  expect(html).toContain("z = −720 the square is 1e−600, in [0, −1] or −Infinity;");
  expect(html).toContain("<code>-2</code> and x-ray");
});

it("sets an indented block as code, whatever it holds", () => {
  const text = '    { kind: "activation", name: "relu" }';
  const html = markdown(text, { file: "a.md", text, problems: [] });
  expect(html).toContain('<pre class="code"><code>');
  expect(html).toContain('class="t-string');
});

it("keeps a formula that has no place to break on one line with the sign behind it", () => {
  const text = "Take $w$, then $b$: 2^40, and $v$ alone, or $a + b$.";
  const html = markdown(text, { file: "a.md", text, problems: [] });
  expect(html.match(/<span class="closed">/g)).toHaveLength(3);
  expect(html.match(/(?<=<\/span>)[,.:](?=<\/span> )/g)).toEqual([",", ":", ","]);
});
