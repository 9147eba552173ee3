/** Templates as the build compiles them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { templates } from "../build-plugins.mjs";
import { escapeHtml } from "../grader/verdict/escape-html.ts";
import { templateModule } from "../template-module.mjs";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "templates-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Fills the first of some files in, as a program does that was built with them. */
async function filled(files: Readonly<Record<string, string>>, context: object): Promise<string> {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { outputFiles } = await build({
    entryPoints: [join(folder, Object.keys(files)[0]!)],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    plugins: [templates()],
    nodePaths: [join(import.meta.dirname, "..", "node_modules")],
    logLevel: "silent",
  });
  const address = `data:text/javascript;base64,${Buffer.from(outputFiles[0]!.text).toString("base64")}`;
  const module = (await import(address)) as { default: (context: object) => string };
  return module.default(context);
}

describe("templates", () => {
  it("escape what is put into HTML as text, and put HTML in as it is", async () => {
    const text = '<b title="{{words}}">{{words}}</b>{{{bodyHtml}}}';
    expect(await filled({ "a.hbs": text }, { words: `<'"&`, bodyHtml: "<i>x</i>" })).toBe(
      `<b title="&lt;'&quot;&amp;">&lt;'&quot;&amp;</b><i>x</i>`,
    );
  });

  it("escape nothing in Markdown and YAML, and keep their indentation and last line", async () => {
    const text = "a:\n  b: {{words}}\n";
    expect(await filled({ "b.yml.hbs": text }, { words: "<&>" })).toBe("a:\n  b: <&>\n");
  });

  it("take characters that steer out of a text, and keep the ends of its lines", async () => {
    const words = "a\u202eb\u0007\r\nc\ud800";
    expect(await filled({ "c.hbs": "<pre>{{words}}</pre>" }, { words })).toBe("<pre>ab\nc\ufffd</pre>");
  });

  it("say a number as it is, and nothing for what is there without a value", async () => {
    expect(await filled({ "d.hbs": "{{zero}}|{{nothing}}" }, { zero: 0, nothing: undefined })).toBe("0|");
  });

  it("leave out of HTML what indents the template, and the end of its last line", async () => {
    const files = { "e.hbs": "<p>\n    {{> e-word}}, done\n</p>\r\n", "e-word.hbs": "<b>{{word}}</b>\n" };
    expect(await filled(files, { word: "x" })).toBe("<p>\n<b>x</b>, done\n</p>");
  });

  it("bring along the partials of their partials", async () => {
    const files = {
      "f.hbs": "{{#each rows}}{{> f-row}}{{/each}}",
      "f-row.hbs": "<li>{{> f-name}}</li>",
      "f-name.hbs": "{{name}}",
    };
    expect(await filled(files, { rows: [{ name: "x" }, { name: "y" }] })).toBe("<li>x</li><li>y</li>");
  });

  it.each(["{{name}}", "{{{name}}}", "{{#if name}}x{{/if}}", "{{#each name}}x{{/each}}", "{{a.name}}"])(
    "refuse to fill %s in where the name is missing",
    async (text) => {
      await expect(filled({ "g.hbs": text }, { a: {} })).rejects.toThrow(/"name" not defined/);
    },
  );

  it.each(["<a href={{x}}>", "<a href='{{x}}'>", "<a href='a{{x}}'>", "<a\n data-a={{#if x}}b{{/if}}>"])(
    "are not compiled with a hole that a space or an apostrophe could leave: %s",
    (text) => {
      expect(() => templateModule("page.hbs", text)).toThrow(
        /page\.hbs: put this attribute in double quotes/,
      );
    },
  );

  it("are compiled where an attribute is in double quotes", () => {
    expect(() =>
      templateModule("page.hbs", `<a href="{{x}}" title="it's {{x}}">it's {{x}}</a>`),
    ).not.toThrow();
  });
});

describe("a text as HTML", () => {
  it("is the same whichever of its characters need nothing", () => {
    for (let code = 0; code < 0x80; code++) {
      const sign = String.fromCharCode(code);
      // Beside a sign beyond ASCII the text goes the long way.
      expect(escapeHtml(`${sign}é`), `code ${code}`).toBe(`${escapeHtml(sign)}é`);
    }
  });
});
