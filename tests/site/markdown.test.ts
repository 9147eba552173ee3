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

it("keeps a formula with the sign behind it", () => {
  const text = "Take $w$, then $b$: 2^40, and $v$ alone, or $a + b$.";
  const html = markdown(text, { file: "a.md", text, problems: [] });
  expect(html.match(/<span class="closed">/g)).toHaveLength(4);
  expect(html.match(/(?<=<\/span>)[,.:](?=<\/span>[ <])/g)).toEqual([",", ":", ",", "."]);
});

it("keeps a short bracket of a formula in one piece, and brackets that share a part", () => {
  const piecesOf = (tex: string) => {
    const html = markdown(`$${tex}$`, { file: "a.md", text: tex, problems: [] });
    const shown = html.replace(/<span class="katex-mathml">.*?<\/math><\/span>/s, "");
    return shown
      .split('<span class="bracketed">')
      .slice(1)
      .map((piece) => piece.split('<span class="katex-base">').length - 1);
  };
  expect(piecesOf("a + (1 - a)")).toEqual([2]);
  expect(piecesOf("a + b - c")).toEqual([]);
  // Parts a, (y − and a) a (1 − and a) stand side by side, the last three of them in one piece.
  expect(piecesOf("a + (y - a) a (1 - a)")).toEqual([3]);
  // More than a line of a phone has room for.
  expect(piecesOf("(a + b + c + d)")).toEqual([]);
});

it("says of a number in a long table what it counts", () => {
  const text = "| name | edits |\n| --- | ---: |\n| a | 3 |";
  expect(markdown(text, { file: "a.md", text, problems: [] })).toContain(
    '<td>a</td><td data-head="edits">3</td>',
  );
});
