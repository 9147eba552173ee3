import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { refusalLine } from "../../grader/author/check/refusal.ts";
import { refusedByTools } from "../../grader/author/check/tools.ts";
import { Copy, root } from "./courses.ts";

const slug = "ex10-mse-gradients";
const declaration = `exercises/${slug}/exercise.ts`;
const solution = `solutions/${slug}.ts`;

/** A copy with the repository's tools and their rules. */
function copyWithTools(): Copy {
  const copy = new Copy(slug, "mse-line");
  for (const room of ["grader", "reference", "node_modules"])
    symlinkSync(join(root, room), join(copy.root, room));
  for (const file of ["tsconfig.json", "biome.json", "raw.d.ts"])
    cpSync(join(root, file), join(copy.root, file));
  return copy;
}

const linesOf = async (copy: Copy): Promise<string[]> => {
  const refusals = await refusedByTools(copy.root, [slug]);
  return (refusals.get(slug) ?? []).map(refusalLine);
};

/** The line of a file on which a text stands. */
const lineOf = (copy: Copy, file: string, text: string): number =>
  copy
    .text(file)
    .split("\n")
    .findIndex((line) => line.includes(text)) + 1;

describe("types and layout", () => {
  it("are refused with file and line, each fault once", async () => {
    const copy = copyWithTools()
      .edit(declaration, (text) => text.replace("minutes: 20", "minuts: 20").replace("step: 2,", "step:  2,"))
      .edit(solution, (text) => `import { join } from "path";\n\n${text}`);
    expect((await linesOf(copy)).sort()).toEqual([
      `${declaration}:${lineOf(copy, declaration, "step:  2")}: is laid out otherwise; run \`npm run format\``,
      `${declaration}:${lineOf(copy, declaration, "minuts")}: Object literal may only specify known properties, but 'minuts' does not exist in type 'ExerciseForm'. Did you mean to write 'minutes'?; mend the type`,
      `${solution}:1: A Node.js builtin module should be imported with the node: protocol; mend it: lint/style/useNodejsImportProtocol`,
      `${solution}:1: This import is unused; mend it: lint/correctness/noUnusedImports`,
    ]);
  });

  it("are right where nothing is wrong, and a function that is no `answer` or `gradient` has the wrong type", async () => {
    const copy = copyWithTools();
    expect(await linesOf(copy)).toEqual([]);
    copy.edit(declaration, (text) => text.replace("functions: {", "functions: { more: { by: 'w' },"));
    expect((await linesOf(copy)).join("\n")).toContain("does not exist in type 'Made'");
  });

  it("are not taken for checked where the configuration itself is wrong", async () => {
    const copy = copyWithTools().edit("tsconfig.json", (text) =>
      text.replace('"strict": true', '"strictest": true'),
    );
    expect((await linesOf(copy)).join("\n")).toMatch(
      /^package\.json: tsc could not be run: .*error TS\d+: Unknown compiler option 'strictest'.*; mend tsconfig\.json/,
    );
  });

  it("are not passed over where the tools are not installed", async () => {
    expect(await linesOf(new Copy(slug, "mse-line"))).toEqual([
      "package.json: typescript is not installed, so that types are not checked; run `npm ci`",
      "package.json: @biomejs/biome is not installed, so that layout is not checked; run `npm ci`",
    ]);
  });
});
